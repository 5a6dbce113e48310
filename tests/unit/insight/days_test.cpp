#include "workbook/insight/days.hpp"

#include <doctest/doctest.h>

using namespace rekindle;

namespace days_test {

namespace {

Date day(const char* iso) { return *parse_date(iso); }

CheckIn checkin(const char* date, Ratings ratings, std::string person = "me") {
    CheckIn made;
    made.id = std::string{"c"} + date;
    made.date = day(date);
    made.person = std::move(person);
    made.ratings = std::move(ratings);
    return made;
}

Journal journal_of(const std::vector<CheckIn>& checkins) {
    std::map<YearMonth, Month> months;
    for (const CheckIn& one : checkins) months[one.date.year_month()].checkins.push_back(one);
    Journal journal;
    for (auto& [month, content] : months) journal.months[month] = std::move(content);
    return journal;
}

}  // namespace

TEST_CASE("days: an empty journal has no first day, no values and no events") {
    const Days days = Days::of(Journal{}, "me");
    CHECK_FALSE(days.first());
    CHECK_FALSE(days.last());
    CHECK_FALSE(days.value("mood", day("2026-11-21")));
    CHECK(days.events(day("1900-01-01"), day("9999-12-31")).empty());
    const auto series = days.series("mood", day("2026-11-20"), day("2026-11-21"));
    REQUIRE(series.size() == 2);
    CHECK_FALSE(series[0]);
}

TEST_CASE("days: a day's value is the mean of its check-ins and says how many there were") {
    // (6 + 3 + 4) / 3 = 4.333…; the check-in without a mood does not count.
    const Days days = Days::of(
        journal_of({checkin("2026-11-21", {{"mood", 6}}), checkin("2026-11-21", {{"mood", 3}}),
                    checkin("2026-11-21", {{"mood", 4}}), checkin("2026-11-21", {{"hope", 9}})}),
        "me");
    const auto value = days.value("mood", day("2026-11-21"));
    REQUIRE(value);
    CHECK(value->mean == doctest::Approx(13.0 / 3));
    CHECK(value->count == 3);
    CHECK(days.value("hope", day("2026-11-21"))->count == 1);
}

TEST_CASE("days: a zero is a value and an unanswered day is none") {
    const Days days = Days::of(journal_of({checkin("2026-11-20", {{"trust", 0}})}), "me");
    REQUIRE(days.value("trust", day("2026-11-20")));
    CHECK(days.value("trust", day("2026-11-20"))->mean == 0.0);
    CHECK_FALSE(days.value("trust", day("2026-11-21")));
    CHECK_FALSE(days.value("mood", day("2026-11-20")));
}

TEST_CASE("days: a series runs over months and years and keeps its holes") {
    const Days days = Days::of(
        journal_of({checkin("2025-12-31", {{"mood", 2}}), checkin("2026-01-02", {{"mood", 8}}),
                    checkin("2026-02-01", {{"mood", 5}})}),
        "me");
    const auto series = days.series("mood", day("2025-12-30"), day("2026-01-03"));
    REQUIRE(series.size() == 5);
    CHECK_FALSE(series[0]);
    CHECK(series[1] == 2.0);
    CHECK_FALSE(series[2]);
    CHECK(series[3] == 8.0);
    CHECK_FALSE(series[4]);
    CHECK(days.series("mood", day("2026-01-03"), day("2026-01-02")).empty());
}

TEST_CASE("days: another person's check-ins are not shown") {
    const Days days = Days::of(journal_of({checkin("2026-11-20", {{"mood", 1}}, "you"),
                                           checkin("2026-11-21", {{"mood", 7}})}),
                               "me");
    CHECK_FALSE(days.has_entry(day("2026-11-20")));
    CHECK(days.first() == day("2026-11-21"));
    CHECK(days.last() == day("2026-11-21"));
}

TEST_CASE("days: a day with only words has an entry and is not rated") {
    CheckIn words = checkin("2026-11-20", {});
    words.note = "tired";
    const Days days = Days::of(journal_of({words, checkin("2026-11-21", {{"mood", 7}}),
                                           checkin("2026-11-22", {{"hope", 7}})}),
                               "me");
    const Date from = day("2026-11-01");
    const Date to = day("2026-11-30");
    CHECK(days.days_with_entry(from, to) == 3);
    CHECK(days.days_rated(from, to) == 2);
    CHECK(days.days_rated("mood", from, to) == 1);
    CHECK(days.days_rated("mood", from, day("2026-11-20")) == 0);
}

TEST_CASE("days: the same event marked twice on a day stands once") {
    CheckIn morning = checkin("2026-11-21", {});
    CheckIn evening = morning;
    morning.events = {{EventKind::setback, ""}};
    evening.events = {{EventKind::setback, ""}, {EventKind::own, "letter"}};
    CheckIn before = checkin("2026-11-19", {});
    before.events = {{EventKind::setback, ""}};
    const Days days = Days::of(journal_of({before, morning, evening}), "me");
    const auto events = days.events(day("2026-11-01"), day("2026-11-30"));
    REQUIRE(events.size() == 3);
    CHECK(events[0].date == day("2026-11-19"));
    CHECK(events[2].event.text == "letter");
    CHECK(days.events(day("2026-11-20"), day("2026-11-20")).empty());
}

TEST_CASE("days: the version grows with a change and stays without one") {
    const Journal journal = journal_of({checkin("2026-11-21", {{"mood", 7}})});
    const Days first = Days::of(journal, "me");
    CHECK(Days::of(journal, "me", first).version() == first.version());

    Journal edited = journal;
    edited.months[{2026, 11}] = Month{{checkin("2026-11-21", {{"mood", 2}})}};
    const Days second = Days::of(edited, "me", first);
    CHECK(second.version() > first.version());
    CHECK(second.value("mood", day("2026-11-21"))->mean == 2.0);

    Journal emptied;
    const Days third = Days::of(emptied, "me", second);
    CHECK(third.version() > second.version());
    CHECK_FALSE(third.first());
    CHECK(Days::of(edited, "you", second).version() > second.version());
    CHECK_FALSE(Days::of(edited, "you", second).first());
}

TEST_CASE("days: a check-in that stands in another month's file is left out") {
    Journal journal;
    journal.months[{2026, 10}] = Month{{checkin("2026-11-21", {{"mood", 7}})}};
    CHECK_FALSE(Days::of(journal, "me").first());
}

}  // namespace days_test
