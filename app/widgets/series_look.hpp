// How a series looks wherever it stands: its mark, its dashes and its colour. Mood is round and
// solid, trust square and dashed; every further scale differs from its neighbours in all three, so
// that nothing is told by colour alone. Of two people the second one's marks are the hollow form of
// the first one's, the dashes are others and the colour is darker (lighter on a dark ground).
#pragma once

#include <imgui.h>

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "app/frame/theme.hpp"
#include "workbook/content/workbook.hpp"

namespace rekindle::app {

enum class MarkShape {
    circle,
    square,
    triangle,
    diamond,
    wedge,
    cross,
    ring,
    box,
    open_triangle,
    open_diamond,
    open_wedge,
    slanted_cross,
    ring_with_dot,
    box_with_dot
};

struct SeriesLook {
    MarkShape shape = MarkShape::circle;
    ImU32 colour = 0;             // of the line: at least 3 : 1 on a card
    float mark_opacity = 1;       // marks stand back behind the line, but not below 3 : 1
    std::array<float, 6> dash{};  // lengths on and off at scale 1
    std::size_t dash_parts = 0;   // of `dash` in use; 0: a solid line
};

// The look of `scale`, one of `scales`; always the same for the same place in that list.
SeriesLook series_look(const Theme& theme, const std::vector<Scale>& scales,
                       std::string_view scale);

// The look of the second person's `scale`, where both are drawn.
SeriesLook second_look(const Theme& theme, const std::vector<Scale>& scales,
                       std::string_view scale);

void draw_mark(ImDrawList& list, ImVec2 at, float radius, MarkShape shape, ImU32 colour);

// A line of the look through the points, `scale` times the design's size.
void draw_series_line(ImDrawList& list, std::span<const ImVec2> points, const SeriesLook& look,
                      float scale);

// How well one opaque colour is told from another, by WCAG 2: 1 to 21.
double contrast_of(ImU32 one, ImU32 other);
// `colour` moved towards black or white until it reaches `least` on `ground`.
ImU32 with_contrast(ImU32 colour, ImU32 ground, double least);
// The least opacity (not below `from`) at which `colour` still reaches `least` on `ground`.
float faintest(ImU32 colour, ImU32 ground, double least, float from);

}  // namespace rekindle::app
