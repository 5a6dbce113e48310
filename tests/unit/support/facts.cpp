#include "tests/unit/support/facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "workbook/files/toml_write.hpp"
#include "workbook/store/part_toml.hpp"
#include "workbook/store/store.hpp"

namespace rekindle::test {
namespace {

struct Shape {
    std::string_view array;
    std::vector<std::string_view> name;
    bool is_one_statement = false;
};

const std::vector<Shape>& shapes() {
    static const std::vector<Shape> all{
        {"checkin", {"date", "id"}},
        {"events", {"kind", "text"}},
        {"person", {"id"}},
        {"scale", {"id"}},
        {"former_scale", {"id"}},
        {"supporter", {"id"}},
        {"item", {"list", "id"}},
        {"promise", {"ledger", "id"}},
        {"marks", {"due"}, true},
        {"ritual", {"id"}},
        {"done", {"ritual", "date", "person"}},
        {"plan", {"list", "id"}},
        {"answer", {"card", "exercise", "id"}},
        {"letter", {"card", "exercise", "id"}},
        {"parts", {"part"}},
        {"talk", {"card", "exercise", "id"}},
        {"felt", {"person"}},
        {"pause", {"card", "exercise", "id"}, true},
        {"tick", {"card", "exercise", "item", "date", "person"}},
        {"rating", {"card", "scale", "date", "person"}, true},
        {"mark", {"card", "person"}, true},
    };
    return all;
}

std::string in_words(const TomlValue& value) {
    if (const auto* text = value.as<std::string>()) return *text;
    if (const auto* moment = value.as<TomlMoment>()) return moment->text;
    return to_text(TomlTable{{"value", value}});
}

void add_entry(const std::string& entry, const TomlTable& table, Facts& facts);

void add_array(const std::string& above, std::string_view key, const TomlArray& array,
               Facts& facts) {
    const auto shape = std::find_if(shapes().begin(), shapes().end(),
                                    [&](const Shape& each) { return each.array == key; });
    if (shape == shapes().end()) return;  // rests
    for (const TomlValue& element : array) {
        const TomlTable& table = *element.as<TomlTable>();
        std::string entry = above + '\n' + std::string{key};
        for (const std::string_view part : shape->name)
            if (const TomlValue* value = table.find(part)) entry += '\t' + in_words(*value);
        facts[{entry, ""}] = "there";
        if (shape->is_one_statement)
            facts[{entry, "statement"}] = to_text(table);
        else
            add_entry(entry, table, facts);
    }
}

bool is_of_schedule(std::string_view key) {
    return key == "recurrence" || key == "first" || key == "weekdays";
}

void add_entry(const std::string& entry, const TomlTable& table, Facts& facts) {
    for (const auto& [key, value] : table.entries()) {
        if (is_of_schedule(key)) {
            facts[{entry, "schedule"}] += in_words(value) + ' ';
        } else if (const auto* array = value.as<TomlArray>()) {
            add_array(entry, key, *array, facts);
        } else if (const auto* inner = value.as<TomlTable>()) {
            for (const auto& [name, rating] : inner->entries())
                facts[{entry, key + ' ' + name}] = in_words(rating);
        } else {
            facts[{entry, key}] = in_words(value);
        }
    }
}

}  // namespace

Facts facts_of(const Journal& journal) {
    Facts facts;
    std::vector<Part> parts{{PartKind::profile}, {PartKind::practices}};
    for (const auto& [month, ignored] : journal.months) parts.push_back({PartKind::month, month});
    for (const auto& [workbook, ignored] : journal.answers)
        parts.push_back({PartKind::answers, {}, workbook});
    for (const Part& part : parts)
        add_entry(Store::file_of(part).generic_string(), to_toml(journal, part), facts);
    return facts;
}

bool is_long_text(const FactName& name) {
    return name.second == "text" || name.second == "note" || name.second == "learned";
}

}  // namespace rekindle::test
