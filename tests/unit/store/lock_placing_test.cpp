// The mark of a change of the lock: obeyed only where it holds, and never at the price of a key.
#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/files/file.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/lock_mark.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace lock_placing_test {

namespace fs = std::filesystem;

namespace {

const Date today = day(2026, 11, 21);

struct Diary : TwoMonths {
    using TwoMonths::TwoMonths;
    fs::path staged(const fs::path& name) const { return folder / ".locking/new" / name; }
    fs::path mark() const { return folder / ".locking/ready.toml"; }
};

bool opens(const fs::path& folder, const KeyRef& key) {
    const auto opened = locked_store(folder, key).open();
    return opened && opened->problems.empty() && opened->read_only.empty() &&
           opened->journal == two_months();
}

std::string old_mark(bool locked) { return to_file_text(TomlTable{{"locked", locked}}); }

// The real calls until the renames of the new set begin, of which `renamed` are done.
SystemCalls cut_off_after(int renamed) {
    SystemCalls calls;
    const SystemCalls real;
    const auto done = std::make_shared<int>(0);
    const auto marked = std::make_shared<bool>(false);
    calls.renameat2 = [=](const char* from, const char* to, unsigned flags) {
        if (*marked && (*done)++ >= renamed) {
            errno = EIO;
            return -1;
        }
        if (std::string(to).find("ready.toml") != std::string::npos) *marked = true;
        return real.renameat2(from, to, flags);
    };
    return calls;
}

// A change cut off in the middle of putting the new set in place.
KeyRef cut_off(const Diary& diary, int renamed, bool off = false) {
    const KeyRef next = off ? nullptr : make_key();
    LockChange change{diary.key, next, std::nullopt};
    if (next) change.lock = quick_lock(next, passphrase);
    CHECK_FALSE(change_lock(diary.path(), change, today, cut_off_after(renamed)));
    REQUIRE(fs::exists(diary.mark()));
    return next;
}

// What an earlier version would have left: the same set, and a mark that lists nothing.
void make_mark_old(const Diary& diary) {
    const auto mark = parse_mark(bytes_of(diary.mark()), "");
    REQUIRE(mark);
    put_bytes(diary.mark(), old_mark(!mark->after.empty()));
}

std::map<std::string, std::string> files_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (entry.is_regular_file() && name != ".lock" && !name.starts_with(".locking"))
            files[name] = bytes_of(entry.path());
    }
    return files;
}

// A set that somebody else made up, with a mark that lists it as Rekindle would.
void plant(const Diary& diary, const std::string& kind, const std::string& from) {
    const std::string key = diary.key->id();
    const auto listed = [&](const std::string& name) {
        return MarkedFile{name, whole_hash(bytes_of(diary.folder / name)), ""};
    };
    const auto staged = [&](const std::string& name, const std::string& text) {
        put_bytes(diary.staged(name), text);
        const fs::path there = diary.folder / name;
        return MarkedFile{name, whole_hash(text),
                          fs::exists(there) ? whole_hash(bytes_of(there)) : std::string{}};
    };
    LockMark mark{from, key, {}, {}};
    if (kind == "both locks as what was taken in") {
        mark.files = {staged(".history/x.toml", "x")};
        mark.gone = {listed("lock.toml"), listed(".history/lock.toml")};
    } else if (kind == "files of the journal as what was taken in") {
        mark.files = {staged(".history/x.toml", "x")};
        mark.gone = {listed("checkins/2026-10.toml"), listed("checkins/2026-11.toml")};
    } else if (kind == "something else in the place of the locks") {
        mark.files = {staged("lock.toml", "x"), staged(".history/lock.toml", "x")};
    } else if (kind == "a lock of another key that says it is of this one") {
        const KeyRef other = make_key();
        std::string lock = to_text(quick_lock(other, passphrase));
        lock.replace(lock.find(other->id()), key.size(), key);
        mark.files = {staged("lock.toml", lock), staged(".history/lock.toml", lock)};
    } else {
        mark.files = {staged("checkins/2026-10.toml", as_file("", 0))};
        if (kind == "a plain file in the place of nothing") mark.files[0].before.clear();
    }
    put_bytes(diary.mark(), to_text(mark));
}

}  // namespace

