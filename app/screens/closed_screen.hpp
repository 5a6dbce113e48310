// What stands in the window where no journal can be opened: why, and what can be done. Nothing can
// be written there, since it could not be kept.
#pragma once

#include <string>
#include <utility>

#include "app/frame/scene.hpp"
#include "workbook/base/result.hpp"

namespace rekindle::app {

class ClosedScreen final : public Scene {
  public:
    // With `can_retry` it offers to look again, with `in_the_clear` to go on without the lock that
    // is missing.
    ClosedScreen(Error why, Theme theme, double text_scale, bool can_retry,
                 bool in_the_clear = false)
        : why_(std::move(why)),
          theme_(std::move(theme)),
          scale_(text_scale),
          can_retry_(can_retry),
          in_the_clear_(in_the_clear) {}

    bool draw(Canvas& canvas) override;
    const Theme& theme() const override { return theme_; }
    double text_scale() const override { return scale_; }
    TextFields& fields() override { return fields_; }

    // Somebody asks to look again: told once; until `refuse` the screen waits.
    bool take_retry() { return std::exchange(retry_, false); }
    // Somebody says yes to going on in the clear: told once.
    bool take_in_the_clear() { return std::exchange(said_yes_, false); }
    void refuse(Error why);

  private:
    void draw_retry(const Pen& pen);
    void draw_in_the_clear(const Pen& pen);

    Error why_;
    Theme theme_;
    double scale_ = 1;
    bool can_retry_ = true;
    bool in_the_clear_ = false;
    bool retry_ = false;
    bool said_yes_ = false;
    bool looking_ = false;
    TextFields fields_;
};

}  // namespace rekindle::app
