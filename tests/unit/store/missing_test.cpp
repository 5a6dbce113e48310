// Files that are gone: told apart from what was taken out in the program, named with what they
// held, and kept in mind until they are back or not wanted.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/unit/store/store_support.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/missing.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace missing_test {

namespace fs = std::filesystem;

namespace {

const Part october{PartKind::month, {2026, 10}, {}};
const Part november{PartKind::month, {2026, 11}, {}};
const Part profile{PartKind::profile, {}, {}};

// Two months, people, answers and a list, kept as an earlier state the day before.
struct Diary {
    TemporaryFolder folder;
    Date now = day(2026, 11, 20);
    Store store{folder.path()};
    Journal journal;

    Diary() {
        store.keep_backups([this] { return now; });
        journal =
            journal_of({checkin_on(day(2026, 10, 1), "a", 1), checkin_on(day(2026, 10, 2), "b", 2),
                        checkin_on(day(2026, 11, 1), "c", 3)});
        Profile people;
        people.people = {{"ann", "Ann", Role::hurt}, {"ben", "Ben", Role::broke}};
        journal.profile = people;
        Answers answers;
        answers.cards["pain"].exercises["write"].written.push_back(
            {"w", day(2026, 11, 1), {}, "ann", "A line.", false});
        journal.answers.insert_or_assign("seven-steps", answers);
        Practices practices;
        practices.lists["boundaries"].push_back(
            {"i", "A line.", {}, {}, "ann", day(2026, 11, 1), day(2026, 11, 1), false});
        journal.practices = practices;
        save_all(store, {}, journal);
        now = now + 1;
        write(day(2026, 11, 2), "d");  // keeps the state before it
    }
    void write(Date date, const std::string& id) {
        const Journal next = with_checkin(journal, checkin_on(date, id, 4));
        save_all(store, journal, next);
        journal = next;
    }
    fs::path file(const Part& part) const { return folder.path() / Store::file_of(part); }
    std::vector<MissingPart> missing() const {
        auto found = find_missing(store);
        REQUIRE(found);
        return *found;
    }
};

bool is_missing(const Diary& diary, const Part& part) {
    const auto all = diary.missing();
    return std::any_of(all.begin(), all.end(),
                       [&](const MissingPart& each) { return each.earlier.part == part; });
}

}  // namespace

TEST_CASE("missing: nothing is while every file is there") {
    const Diary diary;
    CHECK(diary.missing().empty());
    const TemporaryFolder empty;
    CHECK(find_missing(Store{empty.path()})->empty());
}

TEST_CASE("missing: a month that is gone is named with what it held") {
    const Diary diary;
    fs::remove(diary.file(october));
    const auto all = diary.missing();
    REQUIRE(all.size() == 1);
    CHECK(all[0].earlier.part == october);
    CHECK(all[0].added.checkins.added == 2);
    CHECK_FALSE(all[0].begun_anew);
    const Error said = in_words(all[0], diary.folder.path());
    CHECK(said.place.file == diary.file(october).string());
    CHECK(said.place.line == 1);
    CHECK(said.message.find("2 check-ins") != std::string::npos);
    const Journal now = with_part(diary.journal, Journal{}, october);
    CHECK(with_missing(now, all[0].earlier) == diary.journal);
}

TEST_CASE("missing: whatever kind of file it is, and all of them at once") {
    Diary diary;
    for (const char* file : {"profile.toml", "practices.toml", "answers", "checkins"})
        fs::remove_all(diary.folder / file);
    const auto all = diary.missing();
    CHECK(all.size() == 5);
    Journal back;
    for (const MissingPart& each : all) back = with_missing(back, each.earlier);
    CHECK(back == without_checkin(diary.journal, day(2026, 11, 2), "d"));
}

TEST_CASE("missing: a file that another program emptied is, one of no bytes is a damaged one") {
    const Diary diary;
    put_bytes(diary.file(october), "format = 1\n#: end 0\n");
    CHECK(is_missing(diary, october));
    put_bytes(diary.file(october), "");
    CHECK_FALSE(is_missing(diary, october));
    CHECK(diary.store.read(october)->read_only.contains(october));
}

TEST_CASE("missing: what was taken out in the program is not") {
    Diary diary;
    Journal next = without_checkin(diary.journal, day(2026, 10, 1), "a");
    next = without_checkin(next, day(2026, 10, 2), "b");
    next.months.erase({2026, 10});
    next.practices = Practices{};
    save_all(diary.store, diary.journal, next);
    CHECK(diary.missing().empty());
}

