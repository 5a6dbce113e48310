// Setting the lock and taking it off: nothing is lost, nothing plain stays, whatever happens in
// between.
#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/files/file.hpp"
#include "workbook/store/convert_unsaved.hpp"
#include "workbook/store/find_unsaved.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace lock_change_test {

namespace fs = std::filesystem;

namespace {

const Date today = day(2026, 11, 21);

// A journal with everything in it that a lock has to cover.
void fill(const fs::path& folder) {
    Store store(folder);
    store.keep_backups([] { return today - 1; });
    const Journal first = journal_of({checkin_on(day(2026, 10, 3), "a", 4, "by the canal")});
    save_all(store, {}, first);
    save_all(store, first, two_months());
    put_bytes(folder / ".history/damaged/2026-09.toml.1", "a canal, cut sho");
    put_bytes(folder / ".history/interrupted/2026-09.toml.1", "another canal");
    put_bytes(folder / "checkins/2026-11.sync-conflict-1.toml", "the canal of a sync tool");
    put_bytes(folder / "checkins/.2026-11.toml.77-0.new", "the canal of a draft");
}

// Everything that a person has, by name; not what only one form of the journal has.
std::map<std::string, std::string> files_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        const bool of_lock = name.find("lock") != std::string::npos ||
                             name.find("generations") != std::string::npos ||
                             name.starts_with(".history/backups");
        if (entry.is_regular_file() && !of_lock) files[name] = bytes_of(entry.path());
    }
    return files;
}

// The real calls, of which the one with this number fails or is the last of the process.
struct Fault {
    int at = 0;
    bool cut = false;  // everything from then on fails: the process is gone
};
SystemCalls failing(std::shared_ptr<int> count, Fault fault) {
    SystemCalls calls;
    const SystemCalls real;
    const auto fails = [count, fault] {
        const int now = (*count)++;
        errno = EIO;
        return fault.cut ? now >= fault.at : now == fault.at;
    };
    calls.open = [=](const char* path, int flags, mode_t mode) {
        return fails() ? -1 : real.open(path, flags, mode);
    };
    calls.write = [=](int file, const void* bytes, std::size_t size) -> ssize_t {
        return fails() ? -1 : real.write(file, bytes, size);
    };
    calls.fsync = [=](int file) { return fails() ? -1 : real.fsync(file); };
    calls.renameat2 = [=](const char* from, const char* to, unsigned flags) {
        return fails() ? -1 : real.renameat2(from, to, flags);
    };
    return calls;
}

bool opens_plain(const fs::path& folder) {
    const auto opened = Store(folder).open();
    return opened && opened->read_only.empty() && opened->journal == two_months();
}

bool opens_with(const fs::path& folder, const KeyRef& key) {
    const auto opened = locked_store(folder, key).open();
    return opened && opened->read_only.empty() && opened->journal == two_months();
}

}  // namespace

TEST_CASE("lock change: on and off again gives back every file, and while on none is plain") {
    const TemporaryFolder folder;
    fill(folder.path());
    const auto before = files_of(folder.path());
    const KeyRef key = set_lock(folder.path(), passphrase);
    CHECK(all_bytes(folder.path()).find(" canal") == std::string::npos);
    CHECK_FALSE(fs::exists(folder / ".locking"));
    CHECK(opens_with(folder.path(), key));
    REQUIRE(change_lock(folder.path(), {key, nullptr, std::nullopt}, today));
    CHECK(files_of(folder.path()) == before);
    CHECK_FALSE(fs::exists(folder / "lock.toml"));
    CHECK_FALSE(fs::exists(folder / ".history/lock.toml"));
    CHECK(opens_plain(folder.path()));
}

TEST_CASE("lock change: a new key opens all, the old one nothing") {
    const TemporaryFolder folder;
    fill(folder.path());
    const KeyRef old = set_lock(folder.path(), passphrase);
    const KeyRef key = make_key();
    REQUIRE(
        change_lock(folder.path(), {old, key, quick_lock(key, "another long passphrase")}, today));
    CHECK(opens_with(folder.path(), key));
    CHECK_FALSE(opens_with(folder.path(), old));
    CHECK(all_bytes(folder.path()).find(old->id()) == std::string::npos);
    const auto backups = list_backups(folder.path());
    REQUIRE(backups);
    for (const Backup& backup : *backups) {
        CHECK(locked_store(backup.folder, key).open()->read_only.empty());
        CHECK_FALSE(locked_store(backup.folder, old).open()->read_only.empty());
    }
}

TEST_CASE("lock change: backups go on sharing their files") {
    const TemporaryFolder folder;
    fill(folder.path());
    Store store(folder.path());
    store.keep_backups([] { return today; });
    save_all(store, two_months(), with_checkin(two_months(), checkin_on(today, "c", 5)));
    const KeyRef key = set_lock(folder.path(), passphrase);
    const auto backups = list_backups(folder.path());
    REQUIRE(backups->size() == 3);
    const fs::path shared = "checkins/2026-10.toml";
    CHECK(fs::equivalent((*backups)[0].folder / shared, (*backups)[1].folder / shared));
}

