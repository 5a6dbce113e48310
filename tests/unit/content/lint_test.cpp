#include "workbook/content/lint.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/content/sample.hpp"

namespace lint_test {

namespace {

using namespace rekindle;

// What lint says about one file: "LINE message" for each problem.
std::string lint_text(const std::string& text, const std::string& name = "small.toml") {
    const sample::Folder folder;
    const auto path = folder.write(name, text);
    std::string said;
    for (const Error& problem : lint({path})) {
        CHECK(problem.place.file == path.string());
        said += std::to_string(problem.place.line) + ' ' + problem.message + '\n';
    }
    return said;
}

struct Defect {
    std::string from;
    std::string to;
    std::string at;  // what stands on the line of the problem
    std::string message;
};

void check_defect(const Defect& defect) {
    CAPTURE(defect.to);
    const std::string text = sample::workbook_with(defect.from, defect.to);
    const std::string line = std::to_string(sample::line_of(text, defect.at));
    // Among others, since one slip can have two sides: a rhythm not known is no rhythm either.
    const std::string said = '\n' + lint_text(text);
    CAPTURE(said);
    CHECK(said.find('\n' + line + ' ' + defect.message + '\n') != std::string::npos);
}

const std::string talk = "[[card.exercise]]\nid = \"talk\"";
const std::string pause_exercise = "[[card.exercise]]\nid = \"pause\"";
const std::string lines = "[[card.exercise]]\nid = \"lines\"";
const std::string letter = "[[card.exercise]]\nid = \"letter\"";
const std::string write_exercise = "[[card.exercise]]\nid = \"write\"";

}  // namespace

TEST_CASE("lint: a workbook without a flaw is passed") {
    CHECK(lint_text(sample::workbook()) == "");
}

TEST_CASE("lint: what is not there is named with its place") {
    check_defect({"id = \"first\"\n", "", "[[card]]", "The card has no id."});
    check_defect({"summary = \"One line.\"\n", "", "[[card]]", "The card has no summary."});
    check_defect({"summary = \"One line.\"", "summary = \" \"", "summary", "`summary` is empty."});
    check_defect({"low = \"none\"\n", "", "[[card.scale]]", "The scale has no low."});
    check_defect({"prompt = \"Sit down.\"\n", "", pause_exercise, "The exercise has no prompt."});
    check_defect({"kind = \"ritual\"\n", "", pause_exercise, "The exercise has no kind."});
    check_defect({"format = 1\n", "", "id = \"small\"", "The file does not say its format."});
}

TEST_CASE("lint: ids are small letters, figures and hyphens, and stand once") {
    check_defect({"\"first\"", "\"First Card\"", "First Card",
                  "`id` may only have a to z, 0 to 9 and hyphens."});
    check_defect({"id = \"pause\"", "id = \"write\"", "id = \"write\"\nkind = \"ritual\"",
                  "This id stands twice."});
    check_defect({"id = \"hope\"", "id = \"calm\"", "id = \"calm\"\ntitle = \"Hope\"",
                  "This id stands twice."});
    check_defect({"id = \"agreed\"", "id = \"open\"", "id = \"open\", title = \"agreed",
                  "This id stands twice."});
    check_defect({"uses = \"boundaries\"", "uses = \"Our lines\"", "Our lines",
                  "This name cannot be used."});
}

TEST_CASE("lint: words the program does not know are named") {
    check_defect(
        {"kind = \"ritual\"", "kind = \"dance\"", "kind = \"dance\"", "This kind is not known."});
    check_defect({"for = \"hurt\"", "for = \"all\"", "for = \"all\"", "This for is not known."});
    check_defect({"\"daily\"", "\"hourly\"", "hourly", "This rhythm is not known."});
    check_defect({"uses = \"boundaries\"", "section = \"letters\"", "letters",
                  "This section is not known."});
    check_defect(
        {"rates = [\"calm\"]", "rates = [\"joy\"]", "joy", "The card has no scale of that id."});
    check_defect(
        {"summary =", "sumary = \"x\"\nsummary =", "sumary", "The card has no use for `sumary`."});
    check_defect({"format = 1", "format = 2", "format = 2",
                  "This file is written in a form this version does not know."});
}

TEST_CASE("lint: a value of another type is named, not guessed") {
    check_defect({"minutes = 5", "minutes = \"5\"", "minutes",
                  "`minutes` has to be a whole number; here it is a text."});
    check_defect({"minutes = 5", "minutes = 5.0", "minutes",
                  "`minutes` has to be a whole number; here it is a number with a point."});
    check_defect({"minutes = 5", "minutes = -5", "minutes", "`minutes` is outside 0 to 9999."});
    check_defect({"title = \"First\"", "title = 1", "title = 1",
                  "`title` has to be a text; here it is a whole number."});
    check_defect({"topics = [\"Yesterday\"]", "topics = [\"Yesterday\", 7]", "topics",
                  "`topics` has to be a list of texts only; here it is a whole number."});
    check_defect({"topics = [\"Yesterday\"]", "topics = \"Yesterday\"", "topics",
                  "`topics` has to be a list of texts; here it is a text."});
}

TEST_CASE("lint: lengths are kept") {
    const std::string paragraph = sample::words(60) + ".\n\n";
    check_defect({paragraph, "", "guidance", "The guidance has 64 words."});
    check_defect(
        {paragraph, sample::words(180) + ".\n\n", "guidance", "The guidance has 244 words."});
    check_defect({"\"What is on your mind?\"", "\"What is it? Where is it? Is it still there?\"",
                  "What is it?", "The prompt has 3 sentences."});
    check_defect(
        {"One line.", std::string(101, 'a'), "summary", "The summary is longer than one line."});
}

TEST_CASE("lint: a letter of any script is one character") {
    std::string summary;
    for (int i = 0; i < 100; ++i) summary += "\u0436";
    CHECK(lint_text(sample::workbook_with("One line.", summary)) == "");
}

TEST_CASE("lint: a card has two to four scales with two different ends") {
    const std::string scale =
        "[[card.scale]]\nid = \"hope\"\ntitle = \"Hope\"\nlow = \"none of it\"\n"
        "high = \"a lot\"\n";
    check_defect({scale, "", "[[card]]", "The card has 1 scales."});
    check_defect({"high = \"plenty\"", "high = \"None\"", "[[card]]",
                  "Both ends of the scale \"calm\" say the same."});
}

TEST_CASE("lint: a card offers room for a person's own words") {
    check_defect(
        {"kind = \"reflect\"", "kind = \"plan\"", "[[card]]", "The card has no reflect exercise."});
}

TEST_CASE("lint: each kind has what it needs, and nothing else") {
    check_defect({"minutes = 5\n", "minutes = 5\nsection = \"lists\"\n", talk,
                  "A conversation has no use for section."});
    check_defect({"kind = \"reflect\"\n", "kind = \"reflect\"\nrhythm = \"daily\"\n",
                  write_exercise, "A reflect has no use for rhythm."});
    check_defect({"rhythm = \"daily\"\n", "", pause_exercise, "A ritual needs rhythm."});
    check_defect({"minutes = 5\n", "", talk, "A conversation needs minutes."});
    check_defect({"kind = \"ritual\"", "kind = \"pause\"", pause_exercise,
                  "A pause has no use for rhythm."});
    CHECK(lint_text(sample::workbook_with("kind = \"ritual\"\ntitle = \"A pause\"\nprompt = \"Sit "
                                          "down.\"\nrhythm = \"daily\"",
                                          "kind = \"pause\"\ntitle = \"A pause\"\nprompt = \"Sit "
                                          "down.\"\nminutes = 30")) == "");
    check_defect({"topics = [\"Yesterday\"]\n", "", talk, "A conversation needs topics."});
    check_defect({"minutes = 5\n", "minutes = 5\nuses = \"talks\"\n", talk,
                  "A conversation has no use for uses."});
    check_defect({"    { id = \"agreed\", title = \"agreed by both\" },\n", "", lines,
                  "This list has a single item."});
    check_defect({", hint = \"The first.\"", "", letter, "The part \"one\" has no hint."});
    check_defect({"title = \"to discuss\" }", "title = \"to discuss\", hint = \"Soon.\" }", lines,
                  "The item \"open\" has a hint."});
}

TEST_CASE("lint: a banned word is found at its own line, in any case and only as a word") {
    const std::string word = "\"should\" is not a word of this house.";
    check_defect({"second paragraph.", "second\nparagraph You\nShould read.", "Should", word});
    check_defect({"Part by part.", "You should do this.", "You should", word});
    check_defect({"\"Yesterday\"", "\"What should be\"", "What should", word});
    check_defect({"The first.", "How many days\\tsince then.", "id = \"one\"",
                  "\"days since\" is not a word of this house."});
    check_defect({"In turns.", "You shouldn\u2019t hurry.", "You shouldn",
                  "\"shouldn\" is not a word of this house."});
    check_defect({"In turns.", "In turns!", "In turns", "An exclamation mark stands here."});
    CHECK(lint_text(sample::workbook_with("In turns.", "Ask at the shoulder, underscore it.")) ==
          "");
}

TEST_CASE("lint: a paragraph that stands twice is named with the place of the first") {
    const std::string twice = "What was it like to sit there in silence?";
    std::string text = sample::workbook_with("What is on your mind?", twice);
    text.replace(text.find("Sit down."), 9, "WHAT was it  like to sit there in silence?");
    const int first = sample::line_of(text, twice);
    const int second = sample::line_of(text, "WHAT was it");
    const std::string said = lint_text(text);
    CHECK(said.find(std::to_string(second) + " This paragraph stands at ") == 0);
    CHECK(said.find("small.toml:" + std::to_string(first) + " too.") != std::string::npos);
}

TEST_CASE("lint: a paragraph of another file is found again") {
    const sample::Folder folder;
    const std::string about = "about = \"A workbook for a test, with a single card in it.\"";
    const auto first = folder.write("a.toml", sample::workbook());
    const auto second = folder.write(
        "b.toml", "format = 1\nid = \"other\"\ntitle = \"Other\"\n" + about + "\nfor = \"self\"\n");
    const Problems problems = lint({first, second});
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].message == "The workbook has no card.");
    CHECK(problems[1].message == "This paragraph stands at " + first.string() + ":4 too.");
    CHECK(problems[1].place.file == second.string());
    CHECK(problems[1].place.line == 4);
}

