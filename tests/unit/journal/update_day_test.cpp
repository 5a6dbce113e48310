#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_day_test {

namespace {

const Stamp evening = at("2026-11-21T20:15");

CheckInRef today(const char* id = "c1") { return {id, day("2026-11-21"), "me"}; }
CheckInRef yesterday(const char* id = "c1") { return {id, day("2026-11-20"), "me"}; }

CheckIn the(const Journal& journal, const CheckInRef& ref) {
    const CheckIn* found = find_checkin(journal, ref.date, ref.id);
    REQUIRE(found);
    return *found;
}

}  // namespace

TEST_CASE("update: the first rating begins a check-in and gives it the time on the wall") {
    const Journal journal = after({}, {RateFeeling{today(), "mood", 6}}, evening);
    const CheckIn& checkin = the(journal, today());
    CHECK(checkin.ratings == Ratings{{"mood", 6}});
    CHECK(checkin.time == time_of("20:15"));
    CHECK(checkin.person == "me");
}

TEST_CASE("update: a day filled in afterwards carries no time") {
    const Journal journal = after({}, {RateFeeling{yesterday(), "mood", 6}}, evening);
    CHECK_FALSE(the(journal, yesterday()).time);
}

TEST_CASE("update: at half past one the evening before still has the time on the wall") {
    const Stamp night = at("2026-11-22T01:30");
    const Journal journal = after({}, {RateFeeling{today(), "mood", 6}}, night);
    CHECK(the(journal, today()).time == time_of("01:30"));
    // A day ahead may be begun, and the day by the wall is no more than that.
    CHECK_FALSE(is_refused({}, RateFeeling{{"c1", day("2026-11-22"), "me"}, "mood", 6}, night));
    CHECK(is_refused({}, RateFeeling{{"c1", day("2026-11-23"), "me"}, "mood", 6}, night));
}

TEST_CASE("update: a rating outside 0 to 10 is refused, both ends are not") {
    CHECK(is_refused({}, RateFeeling{today(), "mood", -1}, evening));
    CHECK(is_refused({}, RateFeeling{today(), "mood", 11}, evening));
    const Journal journal =
        after({}, {RateFeeling{today(), "mood", 0}, RateFeeling{today(), "trust", 10}}, evening);
    CHECK(the(journal, today()).ratings == Ratings{{"mood", 0}, {"trust", 10}});
}

TEST_CASE("update: what was in a journal before is brought in, of later days and by hand as well") {
    const CheckIn checkin{
        "c1", day("2026-12-24"), {},
        "me", {{"mood", 5}},     {{EventKind::own, {}}, {EventKind::setback, "a\nb"}},
        {}};
    const Journal journal = after({}, {AddCheckIns{{checkin, checkin}}}, evening);
    CHECK(journal.months.at({2026, 12})->checkins == std::vector{checkin});
}

TEST_CASE("update: nothing new is begun more than a day ahead") {
    const CheckInRef later{"c1", day("2026-11-23"), "me"};
    CHECK(is_refused({}, RateFeeling{later, "mood", 5}, evening));
    CHECK(is_refused({}, WriteNote{later, "later"}, evening));
    CHECK(is_refused({}, AddEvent{later, {EventKind::milestone, {}}}, evening));
    const CheckInRef tomorrow{"c1", day("2026-11-22"), "me"};
    CHECK_FALSE(is_refused({}, RateFeeling{tomorrow, "mood", 5}, evening));
}

TEST_CASE("update: a check-in dated later than today is changed like any other") {
    const CheckInRef later{"c1", day("2027-05-01"), "me"};
    const Journal journal = after({}, {RateFeeling{later, "mood", 5}}, at("2027-05-01T12:00"));
    const Journal changed = after(journal,
                                  {RateFeeling{later, "mood", 6}, WriteNote{later, "as it was"},
                                   AddEvent{later, {EventKind::milestone, {}}}},
                                  evening);
    CHECK(the(changed, later).ratings == Ratings{{"mood", 6}});
    CHECK(the(changed, later).note == "as it was");
    CHECK(the(changed, later).events.size() == 1);
    // But none is begun beside it.
    CHECK(is_refused(journal, RateFeeling{{"c2", later.date, "me"}, "mood", 1}, evening));
}

