// One widget, or a few, on an empty page without a session: for the tests of widgets.
#pragma once

#include <functional>
#include <optional>

#include "app/widgets/text_field.hpp"
#include "tests/support/hand.hpp"

namespace rekindle::tests {

class SingleWidget : public Hand {
  public:
    using Draw = std::function<void(const app::Pen&)>;

    // Draws `draw` into a column `wide` wide (scale 1), and a first frame at once.
    explicit SingleWidget(Draw draw, float wide = 400, float scale = 1);
    ~SingleWidget() override;
    SingleWidget(const SingleWidget&) = delete;
    SingleWidget& operator=(const SingleWidget&) = delete;

    const app::Controls& controls() const override { return controls_; }
    app::Controls& controls() { return controls_; }
    app::Input& keys() { return input_; }
    double seconds() const { return seconds_; }

    app::TextFields fields;
    std::optional<double> next_frame;  // what the last frame asked for, in `seconds`
    app::InnerClipboard inner_clipboard;
    app::Clipboard* clipboard = &inner_clipboard;
    float width;
    float height = 600;    // of the window
    float column_end = 0;  // where the column ended in the last frame
    float scrolled = 0;    // of the page, in the last frame

  protected:
    bool draw_frame() override;
    app::Input& input() override { return input_; }
    void turn_wheel(float lines) override { wheel_ = lines; }

  private:
    void draw_page(app::Canvas& canvas);

    Draw draw_;
    float scale_;
    float wheel_ = 0;
    ImGuiContext* context_;
    std::vector<app::Theme> themes_;
    app::Fonts fonts_;
    app::Input input_;
    app::Controls controls_;
};

}  // namespace rekindle::tests
