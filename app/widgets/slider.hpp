// A 0 to 10 slider that can be unanswered: then its thumb is hollow and nothing is filled. Click,
// drag, arrow keys and digits answer it (1 and 0 within a second are ten); Delete or a right click
// empties it again.
#pragma once

#include <optional>
#include <string_view>

#include "app/frame/canvas.hpp"

namespace rekindle::app {

struct SliderSpec {
    ControlName name;
    std::string_view label;  // drawn left of the track in `label_type`
    Type label_type = Type::body;
    float label_width = 118;    // design units from the left edge to the track
    std::string_view low = {};  // words under the ends of the track; none: not drawn
    std::string_view high = {};
    bool words_shown = true;  // false: the words are told to a hovering mouse instead
    Colour colour = Colour::accent;
    bool enabled = true;
};

// What the person asked for: a value, or nothing at all (emptied).
struct SliderChange {
    std::optional<int> value;
};

// Height the slider takes, in pixels: 28 a row, 52 with words at its ends (scale 1).
float slider_height(const Canvas& canvas, const SliderSpec& spec);

// Draws one row in the column and moves it below: label, track, value. Where words stand at the
// ends they are also what a hovering mouse is told when the row is too narrow to show them.
std::optional<SliderChange> slider(const Pen& pen, const SliderSpec& spec,
                                   std::optional<int> value);

}  // namespace rekindle::app
