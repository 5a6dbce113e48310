#include "workbook/journal/checkin.hpp"

#include <algorithm>

#include "tests/unit/support/builders.hpp"
#include "workbook/journal/profile.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace checkin_test {

namespace {

CheckIn timed(const char* time, const char* id = "a", const char* date = "2026-11-21") {
    CheckIn checkin{id, day(date), {}, "me", {{"mood", 5}}, {}, {}};
    if (*time) checkin.time = time_of(time);
    return checkin;
}
bool before(const CheckIn& a, const CheckIn& b, const char* day_end = "04:00") {
    return comes_before(a, b, time_of(day_end));
}

}  // namespace

TEST_CASE("check-in: half past one comes after ten in the evening of the same day") {
    CHECK(before(timed("22:00"), timed("01:30")));
    CHECK_FALSE(before(timed("01:30"), timed("22:00")));
    CHECK(before(timed("04:00"), timed("03:59")));
    CHECK(before(timed("01:30"), timed("22:00"), "00:00"));
}

TEST_CASE("check-in: one without a time comes first") {
    CHECK(before(timed(""), timed("04:00")));
    CHECK_FALSE(before(timed("04:00"), timed("")));
}

TEST_CASE("check-in: an earlier day comes first whatever the time") {
    CHECK(before(timed("23:00", "b", "2026-11-20"), timed("", "a", "2026-11-21")));
}

TEST_CASE("check-in: the same minute is put in order by id, shorter ids first") {
    CHECK(before(timed("20:00", "c-2"), timed("20:00", "c-10")));
    CHECK_FALSE(before(timed("20:00", "c-2"), timed("20:00", "c-2")));
}

TEST_CASE("check-in: a time alone says nothing, a zero does") {
    CheckIn checkin = timed("20:00");
    checkin.ratings.clear();
    CHECK(is_empty(checkin));
    checkin.ratings["mood"] = 0;
    CHECK_FALSE(is_empty(checkin));
    checkin.ratings.clear();
    checkin.note = " ";
    CHECK_FALSE(is_empty(checkin));
    checkin.note.clear();
    checkin.events.push_back({EventKind::milestone, {}});
    CHECK_FALSE(is_empty(checkin));
}

TEST_CASE("check-in: every kind of event reads back from its word and has a title") {
    for (int i = 0; i <= static_cast<int>(EventKind::own); ++i) {
        const auto kind = static_cast<EventKind>(i);
        CHECK(parse_event_kind(to_word(kind)) == kind);
        CHECK_FALSE(event_title(kind).empty());
    }
    CHECK(to_word(EventKind::hard_conversation) == "hard-conversation");
    CHECK_FALSE(parse_event_kind("Milestone"));
}

TEST_CASE("profile: a person is found by id alone") {
    Profile profile;
    profile.people = {{"me", "Ada", Role::hurt}, {"you", "me", Role::broke}};
    REQUIRE(find_person(profile, "you"));
    CHECK(find_person(profile, "you")->role == Role::broke);
    CHECK_FALSE(find_person(profile, "Ada"));
    CHECK(to_word(Role::broke) == "broke");
    CHECK(to_word(Role::neither) == "neither");
}

}  // namespace checkin_test
