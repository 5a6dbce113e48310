// Two people in turn on one journal: whose words are whose, and what one keeps to oneself.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <tuple>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"
#include "tests/support/layout.hpp"

namespace two_people_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;
using app::Key;

const char* const today = "2026-11-21";

Journal of_two() {
    const Journal journal = after({}, AddPerson{{"other", "Bo", Role::broke}}, today);
    return after(journal, RenamePerson{"me", "Ada"}, today);
}

HeadlessSetup cards_of(Journal journal) {
    HeadlessSetup setup;
    setup.content = small_content();
    setup.journal = std::move(journal);
    setup.page = app::Page::workbook;
    setup.height = 1400;
    return setup;
}

const std::vector<Written>& answers(const Headless& screen) {
    return exercise_answers(card_answers(screen.journal(), "steps", "pain"), "write").written;
}

void write_as_ada(Headless& screen, std::string_view words) {
    if (!screen.has("card.pain.write")) screen.click("card.pain.header");
    screen.click("card.pain.write");
    screen.type(words);
}

}  // namespace

TEST_CASE("two people: one person alone sees no switch and no mark for oneself") {
    Headless screen{cards_of({})};
    CHECK_FALSE(screen.has("nav.person"));
    write_as_ada(screen, "Words");
    CHECK(screen.shows("Written today"));
    CHECK_FALSE(screen.has("card.pain.write.only-for-me"));
}

TEST_CASE("two people: each answers in turn, and a card says whose answer is whose") {
    Headless screen{cards_of(of_two())};
    write_as_ada(screen, "Ada was awake all night.");
    CHECK(screen.shows("Ada, today"));
    screen.click("nav.person");
    CHECK_FALSE(screen.shows("Ada was awake all night."));
    CHECK(screen.shows("Bo writes here"));
    screen.click("card.pain.write");
    screen.type("Bo did not know.");
    CHECK(answers(screen).size() == 2);
    screen.click("card.pain.write.other");
    CHECK(screen.shows("Ada · 21 November 2026"));
    CHECK(screen.shows("Ada was awake all night."));
    CHECK(screen.shows("Bo did not know."));
    CHECK(answers(screen)[0].person == "me");
    CHECK(answers(screen)[1].person == "other");
}

TEST_CASE("two people: check-ins and ratings belong to whoever is writing") {
    HeadlessSetup setup = cards_of(of_two());
    setup.page = app::Page::today;
    Headless screen{std::move(setup)};
    screen.drag("today.mood", 0.1f, 0.7f);
    screen.click("nav.person");
    CHECK(screen.state("today.mood") == "value=none");
    screen.drag("today.mood", 0.1f, 0.2f);
    screen.click("nav.person");
    CHECK(screen.state("today.mood") == "value=7");
    screen.click("nav.workbook");
    screen.click("card.pain.header");
    screen.drag("card.pain.scale.heard", 0.1f, 0.6f);
    screen.click("nav.person");
    CHECK(screen.state("card.pain.scale.heard") == "value=none");
}

TEST_CASE("two people: an answer only for me is gone from the other's card and back on mine") {
    Headless screen{cards_of(of_two())};
    write_as_ada(screen, "Nobody else is to read this.");
    screen.click("card.pain.write.only-for-me");
    REQUIRE(answers(screen).size() == 1);
    CHECK(answers(screen)[0].only_for_me);
    CHECK(screen.shows("Hidden from Bo’s view and from exports. It is not locked"));
    screen.click("nav.person");
    CHECK_FALSE(screen.has("card.pain.write.other"));
    CHECK_FALSE(screen.shows("Nobody else is to read this."));
    CHECK_FALSE(screen.shows("In progress"));
    screen.click("nav.person");
    CHECK(screen.shows("Nobody else is to read this."));
    screen.click("card.pain.write.only-for-me");
    CHECK_FALSE(answers(screen)[0].only_for_me);
    screen.key(Key::z, true);
    CHECK(answers(screen)[0].only_for_me);
    screen.click("nav.person");
    screen.key(Key::z, true);  // not for the other person to take back
    CHECK(answers(screen)[0].only_for_me);
    CHECK_FALSE(screen.shows("Nobody else is to read this."));
}

