#include "app/widgets/text_places.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace rekindle::app {
namespace {

// Further back nobody has seen one character begin; it bounds the work for text without spaces.
constexpr std::size_t longest_way_back = 400;

enum class Kind { space, line_break, word, mark };

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

Kind kind_of(char32_t c) {
    if (c == '\n') return Kind::line_break;
    if (c == '\t' || c == '\r') return Kind::space;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return Kind::space;
        case UTF8PROC_CATEGORY_PD:
        case UTF8PROC_CATEGORY_PS:
        case UTF8PROC_CATEGORY_PE:
        case UTF8PROC_CATEGORY_PI:
        case UTF8PROC_CATEGORY_PF:
        case UTF8PROC_CATEGORY_PO:
        case UTF8PROC_CATEGORY_SM:
        case UTF8PROC_CATEGORY_SC:
        case UTF8PROC_CATEGORY_CC:
            return Kind::mark;
        default:
            return Kind::word;
    }
}

char32_t character_at(std::string_view text, std::size_t at) {
    return at < text.size() ? take_character(text, at) : U'\n';
}

// An apostrophe between letters belongs to its word: "doesn't" is one.
Kind kind_at(std::string_view text, std::size_t at) {
    const char32_t c = character_at(text, at);
    if (!is_apostrophe(c) || at == 0) return kind_of(c);
    const bool inside = kind_of(character_at(text, place_before(text, at))) == Kind::word &&
                        kind_of(character_at(text, place_after(text, at))) == Kind::word;
    return inside ? Kind::word : Kind::mark;
}

Kind kind_before(std::string_view text, std::size_t at) {
    return kind_at(text, place_before(text, at));
}

std::size_t skip_after(std::string_view text, std::size_t at, Kind kind) {
    while (at < text.size() && kind_at(text, at) == kind) at = place_after(text, at);
    return at;
}

std::size_t skip_before(std::string_view text, std::size_t at, Kind kind) {
    while (at > 0 && kind_before(text, at) == kind) at = place_before(text, at);
    return at;
}

bool is_dropped(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

bool is_line_break(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

}  // namespace

bool is_parted(char32_t before, char32_t after, int& state) {
    if (before < 0x80 && after < 0x80) {
        state = 0;
        return before != '\r' || after != '\n';
    }
    return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                            static_cast<utf8proc_int32_t>(after), &state);
}

std::size_t place_after(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    int state = 0;
    char32_t before = take_character(text, at);
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t character = take_character(text, next);
        if (is_parted(before, character, state)) break;
        before = character;
        at = next;
    }
    return at;
}

std::size_t place_before(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    if (at == 0) return 0;
    // Characters are only found going forward: begin at a letter that surely begins one.
    std::size_t from = at - 1;
    while (from > 0 && at - from < longest_way_back && !is_ascii(text[from])) --from;
    from = character_start(text, from);
    while (true) {
        const std::size_t next = place_after(text, from);
        if (next >= at) return from;
        from = next;
    }
}

std::size_t nearest_place(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    return place_before(text, at + 1);
}

std::size_t word_end_after(std::string_view text, std::size_t at) {
    const std::size_t word = skip_after(text, at, Kind::space);
    if (word >= text.size()) return text.size();
    const Kind kind = kind_at(text, word);
    if (kind == Kind::line_break) return word > at ? word : place_after(text, word);
    return skip_after(text, word, kind);
}

std::size_t word_start_before(std::string_view text, std::size_t at) {
    const std::size_t word = skip_before(text, at, Kind::space);
    if (word == 0) return 0;
    const Kind kind = kind_before(text, word);
    if (kind == Kind::line_break) return word < at ? word : place_before(text, word);
    return skip_before(text, word, kind);
}

Span word_at(std::string_view text, std::size_t at) {
    at = nearest_place(text, at);
    const bool at_end = at >= text.size() || text[at] == '\n';
    if (at_end && (at == 0 || text[at - 1] == '\n')) return {at, at};
    if (at_end) at = place_before(text, at);
    const Kind kind = kind_at(text, at);
    return {skip_before(text, at, kind), skip_after(text, at, kind)};
}

Span paragraph_at(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    const std::size_t break_before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return {break_before == std::string_view::npos ? 0 : break_before + 1,
            std::min(text.find('\n', at), text.size())};
}

std::size_t end_of_change(std::string_view before, std::string_view after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t same = 0;
    while (same < shorter && before[same] == after[same]) ++same;
    std::size_t tail = 0;
    while (tail < shorter - same &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    // Two characters can begin or end with the same byte.
    const std::size_t end = after.size() - tail;
    const std::size_t place = nearest_place(after, end);
    return place == end ? end : place_after(after, place);
}

std::string cleaned(std::string_view pasted, bool single_line) {
    std::string text;
    text.reserve(pasted.size());
    for (std::size_t at = 0; at < pasted.size();) {
        const char32_t character = take_character(pasted, at);
        if (character == '\r' && at < pasted.size() && pasted[at] == '\n') continue;
        if (is_line_break(character))
            text += '\n';
        else if (character == '\t')
            text += single_line ? ' ' : '\t';
        else if (!is_dropped(character))
            append_character(text, character);
    }
    if (!single_line) return text;
    while (!text.empty() && text.back() == '\n') text.pop_back();
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

}  // namespace rekindle::app
