// A key file: opens a lock instead of a passphrase, from a stick for one. It holds 32 random bytes
// as text, two lines:
//   # With this file the journal opens. Keep it where nobody else looks.
//   rekindle-key-1 SECRET SUM
// SECRET is base64 of the 32 bytes; SUM the first 16 hexadecimal digits of BLAKE2b-128 of the line
// up to the blank before it. Other lines may stand around it, and CR LF may end them.
#pragma once

#include <filesystem>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/base/secret.hpp"
#include "workbook/store/unlocking.hpp"

namespace rekindle {

Secret make_key_file_secret();               // 32 random bytes
Secret key_file_text(const Secret& secret);  // what the file holds

// The secret in a key file. Errors: `invalid` for what is none, and, with other words, for one that
// is cut short or damaged.
Result<Secret> parse_key_file(std::string_view text, const std::filesystem::path& file);
// Errors: as above, and `usage` when there is no such file or it cannot be read.
Result<Secret> read_key_file(const std::filesystem::path& file);
// The same as what opens a lock, with a notice where other accounts can read the file.
Result<Opener> opener_of_key_file(const std::filesystem::path& file);

}  // namespace rekindle
