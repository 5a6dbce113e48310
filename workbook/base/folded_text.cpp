#include "workbook/base/folded_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "workbook/base/utf8_text.hpp"

namespace rekindle {
namespace {

constexpr std::array<std::string_view, 4> apostrophes{"\u2019", "\u2018", "\u02BC", "\u2032"};

void make_apostrophes_plain(std::string& text) {
    for (const std::string_view curly : apostrophes)
        for (auto at = text.find(curly); at != std::string::npos; at = text.find(curly, at))
            text.replace(at, curly.size(), 1, '\'');
}

bool ends_sentence(char32_t character) {
    return std::u32string_view(U".!?;\n\u3002\uFF01\uFF1F").find(character) !=
           std::u32string_view::npos;
}

std::string_view without_quotes(std::string_view word) {
    while (word.starts_with('\'')) word.remove_prefix(1);
    while (word.ends_with('\'')) word.remove_suffix(1);
    return word;
}

}  // namespace

bool is_word_character(char32_t character) {
    if (character == U'\'') return true;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

std::string fold_text(std::string_view text) {
    constexpr auto how =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                       UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    utf8proc_uint8_t* made = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &made, how);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{made, &std::free};
    if (length < 0) return std::string{text};
    std::string folded{reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
    make_apostrophes_plain(folded);
    return folded;
}

std::vector<std::string> search_words(std::string_view wanted) {
    const std::string folded = fold_text(wanted);
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded + ' ') {
        const bool parts = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!parts) word += c;
        if (!parts || word.empty()) continue;
        words.push_back(std::move(word));
        word.clear();
    }
    return words;
}

std::vector<std::string> words_and_ends(std::string_view text) {
    const std::string folded = fold_text(text);
    std::vector<std::string> words;
    std::size_t begin = 0;  // of the word being read
    for (std::size_t at = 0; at < folded.size() + 1;) {
        const std::size_t end = at;
        const char32_t character = at < folded.size() ? take_character(folded, at) : U' ';
        if (is_word_character(character)) continue;
        const auto word = without_quotes(std::string_view(folded).substr(begin, end - begin));
        if (!word.empty()) words.emplace_back(word);
        const bool ends = ends_sentence(character) && !words.empty() && !words.back().empty();
        if (ends) words.emplace_back();
        if (end == folded.size()) break;
        begin = at;
    }
    return words;
}

bool has_all_words(std::string_view folded, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return folded.find(word) != std::string_view::npos;
    });
}

}  // namespace rekindle
