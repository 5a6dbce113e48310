#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "workbook/base/folded_text.hpp"
#include "workbook/base/id.hpp"
#include "workbook/exchange/csv.hpp"
#include "workbook/exchange/csv_cells.hpp"
#include "workbook/exchange/csv_columns.hpp"
#include "workbook/exchange/csv_header.hpp"
#include "workbook/exchange/csv_rows.hpp"
#include "workbook/exchange/table_text.hpp"

namespace rekindle {
namespace {

constexpr std::size_t most_problems = 20;  // one slip in a column is wrong in every row
constexpr int most_rows = 1'100'000;       // as many as a spreadsheet has, blank ones with them

struct RowPosition {
    int line = 1;
    int number = 1;
};

// The people whom a journal knows: those of its profile, and whoever entries still name.
std::set<std::string> people_of(const Journal& journal) {
    std::set<std::string> ids;
    for (const Person& person : journal.profile->people) ids.insert(person.id);
    for (const auto& [key, month] : journal.months)
        for (const CheckIn& checkin : month->checkins) ids.insert(checkin.person);
    return ids;
}

// "sleep-quality" as a title: "Sleep quality".
std::string title_of(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    if (id.front() >= 'a' && id.front() <= 'z')
        id.front() = static_cast<char>(id.front() - 'a' + 'A');
    return id;
}

// What may stand in the first line, folded.
std::vector<std::string> names_of(const std::vector<std::string>& scales,
                                  const CsvOptions& options) {
    std::vector<std::string> all{"date", "time", "person", "events", "note"};
    for (const std::string& scale : scales) all.push_back(to_scale_column(scale));
    for (const auto& [ours, theirs] : options.columns)
        all.push_back(fold_text(trimmed_cell(theirs)));
    return all;
}

// Reads the table row by row; what is wrong is collected, and then nothing is brought in.
class Reader {
  public:
    Reader(const std::string& file, const Journal& journal, const CsvOptions& options,
           const std::vector<std::string>& scales)
        : file_(file),
          journal_(journal),
          options_(options),
          scales_(scales),
          people_(people_of(journal)) {}

    // What could not be read as a table at all, but for the quotes: a second try may.
    bool misquoted() const { return misquoted_; }

    CsvImport read(std::string_view text, const CsvForm& form, Date today) {
        if (auto read = read_rows(text, form); !read) {
            misquoted_ = true;
            result_.problems.push_back(read.error());
        }
        if (result_.problems.empty() && header_.columns.empty())
            problem({1, 1}, wrong("This table is empty.", "The first line names the columns."));
        if (result_.problems.empty()) plan(today);
        if (!result_.problems.empty()) result_.plan = {};
        return std::move(result_);
    }

  private:
    void problem(RowPosition at, Error error) {
        if (result_.problems.size() > most_problems) return;
        if (result_.problems.size() == most_problems)
            error = wrong("There is more like this from here on.", "The first twenty are told.");
        error.code = ErrorCode::invalid;
        error.place = {file_, at.line, 0};
        result_.problems.push_back(std::move(error));
    }

    void problem(RowPosition at, std::size_t column, Error error) {
        const std::string name =
            column < header_.columns.size() && !header_.columns[column].name.empty()
                ? fmt::format(" (“{}”)", header_.columns[column].name)
                : std::string{};
        error.message = fmt::format("Row {}, column {}{}: {}", at.number, column_letters(column),
                                    name, error.message);
        problem(at, std::move(error));
    }

    Result<void> read_rows(std::string_view text, const CsvForm& form) {
        return read_csv_rows(text, form, file_, [this](const CsvRow& row) {
            take_row(row);
            return header_.problems.empty() && !stopped_ &&
                   result_.problems.size() <= most_problems;
        });
    }

    void take_row(const CsvRow& row) {
        const RowPosition at{row.line, row.number};
        stopped_ = row.number > most_rows;
        if (stopped_)
            return problem(
                at, wrong("This table has more than a million rows.", "Bring it in in parts."));
        if (std::all_of(row.cells.begin(), row.cells.end(), is_blank)) return;
        if (header_.columns.empty()) {
            header_ = read_csv_header(row, file_, scales_, options_);
            result_.problems = header_.problems;
            return;
        }
        const std::size_t before = result_.problems.size();
        CheckIn checkin = read_cells(row, at);
        if (result_.problems.size() > before) return;
        checkins_.push_back(std::move(checkin));
        places_.push_back(at);
    }

    CheckIn read_cells(const CsvRow& row, RowPosition at) {
        CheckIn checkin;
        checkin.person = journal_.profile->people.front().id;
        if (!has_its_cells(row, at)) return checkin;
        for (std::size_t i = 0; i < std::min(row.cells.size(), header_.columns.size()); ++i)
            if (auto found = read_cell(row.cells[i], i, checkin)) problem(at, i, std::move(*found));
        return checkin;
    }

    // Empty cells may be missing where the columns have no name, and stand behind the last one.
    bool has_its_cells(const CsvRow& row, RowPosition at) {
        const auto& columns = header_.columns;
        for (std::size_t i = columns.size(); i < row.cells.size(); ++i) {
            if (is_blank(row.cells[i])) continue;
            problem(at, i,
                    wrong("This row has more cells than there are columns.",
                          "Put cells with a comma in them in quotation marks."));
            return false;
        }
        for (std::size_t i = row.cells.size(); i < columns.size(); ++i) {
            if (columns[i].kind == ColumnKind::nameless) continue;
            problem(at, i,
                    wrong("This row ends before this cell.",
                          "Each row has a cell for every column, be it empty."));
            return false;
        }
        return true;
    }

