// Own words used before, offered again as chips on Today.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace used_words_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;

CheckIn with_words(std::string_view iso, const std::vector<std::string>& words,
                   const std::string& person = "me") {
    CheckIn checkin = rated(iso, 5, {});
    checkin.id = std::string(iso) + person;
    checkin.person = person;
    for (const std::string& word : words) checkin.events.push_back({EventKind::own, word});
    return checkin;
}

std::vector<Event> events_of_today(const Headless& desk) {
    const CheckIn* checkin = latest_checkin(desk.journal(), day("2026-11-21"), "me");
    return checkin ? checkin->events : std::vector<Event>{};
}

}  // namespace

TEST_CASE("used words: a word of another day is offered, and a press takes it and leaves it") {
    Headless desk{{.content = small_content(),
                   .journal = journal_of({with_words("2026-11-19", {"long walk"})})}};
    CHECK(desk.shows("long walk"));
    CHECK(desk.state("today.event.again.1") == "-");
    desk.click("today.event.again.1");
    CHECK(events_of_today(desk) == std::vector<Event>{{EventKind::own, "long walk"}});
    CHECK(desk.state("today.event.again.1") == "checked");
    CHECK_FALSE(desk.has("today.event.own.1"));  // once, not twice
    desk.click("today.event.again.1");
    CHECK(events_of_today(desk).empty());
}

TEST_CASE("used words: those used often come first, then the latest, and few at once") {
    Headless desk{
        {.content = small_content(),
         .journal = journal_of({with_words("2026-11-11", {"sunday lunch", "Tea"}),
                                with_words("2026-11-12", {"swimming", "letter from a friend"}),
                                with_words("2026-11-13", {"garden", "tea"}),
                                with_words("2026-11-14", {"concert"})})}};
    CHECK(desk.control("today.event.again.1").state == "-");
    CHECK(desk.shows("tea"));  // as it was written last
    CHECK(desk.has("today.event.again.4"));
    CHECK_FALSE(desk.has("today.event.again.5"));
    CHECK_FALSE(desk.shows("sunday lunch"));
    desk.click("today.event.more");
    CHECK(desk.has("today.event.again.6"));
    CHECK(desk.shows("sunday lunch"));
}

TEST_CASE("used words: taking one does not move the others") {
    Headless desk{{.content = small_content(),
                   .journal = journal_of({with_words("2026-11-18", {"swimming"}),
                                          with_words("2026-11-19", {"garden"})})}};
    const auto first = desk.control("today.event.again.1").rect;
    desk.click("today.event.again.2");
    CHECK(desk.control("today.event.again.1").rect.x == first.x);
    CHECK(desk.state("today.event.again.1") == "-");
    CHECK(desk.state("today.event.again.2") == "checked");
}

TEST_CASE("used words: nobody is offered the other's words") {
    Journal journal = journal_of({with_words("2026-11-18", {"swimming"})});
    Month month = *journal.months.at({2026, 11});
    month.checkins.push_back(with_words("2026-11-19", {"a secret"}, "other"));
    journal.months.insert_or_assign(YearMonth{2026, 11}, month);
    Profile profile;
    profile.people = {{"me", "Ada"}, {"other", "Robin"}};
    journal.profile = profile;
    Headless desk{{.content = small_content(), .journal = journal}};
    CHECK(desk.shows("swimming"));
    CHECK_FALSE(desk.shows("a secret"));
    desk.session().act(app::SwitchPerson{"other"});
    desk.settle();
    CHECK(desk.shows("a secret"));
    CHECK_FALSE(desk.shows("swimming"));
}

TEST_CASE("used words: nothing is offered where there is nothing to offer") {
    Headless desk{
        {.content = small_content(), .journal = journal_of({with_words("2026-11-21", {"walk"})})}};
    CHECK_FALSE(desk.has("today.event.again.1"));
    CHECK_FALSE(desk.has("today.event.more"));
    CHECK(desk.state("today.event.own.1") == "checked");
}

}  // namespace used_words_test
