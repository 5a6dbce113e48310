// That a lock is missing never means that there was none.
#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>
#include <memory>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/lock_pin.hpp"
#include "workbook/store/lock_pin_change.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace lock_presence_test {

namespace fs = std::filesystem;

namespace {

const Date today = day(2026, 11, 21);

Journal sample() { return journal_of({checkin_on(day(2026, 11, 1), "a", 4, "first")}); }
Journal plain() { return journal_of({checkin_on(day(2026, 12, 1), "z", 1, "plain text")}); }

Store store_at(const TemporaryFolder& folder, const KeyRef& key) {
    Store store = locked_store(folder / "journal", key);
    store.keep_pins_in(folder / "pins");
    return store;
}

// As a version control system makes them; with a comment on top.
std::string with_other_line_ends(const std::string& text) {
    std::string other = "# a comment\r\n";
    for (const char each : text) other += each == '\n' ? std::string("\r\n") : std::string{each};
    return other;
}

// Fails at one call, or at every one from there on, as a process that was killed.
SystemCalls failing(const std::shared_ptr<int>& count, int at, bool cut) {
    SystemCalls calls;
    const SystemCalls real;
    const auto fails = [=] {
        const int now = (*count)++;
        errno = EIO;
        return cut ? now >= at : now == at;
    };
    calls.open = [=](const char* path, int flags, mode_t mode) {
        return fails() ? -1 : real.open(path, flags, mode);
    };
    calls.write = [=](int file, const void* bytes, std::size_t size) -> ssize_t {
        return fails() ? -1 : real.write(file, bytes, size);
    };
    calls.fsync = [=](int) { return fails() ? -1 : 0; };
    calls.renameat2 = [=](const char* from, const char* to, unsigned flags) {
        return fails() ? -1 : real.renameat2(from, to, flags);
    };
    return calls;
}

}  // namespace

TEST_CASE("lock presence: one encrypted file anywhere in the journal is enough") {
    const KeyRef key = make_key();
    for (const char* name : {"profile.toml", "practices.toml", "answers/seven-steps.toml",
                             "checkins/2019-03.toml", ".history/generations.toml"}) {
        const TemporaryFolder folder;
        Store store(folder.path());
        save_all(store, {}, sample());
        std::string text = seal("x", *key, name, 1);
        for (const bool crlf : {false, true}) {
            if (crlf) text = with_other_line_ends(text);
            put_bytes(folder / name, text);
            const auto saved = Store(folder.path()).save({}, plain());
            REQUIRE_FALSE(saved);
            CHECK(saved.error().code == ErrorCode::lock_gone);
            const auto opened = Store(folder.path()).open();
            REQUIRE_FALSE(opened);
            CHECK(opened.error().code == ErrorCode::lock_gone);
            CHECK_FALSE(fs::exists(folder / "checkins/2026-12.toml"));
            CHECK(accept_in_the_clear(folder.path(), {}).error().code == ErrorCode::lock_gone);
        }
    }
}

TEST_CASE("lock presence: where all files are gone, what the history holds is enough") {
    const KeyRef key = make_key();
    for (const char* name :
         {".history/backups/000001_2026-11-21_week/checkins/2026-11.toml",
          ".history/versions/checkins/2026-11/000002.toml", ".history/gone/profile.toml"}) {
        const TemporaryFolder folder;
        put_bytes(folder / name, seal("x", *key, "x", 1));
        const auto saved = Store(folder.path()).save({}, plain());
        REQUIRE_FALSE(saved);
        CHECK(saved.error().code == ErrorCode::lock_gone);
        CHECK_FALSE(fs::exists(folder / "checkins/2026-12.toml"));
    }
}

TEST_CASE("lock presence: a journal in the clear goes on beside something encrypted that is old") {
    const TemporaryFolder folder;
    Store store(folder.path());
    save_all(store, {}, sample());
    put_bytes(folder / ".history/damaged/practices.toml", seal("x", *make_key(), "x", 1));
    CHECK(store.save(sample(), with_checkin(sample(), checkin_on(today, "b", 2))));
}

TEST_CASE("lock presence: a file that becomes encrypted between two saves is seen") {
    const TemporaryFolder folder;
    Store store(folder.path());
    save_all(store, {}, sample());
    put_bytes(folder / "answers/seven-steps.toml",
              seal("x", *make_key(), "answers/seven-steps.toml", 1));
    CHECK_FALSE(store.save(sample(), with_checkin(sample(), checkin_on(today, "b", 2))));
}

TEST_CASE("lock presence: a plain text that speaks of a cipher is plain") {
    const TemporaryFolder folder;
    Store store(folder.path());
    const Journal journal = journal_of({checkin_on(today, "a", 4, "[data]\ncipher = \"x\"\n")});
    save_all(store, {}, journal);
    CHECK(Store(folder.path()).open()->journal == journal);
}

