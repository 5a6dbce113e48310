// A TOML document as a plain value: what is read, merged and written. It knows no file and no
// library, so a document can be made and compared in a line of a test.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rekindle {

struct TomlValue;

// A date, a time or both, as TOML writes it: "2026-11-21", "20:14:00".
struct TomlMoment {
    std::string text;
    bool operator==(const TomlMoment&) const = default;
};

using TomlArray = std::vector<TomlValue>;

// Keys with their values, in an order chosen for the reader of the file. Most tables are small: a
// key is found by looking at each. For a large one an index is made when it is first asked.
class TomlTable {
  public:
    struct Entry;

    TomlTable();
    TomlTable(std::initializer_list<Entry> entries);
    TomlTable(const TomlTable&);
    TomlTable(TomlTable&&) noexcept;
    TomlTable& operator=(const TomlTable&);
    TomlTable& operator=(TomlTable&&) noexcept;
    ~TomlTable();

    const std::vector<Entry>& entries() const { return entries_; }
    std::vector<Entry>& entries();
    bool empty() const;
    const TomlValue* find(std::string_view key) const;  // null when the key is absent
    TomlValue* find(std::string_view key);
    void set(std::string_view key, TomlValue value);  // replaces, or appends at the end
    void remove(std::string_view key);

    // Equal whatever the order of the keys.
    bool operator==(const TomlTable& other) const;

    int line = 0;  // where it stood in the file read; no part of the value
    int column = 0;

  private:
    struct Index;
    const Index& index() const;

    std::vector<Entry> entries_;
    mutable std::unique_ptr<Index> index_;  // of a large table; none while it may have changed
};

struct TomlValue {
    using Kind =
        std::variant<bool, std::int64_t, double, std::string, TomlMoment, TomlArray, TomlTable>;
    Kind kind;
    int line = 0;  // where it stood in the file read; no part of the value
    int column = 0;

    TomlValue() : kind(false) {}
    TomlValue(bool value) : kind(value) {}
    TomlValue(int value) : kind(std::int64_t{value}) {}
    TomlValue(std::int64_t value) : kind(value) {}
    TomlValue(double value) : kind(value) {}
    TomlValue(const char* value) : kind(std::string{value}) {}
    TomlValue(std::string value) : kind(std::move(value)) {}
    TomlValue(TomlMoment value) : kind(std::move(value)) {}
    TomlValue(TomlArray value) : kind(std::move(value)) {}
    TomlValue(TomlTable value) : kind(std::move(value)) {}

    template <class T>
    const T* as() const {
        return std::get_if<T>(&kind);
    }
    template <class T>
    T* as() {
        return std::get_if<T>(&kind);
    }

    bool operator==(const TomlValue& other) const;
};

struct TomlTable::Entry {
    std::string key;
    TomlValue value;
    bool operator==(const Entry&) const = default;
};

// True for an array of tables with at least one in it: what a file writes as [[name]].
bool is_table_array(const TomlValue& value);

// How many arrays and tables stand in one another: 0 for a plain value, 0 for a table of those.
int depth_of(const TomlTable& table);
int depth_of(const TomlValue& value);

// How many entries a file holds: the tables in its top-level arrays, as a person would count.
std::int64_t count_entries(const TomlTable& file);

}  // namespace rekindle
