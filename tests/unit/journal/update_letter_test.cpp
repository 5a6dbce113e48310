#include "tests/unit/support/builders.hpp"
#include "workbook/journal/history.hpp"
#include "workbook/journal/letter_text.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_letter_test {

namespace {

const Stamp monday = at("2026-11-16T20:00");
const Stamp tuesday = at("2026-11-17T21:00");
const ExerciseRef apology{"seven-steps", "take-responsibility", "apology"};

const std::vector<Letter>& letters(const Journal& journal) {
    const auto& card = card_answers(journal, apology.workbook, apology.card);
    return exercise_answers(card, apology.exercise).letters;
}

WriteLetterPart part(const char* letter, const char* id, const char* text) {
    return {apology, letter, id, text};
}

Journal for_two() { return after({}, {AddPerson{{"you", {}, Role::broke}}}, monday); }

}  // namespace

TEST_CASE("update: the first words of a letter begin it, with its day and its writer") {
    const Journal journal = after({}, {part("l1", "the-act", "I lied.")}, monday);
    REQUIRE(letters(journal).size() == 1);
    CHECK(letters(journal)[0] ==
          Letter{"l1", day("2026-11-16"), day("2026-11-16"), "me", {{"the-act", "I lied."}}});
}

TEST_CASE("update: a letter grows over days and keeps the day it was begun") {
    Journal journal = after({}, {part("l1", "the-act", "I lied.")}, monday);
    journal = after(journal, {part("l1", "the-effect", "You doubted yourself.")}, tuesday);
    REQUIRE(letters(journal).size() == 1);
    CHECK(letters(journal)[0].date == day("2026-11-16"));
    CHECK(letters(journal)[0].changed == day("2026-11-17"));
    CHECK(letters(journal)[0].parts.size() == 2);
}

TEST_CASE("update: the same words again change nothing, not even the day") {
    const Journal journal = after({}, {part("l1", "the-act", "I lied.")}, monday);
    CHECK(changes_nothing(journal, part("l1", "the-act", "I lied."), tuesday));
    CHECK(changes_nothing(journal, part("l1", "the-effect", ""), tuesday));
    CHECK(changes_nothing({}, part("l1", "the-act", ""), monday));
}

TEST_CASE("update: a letter whose parts are all emptied is not kept") {
    Journal journal =
        after({}, {part("l1", "the-act", "I lied."), part("l1", "the-effect", "x")}, monday);
    journal = after(journal, {part("l1", "the-act", "")}, monday);
    CHECK(letters(journal).size() == 1);
    CHECK(after(journal, {part("l1", "the-effect", "")}, monday) == Journal{});
}

TEST_CASE("update: a further draft is a letter of its own, and each can be taken out") {
    Journal journal =
        after({}, {part("l1", "the-act", "one"), part("l2", "the-act", "two")}, monday);
    REQUIRE(letters(journal).size() == 2);
    journal = after(journal, {RemoveLetter{apology, "l1"}}, tuesday);
    REQUIRE(letters(journal).size() == 1);
    CHECK(letters(journal)[0].id == "l2");
    CHECK(changes_nothing(journal, RemoveLetter{apology, "l1"}, tuesday));
}

TEST_CASE("update: undo brings a letter back that was taken out") {
    const Journal before = after({}, {part("l1", "the-act", "one")}, monday);
    History history{before};
    const Command remove = RemoveLetter{apology, "l1"};
    history.apply(after(before, {remove}, monday), std::string(remove.title()), remove.run_key(),
                  1);
    CHECK(letters(history.now()).empty());
    CHECK(history.undo_title() == "deleted letter");
    history.undo();
    CHECK(history.now() == before);
}

TEST_CASE("update: a letter is changed and taken out by its writer alone") {
    const Stamp other = at("2026-11-17T21:00", "you");
    Journal journal = after(for_two(), {part("l1", "the-act", "mine")}, monday);
    CHECK(is_refused(journal, part("l1", "the-act", "yours"), other));
    CHECK(is_refused(journal, RemoveLetter{apology, "l1"}, other));
    CHECK(is_refused(journal, KeepToMyself{apology, "l1", true}, other));
    journal = after(journal, {KeepToMyself{apology, "l1", true}}, tuesday);
    CHECK(letters(journal)[0].only_for_me);
    CHECK(letters(journal)[0].changed == day("2026-11-16"));
    journal = after(journal, {KeepToMyself{apology, "l1", false}}, tuesday);
    CHECK_FALSE(letters(journal)[0].only_for_me);
}

TEST_CASE("update: what cannot be an id or a text is refused for a letter, too") {
    CHECK(is_refused({}, part("", "the-act", "x"), monday));
    CHECK(is_refused({}, part("L 1", "the-act", "x"), monday));
    CHECK(is_refused({}, part("l1", "The act", "x"), monday));
    CHECK(is_refused({}, part("l1", "the-act", "\xFF"), monday));
    CHECK(is_refused({}, WriteLetterPart{{"../x", "c", "e"}, "l1", "p", "x"}, monday));
    CHECK(is_refused({}, part("l1", "the-act", "x"), at("2026-11-16T20:00", "nobody")));
    CHECK(is_refused({}, KeepToMyself{apology, "l9", true}, monday));
}

TEST_CASE("letter text: parts follow each other as the content names them, without headings") {
    const Letter letter{
        "l1", {}, {}, "me", {{"a-last", "third"}, {"b-first", "first\nline"}, {"old", "kept"}}};
    const std::vector<Choice> parts{{"b-first", "B"}, {"none", "N"}, {"a-last", "A"}};
    CHECK(letter_text(letter, parts) == "first\nline\n\nthird\n\nkept");
    CHECK(letter_text({}, parts).empty());
}

}  // namespace update_letter_test
