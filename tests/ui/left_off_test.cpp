// The card someone left off at, and the workbook that Today and Welcome both go on with.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace left_off_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;
using app::Page;

Journal for_two() {
    Journal journal;
    Profile profile;
    profile.people = {{"me", "Ada", Role::hurt}, {"other", "Robin", Role::broke}};
    journal.profile = profile;
    return journal;
}

Journal by(const Journal& journal, const std::string& person, const Command& command,
           std::string_view day_of) {
    Journal next = after(journal, command, day_of);
    if (person == "me") return next;
    // `after` acts as "me": what came in is given to the other one.
    for (auto& [id, part] : next.answers) {
        Answers answers = *part;
        for (auto& [card, given] : answers.cards) {
            for (Rated& each : given.rated)
                if (each.date == day(day_of)) each.person = person;
        }
        next.answers.insert_or_assign(id, answers);
    }
    return next;
}

std::string title_of(const Content& content, const std::string& card) {
    return find_card(content.workbooks.front(), card)->title;
}

}  // namespace

TEST_CASE("left off: it is the card of whoever is writing, not of the other") {
    const Content content = small_content();
    Journal journal = after(for_two(), RateCard{{"steps", "pain"}, "heard", 4}, "2026-11-18");
    journal = by(journal, "other", RateCard{{"steps", "talk"}, "open", 4}, "2026-11-20");
    Headless desk{{.content = content, .journal = journal}};
    CHECK(desk.shows("Where you left off"));
    CHECK(desk.shows("Step 1 · " + title_of(content, "pain")));
    desk.session().act(app::SwitchPerson{"other"});
    desk.settle();
    CHECK(desk.shows("Step 2 · " + title_of(content, "talk")));
}

TEST_CASE("left off: of two cards of one day it is the one that was worked on last") {
    const Content content = small_content();
    Headless desk{{.content = content}};
    desk.session().act(Command{RateCard{{"steps", "talk"}, "open", 4}});
    desk.session().act(Command{RateCard{{"steps", "pain"}, "heard", 4}});
    desk.settle();
    CHECK(desk.shows("Step 1 · " + title_of(content, "pain")));
    desk.session().act(Command{RateCard{{"steps", "talk"}, "open", 6}});
    desk.settle();
    CHECK(desk.shows("Step 2 · " + title_of(content, "talk")));
}

TEST_CASE("left off: a letter is work on its card, also in another workbook") {
    const Content content = shipped_content();
    const Workbook& guide = *find_workbook(content, "guide");
    Journal journal =
        after({}, RateCard{{"seven-steps", "acknowledge-the-pain"}, "heard", 4}, "2026-11-18");
    journal =
        after(journal,
              WriteLetterPart{{guide.id, guide.cards.at(1).id, "letter"}, "l1", "act", "Dear you"},
              "2026-11-20");
    Headless desk{{.content = content, .journal = journal}};
    CHECK(desk.shows("Where you left off"));
    CHECK(desk.shows("Step 2 · " + guide.cards.at(1).title));
}

TEST_CASE("left off: a card that is done with gives way to the next, not to the first") {
    Content content = small_content();
    Card third = content.workbooks.front().cards.front();
    third.id = "third";
    third.title = "The third";
    content.workbooks.front().cards.push_back(third);
    const Journal journal =
        after({}, MarkCard{{"steps", "talk"}, CardMark::worked_through}, "2026-11-20");
    Headless desk{{.content = content, .journal = journal}};
    CHECK(desk.shows("Step 3 · The third"));
}

TEST_CASE("left off: before anything is begun Today and Welcome suggest the same workbook") {
    const Content content = shipped_content();
    for (const Role role : {Role::neither, Role::hurt, Role::broke, Role::both}) {
        Journal journal;
        Profile profile;
        profile.people.front().role = role;
        journal.profile = profile;
        Headless desk{{.content = content, .journal = journal, .page = Page::welcome}};
        desk.wheel(-30);
        desk.click("welcome.begin");
        const std::string proposed = desk.journal().profile->workbook;
        Headless today{{.content = content, .journal = journal}};
        today.wheel(-30);
        today.click("today.continue");
        CHECK(today.journal().profile->workbook == proposed);
        CHECK(today.session().ui.page == Page::workbook);
    }
}

TEST_CASE("left off: once something is begun Welcome goes on with it as well") {
    const Content content = shipped_content();
    const Workbook& guide = *find_workbook(content, "guide");
    const Card& card = guide.cards.front();
    REQUIRE_FALSE(card.scales.empty());
    const Journal journal =
        after({}, RateCard{{guide.id, card.id}, card.scales.front().id, 4}, "2026-11-20");
    Headless desk{{.content = content, .journal = journal, .page = Page::welcome}};
    CHECK(desk.shows("The workbook you are in"));
    CHECK(desk.shows(guide.title));
    desk.wheel(-30);
    desk.click("welcome.begin");
    CHECK(desk.journal().profile->workbook == guide.id);
}

}  // namespace left_off_test
