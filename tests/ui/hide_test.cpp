// The neutral page: how it comes, what it keeps back, and the ways out of it.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/builders.hpp"
#include "tests/support/layout.hpp"
#include "tests/support/remembering_disk.hpp"

namespace rekindle::tests::hide_test {
namespace {

HeadlessSetup full_screen(app::Page page = app::Page::today) {
    HeadlessSetup setup;
    setup.content = shipped_content();
    CheckIn today = rated("2026-11-21", 6, 4);
    today.note = "We talked about the letter.";
    setup.journal = journal_of({today});
    setup.page = page;
    return setup;
}

void check_hidden(const Headless& screen) {
    CHECK(screen.controls().all().size() == 1);
    CHECK(screen.has("hidden.page"));
    CHECK(screen.text_on_screen() == "Notes\nPage 1\n");
}

void check_shown(const Headless& screen) {
    CHECK(screen.has("nav.today"));
    CHECK(screen.has("hide"));
    CHECK_FALSE(screen.has("hidden.page"));
}

}  // namespace

TEST_CASE("hide: the button and the sign put a page there on which nothing is of the journal") {
    for (const auto page :
         {app::Page::today, app::Page::workbook, app::Page::timeline, app::Page::practices,
          app::Page::settings, app::Page::welcome, app::Page::help}) {
        Headless screen{full_screen(page)};
        screen.click("hide");
        check_hidden(screen);
        screen.click("hidden.page");
        check_shown(screen);
        screen.sign_to_hide();
        check_hidden(screen);
        screen.wait(3);
        screen.sign_to_hide();
        check_shown(screen);
        CHECK(screen.session().ui.page == page);
    }
}

TEST_CASE("hide: the button stands in the window's corner at every size, whatever is scrolled") {
    struct Size {
        float width, height, scale;
    };
    for (const Size& size : {Size{1280, 800, 1}, Size{960, 600, 1}, Size{960, 600, 2}}) {
        HeadlessSetup setup = full_screen(app::Page::help);
        setup.width = size.width;
        setup.height = size.height;
        setup.scale = size.scale;
        Headless screen{std::move(setup)};
        screen.wheel(-100);
        const app::Control& hide = screen.control("hide");
        CHECK(hide.rect.x == 0);
        CHECK(hide.rect.bottom() == size.height);
        CHECK(hide.rect.h >= 32 * size.scale);
        CHECK(hide.visible);
        CHECK(screen.shows("Hide"));
        screen.click("hide");
        CHECK(layout_problems(screen) == std::vector<std::string>{});
    }
}

TEST_CASE("hide: no key, no typing, no wheel and no mouse on the page brings the journal back") {
    Headless screen{full_screen()};
    screen.click("today.note");
    screen.click("hide");
    const Journal before = screen.journal();
    using enum app::Key;
    for (const app::Key key :
         {left,   right, up,      down,      home,    end,     page_up, page_down, enter,
          escape, tab,   space,   backspace, del,     a,       c,       v,         x,
          y,      z,     digit_0, digit_1,   digit_2, digit_3, digit_4, plus}) {
        screen.key(key);
        screen.key_with_ctrl(key);
        screen.key_with_shift(key);
    }
    screen.type("Let me in ");
    screen.wheel(-3);
    for (const ImVec2 point : {ImVec2{4, 796}, ImVec2{640, 400}, ImVec2{1276, 4}, ImVec2{100, 40}})
        screen.click_at(point, 2);
    check_hidden(screen);
    CHECK(screen.focused().empty());
    CHECK(screen.journal() == before);
}

TEST_CASE("hide: somebody who taps on in a fright stays hidden until they pause") {
    Headless screen{full_screen()};
    for (int i = 0; i < 6; ++i) {
        screen.sign_to_hide();
        check_hidden(screen);
        screen.wait(1);
    }
    screen.wait(2.1);
    screen.sign_to_hide();
    check_shown(screen);
}

TEST_CASE("hide: a second click in the same place does not take it back") {
    Headless screen{full_screen()};
    screen.double_click("hide");
    check_hidden(screen);
}

TEST_CASE("hide: the page is the same whatever the theme, but for light and dark") {
    const auto ground = [](const char* theme) {
        HeadlessSetup setup = full_screen();
        setup.theme = theme;
        Headless screen{std::move(setup)};
        screen.click("hide");
        screen.settle();
        std::vector<ImU32> colours;
        const ImDrawData* drawn = ImGui::GetDrawData();
        for (int i = 0; i < drawn->CmdListsCount; ++i)
            for (const ImDrawVert& vertex : drawn->CmdLists[i]->VtxBuffer)
                colours.push_back(vertex.col | IM_COL32_A_MASK);
        std::sort(colours.begin(), colours.end());
        colours.erase(std::unique(colours.begin(), colours.end()), colours.end());
        return colours;
    };
    const auto light = ground("paper");
    CHECK(light != ground("evening"));
    for (const ImU32 colour : light) {
        CHECK((colour & 0xff) == ((colour >> 8) & 0xff));
        CHECK((colour & 0xff) == ((colour >> 16) & 0xff));
    }
}

TEST_CASE("hide: an open menu is gone, and the day is as it was left") {
    Headless screen{full_screen()};
    screen.click("today.previous");
    screen.click("today.month");
    CHECK(screen.has("today.month.previous"));
    screen.sign_to_hide();
    check_hidden(screen);
    screen.wait(3);
    screen.sign_to_hide();
    check_shown(screen);
    CHECK_FALSE(screen.has("today.month.previous"));
    CHECK(screen.has("today.now"));
}

TEST_CASE("hide: everything is saved at once, and a save that was refused may be said there") {
    RememberingDisk::Log log;
    log.holds_saves = true;
    HeadlessSetup setup = full_screen();
    setup.target = std::make_unique<RememberingDisk>(log);
    Headless screen{std::move(setup)};
    screen.click("today.note");
    screen.type("x");
    CHECK(log.saved.empty());
    screen.sign_to_hide();
    CHECK(log.saved.size() == 1);
    check_hidden(screen);
    log.news.push_back(SaveEnded{
        {}, screen.journal(), fail(ErrorCode::system, "No space is left for the journal.")});
    screen.settle();
    CHECK(screen.text_on_screen() == "Notes\nNot saved yet\nPage 1\n");
}

TEST_CASE("hide: an untouched neutral page wants no frame") {
    Headless screen{full_screen()};
    screen.click("today.note");
    screen.click("hide");
    screen.settle();
    CHECK_FALSE(screen.next_frame());
}

}  // namespace rekindle::tests::hide_test
