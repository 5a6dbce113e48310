#include "workbook/journal/practices.hpp"

#include "tests/unit/support/builders.hpp"
#include "workbook/journal/practice_words.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace practices_test {

namespace {

Promise promise_with(Schedule schedule) {
    Promise promise;
    promise.schedule = std::move(schedule);
    return promise;
}

// The days as one line, "2026-11-21 2026-11-28".
std::string due(const Promise& promise, std::string_view from, std::string_view to) {
    std::string line;
    for (const Date each : due_days(promise, day(from), day(to)))
        line += (line.empty() ? "" : " ") + to_iso(each);
    return line;
}

}  // namespace

TEST_CASE("promise: one of a single day is due on that day alone") {
    const Promise promise = promise_with({Recurrence::once, day("2026-11-21"), {}});
    CHECK(due(promise, "2026-11-01", "2026-12-31") == "2026-11-21");
    CHECK(due(promise, "2026-11-21", "2026-11-21") == "2026-11-21");
    CHECK(due(promise, "2026-11-22", "2026-12-31").empty());
    CHECK(due(promise, "1900-01-01", "2026-11-20").empty());
}

TEST_CASE("promise: one of every day counts from its first day on, both ends of the span too") {
    const Promise promise = promise_with({Recurrence::daily, day("2026-11-19"), {}});
    CHECK(due(promise, "2026-11-01", "2026-11-21") == "2026-11-19 2026-11-20 2026-11-21");
    CHECK(due(promise, "2026-11-21", "2026-11-19").empty());
}

TEST_CASE("promise: chosen weekdays come round on those days only") {
    const Promise promise = promise_with(
        {Recurrence::weekdays, day("2026-11-17"), {Weekday::monday, Weekday::thursday}});
    CHECK(due(promise, "2026-11-01", "2026-11-30") ==
          "2026-11-19 2026-11-23 2026-11-26 2026-11-30");
}

TEST_CASE("promise: a weekly one comes round on the weekday of its first day, over a leap day") {
    const Promise promise = promise_with({Recurrence::weekly, day("2028-02-22"), {}});
    CHECK(due(promise, "2028-02-20", "2028-03-10") == "2028-02-22 2028-02-29 2028-03-07");
}

TEST_CASE("promise: a daily one is due on the leap day where there is one") {
    const Promise promise = promise_with({Recurrence::daily, day("2027-02-28"), {}});
    CHECK(due(promise, "2028-02-28", "2028-03-01") == "2028-02-28 2028-02-29 2028-03-01");
    CHECK(due(promise, "2027-02-28", "2027-03-01") == "2027-02-28 2027-03-01");
}

TEST_CASE("promise: nothing is due from the first day of a rest to the day before its end") {
    Promise promise = promise_with({Recurrence::daily, day("2026-11-16"), {}});
    promise.pauses = {{day("2026-11-17"), day("2026-11-19")}, {day("2026-11-21"), {}}};
    CHECK(due(promise, "2026-11-16", "2026-12-31") == "2026-11-16 2026-11-19 2026-11-20");
    CHECK_FALSE(is_resting(promise, day("2026-11-16")));
    CHECK(is_resting(promise, day("2026-11-17")));
    CHECK(is_resting(promise, day("2026-11-18")));
    CHECK_FALSE(is_resting(promise, day("2026-11-19")));
    CHECK(is_resting(promise, day("9999-12-31")));
}

TEST_CASE("promise: nothing is due from the day it ended") {
    Promise promise = promise_with({Recurrence::daily, day("2026-11-16"), {}});
    promise.ended = day("2026-11-18");
    CHECK(due(promise, "2026-11-01", "2026-12-31") == "2026-11-16 2026-11-17");
    promise.ended = day("2026-11-16");
    CHECK(due(promise, "2026-11-01", "2026-12-31").empty());
}

TEST_CASE("promise: days at the end of the calendar are days like others") {
    const Promise promise = promise_with({Recurrence::weekly, day("9999-12-24"), {}});
    CHECK(due(promise, "9999-12-20", "9999-12-31") == "9999-12-24 9999-12-31");
    CHECK(due(promise_with({Recurrence::once, day("1900-01-01"), {}}), "1900-01-01",
              "9999-12-31") == "1900-01-01");
}

