// Any bytes as a table of check-ins: brought in whole, or refused with a line. What was brought in
// is written and read back as the same, here and into an empty journal.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "workbook/exchange/csv.hpp"
#include "workbook/journal/update.hpp"

using namespace rekindle;

namespace {

const Date today = *make_date(2026, 11, 21);

std::string table_of(const Journal& journal) {
    return to_csv(journal, {}, *make_date(1900, 1, 1), *make_date(9999, 12, 31));
}

Journal carried_out(Journal journal, const ImportPlan& plan) {
    for (const Command& command : to_commands(journal, plan)) {
        auto next = update(journal, command, {{today, {}}, journal.profile->people.front().id});
        if (!next) std::abort();
        journal = std::move(*next);
    }
    return journal;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Content content;
    // The last byte says, too, what the person says about the file.
    const int said = size > 0 ? data[size - 1] : 0;
    CsvOptions options;
    if (said % 4 != 0) options.dates = static_cast<DateOrder>(said % 4 - 1);
    if (said % 8 >= 4) options.columns = {{"mood", "Stimmung"}, {"date", "Tag"}};
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const CsvImport read = read_csv(text, "file", content, {}, today, options);
    if (!read.problems.empty()) {
        if (!to_commands({}, read.plan).empty()) std::abort();
        for (const Error& problem : read.problems)
            if (problem.place.line < 1) std::abort();
        return 0;
    }
    const Journal journal = carried_out({}, read.plan);
    const std::string out = table_of(journal);
    const CsvImport again = read_csv(out, "file", content, journal, today);
    if (!again.problems.empty() || !to_commands(journal, again.plan).empty()) std::abort();
    const CsvImport anew = read_csv(out, "file", content, {}, today);
    if (!anew.problems.empty() || table_of(carried_out({}, anew.plan)) != out) std::abort();
    return 0;
}
