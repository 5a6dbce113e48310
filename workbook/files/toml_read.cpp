#include "workbook/files/toml_read.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>

#include "workbook/base/plain_text.hpp"
#include "workbook/files/toml_guard.hpp"
#include "workbook/files/toml_slip.hpp"

namespace rekindle {
namespace {

int to_int(toml::source_index number) { return static_cast<int>(number); }

std::string written(const toml::date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string written(const toml::time& time) {
    std::string text = fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
    if (time.nanosecond != 0) {
        text += fmt::format(".{:09}", time.nanosecond);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text;
}

std::string written(const toml::date_time& moment) {
    std::string text = written(moment.date) + 'T' + written(moment.time);
    if (!moment.offset) return text;
    const int minutes = moment.offset->minutes;
    if (minutes == 0) return text + 'Z';
    return text + fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                              std::abs(minutes) % 60);
}

// Moves toml++'s document into ours. Its depth is bounded by the guard, so recursion is safe.
TomlTable to_table(toml::table& from);

TomlValue::Kind to_kind(toml::node& from) {
    switch (from.type()) {
        case toml::node_type::table:
            return to_table(*from.as_table());
        case toml::node_type::array: {
            TomlArray array;
            array.reserve(from.as_array()->size());
            for (toml::node& element : *from.as_array()) {
                TomlValue& value = array.emplace_back();
                value.kind = to_kind(element);
                value.line = to_int(element.source().begin.line);
                value.column = to_int(element.source().begin.column);
            }
            return array;
        }
        case toml::node_type::string:
            return std::move(from.as_string()->get());
        case toml::node_type::integer:
            return from.as_integer()->get();
        case toml::node_type::floating_point:
            return from.as_floating_point()->get();
        case toml::node_type::boolean:
            return from.as_boolean()->get();
        case toml::node_type::date:
            return TomlMoment{written(from.as_date()->get())};
        case toml::node_type::time:
            return TomlMoment{written(from.as_time()->get())};
        case toml::node_type::date_time:
            return TomlMoment{written(from.as_date_time()->get())};
        default:
            return false;
    }
}

TomlTable to_table(toml::table& from) {
    TomlTable table;
    table.line = to_int(from.source().begin.line);
    table.column = to_int(from.source().begin.column);
    table.entries().reserve(from.size());
    for (auto&& [key, node] : from) {
        auto& entry = table.entries().emplace_back();
        entry.key = std::string{key.str()};
        entry.value.kind = to_kind(node);
        // The key's own line: the value of a text over several lines may begin elsewhere.
        entry.value.line = to_int(key.source().begin.line);
        entry.value.column = to_int(node.source().begin.column);
    }
    return table;
}

std::string a_kind_of_value(const TomlValue& value) {
    static constexpr const char* names[] = {
        "true or false", "a whole number", "a number with a point", "a text", "a date or a time",
        "an array",      "a table"};
    return names[value.kind.index()];
}

void report_type(const TomlReader& reader, std::string_view key, std::string_view wanted,
                 const TomlValue& found, std::string remedy = {}) {
    reader.problem(
        key, fmt::format("`{}` has to be {}; here it is {}.", key, wanted, a_kind_of_value(found)),
        std::move(remedy));
}

// The value of a key when it has the type T; a problem when it has another.
template <class T>
const T* typed(const TomlReader& reader, std::string_view key, std::string_view wanted,
               std::string remedy = {}) {
    const TomlValue* value = reader.raw().find(key);
    if (value == nullptr) return nullptr;
    const T* right = value->as<T>();
    if (right == nullptr) report_type(reader, key, wanted, *value, std::move(remedy));
    return right;
}

}  // namespace

Result<TomlTable> parse_toml(std::string_view text, const std::string& file, std::uintmax_t most) {
    if (auto error = problem_with_plain_text(text, file)) return fail(std::move(*error));
    if (auto error = refuse_dangerous_toml(text, file, most)) return fail(std::move(*error));
    try {
        toml::table parsed = toml::parse(text, file);
        TomlTable document = to_table(parsed);
        // A short text can nest deeper than it could be written again: [[a.b]] and c.d add up.
        for (const auto& [key, value] : document.entries())
            if (depth_of(value) > deepest_toml)
                return fail(too_deep({file, std::max(value.line, 1), value.column}));
        return document;
    } catch (const toml::parse_error& error) {
        // toml++'s own words quote the text they stumble over: a person's note could be in there.
        const toml::source_position at = error.source().begin;
        const int line = std::max(to_int(at.line), 1);
        TomlSlip slip = find_toml_slip(text, line);
        return fail(ErrorCode::invalid, "This line is not TOML.", std::move(slip.remedy),
                    Place{file, slip.line, slip.line == line ? to_int(at.column) : 1});
    }
}

std::optional<std::string> TomlReader::text(std::string_view key) const {
    const auto* value = typed<std::string>(*this, key, "a text", "Put it in quotation marks.");
    return value == nullptr ? std::nullopt : std::optional{*value};
}

std::optional<int> TomlReader::whole(std::string_view key, int low, int high) const {
    const auto* value = typed<std::int64_t>(*this, key, "a whole number",
                                            "Write it like 6, without quotation marks and point.");
    if (value == nullptr) return std::nullopt;
    if (*value >= low && *value <= high) return static_cast<int>(*value);
    problem(key, fmt::format("`{}` is outside {} to {}.", key, low, high),
            "Correct it, or take the line out: no answer is fine.");
    return std::nullopt;
}

std::optional<bool> TomlReader::truth(std::string_view key) const {
    const auto* value = typed<bool>(*this, key, "true or false");
    return value == nullptr ? std::nullopt : std::optional{*value};
}

bool TomlReader::truth_when_in_doubt(std::string_view key) const {
    return has(key) && truth(key).value_or(true);
}

std::optional<double> TomlReader::number(std::string_view key) const {
    const TomlValue* value = raw().find(key);
    if (value == nullptr) return std::nullopt;
    if (const auto* whole = value->as<std::int64_t>()) return static_cast<double>(*whole);
    const auto* real = typed<double>(*this, key, "a number");
    if (real == nullptr) return std::nullopt;
    if (std::isfinite(*real)) return *real;
    problem(key, fmt::format("`{}` has to be a finite number.", key));
    return std::nullopt;
}

std::optional<Date> TomlReader::date(std::string_view key) const {
    constexpr const char* remedy = "Write it like 2026-03-09, without quotation marks.";
    const auto* value = typed<TomlMoment>(*this, key, "a date", remedy);
    if (value == nullptr) return std::nullopt;
    const auto date = parse_date(value->text);
    if (!date && value->text.find('T') != std::string::npos)
        problem(key, fmt::format("`{}` has a time of day in it.", key),
                "Write the day alone, like 2026-03-09; a time has a line of its own.");
    else if (!date)
        problem(key, fmt::format("`{}` is no day between 1900 and 9999.", key), remedy);
    return date;
}

std::optional<TimeOfDay> TomlReader::time(std::string_view key) const {
    constexpr const char* remedy = "Write it like 20:15:00, without quotation marks.";
    const auto* value = typed<TomlMoment>(*this, key, "a time", remedy);
    if (value == nullptr) return std::nullopt;
    // Seconds are left in the file; nobody here asks for them.
    const bool is_time = value->text.size() >= 8 && value->text[2] == ':';
    const auto time =
        is_time ? parse_time(std::string_view{value->text}.substr(0, 5)) : std::nullopt;
    if (!time) problem(key, fmt::format("`{}` is no time of day.", key), remedy);
    return time;
}

std::vector<std::string> TomlReader::texts(std::string_view key) const {
    std::vector<std::string> texts;
    const auto* array = typed<TomlArray>(*this, key, "a list of texts");
    if (array == nullptr) return texts;
    for (const TomlValue& element : *array)
        if (const auto* text = element.as<std::string>())
            texts.push_back(*text);
        else
            report_type(*this, key, "a list of texts only", element);
    return texts;
}

std::vector<TomlReader> TomlReader::tables(std::string_view key) const {
    std::vector<TomlReader> tables;
    const auto* array = typed<TomlArray>(*this, key, "a list of tables",
                                         fmt::format("Begin each one with [[{}]].", key));
    if (array == nullptr) return tables;
    for (const TomlValue& element : *array)
        if (const auto* table = element.as<TomlTable>())
            tables.emplace_back(*table, *file_, *problems_);
        else
            report_type(*this, key, "a list of tables only", element);
    return tables;
}

std::optional<TomlReader> TomlReader::table(std::string_view key) const {
    const auto* table = typed<TomlTable>(*this, key, "a table");
    if (table == nullptr) return std::nullopt;
    return TomlReader{*table, *file_, *problems_};
}

std::string TomlReader::require_text(std::string_view key) const {
    if (!has(key)) problem(key, fmt::format("`{}` is missing.", key));
    return text(key).value_or(std::string{});
}

std::string TomlReader::require_id(std::string_view key) const {
    std::string id = require_text(key);
    if (id.empty() || is_id(id)) {
        if (id.empty() && has(key) && raw().find(key)->as<std::string>() != nullptr)
            problem(key, fmt::format("`{}` is empty.", key));
        return id;
    }
    problem(key, fmt::format("`{}` may only have a to z, 0 to 9 and hyphens.", key));
    return {};
}

std::optional<Date> TomlReader::require_date(std::string_view key) const {
    if (!has(key)) problem(key, fmt::format("`{}` is missing.", key), "Write it like 2026-03-09.");
    return date(key);
}

std::optional<int> TomlReader::require_whole(std::string_view key, int low, int high) const {
    if (!has(key)) problem(key, fmt::format("`{}` is missing.", key));
    return whole(key, low, high);
}

std::vector<std::string> TomlReader::unknown_keys(
    const std::vector<std::string_view>& known) const {
    std::vector<std::string> unknown;
    for (const auto& [key, value] : table_->entries())
        if (std::find(known.begin(), known.end(), key) == known.end()) unknown.push_back(key);
    return unknown;
}

Place TomlReader::place(std::string_view key) const {
    if (const TomlValue* value = table_->find(key); value != nullptr && value->line > 0)
        return {*file_, value->line, value->column};
    return {*file_, std::max(table_->line, 1), table_->column};
}

void TomlReader::problem(std::string_view key, std::string message, std::string remedy) const {
    problems_->push_back(
        Error{ErrorCode::invalid, std::move(message), std::move(remedy), place(key)});
}

}  // namespace rekindle
