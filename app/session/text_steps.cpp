#include "app/session/text_steps.hpp"

#include <algorithm>

#include "app/widgets/text_places.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t most_typed_at_once = 64;  // bytes in one frame; more was pasted
constexpr std::size_t most_taken_at_once = 8;   // a letter with its marks, not a word
constexpr double pause = 1;                     // seconds, behind a word
constexpr std::size_t a_sentence = 80;          // bytes: then the next word is a step of its own
constexpr std::size_t longest_step = 160;       // also where there are no spaces between words

bool is_space(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x3000; }

// Of a script in which no spaces stand between words, by and large.
bool is_wide(char32_t c) { return c >= 0x3000; }

// What ends a sentence or a part of it.
bool is_stop(char32_t c) {
    constexpr std::u32string_view stops = U".!?…,;:。、！？，；：–—";
    return stops.find(c) != std::u32string_view::npos;
}

char32_t first_of(const std::string& text) {
    std::size_t at = 0;
    return text.empty() ? 0 : take_character(text, at);
}

char32_t last_of(const std::string& text) {
    std::size_t at = place_before(text, text.size());
    return text.empty() ? 0 : take_character(text, at);
}

bool is_closing(char32_t c) { return c == '"' || c == '\'' || c == ')' || c == 0x201D; }

// A line has ended in it, or a sentence or a part of one with the space behind it; where words are
// not parted by spaces the mark does.
bool has_stop(const std::string& step) {
    bool stopped = false;
    for (std::size_t at = 0; at < step.size();) {
        const char32_t c = take_character(step, at);
        if (c == '\n' || (stopped && is_space(c)) || (is_stop(c) && is_wide(c))) return true;
        stopped = is_stop(c) || (stopped && is_closing(c));
    }
    return false;
}

}  // namespace

TextSteps::Edit TextSteps::edit_of(const std::string& before, const std::string& after) {
    const bool grows = after.size() >= before.size();
    const std::string& shorter = grows ? before : after;
    const std::string& longer = grows ? after : before;
    const auto prefix = static_cast<std::size_t>(
        std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
    const auto suffix = static_cast<std::size_t>(
        std::mismatch(shorter.rbegin(), shorter.rend(), longer.rbegin()).first - shorter.rbegin());
    if (prefix + suffix < shorter.size()) return {Kind::other};  // something was written over
    const std::size_t by = longer.size() - shorter.size();
    if (by > (grows ? most_typed_at_once : most_taken_at_once)) return {Kind::other};
    const Kind kind = grows ? Kind::insertion : Kind::removal;
    return {kind, longer.substr(std::min(prefix, shorter.size()), by)};
}

// Whether the step is as long as one is, so that the next letters are another.
bool TextSteps::is_full(const Edit& next, double seconds) const {
    if (step_.size() + next.letters.size() > longest_step) return true;
    if (next.kind != Kind::insertion) return step_.size() >= a_sentence;
    const char32_t before = last_of(step_);
    if (before == 0) return false;
    const bool paused = seconds - last_seconds_ > pause;
    const bool behind_word = is_space(before) || is_space(first_of(next.letters));
    if (paused && behind_word) return true;
    const bool begins_word = is_space(before) && !is_space(first_of(next.letters));
    if (begins_word && step_.size() >= a_sentence) return true;
    return (begins_word || is_wide(before)) && has_stop(step_);
}

bool TextSteps::begins(const std::string& key, const std::string& text, double seconds, bool anew) {
    const bool same_text = !key.empty() && key == key_;
    const Edit edit = same_text ? edit_of(text_, text) : Edit{};
    // What is typed over a selection belongs to the step that took the selection away.
    const bool same_way = last_ == Kind::unknown || last_ == Kind::other || last_ == edit.kind;
    const bool goes_on =
        same_text && !anew && edit.kind != Kind::other && same_way && !is_full(edit, seconds);
    if (!goes_on) step_.clear();
    // What stood there before the first change is not known: a short text is all new.
    step_ += same_text ? edit.letters : text.size() <= most_typed_at_once ? text : std::string{};
    key_ = key;
    text_ = text;
    last_ = edit.kind;
    last_seconds_ = seconds;
    return !goes_on;
}

}  // namespace rekindle::app
