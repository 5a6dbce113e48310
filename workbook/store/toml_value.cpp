#include "workbook/store/toml_value.hpp"

#include <algorithm>
#include <cmath>

namespace rekindle {

TomlTable::TomlTable() = default;
TomlTable::TomlTable(std::initializer_list<Entry> entries) : entries_(entries) {}
TomlTable::TomlTable(const TomlTable&) = default;
TomlTable::TomlTable(TomlTable&&) noexcept = default;
TomlTable& TomlTable::operator=(const TomlTable&) = default;
TomlTable& TomlTable::operator=(TomlTable&&) noexcept = default;
TomlTable::~TomlTable() = default;

bool TomlTable::empty() const { return entries_.empty(); }

const TomlValue* TomlTable::find(std::string_view key) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    return found == entries_.end() ? nullptr : &found->value;
}

TomlValue* TomlTable::find(std::string_view key) {
    return const_cast<TomlValue*>(static_cast<const TomlTable*>(this)->find(key));
}

void TomlTable::set(std::string_view key, TomlValue value) {
    if (TomlValue* there = find(key))
        *there = std::move(value);
    else
        entries_.push_back({std::string{key}, std::move(value)});
}

void TomlTable::remove(std::string_view key) {
    std::erase_if(entries_, [&](const Entry& entry) { return entry.key == key; });
}

bool TomlTable::operator==(const TomlTable& other) const {
    return entries_.size() == other.entries_.size() &&
           std::all_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
               const TomlValue* there = other.find(entry.key);
               return there != nullptr && *there == entry.value;
           });
}

bool TomlValue::operator==(const TomlValue& other) const {
    // A key we do not know may hold "nan", which has to count as unchanged.
    const double* a = as<double>();
    const double* b = other.as<double>();
    if (a != nullptr && b != nullptr && std::isnan(*a) && std::isnan(*b)) return true;
    return kind == other.kind;
}

bool is_table_array(const TomlValue& value) {
    const TomlArray* array = value.as<TomlArray>();
    return array != nullptr && !array->empty() &&
           std::all_of(array->begin(), array->end(),
                       [](const TomlValue& element) { return element.as<TomlTable>() != nullptr; });
}

std::int64_t count_entries(const TomlTable& file) {
    std::int64_t count = 0;
    for (const auto& [key, value] : file.entries())
        if (is_table_array(value))
            count += static_cast<std::int64_t>(value.as<TomlArray>()->size());
    return count;
}

}  // namespace rekindle
