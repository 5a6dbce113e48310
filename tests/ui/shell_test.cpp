// The window around the pages: where one can go, what is said about saving, and that nothing is
// cut off in small windows.
#include <doctest/doctest.h>

#include <cmath>

#include "app/screens/pages.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

using namespace rekindle;
using namespace rekindle::app;
using namespace rekindle::tests;

namespace shell_test {

namespace {

// A disk with no room left.
struct FullDisk : SaveTarget {
    int* asked;
    std::vector<StoreNews> news;
    explicit FullDisk(int* count) : asked(count) {}
    void ask(StoreWork work) override {
        auto* save = std::get_if<SaveJournal>(&work);
        if (!save) return;
        ++*asked;
        news.push_back(SaveEnded{
            std::move(save->base), std::move(save->ours),
            fail(ErrorCode::system, "There is no space left on the disk.", "Make some room.")});
    }
    std::vector<StoreNews> poll() override { return std::exchange(news, {}); }
    Result<Saved> save_and_wait(SaveJournal) override {
        return fail(ErrorCode::system, "There is no space left on the disk.");
    }
};

// Text that is wider than what it is cut to, as a person would see it.
std::string cut_at_the_side(const Headless& desk) {
    for (const Canvas::DrawnText& piece : desk.drawn) {
        const bool seen = piece.rect.bottom() > piece.clip.y && piece.rect.y < piece.clip.bottom();
        if (!seen || piece.text.empty()) continue;
        if (piece.rect.x < piece.clip.x - 1 || piece.rect.right() > piece.clip.right() + 1)
            return piece.text;
    }
    return {};
}

}  // namespace

TEST_CASE("shell: Ctrl 1 to 4 go to the four pages") {
    Headless desk{{.content = small_content()}};
    desk.key_with_ctrl(Key::digit_2);
    CHECK(desk.session().ui.page == Page::workbook);
    desk.key_with_ctrl(Key::digit_3);
    CHECK(desk.session().ui.page == Page::timeline);
    desk.key_with_ctrl(Key::digit_4);
    CHECK(desk.session().ui.page == Page::practices);
    desk.key_with_ctrl(Key::digit_1);
    CHECK(desk.session().ui.page == Page::today);
}

TEST_CASE("shell: the rail leads to every page") {
    Headless desk{{.content = small_content()}};
    desk.click("nav.help");
    CHECK(desk.session().ui.page == Page::help);
    CHECK(desk.shows("If you are in danger"));
    desk.click("nav.settings");
    CHECK(desk.session().ui.page == Page::settings);
    desk.click("nav.workbook");
    CHECK(desk.session().ui.page == Page::workbook);
    CHECK(desk.state("nav.workbook") == "checked");
}

TEST_CASE("shell: undo and redo are there only when there is something, and say what") {
    Headless desk{{.content = small_content()}};
    CHECK_FALSE(desk.has("undo"));
    desk.click("today.mood");
    CHECK(desk.has("undo"));
    CHECK(desk.shows("Undo rating"));
    CHECK_FALSE(desk.has("redo"));
    desk.key_with_ctrl(Key::z);
    CHECK(desk.state("today.mood") == "value=none");
    CHECK_FALSE(desk.has("undo"));
    CHECK(desk.shows("Redo rating"));
    desk.key(Key::z, true, true);
    CHECK(desk.state("today.mood") == "value=5");
}

TEST_CASE("shell: undo takes back what is being written, with the field still in use") {
    Headless desk{{.content = small_content()}};
    desk.click("today.note");
    desk.type("one two");
    desk.key_with_ctrl(Key::z);
    CHECK(latest_checkin(desk.journal(), day("2026-11-21"), "me") == nullptr);
    desk.type("three");
    CHECK(latest_checkin(desk.journal(), day("2026-11-21"), "me")->note == "three");
}

TEST_CASE("shell: Esc leaves a control and keeps what was written") {
    Headless desk{{.content = small_content()}};
    desk.click("today.note");
    desk.type("kept");
    desk.key(Key::escape);
    CHECK(desk.focused().empty());
    CHECK(latest_checkin(desk.journal(), day("2026-11-21"), "me")->note == "kept");
}

TEST_CASE("shell: the text grows and shrinks by keys and goes back to its size") {
    Headless desk{{.content = small_content()}};
    desk.key_with_ctrl(Key::plus);
    CHECK(desk.session().preferences().text_scale == doctest::Approx(1.1));
    desk.key(Key::plus, true, true);
    CHECK(desk.session().preferences().text_scale == doctest::Approx(1.2));
    desk.key_with_ctrl(Key::digit_0);
    CHECK(desk.session().preferences().text_scale == doctest::Approx(1.0));
    desk.key_with_ctrl(Key::minus);
    CHECK(desk.session().preferences().text_scale < 1.0);
}

TEST_CASE("shell: the wheel and Page Down scroll a page, and it keeps its place") {
    Headless desk{{.content = shipped_content(), .height = 400, .page = Page::settings}};
    const auto at = [&] { return desk.session().ui.scroll[Page::settings]; };
    CHECK(at() == 0);
    desk.key(Key::page_down);
    desk.settle();
    const float once = at();
    CHECK(once > 200);
    desk.move_to({700, 200});
    desk.wheel(-1);
    desk.settle();
    CHECK(at() > once);
    const float place = at();
    desk.key_with_ctrl(Key::digit_1);
    desk.settle();
    desk.session().act(GoTo{Page::settings});
    desk.settle();
    CHECK(at() == place);
    desk.key(Key::home);
    desk.settle();
    CHECK(at() == 0);
}

TEST_CASE("shell: a card folded on a scrolled page keeps its header under the pointer") {
    Headless desk{{.content = shipped_content(), .height = 700, .page = Page::workbook}};
    desk.session().ui.workbook.open = {"seven-steps/professional-guidance"};
    desk.settle();
    const std::string header = "card.professional-guidance.header";
    desk.move_to({700, 300});
    for (int i = 0; i < 40 && desk.control(header).rect.y > 120; ++i) desk.wheel(-1);
    desk.settle();
    const float place = desk.control(header).rect.y;
    REQUIRE(place < 200);
    desk.click(header);
    desk.frame(2);
    CHECK(std::abs(desk.control(header).rect.y - place) < 16);  // it is 58 high
}

TEST_CASE("shell: a save that was refused stays visible with what to do, and can be tried again") {
    int asked = 0;
    Headless desk{{.content = small_content(), .target = std::make_unique<FullDisk>(&asked)}};
    CHECK_FALSE(desk.has("save.retry"));
    desk.click("today.mood");
    desk.wait(5);
    desk.settle();
    desk.frame(3);
    REQUIRE(asked > 0);
    CHECK(desk.shows("Not saved"));
    CHECK(desk.shows("There is no space left on the disk."));
    desk.key_with_ctrl(Key::digit_3);
    CHECK(desk.shows("There is no space left on the disk."));
    const int before = asked;
    desk.click("save.retry");
    CHECK(asked > before);
}

TEST_CASE("shell: what is taken back before the first save was not saved at any time") {
    int asked = 0;
    Headless desk{{.content = small_content(), .target = std::make_unique<FullDisk>(&asked)}};
    desk.session().act(Command{RateFeeling{{"c", desk.now.date, "me"}, "mood", 5}});
    desk.frame();
    CHECK(desk.shows("Unsaved"));
    desk.session().act(Undo{});
    desk.frame();
    CHECK(asked == 0);
    CHECK_FALSE(desk.shows("Unsaved"));
    CHECK_FALSE(desk.shows("Saved 00:00"));
}

TEST_CASE("shell: with two people the rail says who writes and hands over") {
    Journal two = after({}, AddPerson{{"other", "Sam", Role::neither}}, "2026-11-20");
    Headless desk{{.content = small_content(), .journal = two}};
    desk.click("today.mood");
    desk.click("nav.person");
    CHECK(desk.session().person() == "other");
    CHECK(desk.shows("Sam"));
    CHECK(desk.state("today.mood") == "value=none");
    desk.click("nav.person");
    CHECK(desk.state("today.mood") == "value=5");
}

TEST_CASE("shell: alone there is nobody to hand over to") {
    Headless desk{{.content = small_content()}};
    CHECK_FALSE(desk.has("nav.person"));
}

TEST_CASE("shell: no page is cut off at its side, in any window and at any size of text") {
    struct Size {
        float width, height, scale;
    };
    for (const Size size : {Size{1280, 800, 1}, Size{960, 600, 1}, Size{960, 600, 2}})
        for (const PageRow& row : pages) {
            const Page page = row.page;
            Headless desk{{.content = shipped_content(),
                           .journal = weeks_before(day("2026-11-21"), 8),
                           .width = size.width,
                           .height = size.height,
                           .scale = size.scale,
                           .page = page}};
            for (int screenful = 0; screenful < 6; ++screenful) {
                CAPTURE(static_cast<int>(page));
                CAPTURE(size.width);
                CAPTURE(size.scale);
                CHECK(cut_at_the_side(desk) == "");
                desk.key(Key::page_down);
                desk.settle();
            }
        }
}

TEST_CASE("shell: every page can be gone to in a small window with large text") {
    Headless desk{{.content = small_content(), .width = 960, .height = 600, .scale = 2}};
    for (const char* name :
         {"nav.today", "nav.workbook", "nav.timeline", "nav.practices", "nav.help", "nav.settings"})
        CHECK(desk.control(name).visible);
    desk.click("nav.help");
    CHECK(desk.session().ui.page == Page::help);
}

}  // namespace shell_test
