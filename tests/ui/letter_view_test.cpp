// Where a letter stands on the screen: read through it is seen from its top.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace letter_view_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;

const std::string read_link = "card.talk.apology.read";
const std::string back_link = "card.talk.apology.back";

std::string many_lines(const std::string& first) {
    std::string text = first;
    for (int i = 0; i < 40; ++i) text += "\nand then some more of what has to be said";
    return text;
}

// A card with a letter of several parts that is far longer than the window is high.
HeadlessSetup with_long_letter(app::Page page) {
    HeadlessSetup setup;
    setup.content = small_content();
    Exercise letter;
    letter.id = "apology";
    letter.kind = ExerciseKind::letter;
    letter.title = "An apology in parts";
    letter.prompt = "One part at a time.";
    letter.items = {{"the-act", "What I did", "The act itself."},
                    {"the-effect", "What it did to you", "As far as you understand it."}};
    setup.content.workbooks[0].cards[1].exercises.push_back(letter);
    const ExerciseRef ref{"steps", "talk", "apology"};
    Journal journal = after(
        {}, WriteLetterPart{ref, "l1", "the-act", many_lines("An older beginning")}, "2026-11-01");
    journal = after(journal, WriteLetterPart{ref, "l2", "the-act", many_lines("It begins here")},
                    "2026-11-02");
    journal = after(journal, WriteLetterPart{ref, "l2", "the-effect", many_lines("And goes on")},
                    "2026-11-02");
    setup.journal = std::move(journal);
    setup.page = page;
    return setup;
}

struct Size {
    float width, height, scale;
};
constexpr Size sizes[] = {{1280, 800, 1}, {960, 600, 1}, {640, 480, 1}, {960, 600, 2}};

// Turns the wheel until the control can be seen.
void find(Headless& screen, const std::string& name) {
    screen.move_to({screen.surface().width * 0.6f, screen.surface().height * 0.5f});
    for (const float lines : {-1.0f, 1.0f})
        for (int i = 0; i < 200 && !screen.control(name).visible; ++i) {
            screen.wheel(lines);
            screen.settle();
        }
    REQUIRE(screen.control(name).visible);
}

Headless opened(const Size& size) {
    HeadlessSetup setup = with_long_letter(app::Page::workbook);
    setup.width = size.width;
    setup.height = size.height;
    setup.scale = size.scale;
    return Headless{std::move(setup)};
}

}  // namespace

TEST_CASE("letter: read through it is seen from its top, and leaving it returns to where one was") {
    for (const Size& size : sizes) {
        CAPTURE(size.width);
        CAPTURE(size.scale);
        Headless screen = opened(size);
        find(screen, "card.talk.header");
        screen.click("card.talk.header");
        find(screen, read_link);
        const app::Rect before = screen.control(read_link).rect;
        CHECK_FALSE(screen.shows("It begins here"));
        screen.click(read_link);
        screen.settle();
        CHECK(screen.shows("It begins here"));
        find(screen, back_link);
        screen.click(back_link);
        screen.settle();
        CHECK(screen.control(read_link).rect == before);
    }
}

TEST_CASE("letter: a draft chosen from the list below is shown from its top") {
    Headless screen = opened(sizes[1]);
    find(screen, "card.talk.header");
    screen.click("card.talk.header");
    find(screen, "card.talk.apology.drafts");
    screen.click("card.talk.apology.drafts");
    find(screen, "card.talk.apology.draft.1");
    screen.click("card.talk.apology.draft.1");
    screen.settle();
    CHECK(screen.shows("An older beginning"));
}

TEST_CASE("letter: one that fits stays where it is when it is read") {
    HeadlessSetup setup = with_long_letter(app::Page::workbook);
    setup.journal = after(
        {}, WriteLetterPart{{"steps", "talk", "apology"}, "l1", "the-act", "Short."}, "2026-11-01");
    setup.height = 1400;
    Headless screen{std::move(setup)};
    screen.click("card.talk.header");
    screen.settle();
    const app::Rect header = screen.control("card.talk.header").rect;
    screen.click(read_link);
    screen.settle();
    CHECK(screen.shows("Short."));
    CHECK(screen.control("card.talk.header").rect == header);
}

}  // namespace letter_view_test
