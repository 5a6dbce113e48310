// A journal behind a lock: what is on disk, what opens, what is refused.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/store/archive.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/earlier.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/find_unsaved.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace locked_journal_test {

namespace fs = std::filesystem;

namespace {

constexpr const char* note = "walked along the canal";
const Date november = day(2026, 11, 1);
const fs::path month = "checkins/2026-11.toml";

Journal sample() { return journal_of({checkin_on(november, "a", 4, note)}); }

// A journal of one check-in, locked.
struct Diary {
    TemporaryFolder folder;
    KeyRef key;

    Diary() {
        Store store(folder.path());
        save_all(store, {}, sample());
        key = set_lock(folder.path(), passphrase);
    }
    fs::path file(const fs::path& name) const { return folder / name; }
    Store store() const { return locked_store(folder.path(), key); }
    Journal open() const {
        const auto opened = store().open();
        REQUIRE(opened);
        CHECK(opened->problems.empty());
        return opened->journal;
    }
};

}  // namespace

TEST_CASE("locked: nothing of the journal can be read in its files, and all of it with the key") {
    const Diary diary;
    CHECK(all_bytes(diary.folder.path()).find(" canal") == std::string::npos);
    CHECK(all_bytes(diary.folder.path()).find("mood =") == std::string::npos);
    CHECK(diary.open() == sample());
    Store store = diary.store();
    const Journal more = with_checkin(sample(), checkin_on(november + 1, "b", 5, "a canal again"));
    save_all(store, sample(), more);
    CHECK(diary.open() == more);
    CHECK(all_bytes(diary.folder.path()).find(" canal") == std::string::npos);
    for (const auto& entry : fs::recursive_directory_iterator(diary.folder.path())) {
        struct stat seen {};
        REQUIRE(stat(entry.path().c_str(), &seen) == 0);
        CHECK((seen.st_mode & 0077) == 0);
    }
}

TEST_CASE("locked: without the key, or with another, nothing opens and nothing is written") {
    const Diary diary;
    const std::string before = all_bytes(diary.folder.path());
    for (const KeyRef& key : {KeyRef{}, make_key()}) {
        Store store = locked_store(diary.folder.path(), key);
        const auto opened = store.open();
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::locked);
        const auto saved =
            store.save({}, journal_of({checkin_on(day(2026, 12, 1), "z", 1, "plain text")}));
        REQUIRE_FALSE(saved);
        CHECK(saved.error().code == ErrorCode::locked);
    }
    fs::remove(diary.file(".lock"));
    CHECK(all_bytes(diary.folder.path()) == before);
}

TEST_CASE("locked: with both lock files gone nothing plain is put beside what is encrypted") {
    const Diary diary;
    fs::remove(diary.file("lock.toml"));
    fs::remove(diary.file(".history/lock.toml"));
    Store store(diary.folder.path());
    const auto saved =
        store.save({}, journal_of({checkin_on(day(2026, 12, 1), "z", 1, "plain text")}));
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::lock_gone);
    CHECK_FALSE(fs::exists(diary.file("checkins/2026-12.toml")));
}

TEST_CASE("locked: files that were swapped, put back, changed or made by hand are told") {
    const Diary diary;
    Store store = diary.store();
    const Journal december = with_checkin(sample(), checkin_on(day(2026, 12, 1), "c", 6));
    save_all(store, sample(), december);
    const std::string old = bytes_of(diary.file(month));
    const Journal more = with_checkin(december, checkin_on(november + 1, "b", 5, "later"));
    save_all(store, december, more);

    SUBCASE("swapped") {
        put_bytes(diary.file(month), bytes_of(diary.file("checkins/2026-12.toml")));
        const auto opened = diary.store().open();
        REQUIRE(opened);
        REQUIRE(opened->read_only.size() == 1);
        CHECK(opened->problems[0].message.find("checkins/2026-12.toml") != std::string::npos);
    }
    SUBCASE("put back") {
        put_bytes(diary.file(month), old);
        const auto opened = diary.store().open();
        REQUIRE(opened);
        CHECK(opened->journal == december);
        REQUIRE(opened->distrust.size() == 1);
        CHECK(opened->distrust[0].words.message.find("older than") != std::string::npos);
    }
    SUBCASE("changed") {
        const std::string whole = bytes_of(diary.file(month));
        for (std::size_t at = 0; at < whole.size(); at += 97) {
            std::string flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ 2);
            put_bytes(diary.file(month), flipped);
            const auto opened = diary.store().open();
            REQUIRE(opened);
            CHECK((opened->read_only.size() == 1 || opened->journal == more));
            put_bytes(diary.file(month), whole.substr(0, at));
            const auto cut = diary.store().open();
            REQUIRE(cut);
            CHECK(cut->read_only.size() == 1);
        }
    }
    SUBCASE("plain") {
        put_bytes(diary.file(month), as_file("[[checkin]]\ndate = 2026-11-05\nmood = 1\n", 1));
        const auto opened = diary.store().open();
        REQUIRE(opened);
        CHECK(opened->read_only.size() == 1);
    }
}

