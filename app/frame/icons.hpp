// The icons, each once: its glyph in Font Awesome, which the fonts take into their atlas, and the
// name by which it is drawn. A new one is a line in each of the two lists below; a name whose glyph
// is not in the first does not compile.
#pragma once

#include <array>
#include <string_view>

namespace rekindle::app::icon {

struct Glyph {
    std::string_view name;  // as Font Awesome calls it
    const char* text;       // the character, in UTF-8
};

inline constexpr std::array<Glyph, 26> glyphs{{
    {"calendar-o", "\xef\x84\xb3"},
    {"book", "\xef\x80\xad"},
    {"line-chart", "\xef\x88\x81"},
    {"tasks", "\xef\x82\xae"},
    {"life-ring", "\xef\x87\x8d"},
    {"cog", "\xef\x80\x93"},
    {"eye-slash", "\xef\x81\xb0"},
    {"lock", "\xef\x80\xa3"},
    {"search", "\xef\x80\x82"},
    {"upload", "\xef\x82\x93"},
    {"undo", "\xef\x83\xa2"},
    {"repeat", "\xef\x80\x9e"},
    {"square-o", "\xef\x82\x96"},
    {"check-square-o", "\xef\x81\x86"},
    {"angle-right", "\xef\x84\x85"},
    {"angle-down", "\xef\x84\x87"},
    {"comment", "\xef\x81\xb5"},
    {"bolt", "\xef\x83\xa7"},
    {"users", "\xef\x83\x80"},
    {"flag", "\xef\x80\xa4"},
    {"cloud", "\xef\x83\x82"},
    {"star", "\xef\x80\x85"},
    {"plus", "\xef\x81\xa7"},
    {"times", "\xef\x80\x8d"},
    {"exclamation-triangle", "\xef\x81\xb1"},
    {"calendar", "\xef\x81\xb3"},
}};

// Not defined anywhere: what calls it while compiling is an error.
const char* no_such_glyph();

consteval const char* glyph(std::string_view name) {
    for (const Glyph& each : glyphs)
        if (each.name == name) return each.text;
    return no_such_glyph();
}

// By what they stand for; to be drawn in any Type with icons (see fonts.hpp), beside a word.
inline constexpr const char* today = glyph("calendar-o");
inline constexpr const char* workbook = glyph("book");
inline constexpr const char* timeline = glyph("line-chart");
inline constexpr const char* practices = glyph("tasks");
inline constexpr const char* help = glyph("life-ring");
inline constexpr const char* settings = glyph("cog");
inline constexpr const char* hide = glyph("eye-slash");
inline constexpr const char* lock = glyph("lock");
inline constexpr const char* search = glyph("search");
inline constexpr const char* export_out = glyph("upload");
inline constexpr const char* undo = glyph("undo");
inline constexpr const char* redo = glyph("repeat");
inline constexpr const char* unticked = glyph("square-o");
inline constexpr const char* ticked = glyph("check-square-o");
inline constexpr const char* folded = glyph("angle-right");
inline constexpr const char* open = glyph("angle-down");
inline constexpr const char* talk = glyph("comment");
inline constexpr const char* bolt = glyph("bolt");
inline constexpr const char* people = glyph("users");
inline constexpr const char* flag = glyph("flag");
inline constexpr const char* cloud = glyph("cloud");
inline constexpr const char* star = glyph("star");
inline constexpr const char* plus = glyph("plus");
inline constexpr const char* remove = glyph("times");
inline constexpr const char* warning = glyph("exclamation-triangle");
inline constexpr const char* calendar = glyph("calendar");

}  // namespace rekindle::app::icon
