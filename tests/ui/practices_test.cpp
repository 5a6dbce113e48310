// The Practices page: everything once, found by state and by words, and the same as on its cards.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace practices_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;
using app::Key;

Content with_practices() {
    Content content = small_content();
    Exercise shared = content.workbooks[0].cards[0].exercises[3];  // the list `lines`
    Exercise talk;
    talk.id = "turns";
    talk.kind = ExerciseKind::conversation;
    talk.title = "In turns";
    talk.prompt = "One speaks.";
    Exercise letter;
    letter.id = "letter";
    letter.kind = ExerciseKind::letter;
    letter.title = "A letter";
    letter.prompt = "In parts.";
    letter.items = {{"one", "One", "First."}, {"two", "Two", "Second."}};
    auto& exercises = content.workbooks[0].cards[1].exercises;
    exercises.insert(exercises.end(), {shared, talk, letter});
    return content;
}

Journal written() {
    Journal journal = after({}, AddListItem{"lines", "i1", "Phones on the table"}, "2026-11-02");
    journal = after(journal, AddListItem{"lines", "i2", "Le café à midi"}, "2026-11-03");
    journal = after(journal, SetItemStatus{"lines", "i2", "agreed"}, "2026-11-03");
    journal = after(journal, NoteListItem{"lines", "i1", "since the summer"}, "2026-11-03");
    journal = after(journal, AddTalk{{"steps", "talk", "turns"}, "t1", "The sea"}, "2026-11-04");
    return after(journal, WriteLetterPart{{"steps", "talk", "letter"}, "l1", "one", "I kept it."},
                 "2026-11-05");
}

HeadlessSetup beginning(Journal journal) {
    HeadlessSetup setup;
    setup.content = with_practices();
    setup.journal = std::move(journal);
    setup.page = app::Page::practices;
    setup.height = 1600;
    return setup;
}

void look_for(Headless& screen, const char* words) {
    screen.click("practices.search");
    screen.key(Key::a, true);
    screen.type(words);
}

}  // namespace

TEST_CASE("practices: what two cards share stands there once, with a way to both") {
    Headless screen{beginning(written())};
    CHECK(screen.has("practices.lines.lines.1"));
    CHECK(screen.has("practices.lines.card.steps/pain"));
    CHECK(screen.has("practices.lines.card.steps/talk"));
    CHECK(screen.shows("4 November · The sea"));
    CHECK(screen.shows("Begun 5 November"));
    screen.click("practices.lines.card.steps/talk");
    CHECK(screen.state("card.talk.header") == "open");
}

TEST_CASE("practices: a change there is a change on the card") {
    Headless screen{beginning(written())};
    screen.click("practices.lines.lines.1");
    screen.key(Key::end, true);
    screen.type(" at dinner");
    CHECK(list_items(screen.journal(), "lines")[0].text == "Phones on the table at dinner");
    screen.key(Key::digit_2, true);
    screen.click("card.pain.header");
    CHECK(screen.shows("Phones on the table at dinner"));
}

TEST_CASE("practices: words are found without regard to accents and capitals, notes as well") {
    Headless screen{beginning(written())};
    look_for(screen, "CAFE a");
    CHECK(screen.shows("Le café à midi"));
    CHECK_FALSE(screen.shows("Phones on the table"));
    CHECK_FALSE(screen.shows("The sea"));
    look_for(screen, "summer");
    CHECK(screen.shows("Phones on the table"));
    look_for(screen, "kept it");
    CHECK(screen.has("practices.steps/talk/letter.letter.1"));
    CHECK_FALSE(screen.has("practices.lines.lines.1"));
}

TEST_CASE("practices: a state leaves only what is in it, and nothing found can be cleared") {
    Headless screen{beginning(written())};
    screen.click("practices.state");
    screen.click("practices.state.both-agreed");
    CHECK(screen.shows("Le café à midi"));
    CHECK_FALSE(screen.shows("Phones on the table"));
    look_for(screen, "phones");
    CHECK(screen.shows("Nothing you wrote here matches that."));
    screen.click("practices.clear");
    CHECK(screen.shows("Phones on the table"));
    CHECK(screen.shows("Le café à midi"));
}

TEST_CASE("practices: a section can be looked at alone") {
    Headless screen{beginning(written())};
    screen.click("practices.section.conversations");
    CHECK(screen.shows("The sea"));
    CHECK_FALSE(screen.shows("Phones on the table"));
    screen.click("practices.section.all");
    CHECK(screen.shows("Phones on the table"));
}

TEST_CASE(
    "practices: a list stands in the section that one of its cards names, else with the others") {
    CHECK(Headless{beginning(written())}.has("practices.section.lists"));
    HeadlessSetup setup = beginning(written());
    for (Exercise& exercise : setup.content.workbooks[0].cards[1].exercises)
        if (exercise.uses == "lines") exercise.section = PracticeSection::agreements;
    Headless screen{std::move(setup)};
    CHECK_FALSE(screen.has("practices.section.lists"));
    screen.click("practices.section.agreements");
    CHECK(screen.shows("Agreements and boundaries"));
    CHECK(screen.shows("Phones on the table"));
    CHECK_FALSE(screen.shows("The sea"));
}

TEST_CASE("practices: a line that is being looked for keeps its number and can be changed") {
    Headless screen{beginning(written())};
    look_for(screen, "café");
    screen.click("practices.lines.lines.2");
    screen.key(Key::end, true);
    screen.type(", daily");
    CHECK(list_items(screen.journal(), "lines")[1].text == "Le café à midi, daily");
}

TEST_CASE("practices: with nothing in it the page says what will be here and offers to begin") {
    Headless screen{beginning({})};
    CHECK(screen.shows("Here everything comes together"));
    CHECK_FALSE(screen.has("practices.search"));
    CHECK(screen.has("practices.lines"));
    screen.click("practices.begin");
    CHECK(screen.has("card.pain.lines"));
}

TEST_CASE("practices: a conversation that was held is changed there") {
    Headless screen{beginning(written())};
    const std::string talk = "practices.steps/talk/turns.turns.1";
    screen.click(talk);
    screen.click(talk + ".learned");
    screen.type("Walk first.");
    const auto& card = card_answers(screen.journal(), "steps", "talk");
    CHECK(exercise_answers(card, "turns").talks[0].learned == "Walk first.");
}

}  // namespace practices_test
