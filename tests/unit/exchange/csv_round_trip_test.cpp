// What Rekindle writes it reads: a table from any journal, into an empty one.
#include <algorithm>
#include <tuple>

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"
#include "workbook/exchange/csv.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace csv_round_trip_test {

namespace {

const Date first = day("1900-01-01");
const Date last = day("9999-12-31");
const Date today = day("2026-11-21");

Content small_content() {
    Content content;
    content.feelings = {
        {"day", "Day", false, {{"mood", "Mood", {}, {}}, {"trust", "Trust", {}, {}}}},
        {"heavy", "Heavy", false, {{"hurt", "Hurt", {}, {}}, {"calm", "Calm", {}, {}}}}};
    return content;
}

std::string table_of(const Journal& journal) {
    return to_csv(journal, small_content(), first, last);
}

CsvImport read(const std::string& text, const Journal& journal) {
    return read_csv(text, "in.csv", small_content(), journal, today);
}

Journal brought_in(const std::string& text, Journal journal) {
    const CsvImport import = read(text, journal);
    for (const Error& problem : import.problems) MESSAGE(to_string(problem));
    REQUIRE(import.problems.empty());
    for (const Command& command : to_commands(journal, import.plan)) {
        auto next = update(journal, command, {{today, {}}, journal.profile->people.front().id});
        if (!next) MESSAGE(to_string(next.error()));
        REQUIRE(next.has_value());
        journal = std::move(*next);
    }
    return journal;
}

// Everything of a journal's check-ins but their ids, in an order of its own.
std::vector<CheckIn> said_in(const Journal& journal) {
    std::vector<CheckIn> all;
    for (const auto& [key, month] : journal.months)
        for (CheckIn checkin : month->checkins) {
            checkin.id.clear();
            if (!is_empty(checkin)) all.push_back(std::move(checkin));
        }
    std::stable_sort(all.begin(), all.end(), [](const CheckIn& a, const CheckIn& b) {
        return std::tie(a.date, a.time, a.person) < std::tie(b.date, b.time, b.person);
    });
    return all;
}

// What only an editor writes, and every reader of the journal accepts.
CheckIn as_if_by_hand(CheckIn checkin) {
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        checkin.events.push_back({static_cast<EventKind>(*rc::gen::inRange(0, 6)), *any_text()});
    if (!checkin.events.empty() && *rc::gen::arbitrary<bool>())
        checkin.events.push_back(checkin.events.front());
    if (*rc::gen::arbitrary<bool>()) checkin.ratings["note"] = 3;
    if (*rc::gen::arbitrary<bool>())
        checkin.note =
            *rc::gen::element<std::string>("=1+1", "'=1+1", "  ends in blanks \t ", "\r\n", "a\rb",
                                           "\"", "\u00a0x\u00a0", "sep=;", ",");
    return checkin;
}

Journal with_hand_written(const Journal& journal) {
    Journal changed = journal;
    for (const auto& [key, month] : journal.months) {
        Month next = *month;
        for (CheckIn& checkin : next.checkins) checkin = as_if_by_hand(std::move(checkin));
        changed.months.insert_or_assign(key, std::move(next));
    }
    return changed;
}

// A journal as an editor may have left it, with people and scales of any id.
Journal any_hand_written() {
    Journal journal = with_hand_written(*any_journal());
    Profile profile = *journal.profile;
    if (*rc::gen::arbitrary<bool>()) profile.own_scales.push_back({"date", "Date", {}, {}});
    if (*rc::gen::arbitrary<bool>()) profile.own_scales.push_back({"z-last", "Z", "low", "high"});
    journal.profile = std::move(profile);
    return journal;
}

}  // namespace

TEST_CASE("csv: out, into an empty journal and out again is the same journal and the same bytes") {
    CHECK(rc::check([] {
        const Journal journal = any_hand_written();
        const std::string text = table_of(journal);
        const Journal back = brought_in(text, {});
        RC_ASSERT(table_of(back) == text);
        RC_ASSERT(said_in(back) == said_in(journal));
    }));
}