TEST_CASE("lint: two workbooks cannot have one id") {
    const sample::Folder folder;
    const auto first = folder.write("a.toml", sample::workbook());
    const auto second = folder.write("b.toml", sample::workbook());
    const Problems problems = lint({first, second});
    REQUIRE(!problems.empty());
    CHECK(problems.front().message == "The workbook at " + first.string() + ":2 has this id.");
    CHECK(problems.front().place.line == 2);
}

TEST_CASE("lint: what cards share is the same thing everywhere") {
    const std::string ritual = "rhythm = \"daily\"\n";
    const std::string text = sample::workbook_with(ritual, ritual + "uses = \"boundaries\"\n");
    const std::string said = lint_text(text);
    CHECK(said.find(std::to_string(sample::line_of(text, pause_exercise)) +
                    " \"boundaries\" is another thing at ") == 0);
}

TEST_CASE("lint: feelings begin with mood and trust") {
    const std::string group = "format = 1\n[[group]]\nid = \"day\"\ntitle = \"Day\"\n";
    const std::string mood =
        "[[group.scale]]\nid = \"mood\"\ntitle = \"Mood\"\nlow = \"low\"\nhigh = \"high\"\n";
    CHECK(lint_text(group + mood, "feelings.toml") ==
          "1 The first group has no scale \"trust\".\n");
}

