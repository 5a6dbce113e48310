// What one Ctrl Z takes back of what was written.
#include "app/session/text_steps.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace text_steps_test {

namespace {

using namespace rekindle;
using namespace rekindle::app;
using rekindle::tests::Headless;

// Somebody who types letter by letter; the steps that came of it.
struct Typist {
    TextSteps steps;
    std::string text;
    double seconds = 100;
    std::vector<std::string> begun;  // what stood there when each step began

    void set(const std::string& next, bool anew = false) {
        if (steps.begins("note", next, seconds, anew)) begun.push_back(text);
        text = next;
    }
    void type(std::string_view letters, double each = 0.1) {
        for (const char letter : letters) {
            seconds += each;
            set(text + letter);
        }
    }
    void erase(std::size_t letters) {
        for (; letters > 0; --letters) set(text.substr(0, text.size() - 1));
    }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("text steps: one word typed quickly is one step") {
    Typist typist;
    typist.type("wonderful");
    CHECK(typist.begun == Texts{""});
}

TEST_CASE("text steps: each sentence, and each part of one, is a step") {
    Typist typist;
    typist.type("It rained. We stayed in, and talked. Good");
    CHECK(typist.begun == Texts{"", "It rained. ", "It rained. We stayed in, ",
                                "It rained. We stayed in, and talked. "});
}

TEST_CASE("text steps: a mark inside of a word or a number ends nothing") {
    Typist typist;
    typist.type("3.5 km on foot");
    CHECK(typist.begun == Texts{""});
}

TEST_CASE("text steps: a line ends a step") {
    Typist typist;
    typist.type("one\n\ntwo");
    CHECK(typist.begun == Texts{"", "one\n\n"});
}

TEST_CASE("text steps: a pause behind a word ends the step, one inside of it does not") {
    Typist typist;
    typist.type("one");
    typist.seconds += 2;
    typist.type(" two th");
    typist.seconds += 2;
    typist.type("ree");
    CHECK(typist.begun == Texts{"", "one"});
}

TEST_CASE("text steps: a long sentence without a mark is parted between two words") {
    Typist typist;
    std::string words;
    for (int i = 0; i < 40; ++i) words += "word ";
    typist.type(words);
    CHECK(typist.begun.size() >= 3);
    for (const std::string& text : typist.begun) CHECK((text.empty() || text.back() == ' '));
}

TEST_CASE("text steps: without spaces a step is not endless either") {
    Typist typist;
    typist.type(std::string(500, 'x'));
    CHECK(typist.begun.size() >= 3);
}

TEST_CASE("text steps: taking letters away is another step than typing them") {
    Typist typist;
    typist.type("one two");
    typist.erase(3);
    typist.type("three");
    CHECK(typist.begun == Texts{"", "one two", "one "});
}

TEST_CASE("text steps: what begins anew is a step of its own") {
    Typist typist;
    typist.type("one");
    typist.set("none", true);
    CHECK(typist.begun == Texts{"", "one"});
}

namespace {

struct Note {
    Headless screen{{.content = tests::small_content()}};
    Note() { screen.click("today.note"); }
    std::string text() {
        const CheckIn* latest = latest_checkin(screen.journal(), *make_date(2026, 11, 21),
                                               screen.journal().profile->people[0].id);
        return latest ? latest->note : std::string{};
    }
    std::string undone() {
        screen.key(Key::z, true);
        return text();
    }
};

}  // namespace

TEST_CASE("undo: it takes back a sentence, and redo brings it again") {
    Note note;
    note.screen.type("It rained. We talked.");
    CHECK(note.undone() == "It rained. ");
    CHECK(note.undone().empty());
    note.screen.key(Key::y, true);
    CHECK(note.text() == "It rained. ");
    note.screen.key(Key::z, true, true);
    CHECK(note.text() == "It rained. We talked.");
}

TEST_CASE("undo: what was pasted is a step of its own, however short") {
    Note note;
    note.screen.type("one");
    tests::Hand::set_clipboard(" two");
    note.screen.key(Key::v, true);
    note.screen.type(" three");
    CHECK(note.text() == "one two three");
    CHECK(note.undone() == "one two");
    CHECK(note.undone() == "one");
    CHECK(note.undone().empty());
}

TEST_CASE("undo: what was typed after the caret went elsewhere is a step of its own") {
    Note note;
    note.screen.type("two");
    note.screen.key(Key::home);
    note.screen.type("one ");
    CHECK(note.text() == "one two");
    CHECK(note.undone() == "two");
    CHECK(note.undone().empty());
}

}  // namespace text_steps_test
