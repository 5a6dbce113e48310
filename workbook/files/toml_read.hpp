// Reads TOML with a place for everything that is wrong. Journal and content both read through this,
// and toml++ stands behind it in one function.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/base/id.hpp"
#include "workbook/base/result.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/toml_value.hpp"

namespace rekindle {

// The document in `text`. `file` is named in errors, all of them `invalid` with a place: bytes that
// are not UTF-8, more than 64 nested tables or brackets, and whatever TOML itself forbids.
Result<TomlTable> parse_toml(std::string_view text, const std::string& file,
                             std::uintmax_t most = largest_file);

// Reads the keys of one table by type. A key that is absent gives nothing; one of another type, or
// out of its range, gives nothing and a problem with PATH:LINE. `require_…` reports absence, too.
class TomlReader {
  public:
    // All three are kept by reference and have to live on.
    TomlReader(const TomlTable& table, const std::string& file, Problems& problems)
        : table_(&table), file_(&file), problems_(&problems) {}

    bool has(std::string_view key) const { return table_->find(key) != nullptr; }

    std::optional<std::string> text(std::string_view key) const;
    std::optional<int> whole(std::string_view key, int low, int high) const;
    std::optional<bool> truth(std::string_view key) const;
    // For what nobody else may see: absent is false, but what is there and is neither is true.
    bool truth_when_in_doubt(std::string_view key) const;
    std::optional<double> number(std::string_view key) const;  // whole numbers count, NaN does not
    std::optional<Date> date(std::string_view key) const;
    std::optional<TimeOfDay> time(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;   // an array of texts
    std::vector<TomlReader> tables(std::string_view key) const;   // [[key]]; empty when absent
    std::optional<TomlReader> table(std::string_view key) const;  // [key] or key = { … }

    std::string require_text(std::string_view key) const;  // empty after a problem
    std::string require_id(std::string_view key) const;    // [a-z0-9-]+; empty after a problem
    std::optional<Date> require_date(std::string_view key) const;
    std::optional<int> require_whole(std::string_view key, int low, int high) const;

    // Keys that are not among `known`, in the order of the table.
    std::vector<std::string> unknown_keys(const std::vector<std::string_view>& known) const;

    // Where the key stands; where the table begins when the key is absent or empty.
    Place place(std::string_view key = {}) const;
    // Adds a problem at that place.
    void problem(std::string_view key, std::string message, std::string remedy = {}) const;

    const TomlTable& raw() const { return *table_; }

  private:
    const TomlTable* table_;
    const std::string* file_;
    Problems* problems_;
};

}  // namespace rekindle