TEST_CASE("lint: a file that is not there is a problem of the system") {
    const sample::Folder folder;
    const Problems problems = lint({folder.path / "none.toml"});
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == ErrorCode::system);
}

namespace {

const std::string help = R"(format = 1
[[section]]
id = "safe"
title = "Safe"
text = "Call someone."
[[contact]]
country = "Anywhere"
name = "Someone to talk to"
number = "on their card"
checked = 2026-03-09
)";

std::string help_with(const std::string& from, const std::string& to) {
    std::string text = help;
    REQUIRE(text.find(from) != std::string::npos);
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("lint: a contact has a day on which its number was checked") {
    CHECK(lint_text(help, "help.toml") == "");
    CHECK(lint_text(help_with("= 2026-03-09", "= \"2026-03-09\""), "help.toml") == "");
    CHECK(lint_text(help_with("checked = 2026-03-09\n", ""), "help.toml") ==
          "6 The contact has no checked.\n");
    CHECK(lint_text(help_with("= 2026-03-09", "= \"last spring\""), "help.toml") ==
          "10 This is not a day.\n");
    CHECK(lint_text(help_with("= 2026-03-09", "= \"2026-02-30\""), "help.toml") ==
          "10 This is not a day.\n");
    CHECK(lint_text(help_with("= 2026-03-09", "= 9"), "help.toml") != "");
    CHECK(lint_text(help_with("number = \"on their card\"\n", ""), "help.toml") ==
          "6 The contact has no number.\n");
}

TEST_CASE("lint: the help and the feelings are held to the same words") {
    CHECK(lint_text(help_with("Call someone.", "You should call."), "help.toml") ==
          "5 \"should\" is not a word of this house.\n");
    CHECK(lint_text(help_with("\"Safe\"", "\"Safe!\""), "help.toml") ==
          "4 An exclamation mark stands here.\n");
    const std::string scale =
        "[[group.scale]]\nid = \"mood\"\ntitle = \"Mood\"\nlow = \"low\"\nhigh = \"high\"\n"
        "[[group.scale]]\nid = \"trust\"\ntitle = \"Trust\"\nlow = \"none\"\nhigh = \"full\"\n";
    const std::string group = "format = 1\n[[group]]\nid = \"day\"\ntitle = \"Day\"\n";
    CHECK(lint_text(group + scale, "feelings.toml") == "");
    std::string graded = group + scale;
    graded.replace(graded.find("= \"none\""), 8, "= \"failed\"");
    CHECK(lint_text(graded, "feelings.toml") == "13 \"failed\" is not a word of this house.\n");
    std::string endless = group + scale;
    endless.erase(endless.find("high = \"full\"\n"), 14);
    CHECK(lint_text(endless, "feelings.toml") == "10 The scale has no high.\n");
    std::string alike = group + scale;
    alike.replace(alike.find("= \"full\""), 8, "= \"None\"");
    CHECK(lint_text(alike, "feelings.toml") ==
          "1 Both ends of the scale \"trust\" say the same.\n");
}

TEST_CASE("lint: every banned word is found, alone and in a sentence") {
    for (const char* word :
         {"streak", "streaks", "score", "scores", "scored", "failed", "missed", "should",
          "days since", "victim", "victims", "cheater", "cheaters", "offender", "offenders"}) {
        CAPTURE(word);
        const std::string said =
            lint_text(sample::workbook_with("In turns.", "A " + std::string(word) + ", it says."));
        CHECK(said.find('"' + std::string(word) + "\" is not a word of this house.") !=
              std::string::npos);
    }
}

TEST_CASE("lint: what reads clumsy is named, with what a person would say") {
    const auto said = [](const std::string& words) {
        return lint_text(sample::workbook_with("In turns.", words));
    };
    for (const char* clumsy :
         {"telephone", "telephones", "also when", "also small", "it goes bad", "how is it in you",
          "will suggest itself", "do not calm these feelings", "may stand here too",
          "staff council", "someone older", "it is fine so", "it lies in", "signs and figures",
          "take the mark back", "rests since", "a stick in a drawer", "so far there is one"}) {
        CAPTURE(clumsy);
        const std::string quoted = '"' + std::string(clumsy) + "\" reads clumsy.";
        CHECK(said("So: " + std::string(clumsy) + ", yes.").find(quoted) != std::string::npos);
    }
    CHECK(said("Leave the TELEPHONE.").find("\"telephone\" reads clumsy.") != std::string::npos);
    check_defect({"second paragraph.", "second\nparagraph, Also\nwhen.", "paragraph, Also",
                  "\"also when\" reads clumsy."});
    CHECK(said("Good that you are here.") != "");
    CHECK(said("With the other") != "");
    CHECK(said("How was it") != "");
    for (const char* plain :
         {"It is good that you are here.", "One with the other, in turns.", "How was it?",
          "How was it for you?", "Take it up again tomorrow.", "A phone, and a telephonist."}) {
        CAPTURE(plain);
        CHECK(said(plain) == "");
    }
    const sample::Folder folder;
    const auto path = folder.write("small.toml", sample::workbook_with("In turns.", "Telephones."));
    const Problems problems = lint({path});
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].remedy == "A person would say: \u201Cphones\u201D.");
}

