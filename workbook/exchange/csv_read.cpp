#include <algorithm>
#include <functional>
#include <map>

#include "workbook/exchange/csv.hpp"
#include "workbook/exchange/csv_columns.hpp"
#include "workbook/exchange/csv_rows.hpp"
#include "workbook/exchange/event_cell.hpp"
#include "workbook/exchange/formula_cell.hpp"
#include "workbook/journal/checks.hpp"

namespace rekindle {
namespace {

// Puts one cell where it belongs; what is wrong with it, if anything, without a place.
using ReadCell = std::function<std::optional<Error>(const std::string&, CheckIn&)>;

struct Reader {
    const std::string& file;
    const Journal& journal;
    Date today;
    std::map<std::string, ReadCell, std::less<>> known;  // by the column's name
    std::vector<ReadCell> columns;                       // those of this file, in its order
    CsvImport& result;

    void problem(int line, Error error) const {
        error.code = ErrorCode::invalid;
        error.place = {file, line, 0};
        result.problems.push_back(std::move(error));
    }
};

Error wrong(std::string message, std::string remedy) {
    return {ErrorCode::invalid, std::move(message), std::move(remedy), {}};
}

std::optional<Error> read_date(const std::string& cell, Date today, CheckIn& checkin) {
    const auto date = parse_date(cell);
    if (!date) return wrong("This is not a date.", "Write it like 2026-03-09.");
    if (*date > today) return wrong("This day has not come yet.", "Leave the row out for now.");
    checkin.date = *date;
    return std::nullopt;
}

std::optional<Error> read_time(const std::string& cell, CheckIn& checkin) {
    if (cell.empty()) return std::nullopt;
    checkin.time = parse_time(cell);
    if (checkin.time) return std::nullopt;
    return wrong("This is not a time of day.", "Write it like 20:15, or leave the cell empty.");
}

std::optional<Error> read_person(const std::string& cell, const Journal& journal,
                                 CheckIn& checkin) {
    if (!cell.empty()) checkin.person = cell;
    return problem_with_person(journal, checkin.person);
}

std::optional<Error> read_rating(const std::string& cell, const std::string& scale,
                                 CheckIn& checkin) {
    if (cell.empty()) return std::nullopt;
    const bool digits =
        std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    const int value = digits && cell.size() <= 2 ? std::stoi(cell) : -1;
    if (problem_with_rating(value))
        return wrong("A rating is a whole number from 0 to 10.",
                     "Leave the cell of " + scale + " empty where nothing was answered.");
    checkin.ratings[scale] = value;
    return std::nullopt;
}

std::optional<Error> read_events(const std::string& cell, CheckIn& checkin) {
    const auto events = parse_event_cell(cell);
    if (!events)
        return wrong("The events cannot be read.",
                     "Write them like: milestone; own:a word of yours");
    for (const Event& event : *events) {
        if (auto problem = problem_with_event(event)) return problem;
        if (std::find(checkin.events.begin(), checkin.events.end(), event) == checkin.events.end())
            checkin.events.push_back(event);
    }
    return std::nullopt;
}

std::optional<Error> read_note(const std::string& cell, CheckIn& checkin) {
    checkin.note = from_text_cell(cell);
    return problem_with_text(cell);
}

void know_columns(Reader& reader, const Content& content) {
    auto& known = reader.known;
    known["date"] = [&reader](const auto& cell, CheckIn& to) {
        return read_date(cell, reader.today, to);
    };
    known["time"] = read_time;
    known["person"] = [&reader](const auto& cell, CheckIn& to) {
        return read_person(cell, reader.journal, to);
    };
    known["events"] = read_events;
    known["note"] = read_note;
    for (const std::string& scale : csv_scales(reader.journal, content))
        known.try_emplace(
            scale, [scale](const auto& cell, CheckIn& to) { return read_rating(cell, scale, to); });
}

void read_names(const CsvRow& row, Reader& reader) {
    for (const std::string& name : row.cells) {
        const auto found = reader.known.find(name);
        const bool twice = std::count(row.cells.begin(), row.cells.end(), name) > 1;
        if (found == reader.known.end())
            reader.problem(row.line, wrong("A column has a name that is not known here.",
                                           "Columns are date, time, person, the ids of scales, "
                                           "events and note, parted by commas."));
        else if (twice)
            reader.problem(row.line, wrong("Two columns have the same name.", {}));
        else
            reader.columns.push_back(found->second);
    }
    if (std::find(row.cells.begin(), row.cells.end(), "date") == row.cells.end())
        reader.problem(
            row.line, wrong("There is no column named date.", "The first line names the columns."));
}

std::optional<CheckIn> read_row(const CsvRow& row, Reader& reader) {
    if (row.cells.size() != reader.columns.size()) {
        reader.problem(row.line, wrong("This row has more or fewer cells than there are columns.",
                                       "Put cells with a comma in them in quotation marks."));
        return std::nullopt;
    }
    CheckIn checkin;
    checkin.person = reader.journal.profile->people.front().id;
    const std::size_t before = reader.result.problems.size();
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (auto problem = reader.columns[i](row.cells[i], checkin))
            reader.problem(row.line, std::move(*problem));
    if (reader.result.problems.size() > before) return std::nullopt;
    return checkin;
}

}  // namespace

CsvImport read_csv(std::string_view text, const std::string& file, const Content& content,
                   const Journal& journal, Date today) {
    CsvImport result;
    Reader reader{file, journal, today, {}, {}, result};
    const auto rows = read_csv_rows(text, file);
    if (!rows) {
        result.problems.push_back(rows.error());
        return result;
    }
    if (rows->empty()) {
        reader.problem(1, wrong("This table is empty.", "The first line names the columns."));
        return result;
    }
    know_columns(reader, content);
    read_names(rows->front(), reader);
    if (!result.problems.empty()) return result;
    std::vector<CheckIn> checkins;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row)
        if (auto checkin = read_row(*row, reader)) checkins.push_back(std::move(*checkin));
    if (result.problems.empty()) result.plan = plan_import(journal, checkins);
    return result;
}

}  // namespace rekindle
