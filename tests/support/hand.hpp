// Hands and eyes of a test: a mouse that has to get where it wants to click, a keyboard, and what
// can be read on the screen. It draws frame after frame without a window and without a GPU.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "app/frame/canvas.hpp"

namespace rekindle::tests {

class Hand {
  public:
    virtual ~Hand() = default;

    // Draws frames. `wait` lets time go by first.
    void frame(int count = 1);
    void settle();  // draws until nothing wants another frame
    void wait(double seconds);

    // The mouse moves there over several frames, presses and lets go. A control that is missing,
    // out of view, covered or not to be pressed fails the test.
    void hover(std::string_view name);
    void click(std::string_view name);
    void double_click(std::string_view name);
    void right_click(std::string_view name);
    // Presses where `from` (0 left to 1 right) is on the control and lets go at `to`.
    void drag(std::string_view name, float from, float to);
    void click_at(ImVec2 point, int times = 1);
    void drag_from(ImVec2 from, ImVec2 to);
    void move_to(ImVec2 point);
    void press();
    void release();
    void wheel(float lines);

    // Types what stands in `text`, a frame a character, as a keyboard does ('\n' is Enter).
    void type(std::string_view text);
    // The same, all within one frame, as a fast hand or a script does.
    void type_at_once(std::string_view text);
    void key(app::Key key, bool ctrl = false, bool shift = false);
    // The key and the character it makes, told together or (`late`) a frame later.
    void press_space(bool late);
    void key_with_ctrl(app::Key which) { key(which, true); }
    void key_with_shift(app::Key which) { key(which, false, true); }

    // Shift alone three times, as the window tells it.
    void sign_to_hide();

    bool has(std::string_view name) const;
    const app::Control& control(std::string_view name) const;
    std::string state(std::string_view name) const { return control(name).state; }
    const std::string& focused() const { return controls().focused(); }

    // Everything drawn in the last frame that could be seen: one piece a line.
    std::string text_on_screen() const;
    // Also when it was wrapped: line breaks count as spaces.
    bool shows(std::string_view text) const;
    std::vector<app::Canvas::DrawnText> drawn;

    static std::string clipboard();
    static void set_clipboard(const std::string& text);

    virtual const app::Controls& controls() const = 0;

  protected:
    virtual bool draw_frame() = 0;  // true when another is wanted
    virtual app::Input& input() = 0;
    virtual void turn_wheel(float lines) = 0;
    double seconds_ = 1000;

  private:
    void click(std::string_view name, int button, int times);
    ImVec2 point_{-1, -1};
    bool wants_more_ = false;
};

}  // namespace rekindle::tests
