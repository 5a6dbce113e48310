#include "workbook/exchange/csv_cells.hpp"

#include "workbook/exchange/event_cell.hpp"
#include "workbook/exchange/formula_cell.hpp"
#include "workbook/journal/checks.hpp"

namespace rekindle {

Error wrong(std::string message, std::string remedy) {
    return {ErrorCode::invalid, std::move(message), std::move(remedy), {}};
}

bool is_blank(std::string_view cell) { return trimmed_cell(cell).empty(); }

Wrong read_date(std::string_view cell, std::optional<DateOrder> order, CheckIn& checkin) {
    const auto date = parse_date_cell(cell, order);
    if (date) {
        checkin.date = *date;
        return std::nullopt;
    }
    if (is_blank(cell)) return wrong("This row has no date.", "Write it like 2026-03-09.");
    if (!order && cell.find('/') != cell.npos)
        return wrong("This is not a date that means one day.",
                     "Say --dates dmy, mdy or ymd, or write it like 2026-03-09.");
    return wrong("This is not a date.",
                 "Write it like 2026-03-09; --dates says the order where it is another.");
}

Wrong read_time(std::string_view cell, CheckIn& checkin) {
    if (is_blank(cell)) return std::nullopt;
    checkin.time = parse_time_cell(cell);
    if (checkin.time) return std::nullopt;
    return wrong("This is not a time of day.", "Write it like 20:15, or leave the cell empty.");
}

Wrong read_rating(std::string_view cell, const std::string& scale, CheckIn& checkin) {
    if (is_blank(cell)) return std::nullopt;
    const auto value = parse_rating_cell(cell);
    if (!value || problem_with_rating(*value))
        return wrong("A rating is a whole number from 0 to 10.",
                     "Leave the cell empty where nothing was answered.");
    checkin.ratings[scale] = *value;
    return std::nullopt;
}

Wrong read_events(std::string_view cell, CheckIn& checkin) {
    auto events = parse_event_cell(cell);
    if (!events)
        return wrong("The events cannot be read.",
                     "Write them like: milestone; own:a word of yours");
    checkin.events = std::move(*events);
    return std::nullopt;
}

Wrong read_note(std::string_view cell, CheckIn& checkin) {
    checkin.note = from_text_cell(cell);
    return problem_with_text(checkin.note);
}

}  // namespace rekindle
