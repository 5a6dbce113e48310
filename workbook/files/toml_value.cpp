#include "workbook/files/toml_value.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

namespace rekindle {

namespace {

constexpr std::size_t most_looked_through = 32;  // keys

}  // namespace

// Where each key stands, by its hash: keys move when the table grows.
struct TomlTable::Index {
    std::unordered_multimap<std::size_t, std::size_t> places;

    void add(std::string_view key, std::size_t place) {
        places.emplace(std::hash<std::string_view>{}(key), place);
    }
};

TomlTable::TomlTable() = default;
TomlTable::TomlTable(std::initializer_list<Entry> entries) : entries_(entries) {}
TomlTable::TomlTable(const TomlTable& other)
    : line(other.line), column(other.column), entries_(other.entries_) {}
TomlTable::TomlTable(TomlTable&&) noexcept = default;
TomlTable& TomlTable::operator=(const TomlTable& other) {
    TomlTable copy(other);
    return *this = std::move(copy);
}
TomlTable& TomlTable::operator=(TomlTable&&) noexcept = default;
TomlTable::~TomlTable() = default;

bool TomlTable::empty() const { return entries_.empty(); }

std::vector<TomlTable::Entry>& TomlTable::entries() {
    index_.reset();
    return entries_;
}

const TomlTable::Index& TomlTable::index() const {
    if (!index_ || index_->places.size() != entries_.size()) {
        index_ = std::make_unique<Index>();
        for (std::size_t i = 0; i < entries_.size(); ++i) index_->add(entries_[i].key, i);
    }
    return *index_;
}

const TomlValue* TomlTable::find(std::string_view key) const {
    if (entries_.size() <= most_looked_through) {
        const auto found = std::find_if(entries_.begin(), entries_.end(),
                                        [&](const Entry& entry) { return entry.key == key; });
        return found == entries_.end() ? nullptr : &found->value;
    }
    const auto [first, last] = index().places.equal_range(std::hash<std::string_view>{}(key));
    for (auto at = first; at != last; ++at)
        if (entries_[at->second].key == key) return &entries_[at->second].value;
    return nullptr;
}

TomlValue* TomlTable::find(std::string_view key) {
    return const_cast<TomlValue*>(static_cast<const TomlTable*>(this)->find(key));
}

void TomlTable::set(std::string_view key, TomlValue value) {
    if (TomlValue* there = find(key)) {
        *there = std::move(value);
        return;
    }
    if (index_) index_->add(key, entries_.size());
    entries_.push_back({std::string{key}, std::move(value)});
}

void TomlTable::remove(std::string_view key) {
    index_.reset();
    std::erase_if(entries_, [&](const Entry& entry) { return entry.key == key; });
}

bool TomlTable::operator==(const TomlTable& other) const {
    return entries_.size() == other.entries_.size() &&
           std::all_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
               const TomlValue* there = other.find(entry.key);
               return there != nullptr && *there == entry.value;
           });
}

int depth_of(const TomlTable& table) {
    int deepest = 0;
    for (const auto& [key, value] : table.entries()) deepest = std::max(deepest, depth_of(value));
    return deepest;
}

int depth_of(const TomlValue& value) {
    if (const auto* table = value.as<TomlTable>()) return 1 + depth_of(*table);
    const auto* array = value.as<TomlArray>();
    if (array == nullptr) return 0;
    int deepest = 0;
    for (const TomlValue& element : *array) deepest = std::max(deepest, depth_of(element));
    return 1 + deepest;
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