TEST_CASE("lock mark: a planted one does nothing, whatever it says") {
    const Diary diary;
    const auto before = files_of(diary.path());
    // So an earlier version leaves it that is cut off at the very end: there is nothing left to do.
    bool may_be_done = false;
    SUBCASE("off, nothing staged") {
        fs::create_directories(diary.folder / ".locking/new");
        put_bytes(diary.mark(), old_mark(false));
    }
    SUBCASE("off, no folder of a set") { put_bytes(diary.mark(), old_mark(false)); }
    SUBCASE("on, nothing staged") {
        put_bytes(diary.mark(), old_mark(true));
        may_be_done = true;
    }
    SUBCASE("on, with another's lock") {
        const KeyRef other = make_key();
        put_bytes(diary.staged("lock.toml"), to_text(quick_lock(other, passphrase)));
        put_bytes(diary.staged(".history/lock.toml"), to_text(quick_lock(other, passphrase)));
        put_bytes(diary.mark(), old_mark(true));
    }
    SUBCASE("off, a plain file staged") {
        put_bytes(diary.staged("profile.toml"), as_file("", 0));
        put_bytes(diary.mark(), old_mark(false));
    }
    SUBCASE("garbage") { put_bytes(diary.mark(), "locked = fal"); }
    SUBCASE("one that lists nothing") {
        put_bytes(diary.mark(), to_text(LockMark{diary.key->id(), "", {}, {}}));
    }
    SUBCASE("one that lists a plain file and keeps silent of the others") {
        const std::string text = as_file("", 0);
        const fs::path october = "checkins/2026-10.toml";
        const fs::path november = "checkins/2026-11.toml";
        put_bytes(diary.staged(october), text);
        const MarkedFile staged{october.string(), whole_hash(text),
                                whole_hash(bytes_of(diary.folder / october))};
        const MarkedFile gone{november.string(), whole_hash(bytes_of(diary.folder / november)), ""};
        put_bytes(diary.mark(), to_text(LockMark{diary.key->id(), "", {staged}, {gone}}));
    }
    SUBCASE("one that leads out of the journal") {
        put_bytes(diary.staged("profile.toml"), "x");
        put_bytes(diary.mark(), to_text(LockMark{"", "", {{"../x", whole_hash("x"), ""}}, {}}));
    }
    if (fs::exists(diary.folder / ".locking")) {
        const auto settled = settle_lock_change(diary.path());
        REQUIRE(settled);
        CHECK((may_be_done || *settled != Settled::finished));
    }
    CHECK(files_of(diary.path()) == before);
    CHECK_FALSE(fs::exists(diary.folder / ".locking"));
    CHECK(opens(diary.path(), diary.key));
}

TEST_CASE("lock mark: a planted one takes nothing in the name of the key that is there") {
    for (const char* kind :
         {"both locks as what was taken in", "files of the journal as what was taken in",
          "something else in the place of the locks",
          "a lock of another key that says it is of this one", "a plain file",
          "a plain file in the place of nothing"})
        for (const bool from_same : {true, false}) {
            CAPTURE(std::string(kind));
            CAPTURE(from_same);
            const Diary diary;
            const auto before = files_of(diary.path());
            plant(diary, kind, from_same ? diary.key->id() : "");
            CHECK(settle_lock_change(diary.path()) == Settled::dropped);
            CHECK(files_of(diary.path()) == before);
            CHECK(opens(diary.path(), diary.key));
        }
}

TEST_CASE("lock mark: half of a set in place keeps the rest when the mark is damaged or gone") {
    for (const bool off : {false, true})
        for (const std::string how : {"damaged", "changed", "gone", "a folder"}) {
            const Diary diary;
            const KeyRef next = cut_off(diary, 2, off);
            const std::string mark = bytes_of(diary.mark());
            CAPTURE(how);
            CAPTURE(off);
            fs::remove(diary.mark());
            if (how == "damaged") put_bytes(diary.mark(), mark.substr(0, mark.size() / 2));
            if (how == "changed") put_bytes(diary.mark(), "# looked at\n" + mark);
            if (how == "a folder") fs::create_directory(diary.mark());
            CHECK(settle_lock_change(diary.path()) == Settled::nothing);
            CHECK_FALSE(change_lock(diary.path(), {diary.key, nullptr, std::nullopt}, today));
            CHECK(fs::exists(diary.staged("lock.toml")) == !off);
            CHECK(fs::exists(diary.folder / "lock.toml"));
            // Once the mark is whole again the change is finished.
            fs::remove(diary.mark());
            put_bytes(diary.mark(), mark);
            CHECK(settle_lock_change(diary.path()) == Settled::finished);
            CHECK(opens(diary.path(), next));
        }
}

TEST_CASE("lock mark: a planted one does nothing to a plain journal, or an empty one") {
    for (const bool locked : {false, true}) {
        const Diary plain(false);
        put_bytes(plain.mark(), old_mark(locked));
        REQUIRE(settle_lock_change(plain.path()));
        CHECK(opens(plain.path(), nullptr));
        const TemporaryFolder empty;
        const KeyRef key = set_lock(empty.path(), passphrase);
        put_bytes(empty / ".locking/ready.toml", old_mark(locked));
        REQUIRE(settle_lock_change(empty.path()));
        CHECK(fs::exists(empty / "lock.toml"));
        CHECK(fs::exists(empty / ".history/lock.toml"));
    }
}

TEST_CASE("lock mark: a planted one takes the copy of a lost lock as little as the lock") {
    const Diary diary;
    fs::remove(diary.folder / "lock.toml");
    put_bytes(diary.mark(), old_mark(false));
    CHECK(settle_lock_change(diary.path()) == Settled::dropped);
    CHECK(fs::exists(diary.folder / ".history/lock.toml"));
    CHECK(opens(diary.path(), diary.key));
}

