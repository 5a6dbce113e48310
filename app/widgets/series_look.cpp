#include "app/widgets/series_look.hpp"

#include <algorithm>
#include <cmath>

#include "workbook/content/theme_file.hpp"

namespace rekindle::app {
namespace {

struct Dashes {
    std::array<float, 6> lengths{};
    std::size_t parts = 0;
};

constexpr Dashes trust_dashes{{7, 4}, 2};
constexpr Dashes second_mood_dashes{{13, 3, 2, 3}, 4};
constexpr Dashes second_trust_dashes{{7, 3, 2, 3, 2, 3}, 6};
// For the further scales. Lists of different lengths without a common factor, so that mark, dashes
// and colour together come round only after 6 x 5 x 7 scales.
constexpr std::array<Dashes, 5> dashes{
    {{{2, 4}, 2}, {{10, 4, 2, 4}, 4}, {{15, 5}, 2}, {{10, 4, 2, 4, 2, 4}, 6}, {{4, 3}, 2}}};
constexpr std::array<MarkShape, 6> shapes{MarkShape::triangle, MarkShape::diamond, MarkShape::wedge,
                                          MarkShape::cross,    MarkShape::ring,    MarkShape::box};
constexpr std::array<ImU32, 7> on_light{IM_COL32(122, 79, 191, 255), IM_COL32(63, 125, 44, 255),
                                        IM_COL32(180, 48, 90, 255),  IM_COL32(20, 128, 127, 255),
                                        IM_COL32(128, 96, 42, 255),  IM_COL32(85, 96, 122, 255),
                                        IM_COL32(168, 71, 155, 255)};
constexpr std::array<ImU32, 7> on_dark{IM_COL32(185, 155, 240, 255), IM_COL32(143, 203, 115, 255),
                                       IM_COL32(240, 140, 168, 255), IM_COL32(95, 203, 201, 255),
                                       IM_COL32(212, 180, 131, 255), IM_COL32(169, 182, 208, 255),
                                       IM_COL32(229, 154, 219, 255)};
constexpr double mark_contrast = 3.0;

double channel(ImU32 colour, int shift) { return static_cast<double>((colour >> shift) & 0xff); }

Rgb to_rgb(ImU32 colour) {
    return ((colour >> IM_COL32_R_SHIFT) & 0xff) << 16 |
           ((colour >> IM_COL32_G_SHIFT) & 0xff) << 8 | ((colour >> IM_COL32_B_SHIFT) & 0xff);
}

ImU32 mixed(ImU32 over, ImU32 under, double share) {
    const auto mix = [&](int shift) {
        return static_cast<ImU32>(
                   std::lround(channel(over, shift) * share + channel(under, shift) * (1 - share)))
               << shift;
    };
    return mix(IM_COL32_R_SHIFT) | mix(IM_COL32_G_SHIFT) | mix(IM_COL32_B_SHIFT) | IM_COL32_A_MASK;
}

SeriesLook look_of(MarkShape shape, ImU32 colour, ImU32 ground, const Dashes& with) {
    const ImU32 seen = with_contrast(colour, ground, mark_contrast);
    return {shape, seen, faintest(seen, ground, mark_contrast, 0.45f), with.lengths, with.parts};
}

// How many of the further scales stand before this one.
std::size_t place_of(const std::vector<Scale>& scales, std::string_view scale) {
    std::size_t place = 0;
    for (const Scale& one : scales) {
        if (one.id == scale) break;
        if (!is_fixed_scale(one.id)) ++place;
    }
    return place;
}

MarkShape hollow(MarkShape shape) {
    switch (shape) {
        case MarkShape::circle:
            return MarkShape::ring;
        case MarkShape::square:
            return MarkShape::box;
        case MarkShape::triangle:
            return MarkShape::open_triangle;
        case MarkShape::diamond:
            return MarkShape::open_diamond;
        case MarkShape::wedge:
            return MarkShape::open_wedge;
        case MarkShape::cross:
            return MarkShape::slanted_cross;
        case MarkShape::ring:
            return MarkShape::ring_with_dot;
        case MarkShape::box:
            return MarkShape::box_with_dot;
        default:
            return shape;
    }
}

// One dash, begun in the middle of a segment and perhaps going round corners.
void end_dash(ImDrawList& list, ImU32 colour, float thickness) {
    if (list._Path.Size > 1)
        list.PathStroke(colour, 0, thickness);
    else
        list.PathClear();
}

ImVec2 along(const ImVec2& a, const ImVec2& b, float share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

void draw_dashed(ImDrawList& list, std::span<const ImVec2> points, const SeriesLook& look,
                 float scale, float thickness) {
    std::size_t part = 0;  // even: on
    float left = look.dash[0] * scale;
    list.PathLineTo(points[0]);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const ImVec2& from = points[i - 1];
        const ImVec2& to = points[i];
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        float done = 0;
        while (length - done >= left) {
            done += left;
            const ImVec2 at = along(from, to, done / length);
            if (part % 2 == 0) {
                list.PathLineTo(at);
                end_dash(list, look.colour, thickness);
            } else {
                list.PathLineTo(at);
            }
            part = (part + 1) % look.dash_parts;
            left = std::max(0.5f, look.dash[part] * scale);
        }
        left -= length - done;
        if (part % 2 == 0) list.PathLineTo(to);
    }
    end_dash(list, look.colour, thickness);
}

void draw_cross(ImDrawList& list, ImVec2 at, float radius, ImU32 colour) {
    const float half = std::max(1.0f, radius * 0.38f);
    list.AddRectFilled({at.x - radius, at.y - half}, {at.x + radius, at.y + half}, colour);
    list.AddRectFilled({at.x - half, at.y - radius}, {at.x + half, at.y - half}, colour);
    list.AddRectFilled({at.x - half, at.y + half}, {at.x + half, at.y + radius}, colour);
}

// The second person's marks.
void draw_open_mark(ImDrawList& list, ImVec2 at, float r, MarkShape shape, ImU32 colour) {
    const float wide = r * 1.2f;
    const float stroke = std::max(1.0f, r * 0.45f);
    switch (shape) {
        case MarkShape::open_triangle:
            list.AddTriangle({at.x, at.y - wide}, {at.x + wide, at.y + r}, {at.x - wide, at.y + r},
                             colour, stroke);
            break;
        case MarkShape::open_wedge:
            list.AddTriangle({at.x - wide, at.y - r}, {at.x + wide, at.y - r}, {at.x, at.y + wide},
                             colour, stroke);
            break;
        case MarkShape::open_diamond:
            list.AddQuad({at.x, at.y - wide}, {at.x + wide, at.y}, {at.x, at.y + wide},
                         {at.x - wide, at.y}, colour, stroke);
            break;
        case MarkShape::slanted_cross:
            list.AddLine({at.x - r, at.y - r}, {at.x + r, at.y + r}, colour, 1.5f * stroke);
            list.AddLine({at.x - r, at.y + r}, {at.x + r, at.y - r}, colour, 1.5f * stroke);
            break;
        case MarkShape::ring_with_dot:
            list.AddCircle(at, wide, colour, 0, stroke);
            list.AddCircleFilled(at, stroke, colour);
            break;
        case MarkShape::box_with_dot:
            list.AddRect({at.x - wide, at.y - wide}, {at.x + wide, at.y + wide}, colour, 0, 0,
                         stroke);
            list.AddCircleFilled(at, stroke, colour);
            break;
        default:
            break;
    }
}

}  // namespace

SeriesLook series_look(const Theme& theme, const std::vector<Scale>& scales,
                       std::string_view scale) {
    const ImU32 ground = theme[Colour::surface];
    if (scale == mood_scale) return look_of(MarkShape::circle, theme[Colour::mood], ground, {});
    if (scale == trust_scale)
        return look_of(MarkShape::square, theme[Colour::trust], ground, trust_dashes);
    const std::size_t place = place_of(scales, scale);
    const auto& palette = theme.dark ? on_dark : on_light;
    return look_of(shapes[place % shapes.size()], palette[place % palette.size()], ground,
                   dashes[place % dashes.size()]);
}

SeriesLook second_look(const Theme& theme, const std::vector<Scale>& scales,
                       std::string_view scale) {
    constexpr double towards_ink = 0.5;
    const SeriesLook first = series_look(theme, scales, scale);
    Dashes other = dashes[(place_of(scales, scale) + 2) % dashes.size()];
    if (scale == mood_scale) other = second_mood_dashes;
    if (scale == trust_scale) other = second_trust_dashes;
    return look_of(hollow(first.shape), mixed(theme[Colour::ink], first.colour, towards_ink),
                   theme[Colour::surface], other);
}

void draw_mark(ImDrawList& list, ImVec2 at, float radius, MarkShape shape, ImU32 colour) {
    const float r = radius;
    const float wide = r * 1.2f;  // pointed shapes look smaller than they are
    const float stroke = std::max(1.0f, r * 0.45f);
    switch (shape) {
        case MarkShape::circle:
            list.AddCircleFilled(at, r, colour, r < 4 ? 8 : 0);
            break;
        case MarkShape::square:
            list.AddRectFilled({at.x - r * 0.9f, at.y - r * 0.9f},
                               {at.x + r * 0.9f, at.y + r * 0.9f}, colour);
            break;
        case MarkShape::triangle:
            list.AddTriangleFilled({at.x, at.y - wide}, {at.x + wide, at.y + r},
                                   {at.x - wide, at.y + r}, colour);
            break;
        case MarkShape::wedge:
            list.AddTriangleFilled({at.x - wide, at.y - r}, {at.x + wide, at.y - r},
                                   {at.x, at.y + wide}, colour);
            break;
        case MarkShape::diamond:
            list.AddQuadFilled({at.x, at.y - wide}, {at.x + wide, at.y}, {at.x, at.y + wide},
                               {at.x - wide, at.y}, colour);
            break;
        case MarkShape::cross:
            draw_cross(list, at, r, colour);
            break;
        case MarkShape::ring:
            list.AddCircle(at, r - stroke / 2, colour, r < 4 ? 8 : 0, stroke);
            break;
        case MarkShape::box:
            list.AddRect({at.x - r, at.y - r}, {at.x + r, at.y + r}, colour, 0, 0, stroke);
            break;
        default:
            draw_open_mark(list, at, r, shape, colour);
    }
}

void draw_series_line(ImDrawList& list, std::span<const ImVec2> points, const SeriesLook& look,
                      float scale) {
    if (points.size() < 2) return;
    // Whole pixels: Dear ImGui draws such lines from its texture with half the vertices.
    const float thickness = std::max(2.0f, std::round(2.2f * scale));
    if (look.dash_parts == 0)
        list.AddPolyline(points.data(), static_cast<int>(points.size()), look.colour, 0, thickness);
    else
        draw_dashed(list, points, look, scale, thickness);
}

double contrast_of(ImU32 one, ImU32 other) { return contrast(to_rgb(one), to_rgb(other)); }

ImU32 with_contrast(ImU32 colour, ImU32 ground, double least) {
    const bool dark_ground =
        contrast_of(ground, IM_COL32_WHITE) > contrast_of(ground, IM_COL32_BLACK);
    const ImU32 away = dark_ground ? IM_COL32_WHITE : IM_COL32_BLACK;
    for (double share = 0; share < 1; share += 0.1) {
        const ImU32 moved = mixed(away, colour, share);
        if (contrast_of(moved, ground) >= least) return moved;
    }
    return away;
}

float faintest(ImU32 colour, ImU32 ground, double least, float from) {
    for (float opacity = from; opacity < 1; opacity += 0.05f)
        if (contrast_of(mixed(colour, ground, static_cast<double>(opacity)), ground) >= least)
            return opacity;
    return 1;
}

}  // namespace rekindle::app
