#include "workbook/exchange/csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "workbook/base/folded_text.hpp"
#include "workbook/base/id.hpp"
#include "workbook/base/utf8_text.hpp"
#include "workbook/exchange/csv_columns.hpp"

namespace rekindle {
namespace {

constexpr std::array<char, 3> separators{',', ';', '\t'};
constexpr std::array<std::string_view, 5> first_names{"date", "time", "person", mood_scale,
                                                      trust_scale};
constexpr std::array<std::string_view, 2> last_names{"events", "note"};

// Takes a line `sep=;` off, as Excel reads and writes it; the separator, or 0 where it names none
// that can be read here.
std::optional<char> take_separator_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    std::string_view rest = line;
    if (rest.starts_with('"')) rest.remove_prefix(1);
    if (lower_ascii(rest.substr(0, 4)) != "sep=") return std::nullopt;
    rest.remove_prefix(4);
    const char sign = rest.empty() ? '\0' : rest.front();
    text.remove_prefix(line.size());
    text.remove_prefix(std::min<std::size_t>(text.size(), text.starts_with("\r\n") ? 2 : 1));
    // More of the same may stand behind it, where the line was saved as a row among others.
    const bool alone = rest.find_first_not_of(std::string{sign, '"', ' '}) == rest.npos;
    const bool known = std::find(separators.begin(), separators.end(), sign) != separators.end();
    return alone && known ? sign : '\0';
}

std::optional<CsvRow> first_row(std::string_view text, const CsvForm& form) {
    std::optional<CsvRow> first;
    const auto read = read_csv_rows(text, form, {}, [&](CsvRow row) {
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                       [](const auto& cell) { return trimmed_cell(cell).empty(); });
        if (!blank) first = std::move(row);
        return blank;
    });
    if (!read) return std::nullopt;
    return first;
}

std::pair<std::ptrdiff_t, std::size_t> fit_of(const CsvRow& row,
                                              const std::vector<std::string>& names) {
    const auto known = std::count_if(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
        constexpr std::size_t longest = 1000;  // folding takes its time, and no name is that long
        if (cell.size() > longest) return false;
        const std::string name = fold_text(trimmed_cell(cell));
        return std::find(names.begin(), names.end(), name) != names.end();
    });
    return {known, row.cells.size()};
}

bool has_blanks_before_names(const CsvRow& row) {
    return std::any_of(row.cells.begin() + 1, row.cells.end(), [](const std::string& cell) {
        return !trimmed_cell(cell).empty() && (cell.front() == ' ' || cell.front() == '\t');
    });
}

