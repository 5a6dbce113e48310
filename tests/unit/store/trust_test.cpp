// What is told of a locked journal whose files are not as they were left, and what is not.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/generations.hpp"
#include "workbook/store/lock_pin_change.hpp"
#include "workbook/store/lock_ways.hpp"
#include "workbook/store/missing.hpp"

using namespace rekindle;
using namespace rekindle::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* passphrase = "four plain garden words";
const Date today = day(2026, 11, 21);
const fs::path november = "checkins/2026-11.toml";
const fs::path october = "checkins/2026-10.toml";
const Part november_part{PartKind::month, {2026, 11}, {}};
const Part october_part{PartKind::month, {2026, 10}, {}};

Journal sample() {
    return journal_of({checkin_on(day(2026, 11, 1), "a", 4, "first"),
                       checkin_on(day(2026, 10, 1), "b", 5, "october")});
}

// A locked journal of two months, and two computers that can remember it.
struct Diary {
    TemporaryFolder folder;
    KeyRef key;
    int written = 0;

    Diary() {
        fs::create_directory(folder / "journal");
        Store store(journal());
        save_all(store, {}, sample());
        key = set_lock(journal(), passphrase);
    }
    fs::path journal() const { return folder / "journal"; }
    fs::path file(const fs::path& name) const { return journal() / name; }
    Store store(const char* computer = "pins") const {
        Store store = locked_store(journal(), key);
        if (computer) store.keep_pins_in(folder / computer);
        return store;
    }
    Opened open(const char* computer = "pins") const {
        auto opened = store(computer).open();
        REQUIRE(opened);
        return *std::move(opened);
    }
    std::vector<DistrustKind> told(const char* computer = "pins") const {
        std::vector<DistrustKind> kinds;
        for (const Distrust& each : open(computer).distrust) kinds.push_back(each.kind);
        return kinds;
    }
    // One save more of that day's month.
    Result<Saved> write(Date date, const char* computer = "pins") {
        const Journal now = open(computer).journal;
        const std::string id = "w" + std::to_string(++written);
        return store(computer).save(now, with_checkin(now, checkin_on(date, id, 3, id)));
    }
    void write_well(Date date, const char* computer = "pins") {
        const auto saved = write(date, computer);
        REQUIRE(saved);
        REQUIRE(saved->refused.empty());
    }
    std::map<fs::path, std::string> state() const {
        std::map<fs::path, std::string> files;
        for (const auto& entry : fs::recursive_directory_iterator(journal()))
            if (entry.is_regular_file())
                files[entry.path().lexically_relative(journal())] = bytes_of(entry.path());
        return files;
    }
    void put_back(const std::map<fs::path, std::string>& files) const {
        for (const auto& entry : state())
            if (!files.contains(entry.first)) fs::remove(file(entry.first));
        for (const auto& [name, bytes] : files) put_bytes(file(name), bytes);
    }
    int number(const fs::path& name) const {
        const auto now = look_at(journal(), name.generic_string(), key);
        return now ? now->saves : 0;
    }
};

using Told = std::vector<DistrustKind>;

}  // namespace

TEST_CASE(
    "trust: a journal that only Rekindle wrote raises none, on one computer or two by turns") {
    Diary diary;
    CHECK(diary.told().empty());
    for (int i = 0; i < 3; ++i) {
        diary.write_well(day(2026, 11, 2 + i));
        diary.write_well(day(2026, 10, 2 + i), "other");
        diary.write_well(day(2026, 9, 2 + i));
        CHECK(diary.told().empty());
        CHECK(diary.told("other").empty());
        CHECK(diary.told(nullptr).empty());
    }
    REQUIRE(change_lock_pinned(diary.journal(), diary.folder / "pins",
                               {diary.key, nullptr, std::nullopt}, today));
    diary.key = make_key();
    REQUIRE(change_lock_pinned(diary.journal(), diary.folder / "pins",
                               {nullptr, diary.key, quick_lock(diary.key, passphrase)}, today));
    CHECK(diary.told().empty());
    const KeyRef next = make_key();
    REQUIRE(change_lock_pinned(diary.journal(), diary.folder / "pins",
                               {diary.key, next, quick_lock(next, passphrase)}, today));
    diary.key = next;
    CHECK(diary.told().empty());
    CHECK(diary.told(nullptr).empty());
}

