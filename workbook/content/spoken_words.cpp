#include "workbook/content/spoken_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "workbook/base/folded_text.hpp"
#include "workbook/base/utf8_text.hpp"

namespace rekindle {
namespace {

struct ShortForm {
    std::string_view form;
    std::string_view whole;  // one or two words
};

// What does not follow from its ending, and what is typed without an apostrophe. A form that is a
// word of its own as well ("its", "were", "ill") stays what it is.
constexpr std::array short_forms{
    ShortForm{"can't", "can not"},       ShortForm{"cannot", "can not"},
    ShortForm{"won't", "will not"},      ShortForm{"let's", "let us"},
    ShortForm{"it's", "it is"},          ShortForm{"that's", "that is"},
    ShortForm{"what's", "what is"},      ShortForm{"there's", "there is"},
    ShortForm{"he's", "he is"},          ShortForm{"she's", "she is"},
    ShortForm{"nobody's", "nobody is"},  ShortForm{"one's", "one is"},
    ShortForm{"dont", "do not"},         ShortForm{"didnt", "did not"},
    ShortForm{"doesnt", "does not"},     ShortForm{"wasnt", "was not"},
    ShortForm{"isnt", "is not"},         ShortForm{"werent", "were not"},
    ShortForm{"couldnt", "could not"},   ShortForm{"wouldnt", "would not"},
    ShortForm{"shouldnt", "should not"}, ShortForm{"hadnt", "had not"},
    ShortForm{"havent", "have not"},     ShortForm{"cant", "can not"},
    ShortForm{"wont", "will not"},       ShortForm{"im", "i am"},
    ShortForm{"ive", "i have"},          ShortForm{"youre", "you are"},
    ShortForm{"youve", "you have"},      ShortForm{"thats", "that is"}};

constexpr std::array short_endings{ShortForm{"n't", "not"}, ShortForm{"'m", "am"},
                                   ShortForm{"'re", "are"}, ShortForm{"'ve", "have"},
                                   ShortForm{"'ll", "will"}};

std::vector<std::string> two_words(std::string_view whole) {
    const std::size_t space = whole.find(' ');
    return {std::string(whole.substr(0, space)), std::string(whole.substr(space + 1))};
}

bool is_one_of(char32_t character, std::u32string_view all) {
    return all.find(character) != std::u32string_view::npos;
}

// A character as folding leaves it: none, one or several.
std::string folded_character(std::string_view bytes) {
    if (bytes.size() > 1 || !is_ascii(bytes.front())) return fold_text(bytes);
    const char c = bytes.front();
    return {c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c};
}

class SpokenReader {
  public:
    explicit SpokenReader(std::string_view text) : text_(text) {}

    std::vector<SpokenWord> read() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t begin = at;
            const char32_t character = take_character(text_, at);
            const std::string folded = folded_character(text_.substr(begin, at - begin));
            for (std::size_t i = 0; i < folded.size();) {
                const std::size_t from = i;
                const char32_t part = take_character(folded, i);
                take(part, std::string_view(folded).substr(from, i - from), begin, at);
            }
            take_mark(character, begin, at);
        }
        finish_word();
        const auto is_quoted = [](const SpokenWord& word) {
            return word.folded.empty() || word.quoted;
        };
        if (std::all_of(words_.begin(), words_.end(), is_quoted))
            for (SpokenWord& word : words_) word.quoted = false;
        return std::move(words_);
    }

  private:
    void take(char32_t character, std::string_view folded, std::size_t begin, std::size_t end) {
        if (is_word_character(character)) {
            if (word_.folded.empty()) word_.begin = begin;
            word_.folded += folded;
            word_.end = end;
            return;
        }
        finish_word();
        if (!is_one_of(character, U".!?\n\u3002\uFF01\uFF1F")) return;
        if (!words_.empty() && !words_.back().folded.empty()) words_.push_back({"", begin, end});
        if (character == U'\n') double_ = single_ = std::nullopt;  // a mark left open opens nothing
    }

    void finish_word() {
        std::string& folded = word_.folded;
        folded.erase(0, folded.find_first_not_of('\''));
        folded.erase(folded.find_last_not_of('\'') + 1);
        if (!folded.empty())
            for (std::string& one : written_out(folded))
                words_.push_back({std::move(one), word_.begin, word_.end});
        word_ = {};
    }

    void take_mark(char32_t character, std::size_t begin, std::size_t end) {
        if (is_one_of(character, U"\"\u201C\u201D\u201E\u00AB\u00BB")) toggle(double_);
        if (double_ || !is_one_of(character, U"'\u2018\u2019")) return;
        const bool after_word = begin > 0 && touches_word(character_start(text_, begin - 1));
        const bool before_word = end < text_.size() && touches_word(end);
        // Between two letters it is an apostrophe.
        if (single_ ? !before_word : !after_word && before_word && character != U'\u2019') {
            finish_word();
            toggle(single_);
        }
    }

    void toggle(std::optional<std::size_t>& open) {
        finish_word();
        if (open)
            for (std::size_t i = *open; i < words_.size(); ++i) words_[i].quoted = true;
        open = open ? std::nullopt : std::optional(words_.size());
    }

    bool touches_word(std::size_t at) const {
        const char32_t character = take_character(text_, at);
        return character != U'\'' && is_word_character(character);
    }

    std::string_view text_;
    std::vector<SpokenWord> words_;
    SpokenWord word_;                    // being read
    std::optional<std::size_t> double_;  // how many words stood before a mark still open
    std::optional<std::size_t> single_;
};

}  // namespace

std::vector<std::string> written_out(const std::string& folded) {
    for (const ShortForm& one : short_forms)
        if (folded == one.form) return two_words(one.whole);
    for (const ShortForm& one : short_endings) {
        if (folded.size() <= one.form.size() || !folded.ends_with(one.form)) continue;
        return {folded.substr(0, folded.size() - one.form.size()), std::string(one.whole)};
    }
    return {folded};
}

std::vector<SpokenWord> spoken_words(std::string_view text) { return SpokenReader(text).read(); }

}  // namespace rekindle
