#include "workbook/content/practice_sources.hpp"

#include <doctest/doctest.h>

using namespace rekindle;

namespace practice_sources_test {

namespace {

Card card_with(const char* id, ExerciseKind kind, const char* uses) {
    Exercise exercise;
    exercise.id = "e";
    exercise.kind = kind;
    exercise.uses = uses;
    Card card;
    card.id = id;
    card.exercises = {exercise};
    return card;
}

Content two_workbooks() {
    Workbook first;
    first.id = "first";
    first.cards = {card_with("a", ExerciseKind::promise, "shared"),
                   card_with("b", ExerciseKind::ritual, "shared"),
                   card_with("c", ExerciseKind::promise, "")};
    Workbook second;
    second.id = "second";
    second.cards = {card_with("d", ExerciseKind::promise, "shared")};
    Content content;
    content.workbooks = {first, second};
    return content;
}

}  // namespace

TEST_CASE("content: a shared ledger is found on every card that shows it, and by its kind alone") {
    const Content content = two_workbooks();
    const auto sources = practice_sources(content, ExerciseKind::promise, "shared");
    REQUIRE(sources.size() == 2);
    CHECK(sources[0].card->id == "a");
    CHECK(sources[1].card->id == "d");
    CHECK(practice_sources(content, ExerciseKind::ritual, "shared").at(0).card->id == "b");
    CHECK(practice_sources(content, ExerciseKind::promise, "first/c/e").at(0).card->id == "c");
    CHECK(practice_sources(content, ExerciseKind::plan, "shared").empty());
}

TEST_CASE("content: the card of the workbook someone is in is nearest, else the first") {
    const Content content = two_workbooks();
    const auto sources = practice_sources(content, ExerciseKind::promise, "shared");
    CHECK(nearest_source(sources, "second")->card->id == "d");
    CHECK(nearest_source(sources, "third")->card->id == "a");
    CHECK(nearest_source({}, "first") == nullptr);
}

}  // namespace practice_sources_test