TEST_CASE("trust: an older file is shown, refused byte for byte, and the newest once accepted") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    const std::string old = bytes_of(diary.file(november));
    diary.write_well(day(2026, 11, 3));
    const int newest = diary.number(november);
    const char* computer = "pins";
    SUBCASE("on the computer that saved it") {}
    SUBCASE("on another one") { computer = "other"; }
    SUBCASE("on one that remembers nothing") { computer = nullptr; }
    put_bytes(diary.file(november), old);
    const Opened opened = diary.open(computer);
    REQUIRE(opened.distrust.size() == 1);
    CHECK(opened.distrust[0].kind == DistrustKind::older_file);
    CHECK(opened.distrust[0].part == november_part);
    CHECK(opened.read_only.at(november_part).code == ErrorCode::distrusted);
    CHECK(checkins_on(opened.journal, day(2026, 11, 2), "me").size() == 1);

    const auto saved = diary.write(day(2026, 11, 4), computer);
    REQUIRE(saved);
    CHECK(saved->refused.contains(november_part));
    CHECK(bytes_of(diary.file(november)) == old);
    diary.write_well(day(2026, 10, 4), computer);  // everything else is saved as always
    CHECK(diary.told(computer) == Told{DistrustKind::older_file});

    REQUIRE(diary.store(computer).accept(opened.distrust));
    CHECK(diary.told(computer).empty());
    CHECK(diary.number(november) == newest + 1);
    diary.write_well(day(2026, 11, 4), computer);
    CHECK(diary.number(november) == newest + 2);
    put_bytes(diary.file(november), old);
    CHECK(diary.told(computer) == Told{DistrustKind::older_file});
}

TEST_CASE("trust: a file exchanged for one of the same number is told") {
    Diary diary;
    const auto before = diary.state();
    diary.write_well(day(2026, 11, 2), nullptr);
    const std::string other = bytes_of(diary.file(november));
    diary.put_back(before);
    diary.write_well(day(2026, 11, 3));
    put_bytes(diary.file(november), other);
    const Opened opened = diary.open();
    REQUIRE(opened.distrust.size() == 1);
    CHECK(opened.distrust[0].kind == DistrustKind::exchanged_file);
    const auto saved = diary.write(day(2026, 11, 4));
    REQUIRE(saved);
    CHECK(saved->refused.contains(november_part));
    CHECK(bytes_of(diary.file(november)) == other);
    REQUIRE(diary.store().accept(opened.distrust));
    CHECK(diary.told().empty());
}

TEST_CASE("trust: line ends and comments around an envelope are no exchange") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    std::string text = "# a comment\r\n";
    for (const char each : bytes_of(diary.file(november)))
        text += each == '\n' ? std::string("\r\n") : std::string{each};
    put_bytes(diary.file(november), text);
    for (const DistrustKind kind : diary.told()) CHECK(kind != DistrustKind::exchanged_file);
}

TEST_CASE("trust: a file that is gone is told, and its numbers go on when it is written anew") {
    Diary diary;
    diary.write_well(day(2026, 10, 2));
    const int newest = diary.number(october);
    fs::remove(diary.file(october));
    CHECK(diary.told() == Told{DistrustKind::file_gone});
    CHECK(diary.told(nullptr) == Told{DistrustKind::file_gone});
    SUBCASE("written anew") {
        diary.write_well(day(2026, 10, 3));
        CHECK(diary.number(october) == newest + 1);
    }
    SUBCASE("written anew, with the list gone as well") {
        fs::remove(list_of(diary.journal()));
        diary.write_well(day(2026, 10, 3));
        CHECK(diary.number(october) == newest + 1);
    }
    SUBCASE("accepted") {
        REQUIRE(diary.store().accept(diary.open().distrust));
        CHECK(diary.number(october) == newest + 1);
        const auto missing = find_missing(diary.store());
        REQUIRE(missing);
        CHECK(missing->empty());
    }
    CHECK(diary.told().empty());
}

