// Wrapped text as geometry: on which line a place lies and how far from its left edge, and back.
#pragma once

#include <string_view>
#include <vector>

#include "app/frame/canvas.hpp"
#include "app/widgets/text_places.hpp"

namespace rekindle::app {

// A place in a wrapped text. Where a line was wrapped one place belongs to two lines: the end of
// the one and the beginning of the next.
struct LinePosition {
    std::size_t place = 0;
    bool at_line_end = false;
    bool operator==(const LinePosition&) const = default;
};

struct TextLines {
    Canvas& canvas;
    Type type;
    std::string_view text;
    const std::vector<std::size_t>& starts;  // as `line_starts` gives them

    std::size_t count() const { return starts.size(); }
    std::size_t line_of(LinePosition at) const;
    Span span_of(std::size_t line) const;  // without the line break
    bool wraps_after(std::size_t line) const;
    float x_of(std::size_t line, std::size_t place) const;  // from the line's left edge
    LinePosition nearest(std::size_t line, float x) const;  // the place closest to x
    LinePosition end_of(std::size_t line) const;
};

}  // namespace rekindle::app
