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
    text,      // may hold words, but nothing says that they are the journal's: text, a database,
               // something packed, whatever is of no kind that is known
    picture,   // or a sound or a film: may show what was written
    other,     // a program, a font, nothing at all: surely holds no words
};

// By its bytes: the first line or the end mark of a file of the journal wherever they stand (an
// editor's swap file has them in an order of its own), the beginning of an export, an archive with
// plain files in it. `file` is where they were read.
Seems judge_bytes(std::string_view bytes, const std::filesystem::path& file);

// Whether its first bytes (some twenty are enough) are those of a program or a font.
bool is_without_words(std::string_view bytes);
// Or those of a picture, a sound, a film.
bool is_picture(std::string_view bytes);

// By its name, relative to the journal: ".2026-11.toml.swp", "#profile.toml#", "Copy of
// profile.toml", ".stversions/checkins/2026-11~1.toml". False where the name could be another's as
// well, such as "profile.png".
bool is_named_as_copy(const std::filesystem::path& journal, const std::filesystem::path& relative);

}  // namespace rekindle
