#include "app/widgets/text_places.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace text_places_test {

namespace {

using namespace rekindle::app;

std::vector<std::size_t> all_places(std::string_view text) {
    std::vector<std::size_t> places{0};
    while (places.back() < text.size()) places.push_back(place_after(text, places.back()));
    return places;
}

constexpr std::string_view family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";  // one emoji
constexpr std::string_view accent = "e\u0301";                                     // é in two

}  // namespace

TEST_CASE("text places: what the eye sees as one character is one step") {
    CHECK(place_after("ab", 0) == 1);
    CHECK(place_after(accent, 0) == accent.size());
    CHECK(place_after(family, 0) == family.size());
    CHECK(place_after("ß", 0) == 2);
    CHECK(place_after("", 0) == 0);
}

TEST_CASE("text places: a step back ends where a step forward began, for any text") {
    const std::string text = "a" + std::string(accent) + " " + std::string(family) +
                             "\n漢字 \U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7 \xff\x80 नमस्ते";
    const auto places = all_places(text);
    CHECK(places.back() == text.size());
    for (std::size_t i = 1; i < places.size(); ++i)
        CHECK(place_before(text, places[i]) == places[i - 1]);
}

TEST_CASE("text places: a place inside of a character goes to its beginning") {
    const std::string text = "x" + std::string(family) + "y";
    for (std::size_t at = 1; at < 1 + family.size(); ++at) CHECK(nearest_place(text, at) == 1);
    CHECK(nearest_place(text, 1 + family.size()) == 1 + family.size());
    CHECK(nearest_place(text, 900) == text.size());
}

TEST_CASE("text places: bytes that are not UTF-8 are walked over one by one") {
    CHECK(all_places("\xf0\x9f").size() == 3);
    CHECK(all_places("\x80\x80\xff").size() == 4);
}

TEST_CASE("text places: Ctrl+Right goes to the end of a word, Ctrl+Left to its beginning") {
    const std::string_view text = "It doesn't, no.";
    CHECK(word_end_after(text, 0) == 2);
    CHECK(word_end_after(text, 2) == 10);
    CHECK(word_end_after(text, 10) == 11);
    CHECK(word_end_after(text, 11) == 14);
    CHECK(word_start_before(text, 14) == 12);
    CHECK(word_start_before(text, 12) == 10);
    CHECK(word_start_before(text, 10) == 3);
    CHECK(word_start_before(text, 3) == 0);
}

TEST_CASE("text places: a line break is a stop of its own for words") {
    const std::string_view text = "one  \n\ntwo";
    CHECK(word_start_before(text, 7) == 6);
    CHECK(word_start_before(text, 6) == 5);
    CHECK(word_start_before(text, 5) == 0);
    CHECK(word_end_after(text, 3) == 5);
    CHECK(word_end_after(text, 5) == 6);
    CHECK(word_end_after(text, 7) == 10);
}

TEST_CASE("text places: a double click takes the word, the spaces or the marks under it") {
    CHECK(word_at("we talked.", 5) == Span{3, 9});
    CHECK(word_at("we talked.", 9) == Span{9, 10});
    CHECK(word_at("we  talked", 2) == Span{2, 4});
    CHECK(word_at("über uns", 1) == Span{0, 5});
    CHECK(word_at("we\n\nus", 3) == Span{3, 3});
    CHECK(word_at("", 0) == Span{0, 0});
}

TEST_CASE("text places: a triple click takes the paragraph without its line break") {
    CHECK(paragraph_at("one\ntwo\nthree", 5) == Span{4, 7});
    CHECK(paragraph_at("one\ntwo", 3) == Span{0, 3});
    CHECK(paragraph_at("one\n", 4) == Span{4, 4});
}

TEST_CASE("text places: the end of a change is where the caret belongs") {
    CHECK(end_of_change("one three", "one big three") == 8);
    CHECK(end_of_change("one big three", "one three") == 4);
    CHECK(end_of_change("", "all new") == 7);
    CHECK(end_of_change("same", "same") == 4);
    CHECK(end_of_change("ä", "ö") == 2);  // both begin with the same byte
}

TEST_CASE("text places: what is pasted loses control characters and keeps its line breaks") {
    CHECK(cleaned("a\r\nb\rc\nd", false) == "a\nb\nc\nd");
    CHECK(cleaned("a\r\nb\n", true) == "a b");
    CHECK(cleaned(std::string_view("a\0b\x1b[0m\x7f", 8), false) == "ab[0m");
    CHECK(cleaned("\xef\xbb\xbfword", false) == "word");
    CHECK(cleaned("\xff", false) == "\xef\xbf\xbd");
    CHECK(cleaned(family, true) == family);
}

}  // namespace text_places_test