    Wrong read_cell(const std::string& cell, std::size_t i, CheckIn& checkin) {
        const CsvColumn& column = header_.columns[i];
        switch (column.kind) {
            case ColumnKind::date:
                return read_date(cell, options_.dates, checkin);
            case ColumnKind::time:
                return read_time(cell, checkin);
            case ColumnKind::person:
                return read_person(cell, checkin);
            case ColumnKind::scale:
                return read_rating(cell, column.scale, checkin);
            case ColumnKind::events:
                return read_events(cell, checkin);
            case ColumnKind::note:
                return read_note(cell, checkin);
            case ColumnKind::nameless:
                return read_nameless(cell, i);
            case ColumnKind::passed_over:
                break;
        }
        return std::nullopt;
    }

    // Only Rekindle's own table brings new people: in any other this is a slip of the hand.
    Wrong read_person(std::string_view cell, CheckIn& checkin) const {
        const std::string id{trimmed_cell(cell)};
        if (id.empty()) return std::nullopt;
        const std::string small = lower_ascii(id);
        for (const std::string& one : {id, small})
            if (people_.contains(one) || (header_.own && is_id(one))) {
                checkin.person = one;
                return std::nullopt;
            }
        std::string known;
        for (const Person& person : journal_.profile->people)
            known += (known.empty() ? "" : ", ") + person.id;
        return wrong("Nobody in this journal has that id.",
                     fmt::format("The ids in profile.toml are: {}.", known));
    }

    // Some programs put the number of the row into a first column without a name.
    Wrong read_nameless(std::string_view cell, std::size_t i) {
        if (is_blank(cell)) return std::nullopt;
        const std::string_view number = trimmed_cell(cell);
        if (i == 0 && places_.empty() && !first_number_ && (number == "0" || number == "1"))
            first_number_ = number == "0" ? 0 : 1;
        if (i == 0 && first_number_ && number == std::to_string(*first_number_ + places_.size()))
            return std::nullopt;
        return wrong("Something stands here, but the column has no name.",
                     "Give it one in the first line, or empty the column.");
    }

    void plan(Date today) {
        result_.plan = plan_import(journal_, checkins_, today);
        if (header_.own)
            for (const CsvColumn& column : header_.columns)
                if (column.fresh)
                    result_.plan.scales.push_back(
                        {column.scale, title_of(column.scale), "not at all", "very much"});
        for (std::size_t i = 0; i < result_.plan.added.size(); ++i) check_added(i);
        if (!result_.problems.empty()) return;
        if (const auto third = plan_people(journal_, result_.plan))
            problem(places_[result_.plan.added_from[*third]],
                    wrong("Here writes a third person, and a journal is for one or two.",
                          "Bring the table in without their rows, or into a journal of its own."));
    }

    // What is there already may stand under ids that only an editor can have given.
    void check_added(std::size_t i) {
        const CheckIn& checkin = result_.plan.added[i];
        const bool usable = is_id(checkin.person) &&
                            std::all_of(checkin.ratings.begin(), checkin.ratings.end(),
                                        [](const auto& rating) { return is_id(rating.first); });
        if (!usable)
            problem(places_[result_.plan.added_from[i]],
                    wrong("The id of a person or a scale in this row cannot be used.",
                          "Ids are made of small letters, digits and hyphens."));
    }

    const std::string& file_;
    const Journal& journal_;
    const CsvOptions& options_;
    const std::vector<std::string>& scales_;
    std::set<std::string> people_;
    CsvHeader header_;
    std::vector<CheckIn> checkins_;
    std::vector<RowPosition> places_;  // of each of them
    std::optional<int> first_number_;  // in a column that counts the rows
    bool stopped_ = false;
    bool misquoted_ = false;
    CsvImport result_;
};

}  // namespace

std::optional<std::string> unknown_column(const CsvOptions& options, const Content& content,
                                          const Journal& journal) {
    const auto scales = csv_scales(journal, content);
    for (const auto& [name, column] : options.columns) {
        const bool fixed = name == "date" || name == "time" || name == "person" ||
                           name == "events" || name == "note";
        const std::string scale = from_scale_column(name);
        if (!fixed && std::find(scales.begin(), scales.end(), scale) == scales.end()) return name;
    }
    return std::nullopt;
}

CsvImport read_csv(std::string_view bytes, const std::string& file, const Content& content,
                   const Journal& journal, Date today, const CsvOptions& options) {
    const auto decoded = read_table_text(bytes, file);
    if (!decoded) return {{}, {decoded.error()}};
    std::string_view text = *decoded;
    const std::vector<std::string> scales = csv_scales(journal, content);
    auto form = tell_csv_form(text, file, names_of(scales, options));
    if (!form) return {{}, {form.error()}};
    Reader reader{file, journal, options, scales};
    CsvImport read = reader.read(text, *form, today);
    if (!reader.misquoted() || form->spaced) return read;
    // A blank before a quote can only be for the eye: with that the whole table is read anew.
    form->spaced = true;
    Reader spaced{file, journal, options, scales};
    CsvImport second = spaced.read(text, *form, today);
    return spaced.misquoted() ? read : second;
}

}  // namespace rekindle
