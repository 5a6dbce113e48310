#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace merge_test {

namespace {

const Stamp now = at("2026-11-21T20:15");
const CheckInRef today{"c1", day("2026-11-21"), "me"};

// Both change the same journal; the change of the first is made in the second.
Journal merged(const Journal& base, const Command& ours, const Command& theirs) {
    return merge(base, after(base, {ours}, now), after(base, {theirs}, now));
}

}  // namespace

TEST_CASE("merge: a change made to its own base is the change") {
    CHECK(rc::check([] {
        const Journal base = *any_journal();
        const Journal ours = *any_journal();
        RC_ASSERT(merge(base, ours, base) == ours);
    }));
}

TEST_CASE("merge: no change leaves theirs as it is") {
    CHECK(rc::check([] {
        const Journal base = *any_journal();
        const Journal theirs = *any_journal();
        RC_ASSERT(merge(base, base, theirs) == theirs);
    }));
}

TEST_CASE("merge: the same change made on both sides is made once") {
    CHECK(rc::check([] {
        const Journal base = *any_journal();
        const Journal ours = *any_journal();
        RC_ASSERT(merge(base, ours, ours) == ours);
    }));
}

TEST_CASE("merge: check-ins of the same day from two places are both there, in order") {
    const Journal journal = merged({}, RateFeeling{{"b", today.date, "me"}, "mood", 5},
                                   RateFeeling{{"a", today.date, "me"}, "mood", 3});
    const auto all = checkins_on(journal, today.date, "me");
    REQUIRE(all.size() == 2);
    CHECK(all[0]->id == "a");
}

TEST_CASE("merge: ratings of one check-in made in two places are all there") {
    const Journal base = after({}, {RateFeeling{today, "mood", 5}}, now);
    const Journal journal =
        merged(base, RateFeeling{today, "trust", 4}, RateFeeling{today, "hope", 6});
    CHECK(find_checkin(journal, today.date, "c1")->ratings ==
          Ratings{{"hope", 6}, {"mood", 5}, {"trust", 4}});
}

TEST_CASE("merge: of one rating changed in two places ours stands") {
    const Journal base = after({}, {RateFeeling{today, "mood", 5}}, now);
    const Journal journal =
        merged(base, RateFeeling{today, "mood", 1}, RateFeeling{today, "mood", 9});
    CHECK(find_checkin(journal, today.date, "c1")->ratings.at("mood") == 1);
}

TEST_CASE("merge: of a first rating given in two places ours stands, also when it is 0") {
    const Journal base = after({}, {RateFeeling{today, "trust", 5}}, now);
    const Journal journal =
        merged(base, RateFeeling{today, "mood", 0}, RateFeeling{today, "mood", 9});
    CHECK(find_checkin(journal, today.date, "c1")->ratings.at("mood") == 0);
}

TEST_CASE("merge: deleting a check-in leaves what was added to it elsewhere") {
    const Journal base = after({}, {RateFeeling{today, "mood", 5}, WriteNote{today, "x"}}, now);
    const Journal journal = merged(base, DeleteCheckIn{today}, RateFeeling{today, "hope", 6});
    const CheckIn* left = find_checkin(journal, today.date, "c1");
    REQUIRE(left);
    CHECK(left->ratings == Ratings{{"hope", 6}});
    CHECK(left->note.empty());
}

TEST_CASE("merge: what is written here comes back when the check-in was deleted elsewhere") {
    const Journal base = after({}, {RateFeeling{today, "mood", 5}}, now);
    const Journal journal = merged(base, WriteNote{today, "still here"}, DeleteCheckIn{today});
    const CheckIn* left = find_checkin(journal, today.date, "c1");
    REQUIRE(left);
    CHECK(left->note == "still here");
    CHECK(left->ratings.empty());
}

TEST_CASE("merge: a day deleted on both sides takes its month along") {
    const Journal base = after({}, {RateFeeling{today, "mood", 5}}, now);
    CHECK(merged(base, DeleteCheckIn{today}, RateFeeling{today, "mood", std::nullopt}) ==
          Journal{});
}

TEST_CASE("merge: answers, ticks, ratings and marks of a card come together") {
    const ExerciseRef prompt{"w", "c", "e"};
    const Journal base = after({}, {WriteAnswer{prompt, "", "a1", "one"}}, now);
    const Journal ours =
        after(base, {WriteAnswer{prompt, "", "a2", "two"}, TickAction{prompt, "i", true}}, now);
    const Journal theirs =
        after(base,
              {WriteAnswer{prompt, "", "a3", "three"}, RateCard{{"w", "c"}, "s", 4},
               MarkCard{{"w", "c"}, CardMark::worked_through}},
              now);
    const Journal both = merge(base, ours, theirs);
    const CardAnswers& answers = card_answers(both, "w", "c");
    CHECK(exercise_answers(answers, "e").written.size() == 3);
    CHECK(exercise_answers(answers, "e").ticks.size() == 1);
    CHECK(answers.rated.size() == 1);
    CHECK(answers.marks.size() == 1);
}

