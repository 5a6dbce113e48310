// What is told of a locked journal whose lock, key or lists are not as they were left, and what is
// not told of what the program itself does.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/unit/store/trust_support.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/generations.hpp"
#include "workbook/store/lock_pin_change.hpp"
#include "workbook/store/lock_ways.hpp"
#include "workbook/store/missing.hpp"

using namespace rekindle;
using namespace rekindle::test;
using namespace rekindle::test::trust;

namespace trust_test {

namespace fs = std::filesystem;

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

}  // namespace trust_test
