#include "app/widgets/text_lines.hpp"

#include <algorithm>

#include "app/widgets/text.hpp"

namespace rekindle::app {

std::size_t TextLines::line_of(LinePosition at) const {
    const auto after = std::upper_bound(starts.begin(), starts.end(), at.place);
    const auto line = static_cast<std::size_t>(after - starts.begin()) - 1;
    const bool before = at.at_line_end && line > 0 && starts[line] == at.place;
    return before && wraps_after(line - 1) ? line - 1 : line;
}

Span TextLines::span_of(std::size_t line) const {
    const std::size_t end = line + 1 < starts.size() ? starts[line + 1] : text.size();
    const bool broken = line + 1 < starts.size() && !wraps_after(line);
    return {starts[line], broken ? end - 1 : end};
}

bool TextLines::wraps_after(std::size_t line) const {
    return line + 1 < starts.size() && text[starts[line + 1] - 1] != '\n';
}

float TextLines::x_of(std::size_t line, std::size_t place) const {
    const Span span = span_of(line);
    const std::size_t end = std::clamp(place, span.begin, span.end);
    return text_width(canvas, type, text.substr(span.begin, end - span.begin));
}

LinePosition TextLines::nearest(std::size_t line, float x) const {
    const Span span = span_of(line);
    std::size_t place = span.begin;
    float left = 0;
    while (place < span.end) {
        const std::size_t next = std::min(place_after(text, place), span.end);
        const float width = text_width(canvas, type, text.substr(place, next - place));
        if (left + width / 2 > x) break;
        left += width;
        place = next;
    }
    return {place, place == span.end && wraps_after(line)};
}

LinePosition TextLines::end_of(std::size_t line) const {
    return {span_of(line).end, wraps_after(line)};
}

}  // namespace rekindle::app