TEST_CASE("locked: an envelope hides how long a text is up to 4 KiB, and is new each time") {
    const KeyRef key = make_key();
    const std::string one = seal("x", *key, "profile.toml", 1);
    CHECK(one.size() == seal(std::string(4000, 'x'), *key, "profile.toml", 1).size());
    CHECK(one != seal("x", *key, "profile.toml", 1));
    for (const std::size_t size : {0u, 1u, 4095u, 4096u, 4097u, 100'000u}) {
        const std::string text(size, 'x');
        const auto opened =
            open_file_text(seal(text, *key, "profile.toml", 7), key, "profile.toml", "file");
        REQUIRE(opened);
        REQUIRE(*opened);
        CHECK((*opened)->text == text);
        CHECK((*opened)->generation == 7);
    }
}

TEST_CASE("locked: versions, backups, drafts and archives are encrypted and open with the key") {
    Diary diary;
    Store store = diary.store();
    store.keep_backups([] { return day(2026, 11, 22); });
    const Journal less = with_checkin(sample(), checkin_on(november, "a", 4, "a short one"));
    save_all(store, sample(), less);
    REQUIRE(
        keep_unsaved(diary.file("kept/x.toml"), diary.folder.path(), less, sample(), diary.key));
    const std::string all = all_bytes(diary.folder.path());
    CHECK(all.find(" canal") == std::string::npos);
    CHECK(all.find("a short") == std::string::npos);

    const auto backups = list_backups(diary.folder.path());
    REQUIRE(backups);
    REQUIRE(backups->size() == 2);
    CHECK(backups->back().reason == BackupReason::lock);
    for (const Backup& backup : *backups) {
        const auto opened = locked_store(backup.folder, diary.key).open();
        REQUIRE(opened);
        CHECK(opened->journal == sample());
        CountedFiles counted;
        CHECK(count_checkins(backup.folder, diary.key, counted) == 1);
        counted.clear();
        CHECK(count_checkins(backup.folder, nullptr, counted) == 0);
    }
    CHECK(read_unsaved(diary.file("kept"), diary.folder.path()).empty());
    const auto unsaved = read_unsaved(diary.file("kept"), diary.folder.path(), diary.key);
    REQUIRE(unsaved.size() == 1);
    CHECK(unsaved[0].ours == sample());

    const auto archive = collect_files(diary.folder.path());
    REQUIRE(archive);
    CHECK(archive->contains("lock.toml"));
    CHECK(is_locked(*archive));
    const auto elsewhere = lock_of(*archive, "a.tar");
    REQUIRE(elsewhere);
    REQUIRE(*elsewhere);
    const auto key = unlock(**elsewhere, Secret(passphrase), "lock.toml");
    REQUIRE(key);
    const auto journal = read_archived(*archive, "a.tar", *key);
    REQUIRE(journal);
    CHECK(*journal == less);
    CHECK_FALSE(read_archived(*archive, "a.tar", nullptr));
}

TEST_CASE("locked: a damaged file has an earlier one, and what is set aside stays encrypted") {
    const Diary diary;
    Store store = diary.store();
    const Journal more = with_checkin(sample(), checkin_on(november + 1, "b", 5, "later"));
    save_all(store, sample(), more);
    const std::string whole = bytes_of(diary.file(month));
    put_bytes(diary.file(month), whole.substr(0, whole.size() / 2));
    const Part part{PartKind::month, november.year_month(), {}};
    const auto earlier = find_earlier(store, part);
    REQUIRE(earlier);
    REQUIRE(*earlier);
    CHECK((*earlier)->journal == sample());
    REQUIRE(use_earlier(store, **earlier));
    CHECK(diary.open() == sample());
    CHECK(all_bytes(diary.folder.path()).find(" canal") == std::string::npos);
}

TEST_CASE("locked: copies of a sync tool are read, encrypted or not, and put away encrypted") {
    const Diary diary;
    const Store store = diary.store();
    const fs::path encrypted = "checkins/2026-11.sync-conflict-1.toml";
    fs::copy_file(diary.file(month), diary.file(encrypted));
    const auto same = read_copy(store, encrypted);
    REQUIRE(same);
    CHECK_FALSE(same->refused);
    CHECK(with_copy(sample(), *same) == sample());

    const fs::path plain = "checkins/2026-11 (copy).toml";
    put_bytes(diary.file(plain),
              as_file("[[checkin]]\nid = \"z\"\ndate = 2026-11-05\nnote = \"a canal\"\n", 1));
    const auto copy = read_copy(store, plain);
    REQUIRE(copy);
    REQUIRE_FALSE(copy->refused);
    Store writing = diary.store();
    save_all(writing, sample(), with_copy(sample(), *copy));
    REQUIRE(put_away(store, *copy));
    CHECK(checkins_on(diary.open(), day(2026, 11, 5), "me").size() == 1);
    CHECK(all_bytes(diary.folder.path()).find(" canal") == std::string::npos);
}

}  // namespace locked_journal_test
