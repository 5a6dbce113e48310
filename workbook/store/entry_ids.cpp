#include "workbook/store/entry_ids.hpp"

#include <set>
#include <unordered_map>

namespace rekindle {
namespace {

// What an entry says under a key, in letters an id may have.
std::string as_id(const TomlValue& value) {
    std::string text;
    if (const auto* moment = value.as<TomlMoment>()) text = moment->text;
    if (const auto* words = value.as<std::string>()) text = *words;
    for (char& c : text)
        if (!is_id(std::string_view{&c, 1})) c = '-';
    return text;
}

std::string base_id(const TomlTable& entry, const std::vector<std::string_view>& keys) {
    std::string id = "hand";
    for (const std::string_view key : keys)
        if (const TomlValue* value = entry.find(key)) id += '-' + as_id(*value);
    return id;
}

}  // namespace

void complete_ids(TomlTable& file, std::string_view array,
                  const std::vector<std::string_view>& keys) {
    TomlValue* value = file.find(array);
    TomlArray* entries = value == nullptr ? nullptr : value->as<TomlArray>();
    if (entries == nullptr) return;
    std::set<std::string> taken;
    for (const TomlValue& element : *entries)
        if (const auto* entry = element.as<TomlTable>())
            if (const TomlValue* id = entry->find("id"))
                if (const auto* text = id->as<std::string>()) taken.insert(*text);
    std::unordered_map<std::string, int> numbers;
    for (TomlValue& element : *entries) {
        auto* entry = element.as<TomlTable>();
        if (entry == nullptr || entry->find("id") != nullptr) continue;
        const std::string base = base_id(*entry, keys);
        std::string id = base;
        for (int& number = numbers[base]; !taken.insert(id).second;)
            id = base + '-' + std::to_string(++number + 1);
        entry->set("id", id);
    }
}

void report_second_id(const TomlReader& entry) {
    entry.problem("id", "Another entry of this day or list has this id, too.",
                  "Delete this line if the entry is meant; Rekindle gives it an id of its own.");
}

}  // namespace rekindle