TEST_CASE("csv: what was brought in adds nothing a second time, there or where it came from") {
    CHECK(rc::check([] {
        const Journal journal = any_hand_written();
        const std::string text = table_of(journal);
        const Journal back = brought_in(text, {});
        RC_ASSERT(to_commands(back, read(text, back).plan).empty());
        RC_ASSERT(to_commands(journal, read(text, journal).plan).empty());
        RC_ASSERT(read(text, journal).plan.in_conflict == 0);
    }));
}

TEST_CASE("csv: own scales and both people come into an empty journal, with their ids") {
    const std::string text =
        "date,time,person,mood,trust,hurt,calm,sleep-depth,scale:note,events,note\n"
        "2026-11-10,,one,6,,,,3,1,,\n"
        "2026-11-11,,two,4,,,,,,,\n";
    const Journal journal = brought_in(text, {});
    const Profile& profile = *journal.profile;
    REQUIRE(profile.people.size() == 2);
    CHECK(profile.people[0].id == "one");
    CHECK(profile.people[1].id == "two");
    REQUIRE(profile.own_scales.size() == 2);
    CHECK(profile.own_scales[0] == Scale{"sleep-depth", "Sleep depth", "not at all", "very much"});
    CHECK(profile.own_scales[1].id == "note");
    CHECK(table_of(journal) == text);
}

TEST_CASE("csv: a person who said something stays, and a second one comes beside them") {
    const std::string text = "date,time,person,mood,trust,events,note\n2026-11-10,,two,6,,,\n";
    const Journal named = after({}, {RenamePerson{"me", "Sam"}}, {{today, {}}, "me"});
    const Journal journal = brought_in(text, named);
    REQUIRE(journal.profile->people.size() == 2);
    CHECK(journal.profile->people[0].name == "Sam");
    CHECK(journal.profile->people[1].id == "two");
    // In a journal for two, one of whom has said nothing, the other gives room.
    const Journal with_other = after(named, {AddPerson{{"other", {}, {}}}}, {{today, {}}, "me"});
    CHECK(brought_in(text, with_other).profile->people[1].id == "two");
}

TEST_CASE("csv: there is no room for a third person, and the row says so") {
    const CsvImport import = read(
        "date,time,person,mood,trust,events,note\n"
        "2026-11-10,,one,6,,,\n2026-11-11,,two,6,,,\n"
        "2026-11-12,,three,6,,,\n",
        {});
    REQUIRE(import.problems.size() == 1);
    CHECK(import.problems[0].place.line == 4);
    CHECK(to_commands({}, import.plan).empty());
}

TEST_CASE("csv: a table that is not Rekindle's own makes neither people nor scales") {
    CHECK(read("date,person,mood\n2026-11-10,two,6\n", {}).problems.size() == 1);
    CHECK(read("date,mood,sleep\n2026-11-10,6,3\n", {}).problems.size() == 1);
}

TEST_CASE("csv: days later than today are brought in and counted") {
    const CsvImport import = read("date,mood\n2026-11-21,6\n2026-11-22,6\n9999-12-31,5\n", {});
    CHECK(import.problems.empty());
    CHECK(import.plan.added.size() == 3);
    CHECK(import.plan.later == 2);
}

TEST_CASE("csv: the order of rows does not depend on the hour at which a day ends") {
    const CheckIn late{"a", today, time_of("01:30"), "me", {{"mood", 3}}, {}, {}};
    const CheckIn evening{"b", today, time_of("20:15"), "me", {{"mood", 4}}, {}, {}};
    const Journal journal = after({}, {AddCheckIns{{late, evening}}}, {{today, {}}, "me"});
    const Journal other = after(journal, {SetDayEnd{time_of("00:00")}}, {{today, {}}, "me"});
    CHECK(table_of(journal) == table_of(other));
}

TEST_CASE("csv: thousands of one minute are matched and added in no time") {
    std::string text = "date,time,mood\n";
    for (int i = 0; i < 20000; ++i) text += "2026-11-20,20:15,6\n";
    const Journal once = brought_in(text, {});
    const CsvImport twice = read(text + "2026-11-20,20:15,7\n", once);
    CHECK(twice.plan.same == 20000);
    CHECK(twice.plan.added.size() == 1);
}

}  // namespace csv_round_trip_test