TEST_CASE("two people: the other's lines can be agreed to and not rewritten") {
    Journal journal = after(of_two(), AddListItem{"lines", "i1", "Phones on the table"}, today);
    Headless screen{cards_of(journal)};
    screen.click("card.pain.header");
    CHECK(screen.has("card.pain.lines.1.remove"));
    screen.click("nav.person");
    CHECK(screen.shows("Phones on the table"));
    CHECK(screen.shows("Ada"));
    CHECK_FALSE(screen.has("card.pain.lines.1.remove"));
    CHECK_FALSE(screen.has("card.pain.lines.1.only-for-me"));
    screen.click("card.pain.lines.1");
    screen.type("no");
    CHECK(list_items(screen.journal(), "lines")[0].text == "Phones on the table");
    screen.click("card.pain.lines.1.status");
    CHECK(list_items(screen.journal(), "lines")[0].status == "agreed");
}

TEST_CASE("two people: a line only for me is on no page of the other") {
    Journal journal = after(of_two(), AddListItem{"lines", "i1", "A line of mine"}, today);
    Headless screen{cards_of(journal)};
    screen.click("card.pain.header");
    screen.click("card.pain.lines.1.only-for-me");
    CHECK(screen.shows("Ada · only for me"));
    screen.click("nav.person");
    for (const char* page : {"nav.workbook", "nav.practices", "nav.today", "nav.timeline"}) {
        screen.click(page);
        CHECK_FALSE(screen.shows("A line of mine"));
    }
    screen.click("nav.workbook");
    screen.click("card.pain.lines");
    screen.type("A line of Bo's");
    CHECK(list_items(screen.journal(), "lines").size() == 2);
    screen.click("nav.person");
    CHECK(screen.shows("A line of mine"));
    CHECK(screen.shows("A line of Bo's"));
}

TEST_CASE("two people: what one has begun and folded open does not follow to the other") {
    Headless screen{cards_of(of_two())};
    write_as_ada(screen, "First.");
    screen.click("card.pain.write.another");
    screen.click("nav.person");
    write_as_ada(screen, "Bo's first.");
    CHECK(screen.shows("Bo, today"));
    screen.click("nav.person");
    CHECK(screen.shows("Your earlier answer is kept"));
}

TEST_CASE("two people: the whole of handing over on the keyboard alone") {
    Headless screen{cards_of(of_two())};
    const auto walk_to = [&](std::string_view name) {
        for (int i = 0; i < 60 && screen.focused() != name; ++i) screen.key(Key::tab);
        REQUIRE(screen.focused() == name);
    };
    walk_to("card.pain.header");
    screen.key(Key::enter);
    walk_to("card.pain.write");
    screen.type("Ada's words");
    walk_to("card.pain.write.only-for-me");
    screen.key(Key::space);
    REQUIRE(answers(screen).size() == 1);
    CHECK(answers(screen)[0].only_for_me);
    walk_to("nav.person");
    screen.key(Key::enter);
    CHECK(screen.session().person() == "other");
    CHECK_FALSE(screen.shows("Ada's words"));
}

TEST_CASE("two people: nothing overlaps or is cut off on any page") {
    const Content content = shipped_content();
    Journal journal = of_two();
    const Workbook& first = content.workbooks.front();
    for (const Card& card : first.cards)
        for (const Exercise& exercise : card.exercises) {
            const ExerciseRef ref{first.id, card.id, exercise.id};
            if (exercise.kind == ExerciseKind::reflect) {
                journal = after(journal, WriteAnswer{ref, "", "a1", "Some words of mine."}, today);
                journal = after(journal, KeepToMyself{ref, "a1", true}, today);
            }
            if (exercise.kind == ExerciseKind::list) {
                const std::string list = practice_id(first, card, exercise);
                journal = after(journal, AddListItem{list, "i" + card.id, "A line"}, today);
                journal = after(journal, KeepItemToMyself{list, "i" + card.id, true}, today);
            }
        }
    for (const auto& [width, height, scale] :
         {std::tuple{1280.0f, 800.0f, 1.0f}, std::tuple{960.0f, 600.0f, 1.0f},
          std::tuple{960.0f, 600.0f, 2.0f}})
        for (const auto page :
             {app::Page::workbook, app::Page::welcome, app::Page::settings, app::Page::practices}) {
            HeadlessSetup setup = cards_of(journal);
            setup.content = content;
            setup.page = page;
            setup.width = width;
            setup.height = height;
            setup.scale = scale;
            Headless screen{std::move(setup)};
            for (const Card& card : first.cards)
                screen.session().ui.workbook.open.insert(first.id + '/' + card.id);
            screen.session().ui.workbook.searching = true;
            screen.settle();
            const std::string shown =
                fmt::format("{}x{} @{} page {}", width, height, scale, static_cast<int>(page));
            CAPTURE(shown);
            for (const std::string& problem : layout_problems(screen))
                CHECK_MESSAGE(false, problem);
        }
}

}  // namespace two_people_test
