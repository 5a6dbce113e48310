// A card alone in the whole window: what stands there while no journal is open.
#pragma once

#include <functional>

#include "app/frame/canvas.hpp"

namespace rekindle::app {

// Lengths at scale 1.
struct LoneCard {
    const char* title;  // names the window for Dear ImGui; seen by nobody
    float width;
    float needed_height;  // of what has to be in view, also where the window is low
    float margin;         // above and below it, at least
};

// Draws its ground and, with `draw`, what is in it. What has no room scrolls.
void draw_lone_card(const LoneCard& card, Canvas& canvas,
                    const std::function<void(const Pen&)>& draw);

}  // namespace rekindle::app
