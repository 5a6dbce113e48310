// Whether a file that is none of the journal's own is a plain copy of something in it: what an
// editor, a sync tool or a hand left, under whatever name.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace rekindle {

enum class Seems {
    copy,      // of a file of the journal, of an archive of it, or one of its exports
    envelope,  // encrypted already
    text,      // may hold words, but nothing says that they are the journal's
    other,     // a picture, a program: holds no words
};

// By its bytes: the first line or the end mark of a file of the journal wherever they stand (an
// editor's swap file has them in an order of its own), the beginning of an export, an archive with
// plain files in it. `file` is where they were read.
Seems judge_bytes(std::string_view bytes, const std::filesystem::path& file);

// Whether its first bytes (some twenty are enough) are those of a picture, a sound, a program.
bool is_without_words(std::string_view bytes);

// By its name, relative to the journal: ".2026-11.toml.swp", "#profile.toml#", "Copy of
// profile.toml", ".stversions/checkins/2026-11~1.toml". False where the name could be another's as
// well, such as "profile.png".
bool is_named_as_copy(const std::filesystem::path& journal, const std::filesystem::path& relative);

}  // namespace rekindle
