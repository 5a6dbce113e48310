// What stands in the window where no journal can be opened: why, and what can be done. Nothing can
// be written there, since it could not be kept.
#pragma once

#include <string>
#include <utility>

#include "app/scene.hpp"
#include "workbook/base/result.hpp"

namespace rekindle::app {

class ClosedScreen final : public Scene {
  public:
    // With `can_retry` it offers to look again.
    ClosedScreen(Error why, Theme theme, double text_scale, bool can_retry)
        : why_(std::move(why)),
          theme_(std::move(theme)),
          scale_(text_scale),
          can_retry_(can_retry) {}

    bool draw(Canvas& canvas) override;
    const Theme& theme() const override { return theme_; }
    double text_scale() const override { return scale_; }
    TextFields& fields() override { return fields_; }

    // Somebody asks to look again: told once; until `refuse` the screen waits.
    bool take_retry() { return std::exchange(retry_, false); }
    void refuse(Error why);

  private:
    Error why_;
    Theme theme_;
    double scale_ = 1;
    bool can_retry_ = true;
    bool retry_ = false;
    bool looking_ = false;
    TextFields fields_;
};

}  // namespace rekindle::app