TEST_CASE("lint: a paragraph of the help is found again in a workbook") {
    const sample::Folder folder;
    const auto first = folder.write(
        "help.toml", help_with("Call someone.", "Somebody near you would like to know."));
    const auto second = folder.write(
        "small.toml",
        sample::workbook_with("What is on your mind?", "Somebody near you would like to know."));
    const Problems problems = lint({first, second});
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message == "This paragraph stands at " + first.string() + ":5 too.");
}

TEST_CASE("lint: phrases are runs of words, stand once, and have one sentence why") {
    const std::string head = "format = 1\n[[phrase]]\nwords = [\"but you\"]\nwhy = \"A reason.\"\n";
    CHECK(lint_text(head, "phrases.toml") == "");
    CHECK(lint_text(head + "[[phrase]]\nwords = [\"But  You\"]\nwhy = \"Another.\"\n",
                    "phrases.toml") == "5 \"But  You\" stands at line 2 too.\n");
    CHECK(lint_text(head + "[[phrase]]\nwords = [\"...\"]\nwhy = \"Another.\"\n", "phrases.toml") ==
          "5 One of these wordings is no run of words.\n");
    CHECK(lint_text(head + "[[phrase]]\nwhy = \"Another.\"\n", "phrases.toml") ==
          "5 The phrase has no words.\n");
    CHECK(lint_text(head + "[[phrase]]\nwords = [\"a b\"]\n", "phrases.toml") ==
          "5 The phrase has no why.\n");
    CHECK(lint_text(head + "[[phrase]]\nwords = [\"a b\"]\nwhy = \"One. Two.\"\n",
                    "phrases.toml") == "5 The reason has more than one sentence.\n");
}

