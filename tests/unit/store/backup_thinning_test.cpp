// Which earlier states are kept: what the clock of one start says takes none of them away.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/store/store_support.hpp"
#include "workbook/store/backup.hpp"
#include "workbook/store/store.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace backup_thinning_test {

namespace {

const Date today = day(2026, 11, 21);

// A start of the program: on which day by its clock, and which of the sane ones it is (0: none).
struct Start {
    Date date;
    int sane = 0;
};

// The states that are there after these starts, each thinned as it came, newest first.
template <class Drop>
std::vector<Backup> kept_after(const std::vector<Start>& starts, Drop drop) {
    std::vector<Backup> kept;
    int number = 0;
    for (const Start& start : starts) {
        const Backup made{++number, start.date, BackupReason::day, std::to_string(start.sane)};
        kept.insert(kept.begin(), made);
        for (const Backup& gone : drop(kept, start.date))
            std::erase_if(kept, [&](const Backup& each) { return each.number == gone.number; });
    }
    return kept;
}

std::vector<Backup> by_order(const std::vector<Backup>& backups, Date) {
    return backups_to_drop(backups);
}

// The rules up to 0.1, which asked the clock: the last ten, the first of each of fourteen days and
// of each week of a year.
std::vector<Backup> by_the_clock(const std::vector<Backup>& backups, Date now) {
    std::set<Date> days;
    std::set<Date> weeks;
    std::vector<Backup> dropped;
    for (std::size_t i = backups.size(); i-- > 0;) {
        const Date date = backups[i].date;
        const Date week = start_of_week(date, Weekday::monday);
        const bool first_of_day = now - date < 14 && days.insert(date).second;
        const bool first_of_week = now - week < 366 && weeks.insert(week).second;
        if (i >= 10 && now >= date && !first_of_day && !first_of_week)
            dropped.push_back(backups[i]);
    }
    return dropped;
}

std::set<int> sane_ones(const std::vector<Backup>& kept) {
    std::set<int> found;
    for (const Backup& each : kept) found.insert(std::stoi(each.folder.string()));
    found.erase(0);
    return found;
}

class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    int roll(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<unsigned>(high - low + 1));
    }

  private:
    std::mt19937 engine_;
};

// Days on which somebody wrote, more or less often, with pauses; some with several states.
std::vector<Start> sane_starts(Dice& dice) {
    std::vector<Start> starts;
    const int often = dice.roll(1, 9);
    const int last = dice.roll(1, 250);
    Date at = day(2024, 1, 1) + dice.roll(0, 600);
    for (int i = 1; i <= last; ++i) {
        starts.push_back({at, i});
        if (dice.roll(1, 8) > 1) at = at + dice.roll(1, often);
        if (dice.roll(1, 60) == 1) at = at + dice.roll(20, 300);
    }
    return starts;
}

// Starts under a wrong clock among them, anywhere: years ahead, years behind, back and forth.
std::vector<Start> with_wild_starts(std::vector<Start> starts, Dice& dice) {
    for (int count = dice.roll(1, 7); count > 0; --count) {
        const Date ahead = day(2035, 1, 1) + dice.roll(0, 30'000);
        const Date behind = day(1970, 1, 1) + dice.roll(0, 15'000);
        const Start wild{dice.roll(0, 1) == 0 ? ahead : behind};
        starts.insert(starts.begin() + dice.roll(0, static_cast<int>(starts.size())), wild);
    }
    return starts;
}

std::vector<Start> every_day(int days, Date last) {
    std::vector<Start> starts;
    for (int i = 1; i <= days; ++i) starts.push_back({last - (days - i), i});
    return starts;
}

}  // namespace

TEST_CASE("backup: at least fourteen days, then one a week for a year, and no more for ever") {
    const auto kept = kept_after(every_day(1500, today), by_order);
    CHECK(kept.size() < 90);
    std::set<int> ages;
    for (const Backup& each : kept) ages.insert(today - each.date);
    for (int age = 0; age < 14; ++age) CHECK(ages.contains(age));
    for (Date monday = day(2025, 12, 1); monday < today; monday = monday + 7)
        CHECK(ages.contains(today - monday));
    CHECK(backups_to_drop(kept).empty());
}

TEST_CASE("backup: somebody who writes now and then keeps no more than who writes every day") {
    for (const int step : {2, 3, 7, 30, 100}) {
        std::vector<Start> starts;
        for (int i = 1; i <= 600; ++i) starts.push_back({day(1950, 1, 1) + step * i, i});
        CHECK(kept_after(starts, by_order).size() < 100);
    }
}

TEST_CASE("backup: one start under a wrong clock takes nothing away, nor do the days after it") {
    const auto sane = every_day(400, today);
    const auto before = sane_ones(kept_after(sane, by_order));
    for (const Date wrong : {day(2099, 1, 1), day(1970, 1, 1), today + 40, today - 400}) {
        auto starts = sane;
        starts.push_back({wrong});
        const auto kept = sane_ones(kept_after(starts, by_order));
        CHECK(std::includes(kept.begin(), kept.end(), before.begin(), before.end()));
    }
    // Back and forth between three clocks, a start each.
    auto starts = sane;
    for (int i = 0; i < 40; ++i)
        for (const Date wrong : {day(2099, 1, 1), today, day(1970, 1, 1)})
            starts.push_back({wrong});
    const auto kept = sane_ones(kept_after(starts, by_order));
    CHECK(std::includes(kept.begin(), kept.end(), before.begin(), before.end()));
}

TEST_CASE("backup: what was kept by the clock is kept, whatever clocks there were meanwhile") {
    for (unsigned seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Dice dice{seed};
        const auto sane = sane_starts(dice);
        const auto promised = sane_ones(kept_after(sane, by_the_clock));
        const auto kept = sane_ones(kept_after(with_wild_starts(sane, dice), by_order));
        REQUIRE(std::includes(kept.begin(), kept.end(), promised.begin(), promised.end()));
    }
}

TEST_CASE("backup: states that a wrong clock left go in their turn") {
    std::vector<Start> starts;
    for (int i = 0; i < 50; ++i) starts.push_back({day(2099, 1, 1) + 9 * i});
    const auto sane = every_day(1000, today);
    starts.insert(starts.end(), sane.begin(), sane.end());
    const auto kept = kept_after(starts, by_order);
    CHECK(std::none_of(kept.begin(), kept.end(),
                       [](const Backup& each) { return each.date > today; }));
}

TEST_CASE(
    "backup: a state of a day that a wrong clock was ahead to does not stand in for its own") {
    const TemporaryFolder folder;
    Date now = today;
    Store store{folder.path()};
    store.keep_backups([&now] { return now; });
    Journal journal = journal_of({checkin_on(day(2026, 11, 1), "first", 1)});
    save_all(store, {}, journal);
    int changes = 0;
    const auto change_on = [&](Date date) {
        now = date;
        const Journal next = with_checkin(
            journal, checkin_on(day(2026, 11, 2), "id" + std::to_string(++changes), 3));
        save_all(store, journal, next);
        journal = next;
    };
    for (const int ahead : {0, 9, 1, 2, 3, 9}) change_on(today + ahead);
    const auto listed = list_backups(folder.path());
    REQUIRE(listed);
    REQUIRE(listed->size() == 6);
    CHECK(listed->front().date == today + 9);
    // Around midnight, or between two places, the day may go back and forth.
    for (int i = 0; i < 5; ++i)
        for (const int ahead : {9, 10}) change_on(today + ahead);
    CHECK(list_backups(folder.path())->size() == 7);
}

}  // namespace backup_thinning_test
