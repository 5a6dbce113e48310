// What can be read on Today, and what a hand does there.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

using namespace rekindle;
using namespace rekindle::app;
using namespace rekindle::tests;

namespace today_test {

namespace {

const Date today = *make_date(2026, 11, 21);

const CheckIn* latest(const Headless& desk, Date date) {
    return latest_checkin(desk.journal(), date, "me");
}

std::optional<int> rating(const Headless& desk, Date date, const std::string& scale) {
    const CheckIn* checkin = latest(desk, date);
    if (!checkin || !checkin->ratings.contains(scale)) return std::nullopt;
    return checkin->ratings.at(scale);
}

}  // namespace

TEST_CASE("today: a click on a track rates the day shown, at the time it is") {
    Headless desk{{.content = small_content()}};
    CHECK(desk.state("today.mood") == "value=none");
    desk.click("today.mood");
    CHECK(rating(desk, today, "mood") == 5);
    CHECK(desk.state("today.mood") == "value=5");
    CHECK(desk.state("today.trust") == "value=none");
    REQUIRE(latest(desk, today));
    CHECK(latest(desk, today)->time == make_time(20, 15));
}

TEST_CASE("today: a right click empties a slider, and the emptied day is gone again") {
    Headless desk{
        {.content = small_content(), .journal = journal_of({rated("2026-11-21", 7, {})})}};
    CHECK(desk.state("today.mood") == "value=7");
    desk.right_click("today.mood");
    CHECK(desk.state("today.mood") == "value=none");
    CHECK(latest(desk, today) == nullptr);
}

TEST_CASE("today: an empty journal says welcome, and a journal with a day in it does not") {
    Headless desk{{.content = small_content()}};
    CHECK(desk.has("today.welcome"));
    CHECK(desk.shows("stays on this computer"));
    desk.click("today.mood");
    CHECK_FALSE(desk.has("today.welcome"));
}

TEST_CASE("today: the title is the day in words, with the year where it is another") {
    Headless desk{{.content = small_content()}};
    CHECK(desk.shows("Saturday, 21 November"));
    CHECK_FALSE(desk.shows("2026"));
    desk.session().act(ShowDay{day("2024-02-29")});
    desk.settle();
    CHECK(desk.shows("Thursday, 29 February 2024"));
}

TEST_CASE("today: tomorrow cannot be gone to, and one comes back from yesterday") {
    Headless desk{{.content = small_content()}};
    CHECK_FALSE(desk.has("today.next"));
    CHECK_FALSE(desk.has("today.now"));
    desk.click("today.previous");
    CHECK(desk.shows("Friday, 20 November"));
    CHECK(desk.has("today.next"));
    desk.click("today.now");
    CHECK(desk.shows("Saturday, 21 November"));
}

TEST_CASE("today: a day filled in afterwards has no time") {
    Headless desk{{.content = small_content()}};
    desk.click("today.previous");
    desk.click("today.trust");
    REQUIRE(latest(desk, today - 1));
    CHECK(rating(desk, today - 1, "trust") == 5);
    CHECK_FALSE(latest(desk, today - 1)->time);
    CHECK(latest(desk, today) == nullptr);
}

TEST_CASE("today: a day is picked from the month, and none that has not come") {
    Headless desk{{.content = small_content()}};
    desk.click("today.month");
    CHECK_FALSE(desk.has("today.month.day.2026-11-22"));
    desk.click("today.month.day.2026-11-03");
    CHECK(desk.shows("Tuesday, 3 November"));
}

TEST_CASE("today: a day that has not come can be looked at and not rated") {
    Headless desk{{.content = small_content()}};
    desk.session().act(ShowDay{today + 2});  // a day ahead can be, for whoever flies west
    desk.settle();
    CHECK_FALSE(desk.has("today.mood"));
    CHECK(desk.shows("has not come yet"));
}

TEST_CASE("today: after midnight it is still the evening before") {
    const LocalTime night{day("2026-11-22"), *make_time(1, 30)};
    Headless desk{{.content = small_content(), .now = night}};
    CHECK(desk.shows("Saturday, 21 November"));
    CHECK(desk.shows("until 04:00 this is still the evening before"));
    desk.click("today.mood");
    CHECK(rating(desk, today, "mood") == 5);
}

TEST_CASE("today: an event is added by its chip and taken out again by it") {
    Headless desk{{.content = small_content()}};
    desk.click("today.event.hard-conversation");
    REQUIRE(latest(desk, today));
    CHECK(latest(desk, today)->events == std::vector{Event{EventKind::hard_conversation, {}}});
    CHECK(desk.state("today.event.hard-conversation") == "checked");
    desk.click("today.event.hard-conversation");
    CHECK(latest(desk, today) == nullptr);
}

TEST_CASE("today: a word of one's own becomes an event") {
    Headless desk{{.content = small_content()}};
    desk.click("today.event.own");
    CHECK(desk.focused() == "today.event.word");
    desk.type("Grandma’s birthday\n");
    REQUIRE(latest(desk, today));
    CHECK(latest(desk, today)->events == std::vector{Event{EventKind::own, "Grandma’s birthday"}});
    CHECK_FALSE(desk.has("today.event.word"));
    desk.click("today.event.own.1");
    CHECK(latest(desk, today) == nullptr);
}

TEST_CASE("today: a word begun on one day is not added to another") {
    Headless desk{{.content = small_content()}};
    desk.click("today.event.own");
    desk.type("Beg");
    desk.click("today.previous");
    CHECK_FALSE(desk.has("today.event.word"));
    CHECK(latest(desk, today) == nullptr);
}

TEST_CASE("today: what is written stands in the journal with every letter") {
    Headless desk{{.content = small_content()}};
    desk.click("today.note");
    desk.type("Gut.\nÜber alles");
    REQUIRE(latest(desk, today));
    CHECK(latest(desk, today)->note == "Gut.\nÜber alles");
}

TEST_CASE("today: another check-in stands beside the first, and the day says how many") {
    Headless desk{
        {.content = small_content(), .journal = journal_of({rated("2026-11-21", 2, {})})}};
    CHECK_FALSE(desk.has("today.checkin.1"));
    desk.click("today.another");
    CHECK(desk.state("today.mood") == "value=none");
    desk.click("today.mood");
    CHECK(checkins_on(desk.journal(), today, "me").size() == 2);
    CHECK(desk.shows("the average of its check-ins"));
    CHECK(desk.state("today.checkin.2") == "checked");
    desk.click("today.checkin.1");
    CHECK(desk.state("today.mood") == "value=2");
    desk.click("today.checkin.2");
    CHECK(desk.state("today.mood") == "value=5");
}

TEST_CASE("today: the time of a check-in is changed, and its check-in stays on view") {
    Headless desk{
        {.content = small_content(), .journal = journal_of({rated("2026-11-21", 2, {})})}};
    desk.click("today.time");
    CHECK(desk.focused() == "today.time.field");
    desk.key_with_ctrl(Key::a);
    desk.type("25:00\n");
    CHECK(latest(desk, today)->time == make_time(20, 0));
    CHECK(desk.shows("not a time yet"));
    desk.key_with_ctrl(Key::a);
    desk.type("8:05\n");
    CHECK(latest(desk, today)->time == make_time(8, 5));
    CHECK_FALSE(desk.has("today.time.field"));
}

TEST_CASE("today: a deleted check-in comes back by undo") {
    Headless desk{{.content = small_content(), .journal = journal_of({rated("2026-11-21", 2, 3)})}};
    desk.click("today.delete");
    CHECK(latest(desk, today) == nullptr);
    desk.click("undo");
    CHECK(desk.state("today.mood") == "value=2");
    CHECK(desk.state("today.trust") == "value=3");
}

TEST_CASE("today: folded feelings open and can be rated") {
    Headless desk{{.content = small_content()}};
    CHECK_FALSE(desk.has("today.feel.kept"));
    CHECK(desk.state("today.more") == "closed");
    desk.click("today.more");
    desk.click("today.feel.kept");
    CHECK(rating(desk, today, "kept") == 5);
}

TEST_CASE("today: the card someone left off at is shown and opened") {
    Headless desk{{.content = small_content(),
                   .journal = after({}, RateCard{{"steps", "talk"}, "open", 4}, "2026-11-20")}};
    CHECK(desk.shows("Where you left off"));
    CHECK(desk.shows("Step 2 · Open, honest communication"));
    desk.click("today.continue");
    CHECK(desk.session().ui.page == Page::workbook);
    CHECK(desk.state("card.talk.header") == "open");
}

TEST_CASE("today: a month that could not be read can be looked at, and says why") {
    ReadOnlyParts read_only;
    read_only[{PartKind::month, {2026, 11}, {}}] =
        Error{ErrorCode::invalid, "The file is cut short.", "", {"checkins/2026-11.toml", 3, 1}};
    Headless desk{{.content = small_content(),
                   .journal = journal_of({rated("2026-11-21", 2, 3)}),
                   .read_only = read_only}};
    CHECK(desk.shows("The file is cut short."));
    CHECK(desk.shows("checkins/2026-11.toml:3:1"));
    CHECK_FALSE(desk.has("today.mood"));
    CHECK_FALSE(desk.has("today.event.setback"));
    CHECK_FALSE(desk.has("today.delete"));
}

TEST_CASE("today: what is in a month that can only be read is not changed, another month is") {
    ReadOnlyParts read_only;
    read_only[{PartKind::month, {2026, 11}, {}}] =
        Error{ErrorCode::invalid, "The file is cut short.", "", {"checkins/2026-11.toml", 3, 1}};
    Headless desk{{.content = small_content(),
                   .journal = journal_of({rated("2026-11-01", 2, 3)}),
                   .read_only = read_only}};
    const Journal before = desk.session().journal();
    desk.session().act(RateFeeling{{"new", day("2026-11-20"), "me"}, "mood", 5});
    CHECK(desk.session().journal() == before);
    desk.session().act(RateFeeling{{"new", day("2026-10-20"), "me"}, "mood", 5});
    CHECK(find_checkin(desk.session().journal(), day("2026-10-20"), "new"));
}

}  // namespace today_test
