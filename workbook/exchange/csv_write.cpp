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
    for (const std::string& scale : scales) names.push_back(to_scale_column(scale));
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

// By the clock alone: ids and the hour at which a day ends have no part in it, for a journal that
// reads the table makes new ids and may end its days at another hour.
std::vector<CheckIn> in_order_of_rows(std::vector<CheckIn> checkins) {
    std::stable_sort(checkins.begin(), checkins.end(), [](const CheckIn& a, const CheckIn& b) {
        return std::tie(a.date, a.time, a.person) < std::tie(b.date, b.time, b.person);
    });
    return checkins;
}

}  // namespace

std::string to_csv(const Journal& journal, const Content& content, Date from, Date to) {
    const std::vector<std::string> scales = csv_scales(journal, content);
    std::string text;
    add_csv_row(text, column_names(scales));
    for (const auto& [key, month] : journal.months)
        for (const CheckIn& checkin : in_order_of_rows(month->checkins))
            if (checkin.date >= from && checkin.date <= to && !is_empty(checkin))
                add_csv_row(text, cells_of(checkin, scales));
    return text;
}

}  // namespace rekindle
