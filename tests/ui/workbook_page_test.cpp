// The page of the workbooks: going from one to another, finding cards, setting cards aside.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace workbook_page_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;
using app::Key;

HeadlessSetup page_of(Journal journal = {}, Content content = shipped_content()) {
    HeadlessSetup setup;
    setup.content = std::move(content);
    setup.journal = std::move(journal);
    setup.height = 2600;  // so that no card is out of view
    setup.page = app::Page::workbook;
    return setup;
}

Journal marked(const char* card, CardMark mark, const Journal& before = {}) {
    return after(before, MarkCard{{"seven-steps", card}, mark}, "2026-11-20");
}

std::vector<std::string> cards_on(const Headless& screen) {
    std::vector<std::string> cards;
    for (const auto& control : screen.controls().all())
        if (control.name.starts_with("card.") && control.name.ends_with(".header"))
            cards.push_back(control.name.substr(5, control.name.size() - 12));
    return cards;
}

using Cards = std::vector<std::string>;

}  // namespace

TEST_CASE("workbook page: the switcher says in words how far each workbook is") {
    const Journal journal = marked("open-communication", CardMark::worked_through,
                                   marked("acknowledge-the-pain", CardMark::worked_through));
    Headless screen{page_of(journal)};
    CHECK(screen.shows("2 of 7 worked through"));
    screen.click("workbook.switch");
    CHECK(screen.shows("Seven steps · 2 of 7 worked through"));
    CHECK(screen.shows("Five steps · 0 of 5 worked through"));
    CHECK_FALSE(screen.shows("%"));
    screen.click("workbook.switch.five-steps");
    CHECK(screen.has("card.be-reliable.header"));
    CHECK(screen.journal().profile->workbook == "five-steps");
}

TEST_CASE("workbook page: cards are found by words in any order, without accents and capitals") {
    Content content = small_content();
    content.workbooks[0].cards[1].exercises[0].prompt = "Was there an Éclair of understanding?";
    Headless screen{page_of({}, content)};
    screen.click("workbook.search");
    CHECK(screen.focused() == "workbook.search.text");
    screen.type("UNDERSTANDING eclair");
    CHECK(cards_on(screen) == Cards{"talk"});
    CHECK(screen.shows("1 of 2 cards"));
}

TEST_CASE("workbook page: where nothing is found a sentence says so and one press shows all") {
    Headless screen{page_of()};
    screen.click("workbook.search");
    screen.type("xylophone");
    CHECK(cards_on(screen).empty());
    CHECK(screen.shows("No card of this workbook fits what you look for."));
    screen.click("workbook.show-all");
    CHECK(cards_on(screen).size() == 7);
    CHECK_FALSE(screen.has("workbook.show-all"));
    screen.type("xylophone");
    CHECK(cards_on(screen).size() == 7);  // the field was left by the press
}

TEST_CASE("workbook page: cards are filtered by how far they are") {
    const Journal journal =
        after(marked("acknowledge-the-pain", CardMark::worked_through),
              RateCard{{"seven-steps", "open-communication"}, "heard", 3}, "2026-11-20");
    Headless screen{page_of(journal)};
    screen.click("workbook.search");
    screen.click("workbook.state.worked-through");
    CHECK(cards_on(screen) == Cards{"acknowledge-the-pain"});
    screen.click("workbook.state.in-progress");
    CHECK(cards_on(screen) == Cards{"open-communication"});
    screen.click("workbook.state.not-started");
    CHECK(cards_on(screen).size() == 5);
    screen.click("workbook.state.all");
    CHECK(cards_on(screen).size() == 7);
}

TEST_CASE("workbook page: an open card stays while work in it changes its state") {
    Headless screen{page_of({}, small_content())};
    screen.click("workbook.search");
    screen.click("workbook.state.not-started");
    screen.click("card.pain.header");
    screen.click("card.pain.write");
    screen.type("First words");
    CHECK(cards_on(screen) == Cards{"pain", "talk"});
    CHECK(screen.focused() == "card.pain.write");
    screen.click("workbook.state.all");
    screen.click("workbook.state.not-started");
    CHECK(cards_on(screen) == Cards{"talk"});
}

TEST_CASE("workbook page: cards are filtered by whom they speak to") {
    Headless screen{page_of()};
    screen.session().act(ChooseWorkbook{"twelve-steps"});
    screen.settle();
    screen.click("workbook.search");
    screen.click("workbook.for.broke");
    const std::size_t for_either = cards_on(screen).size();
    CHECK(for_either > 0);
    CHECK(for_either < 12);
    screen.click("workbook.for.hurt");
    CHECK(cards_on(screen).size() == 12);
    screen.click("workbook.for.both");
    CHECK(cards_on(screen).empty());
    screen.click("workbook.search");  // folding it shows all again
    CHECK(cards_on(screen).size() == 12);
}

TEST_CASE("workbook page: a card set aside lies folded at the end and can be taken up again") {
    Headless screen{page_of({}, small_content())};
    CHECK_FALSE(screen.has("workbook.aside"));
    screen.click("card.pain.header");
    screen.click("card.pain.aside");
    CHECK(cards_on(screen) == Cards{"talk"});
    CHECK(screen.shows("One card set aside"));
    screen.click("workbook.aside");
    CHECK(cards_on(screen) == Cards{"talk", "pain"});
    CHECK(screen.state("card.pain.header") == "open");
    screen.click("card.pain.aside");
    CHECK(cards_on(screen) == Cards{"pain", "talk"});
    CHECK(screen.journal() == Journal{});
}

TEST_CASE("workbook page: a link to a card that was set aside opens it") {
    const Journal journal =
        after({}, MarkCard{{"steps", "pain"}, CardMark::set_aside}, "2026-11-20");
    Headless screen{page_of(journal, small_content())};
    CHECK(cards_on(screen) == Cards{"talk"});
    screen.session().act(app::ShowCard{{"steps", "pain"}});
    screen.settle();
    CHECK(cards_on(screen) == Cards{"talk", "pain"});
}

}  // namespace workbook_page_test
