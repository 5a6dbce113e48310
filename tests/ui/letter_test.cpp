// A letter in parts: written, pointed at, read, copied, saved, and begun afresh.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/remembering_disk.hpp"

namespace letter_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;
using app::Key;

constexpr const char* base = "card.talk.apology";

std::string named(const std::string& part) { return std::string(base) + '.' + part; }

Content with_letter() {
    Content content = small_content();
    Exercise letter;
    letter.id = "apology";
    letter.kind = ExerciseKind::letter;
    letter.title = "An apology in parts";
    letter.prompt = "One part at a time.";
    letter.notices = true;
    letter.items = {{"the-act", "What I did", "The act itself."},
                    {"the-effect", "What it did to you", "As far as you understand it."},
                    {"struck-out", "What I struck out", "The excuses.", true}};
    content.workbooks[0].cards[1].exercises.push_back(letter);
    content.phrases = {{{"but you"}, "A but turns what stands before it into a preface."},
                       {{"sorry if"}, "This leaves the act unnamed."}};
    return content;
}

HeadlessSetup beginning(Journal journal = {}) {
    HeadlessSetup setup;
    setup.content = with_letter();
    setup.journal = std::move(journal);
    setup.page = app::Page::workbook;
    setup.height = 1400;
    return setup;
}

struct Desk {
    explicit Desk(HeadlessSetup setup = beginning()) : screen(std::move(setup)) {
        screen.click("card.talk.header");
    }
    const std::vector<Letter>& letters() const {
        const auto& card = card_answers(screen.journal(), "steps", "talk");
        return exercise_answers(card, "apology").letters;
    }
    void write(const std::string& part, const char* words) {
        screen.click(named(part));
        screen.type(words);
    }
    Headless screen;
};

}  // namespace

TEST_CASE("letter: what is typed into a part is in the journal, under that part") {
    Desk desk;
    desk.write("1", "I lied.");
    desk.write("2", "You doubted yourself.");
    REQUIRE(desk.letters().size() == 1);
    CHECK(desk.letters()[0].parts ==
          std::map<std::string, std::string, std::less<>>{{"the-act", "I lied."},
                                                          {"the-effect", "You doubted yourself."}});
    CHECK(desk.screen.shows("As far as you understand it."));
}

TEST_CASE("letter: emptied and begun again it stays the same page") {
    Desk desk;
    desk.write("1", "I");
    desk.screen.key(Key::backspace);
    CHECK(desk.letters().empty());
    desk.screen.type("We met");
    REQUIRE(desk.letters().size() == 1);
    CHECK(desk.letters()[0].parts.at("the-act") == "We met");
}

TEST_CASE("letter: a phrase that excuses is pointed out beside its part, and stops nobody") {
    Desk desk;
    desk.write("1", "I lied, BUT you");
    CHECK(desk.screen.shows("“BUT you” · A but turns what stands before it into a preface."));
    desk.screen.type(" knew");
    CHECK(desk.letters()[0].parts.at("the-act") == "I lied, BUT you knew");
    CHECK_FALSE(desk.screen.shows("This leaves the act unnamed."));
    // The part that collects excuses is left alone.
    desk.write("3", "sorry if");
    CHECK_FALSE(desk.screen.shows("This leaves the act unnamed."));
}

TEST_CASE("letter: where the content does not ask for it nothing is pointed out") {
    HeadlessSetup setup = beginning();
    setup.content.workbooks[0].cards[1].exercises.back().notices = false;
    setup.content.workbooks[0].cards[1].exercises.back().items.back().quiet = false;
    Desk desk{std::move(setup)};
    desk.write("1", "I lied, but you knew.");
    CHECK_FALSE(desk.screen.shows("“but you”"));
}

TEST_CASE("letter: it can be read through as one, and copied") {
    Desk desk;
    desk.write("2", "You doubted yourself.");
    desk.write("1", "I lied.");
    desk.screen.click(named("read"));
    CHECK_FALSE(desk.screen.has(named("1")));
    CHECK(desk.screen.shows("I lied. You doubted yourself."));
    CHECK_FALSE(desk.screen.shows("What I did"));
    desk.screen.click(named("copy"));
    CHECK(Headless::clipboard() == "I lied.\n\nYou doubted yourself.");
    CHECK(desk.screen.shows("Copied."));
    desk.screen.click(named("back"));
    CHECK(desk.screen.has(named("1")));
}