TEST_CASE("trust: all put back at once is told by what this computer remembers") {
    Diary diary;
    diary.write_well(day(2026, 10, 2));
    const auto before = diary.state();
    diary.write_well(day(2026, 11, 2));
    diary.write_well(day(2026, 11, 3));
    diary.put_back(before);
    CHECK(diary.told(nullptr).empty());  // by nothing else
    CHECK(diary.told("other").empty());
    CHECK(diary.told() == Told{DistrustKind::older_file, DistrustKind::older_state});
    const auto saved = diary.write(day(2026, 11, 4));
    REQUIRE(saved);
    CHECK(saved->refused.contains(november_part));
    CHECK(bytes_of(diary.file(november)) == before.at(november));
    diary.write_well(day(2026, 10, 4));  // writes the list anew; the file stays what it is
    CHECK(diary.told() == Told{DistrustKind::older_file});
    REQUIRE(diary.store().accept(diary.open().distrust));
    CHECK(diary.told().empty());
}

TEST_CASE("trust: a list that is gone is told, and written with the next save") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    const std::string old = bytes_of(diary.file(november));
    diary.write_well(day(2026, 11, 3));
    fs::remove(list_of(diary.journal()));
    CHECK(diary.told() == Told{DistrustKind::older_state});
    put_bytes(diary.file(november), old);
    CHECK(diary.told() == Told{DistrustKind::older_file, DistrustKind::older_state});
    CHECK(diary.told(nullptr).empty());
    diary.write_well(day(2026, 10, 2));
    CHECK(diary.told() == Told{DistrustKind::older_file});
}

TEST_CASE("trust: a file from another computer whose list has not come yet is fine") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    const std::string list = bytes_of(list_of(diary.journal()));
    diary.write_well(day(2026, 11, 3), "other");
    const std::string others = bytes_of(list_of(diary.journal()));
    put_bytes(list_of(diary.journal()), list);
    CHECK(diary.told().empty());
    diary.write_well(day(2026, 11, 4));
    CHECK(diary.told().empty());
    // Then the other's list comes over this one.
    put_bytes(list_of(diary.journal()), others);
    for (const DistrustKind kind : diary.told()) CHECK(kind == DistrustKind::older_state);
    diary.write_well(day(2026, 11, 5));
    CHECK(diary.told().empty());
}

TEST_CASE("trust: where two computers wrote at the same time it is told, and nothing is lost") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    diary.write_well(day(2026, 10, 2), "other");
    const auto before = diary.state();
    diary.write_well(day(2026, 11, 3));
    const auto ours = diary.state();
    diary.put_back(before);
    diary.write_well(day(2026, 11, 4), "other");
    const auto theirs = diary.state();
    SUBCASE("their file and our list") {
        put_bytes(list_of(diary.journal()), ours.at(".history/generations.toml"));
        CHECK(diary.told() == Told{DistrustKind::exchanged_file});
        REQUIRE(diary.store().accept(diary.open().distrust));
    }
    SUBCASE("all of theirs") {}
    SUBCASE("our file and their list") {
        put_bytes(diary.file(november), ours.at(november));
        CHECK(diary.told("other") == Told{DistrustKind::exchanged_file});
    }
    CHECK(diary.told().empty());
    diary.write_well(day(2026, 11, 5));
    CHECK(diary.told().empty());
    CHECK(diary.told("other").empty());
}

TEST_CASE("trust: the lock before, put back right after it was changed, is told at once") {
    Diary diary;
    CHECK(diary.told().empty());
    const auto before = read_lock(diary.journal());
    REQUIRE(before);
    REQUIRE(*before);
    LockFile next = **before;
    sign_ways(next, *diary.key);
    REQUIRE(keep_ways_pinned(diary.journal(), diary.folder / "pins", {diary.key, **before, next},
                             Opener{Secret(std::string_view(passphrase))}));
    REQUIRE(write_lock(diary.journal(), **before));
    CHECK(diary.told() == Told{DistrustKind::older_lock});
    CHECK(diary.told("other") == Told{DistrustKind::older_lock});
}

TEST_CASE("trust: the lists of earlier versions, or none, are taken in with the first save") {
    Diary diary;
    diary.write_well(day(2026, 11, 2), nullptr);
    SUBCASE("none") { fs::remove(list_of(diary.journal())); }
    SUBCASE("numbers alone") {
        put_bytes(list_of(diary.journal()),
                  generations_text(*diary.key, {{november.generic_string(), 2}}));
    }
    CHECK(diary.told().empty());
    diary.write_well(day(2026, 11, 3));
    const auto list = parse_list(bytes_of(list_of(diary.journal())), diary.key, "generations.toml");
    REQUIRE(list);
    CHECK(list->counter >= 1);
    CHECK(list->files.size() >= 2);
    for (const auto& [name, file] : list->files) {
        CHECK(file.saves == diary.number(name));
        CHECK_FALSE(file.hash.empty());
    }
    CHECK(diary.told().empty());
}

