#include "app/text_steps.hpp"

#include <algorithm>

namespace rekindle::app {
namespace {

constexpr std::size_t most_typed_at_once = 64;  // bytes in one frame; more was pasted
constexpr std::size_t most_taken_at_once = 8;   // a letter with its marks, not a word

}  // namespace

TextSteps::Edit TextSteps::edit_of(const std::string& before, const std::string& after) {
    const bool grows = after.size() >= before.size();
    const std::string& shorter = grows ? before : after;
    const std::string& longer = grows ? after : before;
    const auto prefix = static_cast<std::size_t>(
        std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
    const auto suffix = static_cast<std::size_t>(
        std::mismatch(shorter.rbegin(), shorter.rend(), longer.rbegin()).first - shorter.rbegin());
    if (prefix + suffix < shorter.size()) return Edit::other;  // something was written over
    const std::size_t by = longer.size() - shorter.size();
    if (by > (grows ? most_typed_at_once : most_taken_at_once)) return Edit::other;
    return grows ? Edit::insertion : Edit::removal;
}

bool TextSteps::begins(const std::string& key, const std::string& text) {
    const bool same_text = !key.empty() && key == key_;
    const Edit edit = same_text ? edit_of(text_, text) : Edit::unknown;
    // What is typed over a selection belongs to the step that took the selection away.
    const bool same_way = last_ == Edit::unknown || last_ == Edit::other || last_ == edit;
    const bool goes_on = same_text && edit != Edit::other && same_way;
    key_ = key;
    text_ = text;
    last_ = edit;
    return !goes_on;
}

}  // namespace rekindle::app