TEST_CASE("merge: an action ticked on two days in two places was done on both") {
    const TickAction done{{"w", "c", "e"}, "i", true};
    const Journal ours = after({}, {done}, at("2026-11-20T20:15"));
    const Journal theirs = after({}, {done}, now);
    for (const Journal& both : {merge({}, ours, theirs), merge({}, theirs, ours)})
        CHECK(exercise_answers(card_answers(both, "w", "c"), "e").ticks.size() == 2);
    // One that is no longer done here goes, and with it no other.
    const Journal undone = after(ours, {TickAction{{"w", "c", "e"}, "i", false}}, now);
    const Journal both = merge(ours, undone, merge({}, ours, theirs));
    CHECK(exercise_answers(card_answers(both, "w", "c"), "e").ticks ==
          std::vector<Tick>{{"i", today.date, "me"}});
}

TEST_CASE("merge: taking out the last of a card or a list takes out no more than that") {
    const ExerciseRef prompt{"w", "c", "e"};
    const Journal base =
        after({}, {WriteAnswer{prompt, "", "a1", "one"}, AddListItem{"l", "i1", "one"}}, now);
    const Journal ours =
        after(base, {WriteAnswer{prompt, "a1", "x", ""}, RemoveListItem{"l", "i1"}}, now);
    const Journal theirs =
        after(base, {RateCard{{"w", "c"}, "s", 4}, AddListItem{"l", "i2", "2"}}, now);
    for (const Journal& both : {merge(base, ours, theirs), merge(base, theirs, ours)}) {
        CHECK(card_answers(both, "w", "c").rated.size() == 1);
        CHECK(card_answers(both, "w", "c").exercises.empty());
        REQUIRE(list_items(both, "l").size() == 1);
        CHECK(list_items(both, "l")[0].id == "i2");
    }
}

TEST_CASE("merge: who an answer is by is given on here and what it says there") {
    const ExerciseRef prompt{"w", "c", "e"};
    const Journal base = after({}, {WriteAnswer{prompt, "", "a1", "one"}}, now);
    Journal ours = base;
    Answers given = *ours.answers.at("w");
    given.cards.at("c").exercises.at("e").written.at(0).person = "you";
    ours.answers.insert_or_assign("w", given);
    const Journal theirs = after(base, {WriteAnswer{prompt, "a1", "x", "one, and more"}}, now);
    const Journal both = merge(base, ours, theirs);
    const auto& written = exercise_answers(card_answers(both, "w", "c"), "e").written.at(0);
    CHECK(written.person == "you");
    CHECK(written.text == "one, and more");
}

TEST_CASE("merge: when a check-in was is kept where only one of two without a base says it") {
    const Journal ours = after({}, {RateFeeling{today, "mood", 5}}, now);
    const Journal theirs =
        after(ours, {SetCheckInTime{today, time_of("08:00")}, RateFeeling{today, "mood", 5}}, now);
    CHECK(find_checkin(merge({}, ours, theirs), today.date, "c1")->time);
    CHECK(find_checkin(merge({}, theirs, ours), today.date, "c1")->time);
}

TEST_CASE("merge: a line taken out here and changed there is kept") {
    const Journal base =
        after({}, {AddListItem{"l", "i1", "one"}, AddListItem{"l", "i2", "two"}}, now);
    Journal journal = merged(base, RemoveListItem{"l", "i1"}, EditListItem{"l", "i1", "better"});
    CHECK(list_items(journal, "l").size() == 2);
    journal = merged(base, RemoveListItem{"l", "i1"}, EditListItem{"l", "i2", "better"});
    REQUIRE(list_items(journal, "l").size() == 1);
    CHECK(list_items(journal, "l")[0].text == "better");
}

TEST_CASE("merge: a new line keeps its place behind its neighbour") {
    const Journal base = after({}, {AddListItem{"l", "i1", "1"}, AddListItem{"l", "i2", "2"}}, now);
    const Journal without = after(base, {RemoveListItem{"l", "i1"}}, now);
    const Journal theirs = after(without, {AddListItem{"l", "i3", "3"}}, now);
    const Journal back = merge(without, base, theirs);  // the undo of a removal
    REQUIRE(list_items(back, "l").size() == 3);
    CHECK(list_items(back, "l")[0].id == "i1");
    CHECK(list_items(back, "l")[2].id == "i3");
}

