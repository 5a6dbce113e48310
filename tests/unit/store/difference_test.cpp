// What lies between two states of a journal, counted.
#include <doctest/doctest.h>

#include "tests/unit/store/store_support.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/difference.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace difference_test {

namespace {

const LocalTime evening{day(2026, 11, 21), {20 * 60}};

Journal after(const Journal& journal, const Command& command) {
    auto next = update(journal, command, {evening, "me"});
    REQUIRE(next);
    return *next;
}

}  // namespace

TEST_CASE("difference: the same journal differs in nothing") {
    const Journal journal = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    CHECK(difference(journal, journal) == Difference{});
    CHECK(difference(journal, journal_of({checkin_on(day(2026, 11, 1), "a", 1)})) == Difference{});
}

TEST_CASE("difference: check-ins are counted by what happens to them") {
    const Journal now =
        journal_of({checkin_on(day(2026, 10, 1), "a", 1), checkin_on(day(2026, 11, 1), "b", 2),
                    checkin_on(day(2026, 11, 2), "c", 3)});
    const Journal then =
        journal_of({checkin_on(day(2026, 11, 1), "b", 2, "one word more"),
                    checkin_on(day(2026, 11, 2), "c", 3), checkin_on(day(2026, 9, 1), "d", 4),
                    checkin_on(day(2026, 9, 2), "e", 4)});
    CHECK(difference(now, then).checkins == Counted{2, 1, 1});
    CHECK(difference(then, now).checkins == Counted{1, 2, 1});
    CHECK_FALSE(difference(now, then).settings);
}

TEST_CASE("difference: cards, practices and settings each count for themselves") {
    Journal other = after({}, WriteAnswer{{"seven-steps", "first", "words"}, "", "w1", "A text"});
    other = after(other, TickAction{{"seven-steps", "first", "list"}, "item", true});
    other = after(other, AddListItem{"boundaries", "l1", "A line"});
    other = after(other, SetDayEnd{TimeOfDay{120}});
    const Difference found = difference({}, other);
    CHECK(found.answers == Counted{2, 0, 0});
    CHECK(found.practices == Counted{1, 0, 0});
    CHECK(found.settings);
    CHECK(found.checkins == Counted{});
}

}  // namespace difference_test
