// The program's own folders and files, with a link planted at each step that leads to one.
#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/unit/store/store_support.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/backup.hpp"
#include "workbook/store/damaged.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/versions.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace own_folder_test {

namespace fs = std::filesystem;

namespace {

const Date november = day(2026, 11, 21);
const fs::path month = "checkins/2026-11.toml";

// A journal, and beside it a folder of somebody's that no link may lead to.
struct Ground {
    TemporaryFolder folder;
    fs::path journal = folder / "journal";
    fs::path outside = folder / "outside";
    Ground() {
        put_bytes(outside / "theirs.toml", "theirs");
        Store store(journal);
        save_all(store, Journal{}, first());
    }
    static Journal first() { return journal_of({checkin_on(november, "a", 4, "first")}); }
    static Journal second() {
        return with_checkin(first(), checkin_on(november + 1, "b", 5, "second"));
    }
    // Whether all outside is as it was.
    bool untouched() const {
        return test::names_in(outside, true) == std::vector<std::string>{"theirs.toml"} &&
               bytes_of(outside / "theirs.toml") == "theirs";
    }
    // A link where the program's own folder or file belongs.
    void plant(const fs::path& own, const fs::path& target) const {
        fs::remove_all(journal / own);
        fs::create_directories((journal / own).parent_path());
        fs::create_symlink(target, journal / own);
    }
};

Result<std::optional<Backup>> back_up(const Ground& place) {
    return make_backup(place.journal, november, BackupReason::restore);
}

}  // namespace

TEST_CASE("own folder: a link at any step is refused by its own name, and nothing is behind it") {
    for (const fs::path planted : {".history", ".history/a", ".history/a/b"})
        for (const char* target : {"outside", "outside/theirs.toml", "nowhere"}) {
            CAPTURE(planted.string());
            CAPTURE(target);
            const Ground place;
            place.plant(planted, place.folder / target);
            const auto made = OwnFolder::make(place.journal, ".history/a/b");
            REQUIRE_FALSE(made);
            CHECK(made.error().code == ErrorCode::invalid);
            CHECK(made.error().place.file == (place.journal / planted).string());
            CHECK_FALSE(OwnFolder::open(place.journal, ".history/a/b"));
            CHECK_FALSE(write_own_file(place.journal, ".history/a/b/c.toml", "x"));
            CHECK_FALSE(read_own_file(place.journal, ".history/a/b/theirs.toml"));
            remove_own_file(place.journal, ".history/a/b/theirs.toml");
            CHECK(place.untouched());
            CHECK_FALSE(fs::exists(place.folder / "nowhere"));
        }
}

TEST_CASE("own folder: the journal itself may be reached through a link of one's own") {
    const Ground place;
    fs::create_directory_symlink(place.journal, place.folder / "link");
    REQUIRE(write_own_file(place.folder / "link", ".history/a/b.toml", "text"));
    CHECK(bytes_of(place.journal / ".history/a/b.toml") == "text");
    const auto read = read_own_file(place.journal, ".history/a/b.toml");
    REQUIRE(read);
    CHECK(read->value_or("") == "text");
    const auto none = read_own_file(place.journal, ".history/a/none.toml");
    REQUIRE(none);
    CHECK_FALSE(none->has_value());
    CHECK(fs::status(place.journal / ".history/a").permissions() == fs::perms::owner_all);
}

TEST_CASE("own folder: a link in place of a file is not read; written, it is itself replaced") {
    const Ground place;
    const fs::path file = ".history/lock.toml";
    place.plant(file, place.outside / "theirs.toml");
    const auto read = read_own_file(place.journal, file);
    REQUIRE_FALSE(read);
    CHECK(read.error().place.file == (place.journal / file).string());
    REQUIRE(write_own_file(place.journal, file, "ours"));
    CHECK(fs::is_regular_file(fs::symlink_status(place.journal / file)));
    CHECK(bytes_of(place.journal / file) == "ours");
    CHECK(place.untouched());
}

TEST_CASE("own folder: what is taken away is never what a link leads to") {
    const Ground place;
    fs::create_directories(place.journal / ".history/deep/er");
    fs::create_symlink(place.outside, place.journal / ".history/deep/er/link");
    put_bytes(place.journal / ".history/deep/file", "x");
    remove_own_file(place.journal, ".history/deep");
    CHECK_FALSE(fs::exists(place.journal / ".history/deep"));
    CHECK(place.untouched());
}

TEST_CASE("links: words are saved whatever stands in place of the history") {
    for (const fs::path planted : {".history", ".history/versions", ".history/versions/checkins",
                                   ".history/backups", ".history/interrupted", ".lock"}) {
        CAPTURE(planted.string());
        const Ground place;
        place.plant(planted, place.outside);
        put_bytes(place.journal / ".2026-10.toml.1-0.new", "left over");
        Store store(place.journal);
        store.keep_backups([] { return november; });
        save_all(store, Ground::first(), Ground::second());
        CHECK(open_all(place.journal) == Ground::second());
        CHECK(place.untouched());
    }
}

