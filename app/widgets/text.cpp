#include "app/widgets/text.hpp"

#include <algorithm>

#include "app/widgets/text_places.hpp"

namespace rekindle::app {
namespace {

float advance(const ImFont* font, char32_t c) {
    if (c == '\r') return 0;  // not drawn
    return font->GetCharAdvance(static_cast<ImWchar>(c > 0xFFFF ? 0xFFFD : c));
}

// Between these a line may break without a space.
bool is_ideograph(char32_t c) { return c >= 0x2E80 && c <= 0xFFDC && !(c >= 0xD800 && c < 0xF900); }

// Marks that stay with the text before them, and with the text behind them.
bool closes(char32_t c) {
    return std::u32string_view(U"、。，．：；！？）」』】》〉〕”’…ー々").find(c) !=
           std::u32string_view::npos;
}
bool opens(char32_t c) {
    return std::u32string_view(U"（「『【《〈〔“‘").find(c) != std::u32string_view::npos;
}

bool may_break_between(char32_t before, char32_t after) {
    if (after == ' ') return false;
    if (before == ' ' || before == '\t' || before == '-') return true;
    if (before < 0x80 && after < 0x80) return false;
    if (before == 0x2013 || before == 0x2014) return true;  // dashes
    return (is_ideograph(before) || is_ideograph(after)) && !closes(after) && !opens(before);
}

// Draws text whose characters are known to be wanted, and tells a test about it.
void put(Canvas& canvas, float x, float y, Type type, ImU32 colour, std::string_view text) {
    if (text.empty()) return;
    canvas.fonts.want(text);
    ImFont* font = canvas.fonts[type];
    canvas.list()->AddText(font, font->FontSize, {std::round(x), std::round(y)}, colour,
                           text.data(), text.data() + text.size());
    if (!canvas.drawn) return;
    const ImVec2 low = canvas.list()->GetClipRectMin();
    const ImVec2 high = canvas.list()->GetClipRectMax();
    canvas.drawn->push_back({std::string(text),
                             {x, y, text_width(canvas, type, text), font->FontSize},
                             {low.x, low.y, high.x - low.x, high.y - low.y}});
}

// The glyphs stand in the middle of their line.
float line_inset(const Canvas& canvas, Type type) {
    return (line_height(canvas, type) - canvas.fonts[type]->FontSize) / 2;
}

std::string_view without_break(std::string_view line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.remove_suffix(1);
    return line;
}

}  // namespace

float line_height(const Canvas& canvas, Type type) {
    return std::round(canvas.fonts.size(type) * 1.45f);
}

float text_width(Canvas& canvas, Type type, std::string_view text) {
    const ImFont* font = canvas.fonts[type];
    float width = 0;
    for (std::size_t at = 0; at < text.size();) width += advance(font, take_character(text, at));
    return width;
}

std::vector<std::size_t> line_starts(Canvas& canvas, Type type, std::string_view text,
                                     float width) {
    const ImFont* font = canvas.fonts[type];
    std::vector<std::size_t> starts{0};
    float line = 0;  // width of the line so far
    float word = 0;  // and of what came after the last place where it may be broken
    std::size_t word_at = 0;
    char32_t before = '\n';
    int state = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t place = at;
        const char32_t c = take_character(text, at);
        const bool parted = is_parted(before, c, state);
        if (parted && may_break_between(before, c)) {
            word_at = place;
            word = 0;
        }
        before = c;
        if (c == '\n') {
            starts.push_back(at);
            line = word = 0;
            word_at = at;
            continue;
        }
        const float step = advance(font, c);
        // A space may hang over the edge: it is not seen, and the caret can still stand behind it.
        if (c != ' ' && parted && line + step > width && place > starts.back()) {
            const bool at_word = word_at > starts.back();
            starts.push_back(at_word ? word_at : place);
            line = at_word ? word : 0;
            if (!at_word) word = 0;
        }
        line += step;
        word += step;
    }
    return starts;
}

float wrapped_height(Canvas& canvas, Type type, std::string_view text, float width) {
    canvas.fonts.want(text);
    return static_cast<float>(line_starts(canvas, type, text, width).size()) *
           line_height(canvas, type);
}

float draw_text(Canvas& canvas, float x, float y, Type type, Colour colour, std::string_view text) {
    put(canvas, x, y, type, canvas.colour(colour), text);
    return text_width(canvas, type, text);
}

void draw_text_right(Canvas& canvas, float right, float y, Type type, Colour colour,
                     std::string_view text) {
    draw_text(canvas, right - text_width(canvas, type, text), y, type, colour, text);
}

void draw_text_centred(Canvas& canvas, const Rect& rect, Type type, Colour colour,
                       std::string_view text) {
    draw_text(canvas, rect.x + (rect.w - text_width(canvas, type, text)) / 2,
              rect.y + (rect.h - canvas.fonts[type]->FontSize) / 2, type, colour, text);
}

void draw_text_cut(Canvas& canvas, ImVec2 at, float width, Type type, Colour colour,
                   std::string_view text) {
    if (text_width(canvas, type, text) <= width) {
        draw_text(canvas, at.x, at.y, type, colour, text);
        return;
    }
    const float room = width - text_width(canvas, type, "…");
    const ImFont* font = canvas.fonts[type];
    float used = 0;
    std::size_t end = 0;
    for (std::size_t next = 0; next < text.size();) {
        used += advance(font, take_character(text, next));
        if (used > room) break;
        end = next;
    }
    draw_text(canvas, at.x, at.y, type, colour, std::string(text.substr(0, end)) + "…");
}

float draw_wrapped(const Pen& pen, Type type, Colour colour, std::string_view text) {
    const auto starts = line_starts(pen.canvas, type, text, pen.column.width);
    const float height = line_height(pen.canvas, type);
    const float inset = line_inset(pen.canvas, type);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        const Rect line = pen.column.take(height);
        if (is_hidden(pen.canvas, line)) continue;
        draw_text(pen.canvas, line.x, line.y + inset, type, colour,
                  without_break(text.substr(starts[i], end - starts[i])));
    }
    return static_cast<float>(starts.size()) * height;
}

}  // namespace rekindle::app