TEST_CASE("update: a check-in a wrong clock left in the future can be deleted") {
    const CheckInRef later{"c1", day("2027-05-01"), "me"};
    const Journal journal = after({}, {RateFeeling{later, "mood", 5}}, at("2027-05-01T12:00"));
    CHECK(after(journal, {DeleteCheckIn{later}}, evening) == Journal{});
}

TEST_CASE("update: days outside the calendar are refused") {
    const CheckInRef long_ago{"c1", day("1900-01-01") - 1, "me"};
    CHECK(is_refused({}, RateFeeling{long_ago, "mood", 5}, evening));
    CHECK(
        find_checkin(after({}, {RateFeeling{{"c1", day("1900-01-01"), "me"}, "mood", 5}}, evening),
                     day("1900-01-01"), "c1"));
}

TEST_CASE("update: someone who is not in the profile cannot check in") {
    CHECK(is_refused({}, RateFeeling{{"c1", day("2026-11-21"), "you"}, "mood", 5}, evening));
}

TEST_CASE("update: the check-in of another person is not changed") {
    Journal journal = after({}, {AddPerson{{"you", {}, Role::broke}}}, evening);
    journal = after(journal, {RateFeeling{today(), "mood", 5}}, evening);
    CHECK(is_refused(journal, RateFeeling{{"c1", day("2026-11-21"), "you"}, "mood", 1}, evening));
    CHECK(is_refused(journal, DeleteCheckIn{{"c1", day("2026-11-21"), "you"}}, evening));
}

TEST_CASE("update: an id that cannot stand in a file is refused") {
    CHECK(is_refused({}, RateFeeling{today(""), "mood", 5}, evening));
    CHECK(is_refused({}, RateFeeling{today("a b"), "mood", 5}, evening));
    CHECK(is_refused({}, RateFeeling{today(), "Mood", 5}, evening));
    CHECK(is_refused({}, RateFeeling{today(), "mood = 3", 5}, evening));
    CHECK(is_refused({}, RateFeeling{today(), "", 5}, evening));
}

TEST_CASE("update: emptying a rating leaves it unanswered, which is not zero") {
    const Journal journal =
        after({},
              {RateFeeling{today(), "mood", 6}, RateFeeling{today(), "trust", 4},
               RateFeeling{today(), "mood", std::nullopt}},
              evening);
    CHECK(the(journal, today()).ratings == Ratings{{"trust", 4}});
}

TEST_CASE("update: a check-in that says nothing any more is gone, and its month with it") {
    const Journal rated = after({}, {RateFeeling{today(), "mood", 6}}, evening);
    const Journal emptied = after(rated, {RateFeeling{today(), "mood", std::nullopt}}, evening);
    CHECK(emptied == Journal{});
    CHECK(after(emptied, {RateFeeling{today(), "mood", 6}}, evening) == rated);
}

TEST_CASE("update: what says nothing begins no check-in") {
    CHECK(changes_nothing({}, RateFeeling{today(), "mood", std::nullopt}, evening));
    CHECK(changes_nothing({}, WriteNote{today(), ""}, evening));
    CHECK(changes_nothing({}, RemoveEvent{today(), {EventKind::setback, {}}}, evening));
    CHECK(changes_nothing({}, SetCheckInTime{today(), time_of("08:00")}, evening));
    CHECK(changes_nothing({}, DeleteCheckIn{today()}, evening));
}

TEST_CASE("update: the same value again changes nothing, not even the object") {
    const Journal journal = after({}, {RateFeeling{today(), "mood", 6}}, evening);
    const Journal same = after(journal, {RateFeeling{today(), "mood", 6}}, evening);
    CHECK(changed_parts(journal, same).empty());
}

TEST_CASE("update: a note is kept to the last byte") {
    std::string note = " \n'''\"\"\"\r\n\t\\ = [x] e\u0301 \u202Eabc ";
    note += '\0';
    note += "\x01 end ";
    const Journal journal = after({}, {WriteNote{today(), note}}, evening);
    CHECK(the(journal, today()).note == note);
}

TEST_CASE("update: a note that is not UTF-8 is refused, for its file could not be read again") {
    CHECK(is_refused({}, WriteNote{today(), "caf\xE9"}, evening));
    CHECK(is_refused({}, WriteNote{today(), "\xED\xA0\x80"}, evening));
}

