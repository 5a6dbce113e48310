// The frame around every file of the journal: a first line for whoever opens it, `format = 1`, and
// a last line by which a file that was cut short or changed can be told from a whole one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/toml_value.hpp"

namespace rekindle {

inline constexpr int journal_format = 1;

// What a file's text says. A document is given as far as there is one, for showing; it may be
// written over only when nothing was refused.
struct JournalFile {
    TomlTable document;            // without `format`
    std::optional<Error> refused;  // not TOML, cut short, entries missing, a later format
    std::optional<Error> notice;   // whole, but changed by another program or by hand
};

// `file` is named in errors; `latest` is the last format of that file that is understood.
JournalFile parse_journal_file(std::string_view text, const std::string& file,
                               std::uintmax_t most = largest_file, int latest = journal_format);

// What whoever opens a file of the journal reads first.
inline constexpr std::string_view about_plain_file =
    "# Rekindle keeps this file. You may edit it; comments are not kept when Rekindle writes.\n";

// The text of a file that holds `document`; `about` is its first line.
std::string to_file_text(const TomlTable& document, std::string_view about = about_plain_file,
                         int format = journal_format);

}  // namespace rekindle