TEST_CASE("lock mark: nothing is read, moved or removed through a link") {
    const TemporaryFolder elsewhere;
    put_bytes(elsewhere / "ready.toml", old_mark(false));
    put_bytes(elsewhere / "new/profile.toml", as_file("", 0));
    const auto outside = files_of(elsewhere.path());
    const Diary diary;
    const auto before = files_of(diary.path());
    SUBCASE("the folder") { fs::create_symlink(elsewhere.path(), diary.folder / ".locking"); }
    SUBCASE("the set") {
        put_bytes(diary.mark(), old_mark(false));
        fs::create_directory_symlink(elsewhere / "new", diary.folder / ".locking/new");
    }
    SUBCASE("the mark") {
        fs::create_directories(diary.folder / ".locking/new");
        fs::create_symlink(elsewhere / "ready.toml", diary.mark());
    }
    SUBCASE("a file of the set") {
        put_bytes(diary.mark(), old_mark(false));
        fs::create_directories(diary.folder / ".locking/new");
        fs::create_symlink(elsewhere / "new/profile.toml", diary.staged("profile.toml"));
    }
    REQUIRE(settle_lock_change(diary.path()));
    CHECK(files_of(diary.path()) == before);
    CHECK(files_of(elsewhere.path()) == outside);
    CHECK(opens(diary.path(), diary.key));
}

TEST_CASE("lock mark: a change that was cut off is finished, with a mark of today or of before") {
    for (const bool old : {false, true})
        for (const bool off : {false, true})
            for (int renamed = 0; renamed < 6; renamed += 2) {
                const Diary diary;
                const KeyRef next = cut_off(diary, renamed, off);
                if (old) make_mark_old(diary);
                REQUIRE(settle_lock_change(diary.path()) == Settled::finished);
                CHECK(opens(diary.path(), next));
                CHECK_FALSE(opens(diary.path(), diary.key));
                CHECK_FALSE(fs::exists(diary.folder / ".locking"));
            }
}

TEST_CASE(
    "lock mark: a set of which a file is missing or changed is dropped while nothing is moved") {
    for (const bool gone : {false, true})
        for (const fs::path& name : {fs::path("lock.toml"), fs::path("checkins/2026-10.toml"),
                                     fs::path(".history/generations.toml")}) {
            const Diary diary;
            cut_off(diary, 0);
            if (gone)
                fs::remove(diary.staged(name));
            else
                put_bytes(diary.staged(name), bytes_of(diary.staged(name)) + " ");
            CHECK(settle_lock_change(diary.path()) == Settled::dropped);
            CHECK(opens(diary.path(), diary.key));
            CHECK_FALSE(fs::exists(diary.folder / ".locking"));
        }
}

TEST_CASE(
    "lock mark: half of a set in place and half of it missing is said, read and not written") {
    const Diary diary;
    cut_off(diary, 2);
    for (const auto& entry : fs::recursive_directory_iterator(diary.folder / ".locking/new"))
        if (entry.path().filename() == "lock.toml") fs::remove(entry.path());
    const auto before = files_of(diary.path());
    REQUIRE(settle_lock_change(diary.path()) == Settled::nothing);
    Store store = locked_store(diary.path(), diary.key);
    const auto opened = store.open();
    REQUIRE(opened);
    REQUIRE_FALSE(opened->problems.empty());
    CHECK(opened->problems[0].place.file.find("lock.toml") != std::string::npos);
    const auto saved =
        store.save(opened->journal, with_checkin(opened->journal, checkin_on(today, "c", 5)));
    CHECK_FALSE(saved);
    CHECK(files_of(diary.path()) == before);
    CHECK(fs::exists(diary.mark()));
}

TEST_CASE("lock mark: no lock goes while a file that came meanwhile needs its key") {
    const Diary diary;
    const std::string late =
        seal("format = 1\n\n#: end 0\n", *diary.key, "checkins/2026-12.toml", 1);
    cut_off(diary, 0);
    put_bytes(diary.folder / "checkins/2026-12.toml", late);
    CHECK(settle_lock_change(diary.path()) == Settled::dropped);
    CHECK(bytes_of(diary.folder / "checkins/2026-12.toml") == late);
    CHECK(fs::exists(diary.folder / "lock.toml"));
    CHECK(locked_store(diary.path(), diary.key).open()->read_only.empty());
}

TEST_CASE("lock mark: what was written in a file's place after it was set is kept") {
    const Diary diary(false);
    const KeyRef next = cut_off(diary, 0);
    put_bytes(diary.folder / "checkins/2026-10.toml", "the last words");
    REQUIRE(settle_lock_change(diary.path()) == Settled::finished);
    CHECK(opens(diary.path(), next));
    CHECK(bytes_of(diary.folder / ".history/interrupted/2026-10.toml.1") == "the last words");
}

}  // namespace lock_placing_test