TEST_CASE("update: a note of twenty thousand letters is kept, one of a megabyte is refused") {
    const std::string fits(20000, 'x');
    CHECK(the(after({}, {WriteNote{today(), fits}}, evening), today()).note == fits);
    CHECK(is_refused({}, WriteNote{today(), std::string((1u << 20) + 1, 'x')}, evening));
}

TEST_CASE("update: an event stands once on a check-in, and goes when it is taken out") {
    const Event talk{EventKind::hard_conversation, "about money"};
    const Journal journal = after({}, {AddEvent{today(), talk}, AddEvent{today(), talk}}, evening);
    CHECK(the(journal, today()).events == std::vector<Event>{talk});
    CHECK(after(journal, {RemoveEvent{today(), talk}}, evening) == Journal{});
    CHECK(changes_nothing(journal, RemoveEvent{today(), {EventKind::hard_conversation, {}}},
                          evening));
}

TEST_CASE("update: an event is one line, and one of your own has a word") {
    CHECK(is_refused({}, AddEvent{today(), {EventKind::own, "two\nlines"}}, evening));
    CHECK(is_refused({}, AddEvent{today(), {EventKind::milestone, "tab\there"}}, evening));
    CHECK(is_refused({}, AddEvent{today(), {EventKind::own, ""}}, evening));
    const Journal journal =
        after({}, {AddEvent{today(), {EventKind::own, "'''; \u05D0 \U0001F600"}}}, evening);
    CHECK(the(journal, today()).events.front().text == "'''; \u05D0 \U0001F600");
}

TEST_CASE("update: the time of a check-in can be set and taken away, and decides its place") {
    Journal journal =
        after({},
              {RateFeeling{today("c1"), "mood", 6}, RateFeeling{today("c2"), "mood", 3},
               SetCheckInTime{today("c2"), time_of("07:30")}},
              evening);
    CHECK(checkins_on(journal, day("2026-11-21"), "me").front()->id == "c2");
    CHECK(latest_checkin(journal, day("2026-11-21"), "me")->id == "c1");
    journal = after(journal, {SetCheckInTime{today("c2"), std::nullopt}}, evening);
    CHECK_FALSE(the(journal, today("c2")).time);
    CHECK(is_refused(journal, SetCheckInTime{today("c2"), TimeOfDay{24 * 60}}, evening));
}

TEST_CASE("update: deleting one check-in leaves the others of the day") {
    const Journal journal = after(
        {}, {RateFeeling{today("c1"), "mood", 6}, RateFeeling{today("c2"), "mood", 3}}, evening);
    const Journal next = after(journal, {DeleteCheckIn{today("c1")}}, evening);
    CHECK_FALSE(find_checkin(next, day("2026-11-21"), "c1"));
    CHECK(find_checkin(next, day("2026-11-21"), "c2"));
}

TEST_CASE("update: check-ins from a file come in all together or not at all") {
    const CheckIn good{"f1", day("2026-11-02"), time_of("21:00"), "me", {{"mood", 4}}, {}, "x"};
    CheckIn bad = good;
    bad.id = "f2";
    bad.ratings["trust"] = 12;
    CHECK(is_refused({}, AddCheckIns{{good, bad}}, evening));
    const Journal journal = after({}, {AddCheckIns{{good}}}, evening);
    CHECK(the(journal, {"f1", good.date, "me"}) == good);
    CHECK(changes_nothing(journal, AddCheckIns{{good}}, evening));

    CheckIn changed = good;
    changed.note = "y";
    const Journal next = after(journal, {AddCheckIns{{changed}}}, evening);
    CHECK(next.months.begin()->second->checkins == std::vector<CheckIn>{changed});
}

TEST_CASE("update: a day shares every other month with the journal before") {
    const Journal journal = after(
        {},
        {RateFeeling{{"c1", day("2026-09-01"), "me"}, "mood", 5}, RateFeeling{today(), "mood", 5}},
        evening);
    const Journal next = after(journal, {RateFeeling{today(), "mood", 6}}, evening);
    CHECK(changed_parts(journal, next) ==
          std::vector<Part>{{PartKind::month, YearMonth{2026, 11}, {}}});
}

}  // namespace update_day_test
