#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace card_state_test {

namespace {

const Stamp now = at("2026-11-21T20:15");

Exercise exercise(const char* id, ExerciseKind kind) {
    Exercise made;
    made.id = id;
    made.kind = kind;
    return made;
}

// A card with one exercise of each sort of answer.
Workbook sample_workbook() {
    Card card;
    card.id = "card";
    card.scales = {{"clear", "Clear", {}, {}}, {"safe", "Safe", {}, {}}};
    card.exercises = {exercise("write", ExerciseKind::reflect),
                      exercise("try", ExerciseKind::check), exercise("rate", ExerciseKind::scale),
                      exercise("lines", ExerciseKind::list),
                      exercise("talk", ExerciseKind::conversation)};
    card.exercises[2].rates = {"clear"};
    card.exercises[3].uses = "boundaries";
    Workbook workbook;
    workbook.id = "book";
    workbook.cards = {card};
    return workbook;
}

const CardRef ref{"book", "card"};

int done(const Journal& journal, const char* person = "me") {
    const Workbook workbook = sample_workbook();
    const Progress progress = card_progress(journal, workbook, workbook.cards[0], person);
    CHECK(progress.all == 5);
    return progress.done;
}
CardState state(const Journal& journal, const char* person = "me") {
    const Workbook workbook = sample_workbook();
    return card_state(journal, workbook, workbook.cards[0], person);
}

}  // namespace

TEST_CASE("card: an untouched card is not started") {
    CHECK(done({}) == 0);
    CHECK(state({}) == CardState::not_started);
}

TEST_CASE("card: each kind of exercise counts by what is kept of it") {
    CHECK(done(after({}, {WriteAnswer{{"book", "card", "write"}, "", "a1", "x"}}, now)) == 1);
    CHECK(done(after({}, {TickAction{{"book", "card", "try"}, "i", true}}, now)) == 1);
    CHECK(done(after({}, {RateCard{ref, "clear", 0}}, now)) == 1);
    CHECK(done(after({}, {AddListItem{"boundaries", "i1", "x"}}, now)) == 1);
    CHECK(done(after({}, {WriteAnswer{{"book", "card", "talk"}, "", "a1", "x"}}, now)) == 1);
    CHECK(done(after({}, {AddListItem{"book/card/lines", "i1", "x"}}, now)) == 0);
}

TEST_CASE("card: a rating that no exercise asks for begins the card all the same") {
    const Journal journal = after({}, {RateCard{ref, "safe", 4}}, now);
    CHECK(done(journal) == 0);
    CHECK(state(journal) == CardState::in_progress);
}

TEST_CASE("card: what one person wrote is not the other's progress") {
    Journal journal = after(
        {},
        {AddPerson{{"you", {}, Role::broke}}, WriteAnswer{{"book", "card", "write"}, "", "a1", "x"},
         MarkCard{ref, CardMark::worked_through}},
        now);
    CHECK(done(journal) == 1);
    CHECK(done(journal, "you") == 0);
    CHECK(state(journal) == CardState::worked_through);
    CHECK(state(journal, "you") == CardState::not_started);
}

TEST_CASE("card: a mark set by hand goes before what can be counted") {
    CHECK(state(after({}, {MarkCard{ref, CardMark::set_aside}}, now)) == CardState::set_aside);
    const Journal written =
        after({},
              {WriteAnswer{{"book", "card", "write"}, "", "a1", "x"},
               MarkCard{ref, CardMark::worked_through}, MarkCard{ref, CardMark::none}},
              now);
    CHECK(state(written) == CardState::in_progress);
}

TEST_CASE("card: every state has a word") {
    CHECK(state_title(CardState::not_started) == "Not started");
    CHECK(state_title(CardState::in_progress) == "In progress");
    CHECK(state_title(CardState::worked_through) == "Worked through");
    CHECK(state_title(CardState::set_aside) == "Set aside");
}

}  // namespace card_state_test
