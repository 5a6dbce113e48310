// The rail at every text size, monitor scale and window size: it scrolls only where it has to.
#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstring>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace rekindle::tests::rail_test {
namespace {

struct Size {
    float width;
    float height;
};
constexpr Size sizes[] = {{640, 480},  {800, 600},  {960, 600},
                          {1280, 800}, {1366, 768}, {1920, 1080}};

Headless screen_of(Journal journal) {
    HeadlessSetup setup;
    setup.content = shipped_content();
    setup.journal = std::move(journal);
    return Headless{std::move(setup)};
}

Journal of_two() {
    Journal journal = after({}, RenamePerson{"me", "Ada"}, "2026-11-21");
    return after(journal, AddPerson{{"other", "Bo", Role::broke}}, "2026-11-21");
}

const ImGuiWindow* rail_window() {
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
        if (window->WasActive && std::strstr(window->Name, "/rail_")) return window;
    return nullptr;
}

bool is_entry(const app::Control& control) {
    return control.name.starts_with("nav.") || control.name == "undo" || control.name == "redo";
}

void check_rail(Headless& screen) {
    const ImGuiWindow* rail = rail_window();
    REQUIRE(rail);
    float last = 0;
    for (const app::Control& control : screen.controls().all())
        if (is_entry(control)) last = std::max(last, control.rect.bottom() + rail->Scroll.y);
    const float room = rail->Pos.y + rail->Size.y;
    const bool fits = last <= room + 0.5f;
    CHECK_MESSAGE(rail->ScrollbarY == !fits, "entries end at ", last, " of ", room);
    if (fits) return;
    // What has to scroll can be scrolled to its end, and nothing lies under the bar.
    const float bar = rail->Pos.x + rail->Size.x - rail->ScrollbarSizes.x;
    for (const app::Control& control : screen.controls().all())
        if (is_entry(control)) CHECK(control.rect.right() <= bar + 0.5f);
    screen.move_to({rail->Pos.x + 8, rail->Pos.y + rail->Size.y / 2});
    screen.wheel(-100);
    for (const app::Control& control : screen.controls().all())
        if (is_entry(control)) CHECK(control.rect.bottom() <= room + 0.5f);
    screen.wheel(100);
    CHECK(screen.control("nav.today").rect.y >= rail->Pos.y);
}

void check_all(Headless& screen, float monitor) {
    for (const float text : {0.75f, 0.85f, 0.9f, 1.0f, 1.05f, 1.1f, 1.2f, 1.25f, 1.35f, 1.5f, 1.65f,
                             1.75f, 1.9f, 2.0f, 2.25f, 2.5f}) {
        screen.session().preferences().text_scale = static_cast<double>(text);
        for (const Size& size : sizes) {
            INFO("text ", text, " monitor ", monitor, " window ", size.width, "x", size.height);
            screen.resize(size.width, size.height, monitor);
            check_rail(screen);
        }
    }
}

}  // namespace

TEST_CASE("rail: no scrollbar where all of it fits, and one that works where it does not") {
    for (const float monitor : {1.0f, 1.25f, 1.5f, 2.0f}) {
        Headless screen = screen_of({});
        check_all(screen, monitor);
    }
}

TEST_CASE("rail: the same with two people and something to undo and redo") {
    Headless screen = screen_of(of_two());
    screen.click("today.mood");
    screen.click("today.trust");
    screen.click("undo");
    REQUIRE(screen.has("undo"));
    REQUIRE(screen.has("redo"));
    check_all(screen, 1);
}

TEST_CASE("rail: comes to rest in a window that ends within a pixel") {
    Headless screen = screen_of(of_two());
    // `resize` fails where frames are asked for without end.
    for (float part = 0; part < 1; part += 0.12f)
        for (const float height : {552.0f, 640.0f, 982.0f, 1178.0f})
            screen.resize(928, height + part, 1.25f);
    CHECK(screen.has("nav.today"));
}

}  // namespace rekindle::tests::rail_test
