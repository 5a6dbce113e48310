// Where a view ends when entries are dated later than today.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "workbook/insight/days.hpp"

using namespace rekindle;

namespace later_days_test {

namespace {

Date day(const char* iso) { return *parse_date(iso); }

Days with_entries(const std::vector<const char*>& dates) {
    Journal journal;
    for (const char* iso : dates) {
        const Date date = day(iso);
        Month month;
        if (const auto old = journal.months.find(date.year_month()); old != journal.months.end())
            month = *old->second;
        month.checkins.push_back({iso, date, {}, "me", {{"mood", 5}}, {}, {}});
        journal.months.insert_or_assign(date.year_month(), month);
    }
    return Days::of(journal, "me");
}

const Date today = day("2026-11-21");

}  // namespace

TEST_CASE("view: it ends today as long as nothing is dated later") {
    CHECK(end_of_view(Days{}, 84, today) == today);
    CHECK(end_of_view(with_entries({"2026-11-20"}), 84, today) == today);
}

TEST_CASE("view: what is dated a little later is in it, with today") {
    CHECK(end_of_view(with_entries({"2026-11-20", "2026-11-22"}), 84, today) == day("2026-11-22"));
    CHECK(end_of_view(with_entries({"2026-11-20", "2027-01-10"}), 84, today) == day("2027-01-10"));
}

TEST_CASE("view: one day far ahead does not hide what is now, but all of them are shown") {
    CHECK(end_of_view(with_entries({"2026-11-20", "2062-11-20"}), 84, today) == today);
    CHECK(end_of_view(with_entries({"2062-11-20"}), 84, today) == day("2062-11-20"));
    const Days other = with_entries({"2026-11-23"});
    CHECK(end_of_view(Days{}, 84, today, &other) == day("2026-11-23"));
}

}  // namespace later_days_test
