#include "workbook/store/toml_merge.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>

#include "workbook/files/toml_write.hpp"

namespace rekindle {
namespace {

constexpr std::string_view line_between = "\n\n———\n\n";

// What names an entry in each array of a journal's files.
struct Naming {
    std::string_view array;
    std::array<std::string_view, 5> keys;
};
constexpr std::array<Naming, 21> namings{{
    {"checkin", {"date", "id"}},
    {"person", {"id"}},
    {"scale", {"id"}},
    {"supporter", {"id"}},
    {"item", {"list", "id"}},
    {"promise", {"ledger", "id"}},
    {"marks", {"due"}},
    {"pauses", {"from"}},
    {"ritual", {"id"}},
    {"done", {"ritual", "date", "person"}},
    {"plan", {"list", "id"}},
    {"answer", {"card", "exercise", "id"}},
    {"letter", {"card", "exercise", "id"}},
    {"parts", {"part"}},
    {"talk", {"card", "exercise", "id"}},
    {"felt", {"person"}},
    {"tick", {"card", "exercise", "item", "date", "person"}},
    {"rating", {"card", "scale", "date", "person"}},
    {"mark", {"card", "person"}},
    {"events", {"kind", "text"}},
}};

std::string name_of(std::string_view array, const TomlTable& entry) {
    const auto* naming = std::find_if(namings.begin(), namings.end(),
                                      [&](const Naming& each) { return each.array == array; });
    TomlTable name;
    if (naming != namings.end()) {
        for (const std::string_view key : naming->keys)
            if (const TomlValue* value = entry.find(key)) name.set(key, *value);
    } else if (const TomlValue* id = entry.find("id")) {
        name.set("id", *id);
    } else {
        name = entry;  // an array of another program: an entry is what it says
    }
    return to_text(name);
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

bool equal(const TomlValue* a, const TomlValue* b) {
    return a == nullptr || b == nullptr ? a == b : *a == *b;
}

bool is_long_text(std::string_view key) {
    return key == "note" || key == "text" || key == "learned";
}

std::string both_texts(const std::string& ours, const std::string& theirs) {
    if (ours.find(theirs) != std::string::npos) return ours;
    if (theirs.find(ours) != std::string::npos) return theirs;
    return ours + std::string{line_between} + theirs;
}

const TomlTable nothing;

const TomlTable& table_or_nothing(const TomlValue* value) {
    const TomlTable* table = value == nullptr ? nullptr : value->as<TomlTable>();
    return table == nullptr ? nothing : *table;
}

// One entry or table of which at least one side is there; null: absent in that one.
std::optional<TomlTable> merge_entry(const TomlTable* base, const TomlTable* ours,
                                     const TomlTable* theirs) {
    const auto same = [](const TomlTable* a, const TomlTable* b) {
        return a == nullptr || b == nullptr ? a == b : *a == *b;
    };
    const auto copy = [](const TomlTable* table) {
        return table == nullptr ? std::nullopt : std::optional{*table};
    };
    if (same(ours, base)) return copy(theirs);
    if (same(theirs, base)) return copy(ours);
    if (ours == nullptr || theirs == nullptr) return copy(ours == nullptr ? theirs : ours);
    return merge_toml(base == nullptr ? nothing : *base, *ours, *theirs);
}

TomlArray merge_entries(const Entries& base, const Entries& ours, const Entries& theirs) {
    TomlArray merged;
    for (const auto& [name, entry] : ours.in_order)
        if (auto kept = merge_entry(base.find(name), entry, theirs.find(name)))
            merged.emplace_back(std::move(*kept));
    for (const auto& [name, entry] : theirs.in_order) {
        if (ours.find(name) != nullptr) continue;
        if (auto kept = merge_entry(base.find(name), nullptr, entry))
            merged.emplace_back(std::move(*kept));
    }
    return merged;
}

// None: the key is absent in the merged document.
std::optional<TomlValue> merge_value(const std::string& key, const TomlValue* base,
                                     const TomlValue* ours, const TomlValue* theirs) {
    const auto copy = [](const TomlValue* value) {
        return value == nullptr ? std::nullopt : std::optional{*value};
    };
    if (equal(ours, base)) return copy(theirs);
    if (equal(theirs, base)) return copy(ours);
    const auto a = entries_of(key, base);
    const auto b = entries_of(key, ours);
    const auto c = entries_of(key, theirs);
    if (a && b && c) return TomlValue{merge_entries(*a, *b, *c)};
    if (ours == nullptr || theirs == nullptr) return copy(ours == nullptr ? theirs : ours);
    if (ours->as<TomlTable>() != nullptr && theirs->as<TomlTable>() != nullptr)
        return TomlValue{
            merge_toml(table_or_nothing(base), *ours->as<TomlTable>(), *theirs->as<TomlTable>())};
    const auto* text = ours->as<std::string>();
    const auto* other = theirs->as<std::string>();
    if (text != nullptr && other != nullptr && is_long_text(key))
        return TomlValue{both_texts(*text, *other)};
    return *ours;
}

void keep_unknown_in(const std::string& key, TomlValue& merged, const TomlValue& known,
                     const TomlValue& raw) {
    if (merged.as<TomlTable>() != nullptr && raw.as<TomlTable>() != nullptr) {
        merged = keep_unknown(std::move(*merged.as<TomlTable>()), table_or_nothing(&known),
                              *raw.as<TomlTable>());
        return;
    }
    const auto known_entries = entries_of(key, &known);
    const auto raw_entries = entries_of(key, &raw);
    if (!is_table_array(merged) || !known_entries || !raw_entries) {
        if (merged == known) merged = raw;
        return;
    }
    const auto merged_entries = entries_of(key, &merged);
    TomlArray kept;
    for (const auto& [name, entry] : merged_entries->in_order) {
        const TomlTable* known_entry = known_entries->find(name);
        const TomlTable* raw_entry = raw_entries->find(name);
        if (known_entry == nullptr || raw_entry == nullptr)
            kept.emplace_back(*entry);
        else
            kept.emplace_back(keep_unknown(*entry, *known_entry, *raw_entry));
    }
    merged = std::move(kept);
}

}  // namespace

TomlTable merge_toml(const TomlTable& base, const TomlTable& ours, const TomlTable& theirs) {
    TomlTable merged;
    for (const auto& [key, value] : ours.entries())
        if (auto kept = merge_value(key, base.find(key), &value, theirs.find(key)))
            merged.set(key, std::move(*kept));
    for (const auto& [key, value] : theirs.entries()) {
        if (ours.find(key) != nullptr) continue;
        if (auto kept = merge_value(key, base.find(key), nullptr, &value))
            merged.set(key, std::move(*kept));
    }
    return merged;
}

TomlTable keep_unknown(TomlTable merged, const TomlTable& known, const TomlTable& raw) {
    for (const auto& [key, value] : raw.entries()) {
        TomlValue* there = merged.find(key);
        const TomlValue* understood = known.find(key);
        if (understood == nullptr && there == nullptr)
            merged.set(key, value);
        else if (understood != nullptr && there != nullptr)
            keep_unknown_in(key, *there, *understood, value);
    }
    return merged;
}

}  // namespace rekindle
