// What goes out comes back: generated journals, and notes made to break readers.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <random>
#include <string>
#include <vector>

#include "tests/unit/store/store_support.hpp"
#include "tests/unit/support/generators.hpp"
#include "workbook/files/toml_write.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/part_toml.hpp"

namespace rekindle::test::round_trip_test {
namespace {

// Text as a file carries it: out, and in again.
std::string there_and_back(const std::string& note) {
    const TomlTable document{{"note", note}};
    const JournalFile read = parse_journal_file(to_file_text(document), "x.toml");
    if (read.refused || read.notice || !read.document.find("note")) return "not read back";
    return *read.document.find("note")->as<std::string>();
}

const std::vector<std::string>& nasty_pieces() {
    static const std::vector<std::string> pieces{"\"",
                                                 "'",
                                                 "'''",
                                                 "\"\"\"",
                                                 "\\",
                                                 "\\u0041",
                                                 "\n",
                                                 "\r",
                                                 "\r\n",
                                                 "\t",
                                                 "\b",
                                                 "\x1b",
                                                 "\x7f",
                                                 std::string(1, '\0'),
                                                 "#",
                                                 "#: end 0 sum=0",
                                                 "[",
                                                 "]]",
                                                 "[[checkin]]",
                                                 "mood = 10",
                                                 "=",
                                                 ",",
                                                 "{",
                                                 "}",
                                                 ".",
                                                 " ",
                                                 "a",
                                                 "é",
                                                 "e\u0301",
                                                 "\u202e",
                                                 "\u2066",
                                                 "\u200d",
                                                 "\ufeff",
                                                 "\u0085",
                                                 "\u2028",
                                                 "😀",
                                                 "\U0010fffd",
                                                 "\ufffe",
                                                 "日本",
                                                 "שלום",
                                                 "İ"};
    return pieces;
}

}  // namespace

TEST_CASE(
    "store: letters, talks and pauses on exercises that hold nothing else are saved and read") {
    const TemporaryFolder folder;
    Answers answers;
    answers.cards["card"].exercises["apology"].letters.push_back(
        {"l1", day(2026, 11, 1), day(2026, 11, 2), "me", {{"the-act", "what I did"}}});
    answers.cards["card"].exercises["turns"].talks.push_back(
        {"t1", day(2026, 11, 3), TimeOfDay{600}, "me", "evenings", {{"me", {5, 6}}}, {}});
    answers.cards["card"].exercises["calm"].pauses = {
        {"p1", day(2026, 11, 3), TimeOfDay{1215}, "me", TimeOfDay{1235}, true},
        {"p2", day(2026, 11, 4), TimeOfDay{600}, "me", {}, false}};
    Journal journal;
    journal.answers.emplace("guide", std::move(answers));
    Store store{folder.path()};
    save_all(store, {}, journal);
    CHECK(open_all(folder.path()) == journal);
}

TEST_CASE("store: hostile notes come back byte for byte") {
    std::vector<std::string> notes;
    for (const std::string& a : nasty_pieces()) {
        notes.push_back(a);
        for (const std::string& b : nasty_pieces()) notes.push_back(a + b);
    }
    std::mt19937 random{7};  // the same notes on every machine
    for (int i = 0; i < 2000; ++i) {
        std::string note;
        for (auto parts = random() % 12; parts > 0; --parts)
            note += nasty_pieces()[random() % nasty_pieces().size()];
        notes.push_back(note);
    }
    std::string huge;
    while (huge.size() < 100'000) huge += nasty_pieces()[random() % nasty_pieces().size()];
    notes.push_back(huge);
    REQUIRE(notes.size() >= 3000);
    for (const std::string& note : notes) CHECK(there_and_back(note) == note);
}

TEST_CASE("store: a note of line breaks, quotes and brackets stays a note on disk") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    std::string all;
    for (const std::string& piece : nasty_pieces()) all += piece;
    const Journal journal = journal_of({checkin_on(day(2026, 11, 1), "a", 1, all),
                                        checkin_on(day(2026, 11, 2), "b", 2, "\n'''\nmood = 9")});
    save_all(store, {}, journal);
    CHECK(open_all(folder.path()) == journal);
}

TEST_CASE("store: a generated journal comes back as it was") {
    CHECK(rc::check([] {
        const Journal journal = *any_journal();
        const TemporaryFolder folder;
        Store store{folder.path()};
        const auto saved = store.save({}, journal);
        RC_ASSERT(saved.has_value());
        for (const auto& [part, error] : saved->refused)
            RC_FAIL(to_string(error) + '\n' + to_text(to_toml(journal, part)));
        const auto opened = store.open();
        RC_ASSERT(opened->problems.empty());
        RC_ASSERT(opened->notices.empty());
        RC_ASSERT(changed_parts(Journal{}, journal).empty() || opened->journal == journal);
    }));
}

TEST_CASE("store: two generated changes of one journal are both on disk") {
    CHECK(rc::check([] {
        const Journal base = *any_journal();
        const Journal ours = *any_journal();
        const Journal theirs = *any_journal();
        const TemporaryFolder folder;
        Store window{folder.path()};
        Store command{folder.path()};
        RC_ASSERT(window.save({}, base).has_value());
        RC_ASSERT(command.save(base, theirs).has_value());
        const auto saved = window.save(base, ours);
        RC_ASSERT(saved.has_value());
        const auto opened = window.open();
        RC_ASSERT(opened->problems.empty());
        // What only one side added is there, whole.
        for (const auto& [side, other] : {std::pair{&ours, &theirs}, std::pair{&theirs, &ours}})
            for (const auto& [month, checkins] : side->months)
                for (const CheckIn& checkin : checkins->checkins) {
                    if (find_checkin(base, checkin.date, checkin.id) ||
                        find_checkin(*other, checkin.date, checkin.id))
                        continue;
                    const CheckIn* there = find_checkin(opened->journal, checkin.date, checkin.id);
                    RC_ASSERT((there != nullptr && *there == checkin));
                }
    }));
}

}  // namespace rekindle::test::round_trip_test
