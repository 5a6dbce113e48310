// Any bytes as a table of check-ins: brought in whole, or refused with a line. What was brought in
// is written and read back as the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "workbook/exchange/csv.hpp"
#include "workbook/journal/update.hpp"

using namespace rekindle;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Content content;
    const Date today = *make_date(2026, 11, 21);
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const CsvImport read = read_csv(text, "file", content, {}, today);
    if (!read.problems.empty() || read.plan.added.empty()) return 0;
    const auto journal = update({}, AddCheckIns{read.plan.added}, {{today, {}}, "me"});
    if (!journal) return 0;
    const std::string out =
        to_csv(*journal, content, *make_date(1900, 1, 1), *make_date(9999, 12, 31));
    const CsvImport again = read_csv(out, "file", content, *journal, today);
    if (!again.problems.empty() || !again.plan.added.empty()) std::abort();
    return 0;
}
