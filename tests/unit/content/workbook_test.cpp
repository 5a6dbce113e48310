#include "workbook/content/workbook.hpp"

#include <doctest/doctest.h>

using namespace rekindle;

namespace workbook_test {

namespace {

Content two_groups() {
    Content content;
    content.feelings = {
        {"day", "Day", false, {{"mood", "Mood", "a", "b"}, {"trust", "Trust", "a", "b"}}},
        {"more", "More", true, {{"hope", "Hope", "a", "b"}}}};
    return content;
}

}  // namespace

TEST_CASE("workbook: what is looked for by id is found, and only that") {
    Content content;
    content.workbooks = {{.id = "steps", .cards = {{.id = "one", .exercises = {{.id = "write"}}}}}};
    const Workbook* workbook = find_workbook(content, "steps");
    REQUIRE(workbook != nullptr);
    const Card* card = find_card(*workbook, "one");
    REQUIRE(card != nullptr);
    CHECK(find_exercise(*card, "write") == &card->exercises.front());
    CHECK(find_workbook(content, "step") == nullptr);
    CHECK(find_card(*workbook, "") == nullptr);
    CHECK(find_exercise(*card, "writes") == nullptr);
}

TEST_CASE("workbook: daily scales come in the order of the content, folded ones too") {
    const Content content = two_groups();
    const std::vector<Scale> scales = daily_scales(content);
    REQUIRE(scales.size() == 3);
    CHECK(scales[0].id == "mood");
    CHECK(scales[1].id == "trust");
    CHECK(scales[2].id == "hope");
    CHECK(find_daily_scale(content, "hope")->title == "Hope");
    CHECK(find_daily_scale(content, "fear") == nullptr);
}

TEST_CASE("workbook: a practice is known by its shared name, or by its own place") {
    const Workbook workbook{.id = "steps"};
    const Card card{.id = "one"};
    CHECK(practice_id(workbook, card, {.id = "list", .uses = "boundaries"}) == "boundaries");
    CHECK(practice_id(workbook, card, {.id = "list"}) == "steps/one/list");
}

}  // namespace workbook_test
