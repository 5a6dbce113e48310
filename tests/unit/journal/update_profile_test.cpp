#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_profile_test {

namespace {

const Stamp now = at("2026-11-21T20:15");
const Command second = AddPerson{{"you", "Bo", Role::broke}};
const Scale own_sleep{"sleep", "Sleep", "none", "plenty"};

}  // namespace

TEST_CASE("update: people can be named and say what they are in this") {
    const Journal journal = after({}, {RenamePerson{"me", "Ada"}, SetRole{"me", Role::hurt}}, now);
    CHECK(journal.profile->people == std::vector<Person>{{"me", "Ada", Role::hurt}});
    CHECK(changes_nothing(journal, RenamePerson{"me", "Ada"}, now));
    CHECK(is_refused(journal, RenamePerson{"you", "Bo"}, now));
    CHECK(is_refused(journal, SetRole{"you", Role::both}, now));
    CHECK(is_refused(journal, RenamePerson{"me", "A\nda"}, now));
}

TEST_CASE("update: what people are to each other can be said, changed and taken back") {
    const Journal journal = after({}, {SetRelationship{Relationship::friendship}}, now);
    CHECK(journal.profile->relationship == Relationship::friendship);
    CHECK(changes_nothing(journal, SetRelationship{Relationship::friendship}, now));
    CHECK(after(journal, {SetRelationship{Relationship::not_said}}, now) == Journal{});
}

TEST_CASE("update: a journal is for two people at most and one at least") {
    const Journal journal = after({}, {second}, now);
    CHECK(journal.profile->people.size() == 2);
    CHECK(is_refused(journal, second, now));
    CHECK(is_refused(journal, AddPerson{{"third", {}, Role::neither}}, now));
    CHECK(is_refused({}, AddPerson{{"Not An Id", {}, Role::neither}}, now));
    CHECK(after(journal, {RemovePerson{"you"}}, now) == Journal{});
    CHECK(is_refused({}, RemovePerson{"me"}, now));
    CHECK(is_refused({}, RemovePerson{"you"}, now));
}

TEST_CASE("update: someone who has written anything anywhere stays") {
    const Stamp by_you = at("2026-11-21T20:15", "you");
    const std::vector<Command> traces{
        RateFeeling{{"c1", day("2026-11-21"), "you"}, "mood", 5},
        WriteAnswer{{"w", "c", "e"}, "", "a1", "x"},
        TickAction{{"w", "c", "e"}, "i", true},
        RateCard{{"w", "c"}, "s", 3},
        MarkCard{{"w", "c"}, CardMark::set_aside},
        AddListItem{"l", "i1", "x"},
    };
    for (const Command& trace : traces)
        CHECK(is_refused(after({}, {second, trace}, by_you), RemovePerson{"you"}, now));
}

TEST_CASE("update: with another end of the day the check-ins of a night change places") {
    const CheckInRef late{"c1", day("2026-11-20"), "me"};
    const CheckInRef night{"c2", day("2026-11-20"), "me"};
    const Journal journal =
        after({},
              {RateFeeling{late, "mood", 5}, SetCheckInTime{late, time_of("22:00")},
               RateFeeling{night, "mood", 3}, SetCheckInTime{night, time_of("01:30")}},
              now);
    CHECK(latest_checkin(journal, day("2026-11-20"), "me")->id == "c2");
    const Command midnight = SetDayEnd{time_of("00:00")};
    const Journal next = after(journal, {midnight}, now);
    CHECK(next.profile->day_end == time_of("00:00"));
    CHECK(latest_checkin(next, day("2026-11-20"), "me")->id == "c1");
    CHECK(changed_parts(journal, next) ==
          std::vector<Part>{{PartKind::profile, {}, {}}, {PartKind::month, {2026, 11}, {}}});
    CHECK(after(next, {SetDayEnd{time_of("04:00")}}, now) == journal);
    CHECK(is_refused(journal, SetDayEnd{TimeOfDay{24 * 60}}, now));
    CHECK(is_refused(journal, SetDayEnd{TimeOfDay{-1}}, now));
}

