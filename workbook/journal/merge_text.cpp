#include "workbook/journal/merge_text.hpp"

#include <algorithm>

namespace rekindle {
namespace {

// What has to be replaced in a text, and by what, to make another one of it.
struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view text;
    bool is_insertion() const { return begin == end; }
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

bool is_apart(const Edit& first, const Edit& second) {
    const bool same_spot =
        first.begin == second.begin && (first.is_insertion() || second.is_insertion());
    return first.end <= second.begin && !same_spot;
}

std::string with_both(std::string_view base, const Edit& first, const Edit& second) {
    std::string text{base.substr(0, first.begin)};
    text += first.text;
    text += base.substr(first.end, second.begin - first.end);
    text += second.text;
    text += base.substr(second.end);
    return text;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

std::string merge_text(std::string_view base, std::string_view ours, std::string_view theirs) {
    if (ours == base) return std::string{theirs};
    if (theirs == base) return std::string{ours};
    const Edit mine = edit_between(base, ours);
    const Edit other = edit_between(base, theirs);
    if (is_apart(mine, other)) return with_both(base, mine, other);
    if (is_apart(other, mine)) return with_both(base, other, mine);
    if (contains(theirs, ours)) return std::string{theirs};
    if (contains(ours, theirs)) return std::string{ours};
    return std::string{theirs} + "\n\n" + std::string{ours};
}

}  // namespace rekindle
