#include "app/widgets/text.hpp"

#include <algorithm>

#include <utf8.h>

namespace rekindle::app {
namespace {

float advance(const ImFont* font, char32_t c) {
    return font->GetCharAdvance(static_cast<ImWchar>(c > 0xFFFF ? 0xFFFD : c));
}

// Between these a line may break without a space.
bool is_ideograph(char32_t c) { return c >= 0x2E80 && c <= 0xFFDC && !(c >= 0xD800 && c < 0xF900); }

// What belongs to the character before it and must not begin a line.
bool is_attached(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
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
    for (auto at = text.begin(); at != text.end();)
        width += advance(font, utf8::unchecked::next(at));
    return width;
}

std::vector<std::size_t> line_starts(Canvas& canvas, Type type, std::string_view text,
                                     float width) {
    const ImFont* font = canvas.fonts[type];
    std::vector<std::size_t> starts{0};
    float line = 0;         // width of the line so far
    float since_break = 0;  // and of what came after the last place it may be broken at
    std::size_t break_at = 0;
    for (auto at = text.begin(); at != text.end();) {
        const auto place = static_cast<std::size_t>(at - text.begin());
        const char32_t c = utf8::unchecked::next(at);
        const auto after = static_cast<std::size_t>(at - text.begin());
        if (c == '\n') {
            starts.push_back(after);
            line = since_break = 0;
            break_at = after;
            continue;
        }
        const float step = advance(font, c);
        if (is_ideograph(c) && place > starts.back()) {
            break_at = place;
            since_break = 0;
        }
        // A space may hang over the edge: it is not seen, and the caret can still stand behind it.
        if (c != ' ' && line + step > width && place > starts.back() && !is_attached(c)) {
            const bool at_word = break_at > starts.back();
            starts.push_back(at_word ? break_at : place);
            line = at_word ? since_break : 0;
            if (!at_word) since_break = 0;
        }
        line += step;
        since_break += step;
        if (c == ' ' || c == '-' || is_ideograph(c)) {
            break_at = after;
            since_break = 0;
        }
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

void draw_text_cut(Canvas& canvas, float x, float y, float width, Type type, Colour colour,
                   std::string_view text) {
    if (text_width(canvas, type, text) <= width) {
        draw_text(canvas, x, y, type, colour, text);
        return;
    }
    const float room = width - text_width(canvas, type, "…");
    const ImFont* font = canvas.fonts[type];
    float used = 0;
    auto end = text.begin();
    for (auto at = text.begin(); at != text.end();) {
        used += advance(font, utf8::unchecked::next(at));
        if (used > room) break;
        end = at;
    }
    draw_text(canvas, x, y, type, colour, std::string(text.begin(), end) + "…");
}

float draw_wrapped(Canvas& canvas, Column& column, Type type, Colour colour,
                   std::string_view text) {
    const auto starts = line_starts(canvas, type, text, column.width);
    const float height = line_height(canvas, type);
    const float inset = line_inset(canvas, type);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        const Rect line = column.take(height);
        if (is_hidden(canvas, line)) continue;
        draw_text(canvas, line.x, line.y + inset, type, colour,
                  without_break(text.substr(starts[i], end - starts[i])));
    }
    return static_cast<float>(starts.size()) * height;
}

}  // namespace rekindle::app
