// Somebody, or a cat, at the keyboard and the mouse: anything at all, again and again. The same
// seed does the same.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "tests/ui/soak/desk.hpp"

namespace rekindle::tests {

class RestlessHand {
  public:
    RestlessHand(SoakDesk& desk, std::uint32_t seed) : desk_(desk), dice_(seed) {}

    void do_something();
    void go_on(int page);  // to each in turn, so that none is left out

  private:
    int up_to(int most) { return static_cast<int>(dice_() % static_cast<unsigned>(most + 1)); }
    bool one_in(int many) { return up_to(many - 1) == 0; }
    float share() { return static_cast<float>(up_to(1000)) / 1000.0f; }
    ImVec2 anywhere();
    ImVec2 within(const app::Rect& rect);
    const app::Control* some_control();
    std::string some_text();
    std::string long_text();

    void click_something();
    void drag_something();
    void press_some_key();
    void type_something();
    void paste_something();
    void turn_the_wheel();
    void change_the_window();
    void change_how_it_looks();
    void go_elsewhere();
    void let_time_pass();
    void hide_or_come_back();

    void doing(std::string what) { desk_.doing = std::move(what); }

    SoakDesk& desk_;
    std::mt19937 dice_;
};

}  // namespace rekindle::tests
