// The font files of this computer, by fontconfig: which file has a face, which has a character.
// Files are mapped rather than read, so that a font costs the memory of the glyphs it gave.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle::app {

enum class Weight { regular, semibold };

// One face of a font file, as Dear ImGui's loader wants it. Its line box is set to be as high as
// its em, so that a size in pixels means what it means in a style sheet, whatever the font.
class FontFile {
  public:
    FontFile(void* bytes, std::size_t size, int face);
    ~FontFile();
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;

    void* bytes() const { return bytes_; }
    int size() const { return static_cast<int>(size_); }
    int face() const { return face_; }

  private:
    void* bytes_;
    std::size_t size_;
    int face_;
};

// What to say where this computer has no font that can be used.
Error no_font();
// Where fonts are looked for: wherever fontconfig is set up to look, or at the places of this
// program's own packages alone.
enum class FontPlaces { configured, usual };

class FontFiles {
  public:
    // Configured: reads fontconfig's caches, some 10 ms; or without end, where a folder of fonts
    // lies on a disk that does not answer.
    explicit FontFiles(FontPlaces places = FontPlaces::configured);
    ~FontFiles();
    FontFiles(const FontFiles&) = delete;
    FontFiles& operator=(const FontFiles&) = delete;

    // The face that comes nearest to the family; with `exact` that family or none. Null when this
    // computer has no font that can be used.
    const FontFile* find(std::string_view family, Weight weight, bool exact = false);

    // A face that has the character, the best sans first; null when there is none.
    const FontFile* find_for(char32_t character);

    // True when the face, given by one of the functions above, has the character.
    bool has(const FontFile* file, char32_t character) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace rekindle::app