TEST_CASE("merge: the profile is brought together field by field") {
    const Journal journal = merged({}, RenamePerson{"me", "Ada"}, SetRole{"me", Role::hurt});
    CHECK(journal.profile->people == std::vector<Person>{{"me", "Ada", Role::hurt}});
    const Journal both =
        merged({}, SetWeekStart{Weekday::sunday}, AddOwnScale{{"sleep", "Sleep", {}, {}}});
    CHECK(both.profile->week_start == Weekday::sunday);
    CHECK(both.profile->own_scales.size() == 1);
    const Journal said =
        merged({}, SetRelationship{Relationship::work}, SetWeekStart{Weekday::sunday});
    CHECK(said.profile->relationship == Relationship::work);
    CHECK(said.profile->week_start == Weekday::sunday);
}

TEST_CASE("merge: people to turn to who were changed in two places keep both changes") {
    const Journal base = after({}, {AddSupporter{{"p1", "Anna", "next door"}}}, now);
    const Journal ours = after(
        base, {EditSupporter{{"p1", "Anna B.", "next door"}}, AddSupporter{{"p2", "Bo", ""}}}, now);
    const Journal theirs =
        after(base, {EditSupporter{{"p1", "Anna", "0123"}}, AddSupporter{{"p3", "Cleo", ""}}}, now);
    const Journal both = merge(base, ours, theirs);
    REQUIRE(both.profile->supporters.size() == 3);
    CHECK(both.profile->supporters.front() == Supporter{"p1", "Anna B.", "0123"});
    const Journal gone = after(base, {RemoveSupporter{"p1"}}, now);
    CHECK(merge(base, gone, base).profile->supporters.empty());
    CHECK(merge(base, gone, theirs).profile->supporters.size() == 2);
}

TEST_CASE("merge: a month taken over whole stands in the order of the new end of the day") {
    const Journal base = after({}, {SetDayEnd{time_of("00:00")}}, now);
    Journal ours =
        after(base, {RateFeeling{today, "mood", 5}, SetCheckInTime{today, time_of("01:30")}}, now);
    const CheckInRef evening{"c2", today.date, "me"};
    ours = after(ours, {RateFeeling{evening, "mood", 6}, SetCheckInTime{evening, time_of("20:00")}},
                 now);
    const Journal theirs = after(base, {SetDayEnd{time_of("04:00")}}, now);
    for (const Journal& both : {merge(base, ours, theirs), merge(base, theirs, ours)})
        CHECK(checkins_on(both, today.date, "me").at(0)->id == "c2");
}

TEST_CASE("merge: parts of one letter written in two places are all there") {
    const ExerciseRef apology{"seven-steps", "take-responsibility", "apology"};
    const auto part = [&](const char* id, const char* text) {
        return Command{WriteLetterPart{apology, "l1", id, text}};
    };
    const auto letter = [&](const Journal& journal) {
        const auto& card = card_answers(journal, apology.workbook, apology.card);
        return exercise_answers(card, apology.exercise).letters.at(0);
    };
    const Journal base = after({}, {part("act", "I lied.")}, now);
    const Journal both =
        merged(base, part("effect", "You doubted."), part("change", "I tell you."));
    CHECK(letter(both).parts.size() == 3);
    // Of one part that both went on with, nothing is lost either.
    const Journal same =
        merged(base, part("act", "I lied. Often."), part("act", "In June: I lied."));
    CHECK(letter(same).parts.at("act") == "In June: I lied. Often.");
    const Journal removed = merged(base, RemoveLetter{apology, "l1"}, part("effect", "x"));
    CHECK(letter(removed).parts.contains("effect"));
}

TEST_CASE("merge: of one conversation each person's ratings come together") {
    const ExerciseRef turns{"seven-steps", "open-communication", "one-speaks"};
    const Journal base = after({}, {AddTalk{turns, "t1", "The holidays"}}, now);
    const Journal both = merged(base, RateTalk{turns, "t1", "me", TalkScale::safe, 6},
                                RateTalk{turns, "t1", someone_else, TalkScale::heard, 3});
    const auto& card = card_answers(both, turns.workbook, turns.card);
    const Talk& talk = exercise_answers(card, turns.exercise).talks.at(0);
    CHECK(talk.felt.at("me").safe == 6);
    CHECK(talk.felt.at(someone_else).heard == 3);
}

}  // namespace merge_test
