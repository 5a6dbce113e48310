// Files as people and their editors leave them: what is wrong is called by its name, at its line.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

#include "tests/unit/store/store_support.hpp"
#include "workbook/base/plain_text.hpp"
#include "workbook/content/read_content.hpp"
#include "workbook/files/toml_read.hpp"
#include "workbook/store/journal_file.hpp"

namespace rekindle::test::slips_test {
namespace {

using namespace std::string_literals;

const std::string plain =
    "format = 1\n[[checkin]]\ndate = 2026-11-10\nid = \"a\"\nperson = \"me\"\nmood = 6\n"
    "note = \"Tea, and a word.\"\n#: end 1\n";

// Every letter as two bytes; `high_first` for the order of big machines.
std::string in_utf_16(const std::string& text, bool high_first, bool with_mark) {
    std::string wide = with_mark ? (high_first ? "\xFE\xFF" : "\xFF\xFE") : "";
    for (const char c : text) wide += high_first ? std::string{'\0', c} : std::string{c, '\0'};
    return wide;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

// The first problem with a month that holds this text.
Error problem_of(const std::string& text) {
    const TemporaryFolder folder;
    put_bytes(folder / "checkins/2026-11.toml", text);
    const auto opened = Store{folder.path()}.open();
    REQUIRE(opened);
    REQUIRE_MESSAGE(!opened->problems.empty(), text);
    CHECK(opened->read_only.size() == 1);
    return opened->problems.front();
}

struct Slip {
    const char* line;  // in place of `mood = 6`
    const char* remedy;
};

}  // namespace

TEST_CASE("slips: a file in another encoding is called that, with what to do") {
    const std::vector<std::pair<std::string, const char*>> files{
        {in_utf_16(plain, false, true), "UTF-16"},
        {in_utf_16(plain, true, true), "UTF-16"},
        {in_utf_16(plain, false, false), "UTF-16"},
        {in_utf_16(plain, true, false), "UTF-16"},
        {replaced(plain, "Tea", "T\xE9"), "Latin-1"},
        {replaced(plain, "Tea", "\x84Gr\xFC\xDF\x93"), "Windows-1252"},
        {"PK\x03\x04"s + plain, "document"},
        {"{\\rtf1 " + plain, "document"},
    };
    for (const auto& [text, name] : files) {
        const Error error = problem_of(text);
        const std::string said = to_sentence(error);
        CAPTURE(said);
        CHECK(said.find(name) != std::string::npos);
        CHECK(said.find("UTF-8") != std::string::npos);
        CHECK(said.find("cut short") == std::string::npos);
        CHECK(error.place.line >= 1);
    }
    CHECK(problem_of(replaced(plain, "Tea", "T\xE9")).place.line == 7);
}

TEST_CASE("slips: content, themes and workbooks of one's own are told in the same words") {
    Problems problems;
    CHECK_FALSE(read_workbook(in_utf_16("format = 1\n", false, true), "own.toml", problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().message.find("UTF-16") != std::string::npos);
}

TEST_CASE("slips: a mark of UTF-8 at the beginning, and line ends of Windows, are fine") {
    std::string windows;
    for (const char c : plain) windows += c == '\n' ? "\r\n"s : std::string{c};
    for (const std::string& text : {"\xEF\xBB\xBF" + plain, windows, "\xEF\xBB\xBF" + windows}) {
        const TemporaryFolder folder;
        put_bytes(folder / "checkins/2026-11.toml", text);
        Store store{folder.path()};
        const Journal journal = open_all(folder.path());
        CHECK(journal.months.at({2026, 11})->checkins.at(0).note == "Tea, and a word.");
        save_all(store, journal, with_checkin(journal, checkin_on(day(2026, 11, 11), "b", 4)));
        CHECK(open_all(folder.path()).months.at({2026, 11})->checkins.size() == 2);
    }
}

TEST_CASE("slips: lines that end in CR alone are called that") {
    std::string old = plain;
    for (char& c : old)
        if (c == '\n') c = '\r';
    CHECK(problem_of(old).message.find("CR") != std::string::npos);
}

TEST_CASE("slips: what was cut is still called cut, also in the middle of a letter") {
    const std::string letters = replaced(plain, "Tea", "T\u00E9");
    const std::size_t letter = letters.find("\xC3") + 1;
    for (const std::string& cut :
         {letters.substr(0, letter), plain.substr(0, 60), plain.substr(0, plain.find("#: end")),
          plain.substr(0, 90) + std::string(200, '\0')}) {
        const Error error = problem_of(cut);
        CHECK_MESSAGE(error.message.find("cut short") != std::string::npos, to_string(error));
    }
}

TEST_CASE("slips: a problem above the end is told even where the end mark was never written") {
    const std::string text =
        replaced(plain.substr(0, plain.find("#: end")), "mood = 6", "time = 20:15");
    const Error error = problem_of(text);
    CHECK(error.place.line == 6);
    CHECK(error.remedy.find("20:15:00") != std::string::npos);
}

TEST_CASE("slips: each slip of the hand is told with what to write instead") {
    const std::vector<Slip> slips{
        {"time = 20:15", "20:15:00"},
        {"time = 8:05", "08:05:00"},
        {"time = 8:15 PM", "20:15:00"},
        {"time = 12:30 a.m.", "00:30:00"},
        {"time = 8:05:30", "08:05:30"},
        {"time = 20:15 # after supper", "20:15:00"},
        {"time = 25:15", "no such time"},
        {"time = \"20:15\"", "20:15:00"},
        {"when = 5.11.2026", "2026-11-05"},
        {"when = 2026-11-5", "2026-11-05"},
        {"when = 2026/11/05", "2026-11-05"},
        {"when = 11/5/2026", "2026-03-09"},
        {"when = 2026-11-31", "no such day"},
        {"mood = 6,5", "a point, no comma"},
        {"mood = 06", "zero in front"},
        {"mood = 6/10", "Only a number"},
        {"mood = 6 better", "Only a number"},
        {"mood = \"6\"", "Write it like 6"},
        {"mood = 6.0", "Write it like 6"},
        {"mood =", "The value is missing"},
        {"mood == 6", "One equals sign"},
        {"mood 6", "An equals sign is missing"},
        {"note2 = “Tea”", "typographic"},
        {"note2 = „Tea“", "typographic"},
        {"note2 = «Tea»", "typographic"},
        {"note2 = Tea", "quotation marks"},
        {"note2 = \"Tea", "The quotation mark that ends this text is missing"},
        {"note2 = \"Tea \"hot\"\"", "\\\""},
        {"note2 = 'It's'", "two quotation marks"},
        {"note2 = \"C:\\Users\\me\"", "backslash"},
        {"only_for_me = True", "true or false"},
        {"only_for_me = yes", "true or false"},
        {"feelings = { hurt = 5,", "on one line"},
        {"my mood = 6", "A key has only"},
        {"größe = 6", "A key has only"},
        {"[[checkin", "brackets"},
        {"<<<<<<< mine", "merges"},
        {"mood\u00A0= 6", "cannot be seen"},
        {"id = \"b\"", "stands twice"},
        {"note2 = \"\"\"no end", "three quotation marks are missing"},
    };
    for (const Slip& slip : slips) {
        CAPTURE(slip.line);
        const Error error = problem_of(replaced(plain, "mood = 6", slip.line));
        CHECK(error.place.line == 6);
        CHECK_MESSAGE(to_sentence(error).find(slip.remedy) != std::string::npos,
                      to_sentence(error));
        CHECK(to_sentence(error).find("Tea") == std::string::npos);
    }
}

TEST_CASE("slips: a date with a time in it is told to be that") {
    const Error error = problem_of(replaced(plain, "2026-11-10", "2026-11-10 20:15:00"));
    CHECK(error.place.line == 3);
    CHECK(error.message == "`date` has a time of day in it.");
}

TEST_CASE("slips: no mutation of a file has a problem at line 0 or without a sentence") {
    std::mt19937 random{11};
    std::vector<std::string> texts{"",           "\n",
                                   "x",          "[",
                                   "#",          "#: end 1",
                                   "#: end 0\n", "\r",
                                   "\xFF",       std::string(10, '\0'),
                                   "format = 1", "format = 1\n#: end 0"};
    for (int i = 0; i < 600; ++i) {
        std::string text = plain;
        for (auto changes = 1 + random() % 3; changes > 0; --changes) {
            const std::size_t at = random() % (text.size() + 1);
            switch (random() % 4) {
                case 0:
                    text.erase(at, random() % 9);
                    break;
                case 1:
                    text.insert(at, std::string(1, static_cast<char>(random() % 256)));
                    break;
                case 2:
                    text.insert(at, "\"\"\"\n");
                    break;
                default:
                    text.insert(at, text.substr(random() % text.size(), random() % 20));
            }
        }
        texts.push_back(std::move(text));
    }
    const std::string file = "2026-11.toml";
    for (const std::string& text : texts) {
        CAPTURE(text);
        const JournalFile read = parse_journal_file(text, file);
        for (const auto& problem : {read.refused, read.notice}) {
            if (!problem) continue;
            CHECK(problem->place.line >= 1);
            CHECK_FALSE(problem->message.empty());
        }
        Problems problems;
        (void)read_workbook(text, file, problems);
        for (const Error& problem : problems)
            CHECK(to_string(problem).find(":0: ") == std::string::npos);
    }
}

TEST_CASE("slips: of a file with a slip the other entries can be read, whole or not at all") {
    const std::string text =
        "format = 1\n[[answer]]\ncard = \"c\"\nexercise = \"e\"\nid = \"a\"\ndate = 2026-11-01\n"
        "text = \"First.\"\n[[answer]]\ncard = \"c\"\nexercise = \"e\"\nid = \"b\"\n"
        "date = 2026-11-02\ntext = \"Second.\nonly_for_me = true\n[[answer]]\ncard = \"c\"\n"
        "exercise = \"e\"\nid = \"c\"\ndate = 2026-11-03\ntext = \"Third.\"\n#: end 3\n";
    const JournalFile read = parse_journal_file(text, "a.toml");
    REQUIRE(read.refused);
    CHECK(read.refused->place.line == 13);
    const TomlValue* answers = read.document.find("answer");
    REQUIRE(answers);
    REQUIRE(answers->as<TomlArray>()->size() == 2);
    CHECK(*answers->as<TomlArray>()->at(0).as<TomlTable>()->find("text") == TomlValue{"First."});
    CHECK(*answers->as<TomlArray>()->at(1).as<TomlTable>()->find("text") == TomlValue{"Third."});
    CHECK(answers->as<TomlArray>()->at(1).as<TomlTable>()->find("text")->line == 20);
}

TEST_CASE("slips: the parts of an entry go with it") {
    const std::string text =
        "format = 1\n[[letter]]\nid = \"a\"\n[[letter.parts]]\npart = \"x\"\n"
        "[[letter]]\nid = = \"b\"\nonly_for_me = true\n[[letter.parts]]\npart = \"y\"\n#: end 2\n";
    const JournalFile read = parse_journal_file(text, "a.toml");
    REQUIRE(read.refused);
    const TomlArray letters = *read.document.find("letter")->as<TomlArray>();
    REQUIRE(letters.size() == 1);
    CHECK(letters.front().as<TomlTable>()->find("parts")->as<TomlArray>()->size() == 1);
}

}  // namespace rekindle::test::slips_test
