// A TOML file as a plain tree in which every value knows its place. What reads content walks this
// tree, so that no reader has to know the TOML library, and no hostile file reaches the library.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

struct TomlTree {
    enum class Type { table, list, text, whole, truth, other };
    Type type = Type::table;
    std::string key;              // of an entry of a table
    std::vector<TomlTree> inner;  // entries of a table, in the order of the file; values of a list
    std::string text;
    std::int64_t whole = 0;
    bool truth = false;
    Place place;
    int last_line = 0;

    const TomlTree* find(std::string_view wanted) const;
};

// The tree of `text`; `file` is named in errors. Refused before the library sees it: text that is
// not UTF-8, and nesting deeper than any content needs (the library's parser is recursive).
Result<TomlTree> parse_toml_tree(std::string_view text, const std::string& file);

// The text of an ordinary file of at most 16 MiB; never waits on a pipe or a device.
Result<std::string> read_text(const std::filesystem::path& file);

}  // namespace rekindle
