#include "workbook/base/utf8_text.hpp"

#include <utf8.h>
#include <utf8proc.h>

#include <algorithm>

namespace rekindle {

std::optional<char32_t> next_character(std::string_view text, std::size_t& at) {
    utf8proc_int32_t character = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const auto left = static_cast<utf8proc_ssize_t>(text.size() - at);
    const utf8proc_ssize_t length = utf8proc_iterate(bytes, left, &character);
    if (length <= 0) return std::nullopt;
    at += static_cast<std::size_t>(length);
    return static_cast<char32_t>(character);
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::size_t character_start(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && !begins_character(text[at])) --at;
    return at;
}

std::size_t character_before(std::string_view text, std::size_t at) {
    return at > 0 ? character_start(text, at - 1) : 0;
}

std::size_t character_after(std::string_view text, std::size_t at) {
    if (at < text.size()) ++at;
    while (at < text.size() && !begins_character(text[at])) ++at;
    return at;
}

void append_character(std::string& text, char32_t character) {
    utf8proc_uint8_t bytes[4];
    const bool valid = utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(character));
    const auto length = utf8proc_encode_char(
        static_cast<utf8proc_int32_t>(valid ? character : no_character), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::size_t find_not_utf8(std::string_view text, std::size_t from) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size()));
    const auto broken = utf8::find_invalid(begin, text.end());
    return broken == text.end() ? std::string_view::npos
                                : static_cast<std::size_t>(broken - text.begin());
}

}  // namespace rekindle