TEST_CASE("lint: what silences a phrase is a run of words too, and never all of the phrase") {
    const std::string head = "format = 1\nunless = [\"i said\"]\nturns = [\"but\"]\n";
    const std::string phrase = "[[phrase]]\nwords = [\"but you\"]\nwhy = \"A reason.\"\n";
    CHECK(lint_text(head + phrase + "unless = [\"you never \u2026 me/us\"]\n", "phrases.toml") ==
          "");
    const std::string none = " One of these wordings is no run of words.\n";
    CHECK(lint_text(head + phrase + "unless = [\"you \u2026\"]\n", "phrases.toml") == "4" + none);
    CHECK(lint_text("format = 1\nunless = [\"a / b\"]\n" + phrase, "phrases.toml") == "2" + none);
    CHECK(lint_text("format = 1\nturns = [\"\"]\n" + phrase, "phrases.toml") == "2" + none);
    CHECK(lint_text(head + phrase + "unless = [\"you\"]\n", "phrases.toml") ==
          "4 \"but you\" is never found.\n");
    CHECK(lint_text(head + phrase + "unless = \"you\"\n", "phrases.toml") ==
          "7 `unless` has to be a list of texts; here it is a text.\n");
    CHECK(lint_text(head + phrase + "unles = [\"you\"]\n", "phrases.toml") ==
          "7 The phrase has no use for `unles`.\n");
}

TEST_CASE("lint: notices belong to a letter, and only there a part can be quiet") {
    check_defect({"kind = \"ritual\"", "kind = \"ritual\"\nnotices = true", pause_exercise,
                  "A ritual has no use for notices."});
    check_defect({"hint = \"The first.\"", "hint = \"The first.\", quiet = true", letter,
                  "The item \"one\" is quiet by itself."});
    CHECK(lint_text(sample::workbook_with("kind = \"letter\"",
                                          "kind = \"letter\"\nnotices = true")) == "");
}

TEST_CASE(
    "lint: what several cards share stands in one section, and one of them is enough to say it") {
    const std::string uses = "uses = \"boundaries\"\n";
    const auto named = [&](const std::string& id, const std::string& section) {
        std::string text = sample::workbook_with(uses, uses + section);
        text.replace(text.find("\"small\""), 7, '"' + id + '"');
        return text;
    };
    const std::string agreements = "section = \"agreements\"\n";
    const std::string strengths = "section = \"strengths\"\n";
    const auto other_things = [&](const std::string& first, const std::string& second,
                                  const std::string& third) {
        const sample::Folder folder;
        int found = 0;
        for (const Error& problem : lint({folder.write("a.toml", named("a", first)),
                                          folder.write("b.toml", named("b", second)),
                                          folder.write("c.toml", named("c", third))}))
            if (problem.message.find("is another thing at") != std::string::npos) ++found;
        return found;
    };
    CHECK(other_things(agreements, agreements, "") == 0);
    CHECK(other_things("", agreements, "") == 0);
    CHECK(other_things(agreements, strengths, "") == 1);
    CHECK(other_things("", agreements, strengths) == 1);
}

}  // namespace lint_test
