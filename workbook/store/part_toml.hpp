// The one place that knows which kind of file each part of a journal is kept in.
#pragma once

#include <filesystem>
#include <optional>

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// The part of the journal as a document; empty when the journal does not have it.
TomlTable to_toml(const Journal& journal, const Part& part);

// Gives ids to entries that were written without one.
void complete(TomlTable& file, const Part& part);

// `journal` with the part as a completed file has it; its profile says who "the first person" is.
// Problems go to the reader.
Journal with_file(Journal journal, const Part& part, const TomlReader& file);

// `journal` with the part as a file would give it back: in the order of reading, without what a
// file cannot show (lists, cards and exercises with nothing in them).
Journal as_read_back(Journal journal, const Part& part);

}  // namespace rekindle
