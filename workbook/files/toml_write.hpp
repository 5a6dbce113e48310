// Writes a document as text a person can read and edit.
#pragma once

#include <string>

#include "workbook/files/toml_value.hpp"

namespace rekindle {

// Plain keys first, then [tables] and [[entries]], all in the order of the document; what is
// deeper stands on one line. Texts stand on one line too, whatever is in them: other forms of TOML
// cannot carry every text. The same document gives the same bytes under every locale.
std::string to_text(const TomlTable& document);

}  // namespace rekindle
