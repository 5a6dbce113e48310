// Earlier states of a whole journal: when they are made, what is in them, and which are kept.
#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string>

#include "tests/unit/store/store_support.hpp"
#include "workbook/store/backup.hpp"
#include "workbook/store/store.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace backup_test {

namespace fs = std::filesystem;

namespace {

const Date today = day(2026, 11, 21);

std::int64_t counted(const fs::path& journal) {
    CountedFiles none;
    return count_checkins(journal, nullptr, none);
}

Journal days_up_to(int last) {
    std::vector<CheckIn> checkins;
    for (int i = 1; i <= last; ++i)
        checkins.push_back(checkin_on(day(2026, 11, i), "id" + std::to_string(i), i % 11));
    return journal_of(checkins);
}

// A store whose day is told by the test.
struct Diary {
    TemporaryFolder folder;
    Date now = today;
    Store store{folder.path()};

    Diary() {
        store.keep_backups([this] { return now; });
    }
    std::vector<Backup> backups() const {
        auto listed = list_backups(folder.path());
        REQUIRE(listed);
        return *listed;
    }
};

}  // namespace

TEST_CASE("backup: the state before a day's first change is kept once, and is a journal itself") {
    Diary diary;
    save_all(diary.store, {}, days_up_to(3));
    CHECK(diary.backups().empty());  // there was nothing before
    save_all(diary.store, days_up_to(3), days_up_to(4));
    save_all(diary.store, days_up_to(4), days_up_to(5));
    REQUIRE(diary.backups().size() == 1);
    const Backup first = diary.backups()[0];
    CHECK(first.date == today);
    CHECK(first.reason == BackupReason::day);
    CHECK(same_part(open_all(first.folder), days_up_to(3), {PartKind::month, {2026, 11}, {}}));
    CHECK(counted(first.folder) == 3);
    CHECK(counted(diary.folder.path()) == 5);

    diary.now = today + 1;
    save_all(diary.store, days_up_to(5), days_up_to(6));
    REQUIRE(diary.backups().size() == 2);
    CHECK(diary.backups()[0].number == 2);
    CHECK(counted(diary.backups()[0].folder) == 5);
}

TEST_CASE("backup: a clock that was set back makes no gap and takes nothing away") {
    Diary diary;
    save_all(diary.store, {}, days_up_to(1));
    save_all(diary.store, days_up_to(1), days_up_to(2));
    diary.now = day(2001, 1, 1);
    save_all(diary.store, days_up_to(2), days_up_to(3));
    REQUIRE(diary.backups().size() == 2);
    CHECK(diary.backups()[0].number == 2);
    CHECK(diary.backups()[0].date == day(2001, 1, 1));
}

TEST_CASE("backup: files that did not change share their bytes with the backup before") {
    Diary diary;
    Journal both =
        journal_of({checkin_on(day(2026, 10, 1), "a", 1), checkin_on(day(2026, 11, 1), "b", 2)});
    save_all(diary.store, {}, both);
    const Journal more = with_checkin(both, checkin_on(day(2026, 11, 2), "c", 3));
    save_all(diary.store, both, more);
    diary.now = today + 1;
    save_all(diary.store, more, with_checkin(more, checkin_on(day(2026, 11, 3), "d", 4)));
    const auto backups = diary.backups();
    REQUIRE(backups.size() == 2);
    const auto same = [&](const char* file) {
        return fs::equivalent(backups[0].folder / file, backups[1].folder / file);
    };
    CHECK(same("checkins/2026-10.toml"));
    CHECK_FALSE(same("checkins/2026-11.toml"));
    // But never with the journal itself: an editor may write into that in place.
    CHECK_FALSE(fs::equivalent(backups[0].folder / "checkins/2026-10.toml",
                               diary.folder / "checkins/2026-10.toml"));
}

TEST_CASE("backup: holds what a person added, and no links or hidden files") {
    const TemporaryFolder folder;
    put_bytes(folder / "profile.toml", "format = 1\n");
    put_bytes(folder / "workbooks/own.toml", "id = \"own\"\n");
    put_bytes(folder / ".lock", "");
    put_bytes(folder / "notes.txt", "no");
    put_bytes(folder / "outside/2026-11.toml", "x");
    fs::create_directory_symlink(folder / "outside", folder / "checkins");
    const auto made = make_backup(folder.path(), today, BackupReason::day);
    REQUIRE(made);
    REQUIRE(*made);
    CHECK(files_of_journal((*made)->folder) ==
          std::vector<fs::path>{"profile.toml", "workbooks/own.toml"});
    CHECK(bytes_of((*made)->folder / "workbooks/own.toml") == "id = \"own\"\n");
    CHECK(fs::status((*made)->folder).permissions() == fs::perms::owner_all);
}

TEST_CASE("backup: one that fails is not listed, is said, and what was written is saved") {
    Diary diary;
    save_all(diary.store, {}, days_up_to(3));
    SystemCalls full;
    const SystemCalls real;
    full.open = [real](const char* path, int flags, mode_t mode) {
        if (fs::weakly_canonical(path).string().find(".history/backups/.new") == std::string::npos)
            return real.open(path, flags, mode);
        errno = ENOSPC;
        return -1;
    };
    Store failing{diary.folder.path(), full};
    failing.keep_backups([] { return today; });
    const auto saved = failing.save(days_up_to(3), days_up_to(4));
    REQUIRE(saved);
    REQUIRE(saved->backup_failed);
    CHECK(saved->backup_failed->code == ErrorCode::system);
    CHECK(diary.backups().empty());
    CHECK(counted(diary.folder.path()) == 4);

    save_all(diary.store, days_up_to(4), days_up_to(5));
    REQUIRE(diary.backups().size() == 1);
    CHECK(counted(diary.backups()[0].folder) == 4);
}

}  // namespace backup_test
