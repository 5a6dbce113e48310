#include <algorithm>
#include <tuple>

#include "workbook/exchange/csv.hpp"
#include "workbook/exchange/csv_columns.hpp"
#include "workbook/exchange/csv_rows.hpp"
#include "workbook/exchange/event_cell.hpp"
#include "workbook/exchange/formula_cell.hpp"

namespace rekindle {
namespace {

std::vector<std::string> column_names(const std::vector<std::string>& scales) {
    std::vector<std::string> names{"date", "time", "person"};
    names.insert(names.end(), scales.begin(), scales.end());
    names.insert(names.end(), {"events", "note"});
    return names;
}

std::vector<std::string> cells_of(const CheckIn& checkin, const std::vector<std::string>& scales) {
    std::vector<std::string> cells{to_iso(checkin.date), checkin.time ? to_iso(*checkin.time) : "",
                                   checkin.person};
    for (const std::string& scale : scales) {
        const auto rated = checkin.ratings.find(scale);
        cells.push_back(rated == checkin.ratings.end() ? "" : std::to_string(rated->second));
    }
    cells.push_back(to_event_cell(checkin.events));
    cells.push_back(to_text_cell(checkin.note));
    return cells;
}

// The order of the day, then the person: ids have no part in it, for a reader makes new ones.
std::vector<CheckIn> in_order_of_rows(std::vector<CheckIn> checkins, TimeOfDay day_end) {
    std::stable_sort(checkins.begin(), checkins.end(), [&](const CheckIn& a, const CheckIn& b) {
        if (std::tie(a.date, a.time) == std::tie(b.date, b.time)) return a.person < b.person;
        return comes_before(a, b, day_end);
    });
    return checkins;
}

}  // namespace

std::string to_csv(const Journal& journal, const Content& content, Date from, Date to) {
    const std::vector<std::string> scales = csv_scales(journal, content);
    std::string text;
    add_csv_row(text, column_names(scales));
    for (const auto& [key, month] : journal.months)
        for (const CheckIn& checkin : in_order_of_rows(month->checkins, journal.profile->day_end))
            if (checkin.date >= from && checkin.date <= to && !is_empty(checkin))
                add_csv_row(text, cells_of(checkin, scales));
    return text;
}

}  // namespace rekindle