TEST_CASE("links: lock.toml and its spare are not read through one") {
    const Ground place;
    for (const fs::path planted : {"lock.toml", ".history/lock.toml"}) {
        CAPTURE(planted.string());
        place.plant(planted, place.outside / "theirs.toml");
        CHECK_FALSE(read_file_of(place.journal, planted));
        fs::remove(place.journal / planted);
    }
    CHECK(place.untouched());
}

TEST_CASE("links: backups are neither made, read nor thinned through one") {
    const Ground place;
    REQUIRE(back_up(place));
    place.plant(".history/backups/.new", place.outside);
    REQUIRE(back_up(place));
    CHECK(place.untouched());

    const auto backups = list_backups(place.journal);
    REQUIRE(backups);
    REQUIRE(backups->size() == 2);
    const fs::path newest = backups->front().folder;
    place.plant(newest.lexically_relative(place.journal) / month, place.outside / "theirs.toml");
    CHECK_FALSE(
        Store(newest).read(Part{PartKind::month, november.year_month(), {}})->read_only.empty());
    CHECK(files_of_journal(newest) == std::vector<fs::path>{});

    place.plant(".history/backups", place.outside);
    CHECK_FALSE(list_backups(place.journal));
    CHECK_FALSE(back_up(place));
    thin_backups(place.journal);
    CHECK(place.untouched());
}

TEST_CASE("links: what is set aside goes nowhere else, and of a link its bytes are kept") {
    const Ground place;
    place.plant(".history/damaged", place.outside);
    CHECK_FALSE(set_aside(place.journal, month, nullptr));
    CHECK_FALSE(keep_damaged(place.journal, month, "x", nullptr));
    CHECK(fs::exists(place.journal / month));
    fs::remove(place.journal / ".history/damaged");
    place.plant("profile.toml", place.outside / "theirs.toml");
    const auto kept = set_aside(place.journal, "profile.toml", nullptr);
    REQUIRE(kept);
    CHECK(bytes_of(*kept) == "theirs");
    CHECK(fs::is_regular_file(fs::symlink_status(*kept)));
    CHECK_FALSE(fs::exists(fs::symlink_status(place.journal / "profile.toml")));
    CHECK(place.untouched());
}

TEST_CASE("links: a file and a folder of the person's own may still be some") {
    const Ground place;
    fs::rename(place.journal / "checkins", place.folder / "elsewhere");
    fs::create_directory_symlink(place.folder / "elsewhere", place.journal / "checkins");
    Store store(place.journal);
    save_all(store, Ground::first(), Ground::second());
    CHECK(fs::is_symlink(place.journal / "checkins"));
    CHECK(open_all(place.journal) == Ground::second());
    CHECK(list_kept_versions(place.journal, month).size() == 1);
}

TEST_CASE("links: root in the journal of somebody else follows none, and reads nothing behind it") {
    if (::geteuid() != 0) return;
    const Ground place;
    constexpr uid_t other = 4711;
    put_bytes(place.outside / "theirs.toml", as_file("", 0));
    const std::string before = bytes_of(place.outside / "theirs.toml");
    place.plant("profile.toml", place.outside / "theirs.toml");
    REQUIRE(::chown(place.journal.c_str(), other, other) == 0);
    CHECK_FALSE(Store(place.journal).open()->read_only.empty());
    fs::rename(place.journal / "checkins", place.folder / "elsewhere");
    fs::create_directory_symlink(place.folder / "elsewhere", place.journal / "checkins");
    Store store(place.journal);
    const auto saved = store.save(Ground::first(), Ground::second());
    REQUIRE(saved);
    CHECK_FALSE(saved->refused.empty());
    CHECK(test::names_in(place.folder / "elsewhere", true) ==
          std::vector<std::string>{"2026-11.toml"});
    CHECK(bytes_of(place.outside / "theirs.toml") == before);
}

TEST_CASE("lock: another name of somebody's file in its place keeps its mode") {
    const Ground place;
    fs::permissions(place.outside / "theirs.toml", fs::perms(0644));
    fs::remove(place.journal / ".lock");
    fs::create_hard_link(place.outside / "theirs.toml", place.journal / ".lock");
    REQUIRE(FolderLock::take(place.journal, std::chrono::milliseconds{0}));
    CHECK(fs::status(place.outside / "theirs.toml").permissions() == fs::perms(0644));
}

TEST_CASE("leftovers: in the history drafts are kept, and begun or unpacked copies go") {
    const Ground place;
    const fs::path history = place.journal / ".history";
    put_bytes(history / ".generations.toml.1-0.new", "a");
    put_bytes(history / "merged/.2026-11.toml.1.7-0.new", "b");
    put_bytes(history / "versions/checkins/2026-11/.000001.toml.7-0.new", "c");
    put_bytes(history / ".restoring/checkins/2026-11.toml", "unpacked words");
    put_bytes(history / "backups/.new/profile.toml", "copied");
    keep_all_leftovers(place.journal, nullptr);
    CHECK_FALSE(fs::exists(history / ".restoring"));
    CHECK_FALSE(fs::exists(history / "backups/.new"));
    CHECK(test::names_in(history / "interrupted") ==
          std::vector<std::string>{"000001.toml.1", "2026-11.toml.1.1", "generations.toml.1"});
}

}  // namespace own_folder_test
