// Text in UTF-8, character by character (by code points; what the eye sees as one is a matter of
// widgets/text_places). Offsets are bytes. Any bytes at all may be given. Nothing here keeps or
// copies what it reads, so a secret can be walked where it lies.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rekindle {

// Stands where there are bytes that are not UTF-8.
inline constexpr char32_t no_character = 0xFFFD;

inline bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

// False for the second to fourth byte of a character.
inline bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// The character at `at` (within the text), which is moved behind it; nothing, and `at` stays, where
// the bytes are not UTF-8.
std::optional<char32_t> next_character(std::string_view text, std::size_t& at);

// The same where every byte has to count for something: `no_character` for each that is not UTF-8.
inline char32_t take_character(std::string_view text, std::size_t& at) {
    if (is_ascii(text[at])) return static_cast<char32_t>(text[at++]);
    if (const auto character = next_character(text, at)) return *character;
    ++at;
    return no_character;
}

std::size_t count_characters(std::string_view text);

// `at`, or the beginning of the character in whose middle it lies.
std::size_t character_start(std::string_view text, std::size_t at);
// The beginning of the character before `at`, and the end of the one that begins there; both stay
// where there is none.
std::size_t character_before(std::string_view text, std::size_t at);
std::size_t character_after(std::string_view text, std::size_t at);

// Adds it; `no_character` for a number that is none.
void append_character(std::string& text, char32_t character);

// Where the first bytes stand that are not UTF-8; std::string_view::npos where all are.
std::size_t find_not_utf8(std::string_view text, std::size_t from = 0);
inline bool is_utf8(std::string_view text) { return find_not_utf8(text) == std::string_view::npos; }

}  // namespace rekindle