TEST_CASE("missing: entries taken out of a file by hand are an edit like any other") {
    const Diary diary;
    put_bytes(diary.file(october), as_file("[[checkin]]\ndate = 2026-10-01\nmood = 1\n", 1));
    CHECK(diary.missing().empty());
}

TEST_CASE("missing: going on in a month that is gone does not make it forgotten") {
    Diary diary;
    fs::remove(diary.file(november));
    Store fresh{diary.folder.path()};
    fresh.keep_backups([&diary] { return diary.now; });
    const auto opened = fresh.open();
    REQUIRE(opened);
    const Journal next = with_checkin(opened->journal, checkin_on(day(2026, 11, 9), "new", 6));
    const Saved saved = save_all(fresh, opened->journal, next);
    CHECK(saved.gone == std::vector<Part>{november});
    for (int i = 0; i < 120; ++i) {  // until no earlier state has it any more
        diary.now = diary.now + 1;
        const auto now = fresh.open();
        save_all(fresh, now->journal,
                 with_checkin(now->journal,
                              checkin_on(day(2026, 11, 10), "x" + std::to_string(i), i % 11)));
    }
    const auto all = diary.missing();
    REQUIRE(all.size() == 1);
    CHECK(all[0].begun_anew);
    CHECK(all[0].added.checkins.added == 1);  // of the state that was kept
    const auto now = fresh.open();
    const Journal back = with_missing(now->journal, all[0].earlier);
    CHECK(find_checkin(back, day(2026, 11, 1), "c"));
    CHECK(find_checkin(back, day(2026, 11, 9), "new"));
    save_all(fresh, now->journal, back);
    CHECK(diary.missing().empty());
    REQUIRE(settle_missing(fresh, november));
    CHECK_FALSE(fs::exists(diary.folder / ".history/gone/checkins/2026-11.toml"));
    CHECK(fs::exists(diary.folder / ".history/merged/2026-11.toml.1"));
}

TEST_CASE("missing: a month that nobody writes in is kept in mind as long") {
    Diary diary;
    fs::remove(diary.file(october));
    for (int i = 0; i < 600; i += 3) {
        diary.now = diary.now + 3;
        diary.write(day(2026, 11, 10), "x" + std::to_string(i));
    }
    CHECK(is_missing(diary, october));
}

TEST_CASE("missing: what is left out is not spoken of again, until it is written in anew") {
    Diary diary;
    fs::remove(diary.file(october));
    REQUIRE(leave_out(diary.store, october));
    CHECK(diary.missing().empty());
    CHECK(open_all(diary.folder.path()).months.at({2026, 10})->checkins.empty());
    put_bytes(diary.file(november), "format = 1\n#: end 0\n");
    REQUIRE(leave_out(diary.store, november));
    CHECK(diary.missing().empty());
}

TEST_CASE("missing: a locked journal is no different, and what is noted is locked with it") {
    Diary diary;
    fs::remove(diary.file(october));
    diary.now = diary.now + 1;
    diary.write(day(2026, 11, 3), "e");
    diary.now = diary.now + 1;
    diary.write(day(2026, 11, 4), "f");
    const fs::path note = diary.folder / ".history/gone/checkins/2026-10.toml";
    REQUIRE(fs::exists(note));
    const KeyRef key = make_key();
    const auto lock = make_lock(*key, Secret{"correct horse"}, std::nullopt, least_cost());
    REQUIRE(lock);
    REQUIRE(change_lock(diary.folder.path(), {nullptr, key, *lock}, diary.now));
    CHECK(bytes_of(note).find("[[checkin]]") == std::string::npos);
    diary.store.use_key(key);
    CHECK(is_missing(diary, october));
    fs::remove(diary.file(profile));
    CHECK(is_missing(diary, profile));
    REQUIRE(leave_out(diary.store, october));
    CHECK_FALSE(is_missing(diary, october));
    CHECK(bytes_of(diary.file(october)).find("cipher") != std::string::npos);
    // Without the key it can be said that something is there, and no more.
    diary.store.use_key(nullptr);
    const auto all = find_missing(diary.store);
    if (all)
        CHECK(std::none_of(all->begin(), all->end(),
                           [](const MissingPart& each) { return each.readable; }));
}

}  // namespace missing_test
