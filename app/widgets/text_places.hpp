// Places in a text where a caret can stand, and how it moves between them: by what the eye sees as
// one character (an accent written apart, a family of emoji), by words and by paragraphs. Offsets
// are bytes. Any bytes at all may be given; what is not UTF-8 counts as one character a byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "workbook/base/utf8_text.hpp"

namespace rekindle::app {

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin == end; }
    std::size_t size() const { return end - begin; }
    bool operator==(const Span&) const = default;
};

// True when a caret can stand between the two. `state` begins as 0 and goes on through one text.
bool is_parted(char32_t before, char32_t after, int& state);

std::size_t place_after(std::string_view text, std::size_t at);
std::size_t place_before(std::string_view text, std::size_t at);
// `at`, or the nearest place before it when it lies inside of a character or behind the text.
std::size_t nearest_place(std::string_view text, std::size_t at);

// Where Ctrl+Right and Ctrl+Left go: the end of a word, the beginning of one. A line break is a
// stop of its own, so that deleting a word never takes the line before with it.
std::size_t word_end_after(std::string_view text, std::size_t at);
std::size_t word_start_before(std::string_view text, std::size_t at);
Span word_at(std::string_view text, std::size_t at);       // or the spaces, or the marks there
Span paragraph_at(std::string_view text, std::size_t at);  // without its line break

// The end, in `after`, of what is different from `before`: where a caret belongs after an undo.
std::size_t end_of_change(std::string_view before, std::string_view after);

// What is taken in from the clipboard: line breaks as '\n' (as spaces in a single line), without
// NUL and other control characters, always UTF-8.
std::string cleaned(std::string_view pasted, bool single_line);

}  // namespace rekindle::app