// A name from a file as it may stand in a message.
std::string shown(std::string_view name) {
    constexpr std::size_t most = 40;
    std::string safe;
    for (const char c : name) {
        if (safe.size() >= most && begins_character(c)) return safe + "…";
        safe += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
    return safe;
}

// Finds out what each cell of the line of names stands for.
class Names {
  public:
    Names(const CsvRow& row, const std::string& file, const std::vector<std::string>& scales,
          const CsvOptions& options)
        : row_(row), file_(file), scales_(scales), options_(options) {}

    CsvHeader read() {
        for (const std::string& cell : row_.cells) names_.emplace_back(trimmed_cell(cell));
        match_options();
        if (!has("date")) return without_date();
        header_.own = is_own();
        for (std::size_t i = 0; i < names_.size(); ++i) header_.columns.push_back(column(i));
        report_doubles();
        return std::move(header_);
    }

  private:
    void problem(std::string message, std::string remedy = {}) {
        header_.problems.push_back(
            {ErrorCode::invalid, std::move(message), std::move(remedy), {file_, row_.line, 0}});
    }

    // The columns that the person named, by their names in the file: as they are, else whatever
    // their capitals and accents.
    void match_options() {
        ours_.resize(names_.size());
        for (const auto& [ours, theirs] : options_.columns) {
            std::vector<std::size_t> found = columns_named(theirs, false);
            if (found.empty()) found = columns_named(theirs, true);
            if (found.size() == 1)
                ours_[found.front()] = ours_for(ours);
            else
                problem(fmt::format("{} named “{}”.",
                                    found.empty() ? "There is no column" : "Two columns are",
                                    shown(theirs)),
                        "--columns takes the names that stand in the first line.");
        }
        const std::vector<std::string> said = ours_;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (!ours_[i].empty()) continue;
            const std::string name = known_name(names_[i]);
            if (std::find(said.begin(), said.end(), name) == said.end()) ours_[i] = name;
        }
    }

    // The name of our column that a person means by `name`.
    static std::string ours_for(const std::string& name) {
        return is_fixed(name) ? name : to_scale_column(from_scale_column(name));
    }

    std::vector<std::size_t> columns_named(const std::string& wanted, bool folded) const {
        const std::string want{trimmed_cell(wanted)};
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (folded ? fold_text(names_[i]) == fold_text(want) : names_[i] == want)
                found.push_back(i);
        return found;
    }

    // The column of ours with this name, whatever its capitals; empty when there is none.
    std::string known_name(const std::string& name) const {
        for (const std::string& one : {name, lower_ascii(name)}) {
            if (is_fixed(one)) return one;
            const std::string scale = from_scale_column(one);
            if (std::find(scales_.begin(), scales_.end(), scale) != scales_.end())
                return to_scale_column(scale);
        }
        return {};
    }

    static bool is_fixed(std::string_view name) {
        return name == "date" || name == "time" || name == "person" || name == "events" ||
               name == "note";
    }

    bool has(std::string_view ours) const {
        return std::find(ours_.begin(), ours_.end(), ours) != ours_.end();
    }

    // A first line without a date may be a person's words: it is not repeated.
    CsvHeader without_date() {
        if (header_.problems.empty())
            problem("There is no column named date.",
                    "The first line names the columns: date, time, person, the ids of scales, "
                    "events and note. --columns date=NAME says which column is the date.");
        return std::move(header_);
    }

    bool is_own() const {
        std::vector<std::string> named;
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (!names_[i].empty()) named.push_back(ours_[i]);
        return named.size() >= first_names.size() + last_names.size() &&
               std::equal(first_names.begin(), first_names.end(), named.begin()) &&
               std::equal(last_names.rbegin(), last_names.rend(), named.rbegin());
    }

    CsvColumn column(std::size_t i) {
        const std::string& name = names_[i];
        if (name.empty()) return {ColumnKind::nameless, {}, {}, false};
        if (!ours_[i].empty()) return known_column(ours_[i], shown(name));
        if (header_.own) return fresh_scale(i);
        if (options_.columns.empty())
            problem(fmt::format("{}“{}” is no name of a column that is known here.",
                                place_in_table(row_.number, i), shown(name)),
                    "Columns are date, time, person, the ids of scales, events and note; --columns "
                    "says which is which, and passes over the others.");
        return {ColumnKind::passed_over, {}, shown(name), false};
    }

    static CsvColumn known_column(const std::string& ours, std::string name) {
        if (ours == "date") return {ColumnKind::date, {}, std::move(name), false};
        if (ours == "time") return {ColumnKind::time, {}, std::move(name), false};
        if (ours == "person") return {ColumnKind::person, {}, std::move(name), false};
        if (ours == "events") return {ColumnKind::events, {}, std::move(name), false};
        if (ours == "note") return {ColumnKind::note, {}, std::move(name), false};
        return {ColumnKind::scale, from_scale_column(ours), std::move(name), false};
    }

    CsvColumn fresh_scale(std::size_t i) {
        const std::string id = from_scale_column(lower_ascii(names_[i]));
        if (!is_id(id))
            problem(fmt::format("{}“{}” cannot be the id of a scale.",
                                place_in_table(row_.number, i), shown(names_[i])),
                    "Ids are made of small letters, digits and hyphens.");
        return {ColumnKind::scale, id, shown(names_[i]), true};
    }

    void report_doubles() {
        const auto& columns = header_.columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const CsvColumn& one = columns[i];
            if (one.kind == ColumnKind::nameless || one.kind == ColumnKind::passed_over) continue;
            const auto same = [&](const CsvColumn& other) {
                return other.kind == one.kind && other.scale == one.scale;
            };
            if (std::count_if(columns.begin(), columns.end(), same) > 1)
                problem(fmt::format("{}Two columns are “{}”.", place_in_table(row_.number, i),
                                    one.name),
                        "Give one of them another name.");
        }
    }

    const CsvRow& row_;
    const std::string& file_;
    const std::vector<std::string>& scales_;
    const CsvOptions& options_;
    std::vector<std::string> names_;  // as in the file, without blanks around
    std::vector<std::string> ours_;   // what each is here; empty: not known
    CsvHeader header_;
};

}  // namespace

Result<CsvForm> tell_csv_form(std::string_view& text, const std::string& file,
                              const std::vector<std::string>& names) {
    CsvForm form;
    std::string candidates{separators.begin(), separators.end()};
    if (const auto said = take_separator_line(text)) {
        if (*said == '\0')
            return fail(ErrorCode::invalid, "The cells of this table are parted by another sign.",
                        "Save it with commas, semicolons or tabs between them.", {file, 1, 0});
        form.first_line = 2;
        candidates = *said;
    }
    // Spaced out only where it cannot be read otherwise: quotes with blanks around them.
    std::pair<std::ptrdiff_t, std::size_t> best{-1, 0};
    for (const bool spaced : {false, true})
        for (const char separator : best.first < 0 ? candidates : std::string{}) {
            const auto row = first_row(text, {separator, 1, spaced});
            if (!row || fit_of(*row, names) <= best) continue;
            best = fit_of(*row, names);
            form.separator = separator;
            form.spaced = spaced || has_blanks_before_names(*row);
        }
    return form;
}

CsvHeader read_csv_header(const CsvRow& row, const std::string& file,
                          const std::vector<std::string>& scales, const CsvOptions& options) {
    return Names{row, file, scales, options}.read();
}

}  // namespace rekindle
