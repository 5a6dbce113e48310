// Any bytes as a file of the journal: refused with a reason, or read so that writing it and reading
// that again says the same. The first byte chooses the kind of file.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "workbook/store/journal_file.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/part_toml.hpp"

using namespace rekindle;

namespace {

const Part parts[] = {{PartKind::profile, {}, {}},
                      {PartKind::month, {2026, 11}, {}},
                      {PartKind::answers, {}, "seven-steps"},
                      {PartKind::practices, {}, {}}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const Part& part = parts[data[0] % 4];
    const PartFile read =
        read_part_text({reinterpret_cast<const char*>(data) + 1, size - 1}, "file", part, {});
    if (read.refused) return 0;
    const std::string written = to_file_text(to_toml(read.journal, part));
    const PartFile again = read_part_text(written, "file", part, {});
    if (again.refused || !same_part(again.journal, as_read_back(read.journal, part), part))
        std::abort();
    return 0;
}
