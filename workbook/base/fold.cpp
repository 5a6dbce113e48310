#include "workbook/base/fold.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace rekindle {
namespace {

constexpr std::array<std::string_view, 4> apostrophes{"\u2019", "\u2018", "\u02BC", "\u2032"};

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char to_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), to_small);
    return small;
}

std::string with_plain_apostrophes(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const auto found =
            std::find_if(apostrophes.begin(), apostrophes.end(),
                         [&](std::string_view one) { return text.starts_with(one); });
        plain += found == apostrophes.end() ? text.front() : '\'';
        text.remove_prefix(found == apostrophes.end() ? 1 : found->size());
    }
    return plain;
}

struct Freed {
    void operator()(utf8proc_uint8_t* text) const { std::free(text); }
};

// The character at `at`, which is moved behind it.
utf8proc_int32_t take(std::string_view text, std::size_t& at) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                         static_cast<utf8proc_ssize_t>(text.size() - at), &character);
    at += length > 0 ? static_cast<std::size_t>(length) : 1;
    return length > 0 ? character : ' ';
}

bool is_of_word(utf8proc_int32_t character) {
    if (character == '\'') return true;
    const utf8proc_category_t category = utf8proc_category(character);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool ends_sentence(utf8proc_int32_t character) {
    return std::u32string_view(U".!?;\n\u3002\uFF01\uFF1F")
               .find(static_cast<char32_t>(character)) != std::u32string_view::npos;
}

std::string_view without_quotes(std::string_view word) {
    while (word.starts_with('\'')) word.remove_prefix(1);
    while (word.ends_with('\'')) word.remove_suffix(1);
    return word;
}

}  // namespace

std::string folded(std::string_view text) {
    if (is_ascii(text)) return in_small_letters(text);
    const std::string plain = with_plain_apostrophes(text);
    utf8proc_uint8_t* made = nullptr;
    constexpr auto how =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                       UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const utf8proc_ssize_t length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(plain.data()),
                     static_cast<utf8proc_ssize_t>(plain.size()), &made, how);
    const std::unique_ptr<utf8proc_uint8_t, Freed> kept(made);
    if (length < 0) return in_small_letters(text);
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
}

bool contains_folded(std::string_view text, std::string_view wanted) {
    return wanted.empty() || folded(text).find(wanted) != std::string::npos;
}

std::vector<std::string> folded_words(std::string_view text) {
    const std::string plain = folded(text);
    std::vector<std::string> words;
    std::size_t begin = 0;  // of the word being read
    for (std::size_t at = 0; at <= plain.size();) {
        const std::size_t end = at;
        const utf8proc_int32_t character = at < plain.size() ? take(plain, at) : ' ';
        if (end < plain.size() && is_of_word(character)) continue;
        const auto word = without_quotes(std::string_view(plain).substr(begin, end - begin));
        if (!word.empty()) words.emplace_back(word);
        if (ends_sentence(character) && !words.empty() && !words.back().empty())
            words.emplace_back();
        if (end == plain.size()) break;
        begin = at;
    }
    return words;
}

}  // namespace rekindle