TEST_CASE("promise: words of files are read back as what they were") {
    for (const auto each :
         {Recurrence::once, Recurrence::daily, Recurrence::weekdays, Recurrence::weekly})
        CHECK(parse_recurrence(to_word(each)) == each);
    for (const auto each : {Kept::kept, Kept::late, Kept::not_kept})
        CHECK(parse_kept(to_word(each)) == each);
    CHECK_FALSE(parse_kept("broken"));
    CHECK_FALSE(parse_recurrence("yearly"));
}

TEST_CASE("words: when a promise comes round is said in the order of the person's week") {
    const auto words = [](const Schedule& schedule, Weekday week_start) {
        return to_words(schedule, week_start);
    };
    const Date first = day("2026-11-21");
    CHECK(words({Recurrence::once, first, {}}, Weekday::monday) == "on 21 November 2026");
    CHECK(words({Recurrence::daily, first, {}}, Weekday::monday) == "every day");
    CHECK(words({Recurrence::weekly, first, {}}, Weekday::monday) == "every Saturday");
    const Schedule two{Recurrence::weekdays, first, {Weekday::monday, Weekday::sunday}};
    CHECK(words(two, Weekday::monday) == "every Monday and Sunday");
    CHECK(words(two, Weekday::sunday) == "every Sunday and Monday");
    CHECK(words({Recurrence::weekdays, first, {Weekday::monday, Weekday::tuesday, Weekday::friday}},
                Weekday::monday) == "every Monday, Tuesday and Friday");
}

TEST_CASE("words: whoever makes a promise has a name") {
    Profile profile;
    CHECK(maker_title(profile, "me") == "Me");
    CHECK(maker_title(profile, someone_else) == "The other person");
    CHECK(maker_title(profile, both_of_us) == "Both of us");
    profile.people = {{"me", "Ada", {}}, {"sam", "", {}}};
    CHECK(maker_title(profile, "me") == "Ada");
    CHECK(maker_title(profile, "sam") == "Second person");
}

TEST_CASE("promise: another rhythm begins today and keeps the weekday") {
    const Date today = day("2026-11-18");  // a Wednesday
    const Schedule once{Recurrence::once, day("2026-11-28"), {}};
    CHECK(with_recurrence(once, Recurrence::once, today) == once);
    CHECK(with_recurrence(once, Recurrence::daily, today) ==
          Schedule{Recurrence::daily, today, {}});
    CHECK(with_recurrence(once, Recurrence::weekly, today) ==
          Schedule{Recurrence::weekly, day("2026-11-28"), {}});
    CHECK(with_recurrence(once, Recurrence::weekdays, today) ==
          Schedule{Recurrence::weekdays, day("2026-11-28"), {Weekday::saturday}});
    const Schedule old{Recurrence::daily, day("2026-11-02"), {}};  // a Monday
    CHECK(with_recurrence(old, Recurrence::weekly, today) ==
          Schedule{Recurrence::weekly, day("2026-11-23"), {}});
    CHECK(with_recurrence(old, Recurrence::once, today) == Schedule{Recurrence::once, today, {}});
}

TEST_CASE("promise: days of the week are chosen one by one, and the last one stays") {
    const Date today = day("2026-11-18");
    const Schedule days{Recurrence::weekdays, day("2026-11-02"), {Weekday::monday}};
    CHECK(with_weekday(days, Weekday::monday, today) == days);
    const Schedule two = with_weekday(days, Weekday::friday, today);
    CHECK(two == Schedule{Recurrence::weekdays, today, {Weekday::monday, Weekday::friday}});
    CHECK(with_weekday(two, Weekday::monday, today).weekdays ==
          std::vector<Weekday>{Weekday::friday});
    const Schedule weekly{Recurrence::weekly, day("2026-11-02"), {}};
    CHECK(with_weekday(weekly, Weekday::monday, today) == weekly);
    CHECK(with_weekday(weekly, Weekday::wednesday, today).first == today);
    CHECK(with_weekday(weekly, Weekday::tuesday, today).first == day("2026-11-24"));
}

}  // namespace practices_test