TEST_CASE("update: another end of the day leaves months that keep their order the same objects") {
    const Journal journal =
        after({}, {RateFeeling{{"c1", day("2026-11-20"), "me"}, "mood", 5}}, now);
    CHECK(changed_parts(journal, after(journal, {SetDayEnd{time_of("02:00")}}, now)) ==
          std::vector<Part>{{PartKind::profile, {}, {}}});
    CHECK(changes_nothing(journal, SetDayEnd{time_of("04:00")}, now));
}

TEST_CASE("update: a scale of one's own can be added once and taken out, its ratings stay") {
    const Command rate = RateFeeling{{"c1", day("2026-11-21"), "me"}, "sleep", 7};
    Journal journal = after({}, {AddOwnScale{own_sleep}, rate}, now);
    CHECK(journal.profile->own_scales == std::vector<Scale>{own_sleep});
    CHECK(is_refused(journal, AddOwnScale{own_sleep}, now));
    journal = after(journal, {RemoveOwnScale{"sleep"}}, now);
    CHECK(journal.profile->own_scales.empty());
    CHECK(find_checkin(journal, day("2026-11-21"), "c1")->ratings.at("sleep") == 7);
    CHECK(changes_nothing(journal, RemoveOwnScale{"sleep"}, now));
    CHECK(is_refused({}, AddOwnScale{{"My Sleep", "Sleep", {}, {}}}, now));
    CHECK(is_refused({}, AddOwnScale{{"sleep", "", {}, {}}}, now));
    CHECK(is_refused({}, AddOwnScale{{"sleep", "Sleep", "a\nb", {}}}, now));
}

TEST_CASE("update: the week's first day and the workbook last open are remembered") {
    const Journal journal =
        after({}, {SetWeekStart{Weekday::sunday}, ChooseWorkbook{"guide"}}, now);
    CHECK(journal.profile->week_start == Weekday::sunday);
    CHECK(journal.profile->workbook == "guide");
    CHECK(changes_nothing(journal, ChooseWorkbook{"guide"}, now));
    CHECK(is_refused(journal, ChooseWorkbook{"../guide"}, now));
}

TEST_CASE("update: people to turn to can be added, changed and taken out") {
    const Supporter anna{"p1", "Anna", "next door"};
    Journal journal = after({}, {AddSupporter{anna}, AddSupporter{{"p2", "", "0123"}}}, now);
    REQUIRE(journal.profile->supporters.size() == 2);
    CHECK(journal.profile->supporters.front() == anna);
    CHECK(is_refused(journal, AddSupporter{anna}, now));
    CHECK(is_refused({}, AddSupporter{{"p1", "", ""}}, now));
    CHECK(is_refused({}, AddSupporter{{"Not An Id", "Anna", ""}}, now));
    CHECK(is_refused({}, AddSupporter{{"p1", "An\nna", ""}}, now));
    CHECK(is_refused({}, AddSupporter{{"p1", "Anna", "next\ndoor"}}, now));
    journal = after(journal, {EditSupporter{{"p1", "", ""}}}, now);
    CHECK(journal.profile->supporters.front() == Supporter{"p1", "", ""});
    CHECK(is_refused(journal, EditSupporter{{"p3", "Cleo", ""}}, now));
    CHECK(is_refused(journal, EditSupporter{{"p1", "A\tnna", ""}}, now));
    journal = after(journal, {RemoveSupporter{"p1"}, RemoveSupporter{"p2"}}, now);
    CHECK(journal == Journal{});
    CHECK(changes_nothing(journal, RemoveSupporter{"p1"}, now));
    const Journal empty;
    CHECK(changed_parts(empty, after(empty, {AddSupporter{anna}}, now)) ==
          std::vector<Part>{{PartKind::profile, {}, {}}});
}

}  // namespace update_profile_test
