#include "workbook/journal/merge_text.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

namespace rekindle {
namespace {

constexpr std::string_view line_between = "\n\n———\n\n";

// What has to be replaced in a text, and by what, to make another one of it.
struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view text;
    bool is_insertion() const { return begin == end; }
    // How many bytes it takes out and puts in.
    std::size_t size() const { return end - begin + text.size(); }
};

bool is_inside_letter(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// The smallest single replacement, never cutting through the bytes of a letter.
Edit edit_between(std::string_view from, std::string_view to) {
    const std::size_t shorter = std::min(from.size(), to.size());
    std::size_t same_start = 0;
    while (same_start < shorter && from[same_start] == to[same_start]) ++same_start;
    while (same_start > 0 &&
           (is_inside_letter(from, same_start) || is_inside_letter(to, same_start)))
        --same_start;
    std::size_t same_end = 0;
    while (same_end < shorter - same_start &&
           from[from.size() - same_end - 1] == to[to.size() - same_end - 1])
        ++same_end;
    while (same_end > 0 && is_inside_letter(from, from.size() - same_end)) --same_end;
    return {same_start, from.size() - same_end,
            to.substr(same_start, to.size() - same_end - same_start)};
}

// --- what one side has already ---

std::vector<std::string_view> blocks_of(std::string_view text) {
    std::vector<std::string_view> blocks;
    for (std::size_t at; (at = text.find(line_between)) != std::string_view::npos;) {
        blocks.push_back(text.substr(0, at));
        text.remove_prefix(at + line_between.size());
    }
    blocks.push_back(text);
    return blocks;
}

// Whether `text` was brought together from several, among them all that `other` says.
bool has_blocks_of(std::string_view text, std::string_view other) {
    const auto blocks = blocks_of(text);
    const auto others = blocks_of(other);
    return blocks.size() > 1 && std::all_of(others.begin(), others.end(), [&](auto each) {
               return std::find(blocks.begin(), blocks.end(), each) != blocks.end();
           });
}

// Whether `text` is the base with the edit made in it, beside at most one more before or behind it.
// When in doubt (a word may be meant that stood there before) it is what takes fewer letters.
bool has_edit(std::string_view base, std::string_view text, const Edit& edit) {
    const std::size_t single = edit_between(base, text).size();
    const auto fits = [&](std::string_view from, std::string_view to) {
        return edit.size() + edit_between(from, to).size() <= single;
    };
    const std::string_view before = base.substr(0, edit.begin);
    const std::string_view behind = base.substr(edit.end);
    const std::string head = std::string{before} + std::string{edit.text};
    const std::string tail = std::string{edit.text} + std::string{behind};
    return (text.ends_with(tail) && fits(before, text.substr(0, text.size() - tail.size()))) ||
           (text.starts_with(head) && fits(behind, text.substr(head.size())));
}

// The one of the two that has what the other one changed; of two that have each other's the longer.
std::optional<std::string_view> whole_one(std::string_view base, std::string_view ours,
                                          std::string_view theirs) {
    const auto pick = [&](bool mine, bool other) -> std::optional<std::string_view> {
        if (mine && other)
            return std::tuple(ours.size(), ours) < std::tuple(theirs.size(), theirs) ? theirs
                                                                                     : ours;
        if (mine) return ours;
        if (other) return theirs;
        return std::nullopt;
    };
    if (ours == base) return theirs;
    if (theirs == base || ours == theirs) return ours;
    if (const auto one = pick(has_blocks_of(ours, theirs), has_blocks_of(theirs, ours))) return one;
    return pick(has_edit(base, ours, edit_between(base, theirs)),
                has_edit(base, theirs, edit_between(base, ours)));
}

// --- both changes in one text ---

bool is_apart(const Edit& first, const Edit& second) {
    const bool same_spot =
        first.begin == second.begin && (first.is_insertion() || second.is_insertion());
    return first.end <= second.begin && !same_spot;
}

std::string with_edits(std::string_view base, const Edit& first, const Edit& second) {
    std::string text{base.substr(0, first.begin)};
    text += first.text;
    text += base.substr(first.end, second.begin - first.end);
    text += second.text;
    text += base.substr(second.end);
    return text;
}

// Both changes, where they are in different places. None where they meet, where nothing would be
// left, and where the outcome could be taken for another change: it has to stay when it is merged
// with either side once more.
std::optional<std::string> with_both(std::string_view base, std::string_view ours,
                                     std::string_view theirs) {
    const Edit mine = edit_between(base, ours);
    const Edit other = edit_between(base, theirs);
    std::string both;
    if (is_apart(mine, other))
        both = with_edits(base, mine, other);
    else if (is_apart(other, mine))
        both = with_edits(base, other, mine);
    else
        return std::nullopt;
    if (both.empty() && !ours.empty() && !theirs.empty()) return std::nullopt;
    if (whole_one(base, both, theirs) != both || whole_one(base, ours, both) != both)
        return std::nullopt;
    return both;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// Ours, then what is not in it of theirs.
std::string one_behind_the_other(std::string_view ours, std::string_view theirs) {
    const auto there = blocks_of(ours);
    std::string text{ours};
    for (const std::string_view block : blocks_of(theirs)) {
        if (std::find(there.begin(), there.end(), block) != there.end()) continue;
        text += line_between;
        text += block;
    }
    return text;
}

}  // namespace

std::string merge_text(std::string_view base, std::string_view ours, std::string_view theirs) {
    if (const auto one = whole_one(base, ours, theirs)) return std::string{*one};
    if (auto both = with_both(base, ours, theirs)) return std::move(*both);
    if (contains(theirs, ours)) return std::string{theirs};
    if (contains(ours, theirs)) return std::string{ours};
    return one_behind_the_other(ours, theirs);
}

}  // namespace rekindle