TEST_CASE("lock change: what cannot be read, or is a link, keeps the lock from being set") {
    const TemporaryFolder folder;
    fill(folder.path());
    SUBCASE("damaged") { put_bytes(folder / "checkins/2026-10.toml", "format = 1\n"); }
    SUBCASE("a link") {
        const TemporaryFolder elsewhere;
        fs::rename(folder / "checkins/2026-10.toml", elsewhere / "2026-10.toml");
        fs::create_symlink(elsewhere / "2026-10.toml", folder / "checkins/2026-10.toml");
    }
    const auto before = files_of(folder.path());
    const KeyRef key = make_key();
    const auto changed =
        change_lock(folder.path(), {nullptr, key, quick_lock(key, passphrase)}, today);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().place.file.find("2026-10.toml") != std::string::npos);
    CHECK(files_of(folder.path()) == before);
    CHECK_FALSE(fs::exists(folder / "lock.toml"));
}

TEST_CASE("lock change: files of others in the same folder stay as they are") {
    const TemporaryFolder folder;
    fill(folder.path());
    put_bytes(folder / "letter.txt", "of another program");
    put_bytes(folder / "Cargo.toml", "of another program");
    put_bytes(folder / "workbooks/own.toml", "of one's own");
    set_lock(folder.path(), passphrase);
    CHECK(bytes_of(folder / "letter.txt") == "of another program");
    CHECK(bytes_of(folder / "Cargo.toml") == "of another program");
    CHECK(bytes_of(folder / "workbooks/own.toml") == "of one's own");
}

TEST_CASE("lock change: whatever fails or cuts it off, one whole set is there afterwards") {
    enum class Which { on, off, new_key };
    for (const bool cut : {false, true}) {
        for (const Which which : {Which::on, Which::off, Which::new_key}) {
            int tried = 0;
            for (int at = 0;; at += at < 20 ? 1 : 11) {
                const TemporaryFolder folder;
                fill(folder.path());
                put_bytes(folder / ".profile.toml.swp", as_file("# canal\n", 0));
                const KeyRef old = make_key();
                const KeyRef key = make_key();
                if (which != Which::on)
                    REQUIRE(change_lock(folder.path(), {nullptr, old, quick_lock(old, passphrase)},
                                        today));
                LockChange change{which == Which::on ? nullptr : old, nullptr, std::nullopt};
                if (which != Which::off) {
                    change.after = key;
                    change.lock = quick_lock(key, passphrase);
                }
                const auto count = std::make_shared<int>(0);
                const auto changed =
                    change_lock(folder.path(), change, today, failing(count, {at, cut}));
                if (*count <= at) {
                    CHECK(changed);
                    break;
                }
                ++tried;
                // Whoever opens it next finds it as it was, or as it was to be.
                REQUIRE(settle_lock_change(folder.path()));
                CHECK_FALSE(fs::exists(folder / ".locking"));
                const bool before = change.before ? opens_with(folder.path(), change.before)
                                                  : opens_plain(folder.path());
                const bool after = change.after ? opens_with(folder.path(), change.after)
                                                : opens_plain(folder.path());
                CHECK(before != after);
                if (changed) CHECK(after);
                if (after ? change.after : change.before)
                    CHECK(all_bytes(folder.path()).find(" canal") == std::string::npos);
                else
                    CHECK_FALSE(fs::exists(folder / "lock.toml"));
            }
            CHECK(tried > 20);
        }
    }
}

TEST_CASE("lock change: a store opened before is refused and writes nothing plain anywhere") {
    const TemporaryFolder folder;
    fill(folder.path());
    Store before(folder.path());
    before.keep_what_is_refused({folder / "kept/x.toml"}, {});
    REQUIRE(before.open());
    const KeyRef key = set_lock(folder.path(), passphrase);
    const Journal more = with_checkin(two_months(), checkin_on(today, "c", 5, "a late canal"));
    const auto saved = before.save(two_months(), more);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::locked);
    CHECK(all_bytes(folder.path()).find(" canal") == std::string::npos);
    before.use_key(key);
    save_all(before, two_months(), more);
    CHECK(locked_store(folder.path(), key).open()->journal == more);
}

TEST_CASE("lock change: drafts kept elsewhere before it are encrypted, too, and taken off again") {
    const TemporaryFolder folder;
    const TemporaryFolder kept;
    fill(folder.path());
    const Journal more = with_checkin(two_months(), checkin_on(today, "c", 5, "a late canal"));
    REQUIRE(keep_unsaved(kept / "x.toml", folder.path(), two_months(), more));
    const KeyRef key = make_key();
    REQUIRE(prepare_unsaved(kept.path(), folder.path(), nullptr, key));
    REQUIRE(change_lock(folder.path(), {nullptr, key, quick_lock(key, passphrase)}, today));
    REQUIRE(settle_unsaved(kept.path(), folder.path(), key));
    CHECK(all_bytes(kept.path()).find(" canal") == std::string::npos);
    CHECK(read_unsaved(kept.path(), folder.path()).empty());
    REQUIRE(prepare_unsaved(kept.path(), folder.path(), key, nullptr));
    REQUIRE(settle_unsaved(kept.path(), folder.path(), nullptr));
    const auto unsaved = read_unsaved(kept.path(), folder.path());
    REQUIRE(unsaved.size() == 1);
    CHECK(same_part(unsaved[0].ours, more, Part{PartKind::month, today.year_month(), {}}));
}

}  // namespace lock_change_test
