#include "workbook/store/unknown_keys.hpp"

#include <array>
#include <map>
#include <optional>
#include <unordered_map>

#include "workbook/files/toml_write.hpp"
#include "workbook/store/answers_parts.hpp"
#include "workbook/store/practices_parts.hpp"

namespace rekindle {
namespace {

// Of the arrays in profile and months.
constexpr std::array<Naming, 6> other_namings{{
    {"checkin", {"date", "id"}},
    {"person", {"id"}},
    {"scale", {"id"}},
    {"former_scale", {"id"}},
    {"supporter", {"id"}},
    {"events", {"kind", "text"}},
}};

template <class Namings>
const Naming* find_in(const Namings& namings, std::string_view array) {
    for (const Naming& each : namings)
        if (!array.empty() && each.array == array) return &each;
    return nullptr;
}

template <class Parts>
const Naming* find_in_parts(const Parts& parts, std::string_view array) {
    for (const auto& part : parts)
        if (const Naming* found = find_in(part.names, array)) return found;
    return nullptr;
}

// What names an entry of the array; null for one of another program.
const Naming* find_naming(std::string_view array) {
    if (const Naming* found = find_in(other_namings, array)) return found;
    if (const Naming* found = find_in_parts(answers_parts, array)) return found;
    return find_in_parts(practices_parts, array);
}

// Where an entry goes over from one array to another, and back: a scale that is put away stays the
// scale that it was.
struct Neighbours {
    std::string_view one;
    std::string_view other;
};
constexpr std::array<Neighbours, 1> neighbours{{{"scale", "former_scale"}}};

std::string name_of(std::string_view array, const TomlTable& entry) {
    const Naming* naming = find_naming(array);
    TomlTable name;
    if (naming) {
        for (const std::string_view key : naming->keys)
            if (const TomlValue* value = entry.find(key)) name.set(key, *value);
    } else if (const TomlValue* id = entry.find("id")) {
        name.set("id", *id);
    } else {
        name = entry;  // an array of another program: an entry is what it says
    }
    return to_text(name);
}

// Where nobody is named the first person is meant.
std::string name_without_person(std::string_view array, TomlTable entry) {
    entry.remove("person");
    return name_of(array, entry);
}

// The entries of an array by name; the second of the same name is "name 2".
struct Entries {
    std::vector<std::pair<std::string, const TomlTable*>> in_order;
    std::map<std::string, const TomlTable*, std::less<>> by_name;

    const TomlTable* find(const std::string& name) const {
        const auto found = by_name.find(name);
        return found == by_name.end() ? nullptr : found->second;
    }
};

// None for a value that is no array of tables; an absent one is an empty array.
std::optional<Entries> entries_of(std::string_view array, const TomlValue* value) {
    Entries entries;
    if (value == nullptr) return entries;
    const auto* elements = value->as<TomlArray>();
    if (elements == nullptr) return std::nullopt;
    std::unordered_map<std::string, int> numbers;
    for (const TomlValue& element : *elements) {
        const auto* table = element.as<TomlTable>();
        if (table == nullptr) return std::nullopt;
        const std::string name = name_of(array, *table);
        const int number = ++numbers[name];
        const std::string numbered = number == 1 ? name : name + ' ' + std::to_string(number);
        entries.by_name.emplace(numbered, table);
        entries.in_order.emplace_back(numbered, table);
    }
    return entries;
}

const TomlTable nothing;

const TomlTable& table_or_nothing(const TomlValue* value) {
    const TomlTable* table = value == nullptr ? nullptr : value->as<TomlTable>();
    return table == nullptr ? nothing : *table;
}

void keep_unknown_in(const std::string& key, TomlValue& document, const TomlValue& known,
                     const TomlValue& raw) {
    if (document.as<TomlTable>() != nullptr && raw.as<TomlTable>() != nullptr) {
        document = keep_unknown(std::move(*document.as<TomlTable>()), table_or_nothing(&known),
                                *raw.as<TomlTable>());
        return;
    }
    const auto known_entries = entries_of(key, &known);
    const auto raw_entries = entries_of(key, &raw);
    if (!is_table_array(document) || !known_entries || !raw_entries) {
        if (document == known) document = raw;
        return;
    }
    const auto entries = entries_of(key, &document);
    TomlArray kept;
    for (const auto& [name, entry] : entries->in_order) {
        const TomlTable* known_entry = known_entries->find(name);
        const TomlTable* raw_entry = raw_entries->find(name);
        if (raw_entry == nullptr) raw_entry = raw_entries->find(name_without_person(key, *entry));
        if (known_entry == nullptr || raw_entry == nullptr)
            kept.emplace_back(*entry);
        else
            kept.emplace_back(keep_unknown(*entry, *known_entry, *raw_entry));
    }
    document = std::move(kept);
}

// Gives the entries of `array` that were entries of `from` before what was said of them there.
void keep_unknown_of_moved(std::string_view from, std::string_view array, TomlTable& document,
                           const TomlTable& known, const TomlTable& raw) {
    TomlValue* value = document.find(array);
    if (value == nullptr || !is_table_array(*value)) return;
    const auto stayed = entries_of(array, known.find(array));
    const auto known_there = entries_of(from, known.find(from));
    const auto raw_there = entries_of(from, raw.find(from));
    if (!stayed || !known_there || !raw_there) return;
    for (TomlValue& element : *value->as<TomlArray>()) {
        auto& entry = *element.as<TomlTable>();
        const std::string name = name_of(array, entry);
        const TomlTable* known_entry = known_there->find(name);
        const TomlTable* raw_entry = raw_there->find(name);
        if (!stayed->find(name) && known_entry != nullptr && raw_entry != nullptr)
            entry = keep_unknown(std::move(entry), *known_entry, *raw_entry);
    }
}

}  // namespace

TomlTable keep_unknown(TomlTable document, const TomlTable& known, const TomlTable& raw) {
    for (const auto& [key, value] : raw.entries()) {
        TomlValue* there = document.find(key);
        const TomlValue* understood = known.find(key);
        if (understood == nullptr && there == nullptr)
            document.set(key, value);
        else if (understood != nullptr && there != nullptr)
            keep_unknown_in(key, *there, *understood, value);
    }
    for (const auto& [one, other] : neighbours) {
        keep_unknown_of_moved(one, other, document, known, raw);
        keep_unknown_of_moved(other, one, document, known, raw);
    }
    return document;
}

}  // namespace rekindle
