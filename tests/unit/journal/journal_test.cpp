#include "workbook/journal/journal.hpp"

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace journal_test {

namespace {

const Stamp now = at("2026-11-21T20:15");

Journal small_journal() {
    return after({},
                 {AddPerson{{"you", {}, Role::broke}},
                  RateFeeling{{"c1", day("2026-11-20"), "me"}, "mood", 5},
                  RateFeeling{{"c2", day("2026-11-20"), "you"}, "mood", 2},
                  RateFeeling{{"c3", day("2026-10-01"), "me"}, "mood", 4},
                  WriteAnswer{{"w", "c", "e"}, "", "a1", "x"}, AddListItem{"l", "i1", "x"}},
                 now);
}

}  // namespace

TEST_CASE("journal: a day's check-ins are those of one person") {
    const Journal journal = small_journal();
    REQUIRE(checkins_on(journal, day("2026-11-20"), "me").size() == 1);
    CHECK(checkins_on(journal, day("2026-11-20"), "me")[0]->id == "c1");
    CHECK(latest_checkin(journal, day("2026-11-20"), "you")->id == "c2");
    CHECK(latest_checkin(journal, day("2026-11-19"), "me") == nullptr);
    CHECK(checkins_on(journal, day("2020-01-01"), "me").empty());
    CHECK(find_checkin(journal, day("2026-11-19"), "c1") == nullptr);
}

TEST_CASE("journal: where nothing was written there is an empty value, not an error") {
    CHECK(card_answers({}, "w", "c") == CardAnswers{});
    CHECK(card_answers(small_journal(), "w", "other") == CardAnswers{});
    CHECK(exercise_answers(card_answers(small_journal(), "w", "c"), "other") == ExerciseAnswers{});
    CHECK(list_items(small_journal(), "other").empty());
}

TEST_CASE("journal: first and latest rating are those of the person and the scale asked for") {
    CardAnswers card;
    card.rated = {{"clear", day("2026-10-03"), "me", 2},
                  {"clear", day("2026-10-04"), "you", 9},
                  {"safe", day("2026-10-05"), "me", 1},
                  {"clear", day("2026-11-20"), "me", 6}};
    const auto found = first_and_latest(card, "clear", "me");
    CHECK(found.first->value == 2);
    CHECK(found.latest->value == 6);
    CHECK(first_and_latest(card, "clear", "you").first->value == 9);
    CHECK(first_and_latest(card, "other", "me").first == nullptr);
}

TEST_CASE("journal: parts that are not the same object are named, also added and removed ones") {
    const Journal journal = small_journal();
    CHECK(changed_parts(journal, journal).empty());
    Journal copy = journal;
    copy.months.erase({2026, 10});
    copy.practices = *journal.practices;  // equal, but another object
    CHECK(changed_parts(journal, copy) ==
          std::vector<Part>{{PartKind::month, YearMonth{2026, 10}, {}}, {PartKind::practices}});
    CHECK(changed_parts({}, journal).size() == 5);
    CHECK(same_part(journal, copy, {PartKind::practices}));
    CHECK_FALSE(same_part(journal, copy, {PartKind::month, YearMonth{2026, 10}, {}}));
}

TEST_CASE("journal: a part that is not there is the same as an empty one") {
    Journal journal;
    journal.months.emplace(YearMonth{2026, 10}, Month{});
    CHECK(same_part(journal, {}, {PartKind::month, YearMonth{2026, 10}, {}}));
    CHECK(same_part(journal, {}, {PartKind::answers, {}, "w"}));
}

TEST_CASE("journal: taking every changed part over makes the other journal") {
    CHECK(rc::check([] {
        const Journal from = *any_journal();
        const Journal into = *any_journal();
        RC_ASSERT(with_all_parts(into, from) == from);
    }));
}

TEST_CASE("journal: a part that stays is not taken over, and what is equal stays the same object") {
    const Journal from = small_journal();
    const Part practices{PartKind::practices};
    const Journal taken = with_all_parts({}, from, {practices});
    CHECK(same_part(taken, {}, practices));
    CHECK(with_part(taken, from, practices) == from);
    Journal equal = from;
    equal.practices = *from.practices;
    CHECK(with_all_parts(equal, from).practices.same(equal.practices));
}

}  // namespace journal_test