TEST_CASE(
    "trust: a change of the key on another computer is told here, and nothing written before") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    const KeyRef next = make_key();
    REQUIRE(change_lock_pinned(diary.journal(), diary.folder / "other",
                               {diary.key, next, quick_lock(next, passphrase)}, today));
    diary.key = next;
    CHECK(diary.told("other").empty());
    const Opened opened = diary.open();
    REQUIRE(opened.distrust.size() == 1);
    CHECK(opened.distrust[0].kind == DistrustKind::other_key);
    CHECK(opened.read_only.contains(november_part));
    const auto refused = diary.write(day(2026, 11, 3));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::distrusted);
    REQUIRE(diary.store().accept(opened.distrust));
    CHECK(diary.told().empty());
    diary.write_well(day(2026, 11, 3));
    CHECK(diary.told().empty());
}

TEST_CASE("trust: an earlier lock.toml of the same key is told, a newer one taken in") {
    Diary diary;
    // As if the passphrase had been changed, that many times in all.
    const auto lock_saved = [&](int saves, const char* words) {
        auto lock = make_lock(*diary.key, Secret(words), std::nullopt, quick, today, saves - 1);
        REQUIRE(lock);
        CHECK(lock->saves == saves);
        return *lock;
    };
    const auto put = [&](const LockFile& lock) { REQUIRE(write_lock(diary.journal(), lock)); };
    const LockFile first = lock_saved(2, "the first long passphrase");
    const LockFile second = lock_saved(3, "the second long passphrase");
    const LockFile other = lock_saved(3, "another second passphrase");
    put(first);
    CHECK(diary.told().empty());
    diary.write_well(day(2026, 11, 2));
    put(second);
    CHECK(diary.told().empty());
    diary.write_well(day(2026, 11, 3));
    put(first);
    CHECK(diary.told() == Told{DistrustKind::older_lock});
    CHECK(diary.told("other") == Told{DistrustKind::older_lock});
    diary.write_well(day(2026, 11, 4));
    CHECK(diary.told() == Told{DistrustKind::older_lock});
    put(other);
    CHECK(diary.told() == Told{DistrustKind::older_lock});

    // A number that nobody with the key has written counts for nothing.
    LockFile forged = second;
    forged.saves = 9;
    put(forged);
    CHECK(diary.told() == Told{DistrustKind::older_lock});
    put(second);
    CHECK(diary.told().empty());

    put(first);
    REQUIRE(diary.store().accept(diary.open().distrust));
    CHECK(diary.told().empty());
}

TEST_CASE("trust: the lock before a change is an earlier one though nothing was saved since") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    const LockFile before = **read_lock(diary.journal());
    const auto after = change_passphrase_of(before, *diary.key, 0, Secret("another long one"),
                                            std::nullopt, today);
    REQUIRE(after);
    REQUIRE(keep_ways_pinned(diary.journal(), diary.folder / "pins", {diary.key, before, *after},
                             Opener{Secret("another long one")}));
    REQUIRE(write_lock(diary.journal(), before));  // put back, with its copy
    CHECK(diary.told() == Told{DistrustKind::older_lock});
    CHECK(diary.told("other") == Told{DistrustKind::older_lock});
    REQUIRE(write_lock(diary.journal(), *after));
    CHECK(diary.told().empty());
}

TEST_CASE("trust: what brings back or leaves out a part raises none of itself") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    const std::string whole = bytes_of(diary.file(november));
    put_bytes(diary.file(november), whole.substr(0, whole.size() / 2));
    const Store store = diary.store();
    const auto earlier = find_earlier(store, november_part);
    REQUIRE(earlier);
    REQUIRE(*earlier);
    REQUIRE(use_earlier(store, **earlier));
    CHECK(diary.told().empty());
    fs::remove(diary.file(october));
    REQUIRE(leave_out(store, october_part));
    CHECK(diary.told().empty());
    diary.write_well(day(2026, 11, 3));
    CHECK(diary.told().empty());
}
