// Any bytes as a lock file or as an encrypted file of a journal: refused with a reason, or, for a
// lock, read so that writing it and reading that again gives the same. The first byte chooses.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "workbook/store/envelope.hpp"
#include "workbook/store/lock_file.hpp"

using namespace rekindle;

namespace {

const KeyRef& fixed_key() {
    static const KeyRef key = [] {
        Secret bytes;
        bytes.resize(JournalKey::size);
        return std::make_shared<const JournalKey>(std::move(bytes));
    }();
    return key;
}

void read_as_lock(const std::string& text) {
    const auto lock = parse_lock(text, "file");
    if (!lock) return;
    const auto again = parse_lock(to_text(*lock), "file");
    if (!again || again->ways != lock->ways || again->sum != lock->sum) std::abort();
}

void read_as_envelope(const std::string& text) {
    const auto opened = open_file_text(text, fixed_key(), {}, "file");
    if (!opened || !*opened) return;
    const std::string sealed = seal((*opened)->text, *fixed_key(), (*opened)->name, 1);
    const auto again = open_file_text(sealed, fixed_key(), (*opened)->name, "file");
    if (!again || !*again || (*again)->text != (*opened)->text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    data[0] % 2 == 0 ? read_as_lock(text) : read_as_envelope(text);
    return 0;
}
