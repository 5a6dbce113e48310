// What stands in the window: the journal, or the lock before it.
#pragma once

#include "app/frame/canvas.hpp"
#include "app/frame/text_fields.hpp"
#include "app/frame/theme.hpp"

namespace rekindle::app {

class Scene {
  public:
    virtual ~Scene() = default;

    // Draws one frame of the whole window into the current ImGui frame. True when something changed
    // that wants another frame.
    virtual bool draw(Canvas& canvas) = 0;

    virtual const Theme& theme() const = 0;
    virtual double text_scale() const = 0;
    virtual TextFields& fields() = 0;
};

}  // namespace rekindle::app