TEST_CASE("lock presence: this computer remembers, with every file of the journal gone") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "journal");
    {
        Store store(folder / "journal");
        save_all(store, {}, sample());
    }
    const KeyRef key = set_lock(folder / "journal", passphrase);
    REQUIRE(store_at(folder, key).open());
    fs::remove_all(folder / "journal");
    SUBCASE("with the folder") {}
    SUBCASE("without") { fs::create_directory(folder / "journal"); }
    const auto saved = store_at(folder, nullptr).save({}, plain());
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::lock_gone);
    CHECK(saved.error().remedy.find("--in-the-clear") != std::string::npos);
    CHECK_FALSE(store_at(folder, nullptr).open());
    CHECK_FALSE(store_at(folder, key).save({}, plain()));
    CHECK_FALSE(fs::exists(folder / "journal/checkins/2026-12.toml"));

    REQUIRE(accept_in_the_clear(folder / "journal", folder / "pins"));
    Store store = store_at(folder, nullptr);
    save_all(store, {}, plain());
    CHECK(store_at(folder, nullptr).open()->journal == plain());
    CHECK(accept_in_the_clear(folder / "journal", folder / "pins").error().code ==
          ErrorCode::usage);
}

TEST_CASE("lock presence: a plain state from before the lock is told, and can be locked anew") {
    const TemporaryFolder folder;
    {
        Store store(folder / "journal");
        save_all(store, {}, sample());
    }
    fs::copy(folder / "journal", folder / "before", fs::copy_options::recursive);
    const KeyRef key = set_lock(folder / "journal", passphrase);
    REQUIRE(store_at(folder, key).open());
    fs::remove_all(folder / "journal");
    fs::rename(folder / "before", folder / "journal");
    const auto opened = store_at(folder, nullptr).open();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::lock_gone);
    CHECK_FALSE(store_at(folder, nullptr).save(sample(), plain()));
    const KeyRef next = make_key();
    REQUIRE(change_lock_pinned(folder / "journal", folder / "pins",
                               {nullptr, next, quick_lock(next, passphrase)}, today));
    const auto locked = store_at(folder, next).open();
    REQUIRE(locked);
    CHECK(locked->journal == sample());
    CHECK(locked->distrust.empty());
}

TEST_CASE("lock presence: the pin names no path and holds nothing of the journal in the clear") {
    const TemporaryFolder folder;
    {
        Store store(folder / "journal");
        save_all(store, {}, sample());
    }
    const KeyRef key = set_lock(folder / "journal", passphrase);
    REQUIRE(store_at(folder, key).open());
    const fs::path pin = pin_of(folder / "pins", folder / "journal");
    REQUIRE(fs::exists(pin));
    CHECK(bytes_of(pin).find("2026-11") == std::string::npos);
    CHECK(bytes_of(pin).find("journal/") == std::string::npos);
    CHECK(pin_of(folder / "pins", folder / "journal/") == pin);
    CHECK(pin_of(folder / "pins", folder / "x/../journal") == pin);
    CHECK(pin_of({}, folder / "journal").empty());
    // One that cannot be read is as none: nothing fails.
    put_bytes(pin, "format = 1\nkey = \"x\"\n");
    CHECK(store_at(folder, key).open());
}

TEST_CASE("lock presence: a change of the lock, cut off anywhere, leaves pin and journal agreed") {
    for (const bool cut : {false, true}) {
        for (const int kind : {0, 1, 2}) {
            for (int at = 0;; at += at < 16 ? 1 : 13) {
                const TemporaryFolder folder;
                {
                    Store store(folder / "journal");
                    save_all(store, {}, sample());
                }
                const KeyRef first =
                    kind == 0 ? KeyRef{} : set_lock(folder / "journal", passphrase);
                if (first) {
                    Store store = store_at(folder, first);
                    save_all(store, sample(), with_checkin(sample(), checkin_on(today, "b", 2)));
                }
                const Journal before = store_at(folder, first).open()->journal;
                const KeyRef next = kind == 1 ? KeyRef{} : make_key();
                LockChange change{first, next, std::nullopt};
                if (next) change.lock = quick_lock(next, passphrase);
                const auto count = std::make_shared<int>(0);
                const auto changed = change_lock_pinned(folder / "journal", folder / "pins", change,
                                                        today, failing(count, at, cut));
                if (*count <= at) {
                    CHECK(changed);
                    break;
                }
                REQUIRE(settle_lock_change(folder / "journal"));
                int opens = 0;
                for (const KeyRef& key : {first, next}) {
                    const auto opened = store_at(folder, key).open();
                    if (!opened || !opened->read_only.empty()) continue;
                    ++opens;
                    CHECK(opened->journal == before);
                    CHECK(opened->distrust.empty());
                    Store store = store_at(folder, key);
                    save_all(store, before,
                             with_checkin(before, checkin_on(day(2026, 11, 5), "c", 2)));
                    CHECK(store_at(folder, key).open()->distrust.empty());
                }
                CHECK(opens == 1);
            }
        }
    }
}

}  // namespace lock_presence_test
