// What can still be read of a document that is not TOML throughout: for showing, never for writing.
#pragma once

#include <string>
#include <string_view>

#include "workbook/files/toml_value.hpp"

namespace rekindle {

// The document without the entries in which something is wrong: each goes as a whole, with its
// parts, so that nothing is read without what was said about it. Empty where nothing is left.
TomlTable readable_rest(std::string_view text, const std::string& file);

}  // namespace rekindle
