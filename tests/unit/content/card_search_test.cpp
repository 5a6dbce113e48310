#include "workbook/content/card_search.hpp"

#include <doctest/doctest.h>

#include "workbook/base/folded_text.hpp"

using namespace rekindle;

namespace card_search_test {

namespace {

Card card_for(Audience audience) {
    Card card;
    card.audience = audience;
    return card;
}

}  // namespace

TEST_CASE("card search: every word a person reads on a card can be found") {
    Card card;
    card.title = "Café";
    card.summary = "Summary";
    card.guidance = "Guidance";
    card.for_broke = "Steady";
    card.scales = {{"s", "Heard", "", ""}};
    Exercise letter;
    letter.title = "Letter";
    letter.prompt = "Prompt";
    letter.items = {{"p", "Part", "Hint"}};
    letter.topics = {"Topic"};
    card.exercises = {letter};
    const std::string text = searchable_text(card);
    for (const char* wanted : {"CAFE", "summary", "guidance", "steady", "heard", "letter", "prompt",
                               "part", "hint", "topic", "topic cafe"}) {
        CAPTURE(wanted);
        CHECK(has_all_words(text, search_words(wanted)));
    }
    CHECK_FALSE(has_all_words(text, search_words("elsewhere")));
}

TEST_CASE("card search: a card for both is for either side, one for the other side is not") {
    CHECK(speaks_to(card_for(Audience::both), Audience::hurt));
    CHECK(speaks_to(card_for(Audience::self), Audience::broke));
    CHECK(speaks_to(card_for(Audience::hurt), Audience::hurt));
    CHECK_FALSE(speaks_to(card_for(Audience::broke), Audience::hurt));
    CHECK_FALSE(speaks_to(card_for(Audience::hurt), Audience::both));
    CHECK_FALSE(speaks_to(card_for(Audience::self), Audience::both));
}

TEST_CASE("card search: a line for the other side does not make a card one for that side") {
    Card card = card_for(Audience::broke);
    card.for_hurt = "For you";
    CHECK_FALSE(speaks_to(card, Audience::hurt));
}

}  // namespace card_search_test
