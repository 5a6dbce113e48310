// Every page at the sizes the design names, in every theme, with nothing, little and much in it.
#include <doctest/doctest.h>

#include "app/screens/pages.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/layout.hpp"

namespace layout_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;

struct Size {
    float width;
    float height;
    float scale;
};

constexpr Size sizes[] = {{1280, 800, 1}, {960, 600, 1}, {960, 600, 2}};

Journal full_journal() {
    Journal journal = weeks_before(day("2026-11-21"), 14);
    CheckIn today = rated("2026-11-21", 6, 4);
    today.note =
        "We sat down after dinner and I asked the question I had been putting off. It was "
        "answered without getting defensive. I was shaking, but I slept.";
    today.events = {{EventKind::hard_conversation, {}}, {EventKind::own, "a word of my own"}};
    return after(journal, AddCheckIns{{today}}, "2026-11-21");
}

Journal of_two(Journal journal) {
    journal = after(journal, RenamePerson{"me", "Friederike-Charlotte"}, "2026-11-21");
    journal = after(journal, AddPerson{{"other", "Bartholomew", Role::broke}}, "2026-11-21");
    return after(journal, AddSupporter{{"p1", "Anna from the choir", "next door, or 0123"}},
                 "2026-11-21");
}

void look_at(const Content& content, const Journal& journal, const Size& size,
             const app::PageRow& page) {
    HeadlessSetup setup;
    setup.content = content;
    setup.journal = journal;
    setup.width = size.width;
    setup.height = size.height;
    setup.scale = size.scale;
    setup.page = page.page;
    Headless screen{std::move(setup)};
    if (page.page == app::Page::workbook && !content.workbooks.empty())
        for (const Card& card : content.workbooks.front().cards)
            screen.session().ui.workbook.open.insert(content.workbooks.front().id + '/' + card.id);
    screen.settle();
    INFO(page.name, " at ", size.width, "x", size.height, " @", size.scale);
    const auto at_popups = [&](Found& found) {
        for (const char* opener :
             {"today.month", "workbook.switch", "settings.day-end", "settings.week-start"})
            if (screen.has(opener) && screen.control(opener).visible)
                look_at_popup(screen, opener, found);
    };
    for (const std::string& problem : layout_problems(screen, at_popups))
        CHECK_MESSAGE(false, problem);
}

}  // namespace

TEST_CASE("layout: nothing overlaps or is cut off on any page of a full journal") {
    const Content content = shipped_content();
    const Journal journal = full_journal();
    for (const Size& size : sizes)
        for (const app::PageRow& page : app::pages) look_at(content, journal, size, page);
}

TEST_CASE("layout: nothing overlaps or is cut off where two people share a journal") {
    const Content content = shipped_content();
    const Journal journal = of_two(full_journal());
    for (const Size& size : sizes)
        for (const app::PageRow& page : app::pages) look_at(content, journal, size, page);
}

TEST_CASE("layout: nothing overlaps or is cut off in an empty journal") {
    const Content content = shipped_content();
    for (const Size& size : sizes)
        for (const app::PageRow& page : app::pages) look_at(content, Journal{}, size, page);
}

TEST_CASE("layout: every theme shows the same words in the same places") {
    const auto places = [](const char* theme) {
        HeadlessSetup setup;
        setup.content = shipped_content();
        setup.journal = full_journal();
        setup.theme = theme;
        Headless screen{std::move(setup)};
        std::vector<std::pair<std::string, float>> all;
        for (const auto& piece : screen.drawn) all.emplace_back(piece.text, piece.rect.y);
        return all;
    };
    const auto paper = places("paper");
    CHECK(paper == places("evening"));
    CHECK(paper == places("contrast"));
}

}  // namespace layout_test
