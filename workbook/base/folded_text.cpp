#include "workbook/base/folded_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace rekindle {

std::string fold_text(std::string_view text) {
    constexpr auto how =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                       UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    utf8proc_uint8_t* made = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &made, how);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{made, &std::free};
    if (length < 0) return std::string{text};
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
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

bool has_all_words(std::string_view folded, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return folded.find(word) != std::string_view::npos;
    });
}

}  // namespace rekindle
