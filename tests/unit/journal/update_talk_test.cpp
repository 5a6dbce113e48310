#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_talk_test {

namespace {

const Stamp monday = at("2026-11-16T20:00");
const Stamp tuesday = at("2026-11-17T21:00");
const ExerciseRef turns{"seven-steps", "open-communication", "one-speaks"};

const std::vector<Talk>& talks(const Journal& journal) {
    const auto& card = card_answers(journal, turns.workbook, turns.card);
    return exercise_answers(card, turns.exercise).talks;
}

const Command safe_six = RateTalk{turns, "t1", "me", TalkScale::safe, 6};

Journal held() { return after({}, {AddTalk{turns, "t1", "The holidays"}}, monday); }
Journal held_by_two() {
    const Journal two = after({}, {AddPerson{{"you", {}, Role::broke}}}, monday);
    return after(two, {AddTalk{turns, "t1", "The holidays"}}, monday);
}

}  // namespace

TEST_CASE("update: a conversation is noted down with its day, its time and its writer") {
    REQUIRE(talks(held()).size() == 1);
    CHECK(talks(held())[0] ==
          Talk{"t1", day("2026-11-16"), time_of("20:00"), "me", "The holidays", {}, {}});
    CHECK(changes_nothing(held(), AddTalk{turns, "t1", "Another"}, tuesday));
}

TEST_CASE("update: a conversation after midnight belongs to the evening before") {
    const Journal journal = after({}, {AddTalk{turns, "t1", ""}}, at("2026-11-17T01:30"));
    CHECK(talks(journal)[0].date == day("2026-11-16"));
}

TEST_CASE("update: how safe and how heard each felt is kept apart, and nothing is invented") {
    Journal journal = after(held(), {safe_six}, monday);
    CHECK(talks(journal)[0].felt.at("me").safe == 6);
    CHECK_FALSE(talks(journal)[0].felt.at("me").heard);
    journal = after(journal, {RateTalk{turns, "t1", someone_else, TalkScale::heard, 0}}, tuesday);
    CHECK(talks(journal)[0].felt.at(someone_else).heard == 0);
    CHECK(changes_nothing(journal, safe_six, tuesday));
    journal = after(journal, {RateTalk{turns, "t1", "me", TalkScale::safe, std::nullopt}}, tuesday);
    CHECK_FALSE(talks(journal)[0].felt.contains("me"));
}

TEST_CASE("update: topic and lesson of a conversation can be changed later, and its day stays") {
    const Journal journal = after(
        held(),
        {WriteTalkTopic{turns, "t1", "The summer"}, WriteTalkLesson{turns, "t1", "Ask\nfirst."}},
        tuesday);
    CHECK(talks(journal)[0].topic == "The summer");
    CHECK(talks(journal)[0].learned == "Ask\nfirst.");
    CHECK(talks(journal)[0].date == day("2026-11-16"));
}

TEST_CASE("update: a conversation can be taken out, and then it is there no more") {
    CHECK(after(held(), {RemoveTalk{turns, "t1"}}, tuesday) == Journal{});
    for (const Command& command :
         {Command{RemoveTalk{turns, "t2"}}, Command{WriteTalkTopic{turns, "t2", "x"}},
          Command{WriteTalkLesson{turns, "t2", "x"}},
          Command{RateTalk{turns, "t2", "me", TalkScale::safe, 5}},
          Command{KeepToMyself{turns, "t2", true}}})
        CHECK(is_refused(held(), command, tuesday));
}

TEST_CASE("update: both say how it felt, and the writer alone what is written of it") {
    const Stamp other = at("2026-11-17T21:00", "you");
    const Command rate = RateTalk{turns, "t1", "you", TalkScale::heard, 7};
    Journal journal = after(held_by_two(), {rate}, other);
    CHECK(talks(journal)[0].felt.at("you").heard == 7);
    CHECK(is_refused(journal, WriteTalkTopic{turns, "t1", "x"}, other));
    CHECK(is_refused(journal, WriteTalkLesson{turns, "t1", "x"}, other));
    CHECK(is_refused(journal, RemoveTalk{turns, "t1"}, other));
    CHECK(is_refused(journal, KeepToMyself{turns, "t1", true}, other));
    journal = after(journal, {KeepToMyself{turns, "t1", true}}, tuesday);
    CHECK(is_refused(journal, rate, other));
    CHECK_FALSE(is_refused(journal, safe_six, tuesday));
}

TEST_CASE("update: what makes no sense is refused for a conversation") {
    CHECK(is_refused({}, AddTalk{turns, "", "x"}, monday));
    CHECK(is_refused({}, AddTalk{turns, "T 1", "x"}, monday));
    CHECK(is_refused({}, AddTalk{turns, "t1", "two\nlines"}, monday));
    CHECK(is_refused({}, AddTalk{turns, "t1", "x"}, at("2026-11-16T20:00", "nobody")));
    CHECK(is_refused(held(), WriteTalkTopic{turns, "t1", "a\tb"}, monday));
    CHECK(is_refused(held(), WriteTalkLesson{turns, "t1", "\xFF"}, monday));
    CHECK(is_refused(held(), RateTalk{turns, "t1", "me", TalkScale::safe, 11}, monday));
    CHECK(is_refused(held(), RateTalk{turns, "t1", "me", TalkScale::heard, -1}, monday));
    CHECK(is_refused(held(), RateTalk{turns, "t1", "nobody", TalkScale::safe, 5}, monday));
}

TEST_CASE("update: an answer is kept to oneself and shown again by who wrote it") {
    const ExerciseRef prompt{"seven-steps", "open-communication", "write"};
    const Journal two = after({}, {AddPerson{{"you", {}, Role::broke}}}, monday);
    Journal journal = after(two, {WriteAnswer{prompt, "", "a1", "mine"}}, monday);
    CHECK(is_refused(journal, KeepToMyself{prompt, "a1", true}, at("2026-11-17T21:00", "you")));
    journal = after(journal, {KeepToMyself{prompt, "a1", true}}, tuesday);
    const auto& card = card_answers(journal, prompt.workbook, prompt.card);
    CHECK(exercise_answers(card, "write").written[0].only_for_me);
    CHECK(changes_nothing(journal, KeepToMyself{prompt, "a1", true}, tuesday));
}

}  // namespace update_talk_test