TEST_CASE("letter: a fresh draft leaves the one before, and each can be shown again") {
    Desk desk;
    desk.write("1", "First try.");
    desk.screen.click(named("fresh"));
    CHECK_FALSE(desk.screen.shows("First try."));
    desk.screen.type("Second try.");
    REQUIRE(desk.letters().size() == 2);
    desk.screen.click(named("drafts"));
    desk.screen.click(named("draft.1"));
    CHECK(desk.screen.shows("First try."));
    CHECK_FALSE(desk.screen.shows("Second try."));
    CHECK(desk.screen.state(named("draft.1")) == "checked");
    desk.write("2", "More.");
    CHECK(desk.letters()[0].parts.size() == 2);
}

TEST_CASE("letter: a draft is taken out, and undo brings it back") {
    Desk desk;
    desk.write("1", "First try.");
    desk.screen.click(named("fresh"));
    desk.screen.type("Second try.");
    desk.screen.click(named("remove"));
    REQUIRE(desk.letters().size() == 1);
    CHECK(desk.screen.shows("First try."));
    desk.screen.key(Key::z, true);
    CHECK(desk.letters().size() == 2);
    CHECK(desk.screen.shows("Second try."));
}

TEST_CASE("letter: the whole of it on the keyboard alone") {
    Desk desk;
    for (int i = 0; i < 40 && desk.screen.focused() != named("1"); ++i) desk.screen.key(Key::tab);
    REQUIRE(desk.screen.focused() == named("1"));
    desk.screen.type("I lied.");
    desk.screen.key(Key::tab);
    REQUIRE(desk.screen.focused() == named("2"));
    desk.screen.type("You waited.");
    for (int i = 0; i < 10 && desk.screen.focused() != named("read"); ++i)
        desk.screen.key(Key::tab);
    REQUIRE(desk.screen.focused() == named("read"));
    desk.screen.key(Key::enter);
    CHECK(desk.screen.has(named("back")));
    CHECK(desk.screen.shows("I lied. You waited."));
}

TEST_CASE("letter: saved as text it goes where the person says, and the page says what it is") {
    RememberingDisk::Log disk;
    HeadlessSetup setup = beginning();
    setup.target = std::make_unique<RememberingDisk>(disk);
    Desk desk{std::move(setup)};
    desk.write("1", "I lied.");
    desk.screen.click(named("export"));
    CHECK(desk.screen.shows("A plain copy outside of this journal."));
    CHECK(disk.texts.empty());
    desk.screen.click(named("export.path"));
    desk.screen.type("/home/me/a letter.txt");
    desk.screen.click(named("export.save"));
    REQUIRE(disk.texts.size() == 1);
    CHECK(disk.texts[0].first == "/home/me/a letter.txt");
    CHECK(disk.texts[0].second == "I lied.\n");
    disk.news.push_back(TextWritten{disk.texts[0].first,
                                    fail(ErrorCode::usage, "There is a file of that name already.",
                                         "Choose another name; nothing was written over.")});
    desk.screen.frame(2);
    CHECK(desk.screen.shows("There is a file of that name already."));
    desk.screen.click(named("export.save"));
    disk.news.push_back(TextWritten{disk.texts[0].first, {}});
    desk.screen.frame(2);
    CHECK(desk.screen.shows("Saved as /home/me/a letter.txt"));
    CHECK(desk.screen.shows("It is a plain copy"));
    desk.screen.click(named("export.close"));
    CHECK_FALSE(desk.screen.shows("It is a plain copy"));
}

TEST_CASE("letter: in a file that can only be read nothing offers to change it") {
    HeadlessSetup setup = beginning(after(
        {}, WriteLetterPart{{"steps", "talk", "apology"}, "l1", "the-act", "Mine."}, "2026-11-01"));
    setup.read_only[{PartKind::answers, {}, "steps"}] = {ErrorCode::invalid, "Damaged.", {}, {}};
    Desk desk{std::move(setup)};
    CHECK(desk.screen.shows("Mine."));
    CHECK_FALSE(desk.screen.has(named("fresh")));
    CHECK_FALSE(desk.screen.has(named("remove")));
    desk.screen.click(named("read"));
    CHECK(desk.screen.has(named("back")));
}

}  // namespace letter_test
