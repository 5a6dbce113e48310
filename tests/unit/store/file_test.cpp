#include "workbook/files/file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "tests/unit/store/store_support.hpp"
#include "workbook/files/folder.hpp"

namespace rekindle::test::file_test {
namespace {

namespace fs = std::filesystem;

// A device that is full after `room` bytes.
SystemCalls full_after(std::size_t room) {
    SystemCalls calls;
    calls.write = [room](int file, const void* bytes, std::size_t count) mutable -> ssize_t {
        if (room == 0) {
            errno = ENOSPC;
            return -1;
        }
        const std::size_t fits = std::min(room, count);
        room -= fits;
        return ::write(file, bytes, fits);
    };
    return calls;
}

template <class Call>
auto failing(int reason, Call) {
    return [reason](auto...) {
        errno = reason;
        return -1;
    };
}

}  // namespace

TEST_CASE("file: a device that fills up leaves the old file as it was") {
    const TemporaryFolder folder;
    const fs::path file = folder / "a.toml";
    put_bytes(file, "before");
    const std::string text(5000, 'x');
    for (std::size_t room : {std::size_t{0}, std::size_t{1}, std::size_t{4096}}) {
        const auto done = replace_file(file, text, "before", full_after(room));
        REQUIRE_FALSE(done);
        CHECK(done.error().code == ErrorCode::system);
        // The system's own reason, in the language of the environment.
        CHECK(done.error().message ==
              "Cannot write this file: " + std::generic_category().message(ENOSPC) + '.');
        CHECK(done.error().remedy == "Make some room on this disk, then try again.");
        CHECK(bytes_of(file) == "before");
        CHECK(names_in(folder.path(), true) == std::vector<std::string>{"a.toml"});
    }
}

TEST_CASE("file: whichever call fails, it is said and the old file stands") {
    const TemporaryFolder folder;
    const fs::path file = folder / "a.toml";
    put_bytes(file, "before");
    std::vector<SystemCalls> broken(4);
    broken[0].open = failing(EACCES, 0);
    broken[1].fsync = failing(EIO, 0);
    broken[2].close = failing(EDQUOT, 0);
    broken[3].renameat2 = failing(EROFS, 0);
    for (const SystemCalls& calls : broken) {
        const auto done = replace_file(file, "after", "before", calls);
        REQUIRE_FALSE(done);
        CHECK(done.error().code == ErrorCode::system);
        CHECK(bytes_of(file) == "before");
        CHECK(names_in(folder.path(), true).size() == 1);
    }
}

TEST_CASE("file: a folder that cannot be made to last is said, though the file is new") {
    const TemporaryFolder folder;
    SystemCalls calls;
    calls.fsync = [count = 0](int file) mutable {
        if (++count == 1) return ::fsync(file);
        errno = EIO;
        return -1;
    };
    CHECK_FALSE(replace_file(folder / "a.toml", "after", std::nullopt, calls));
    CHECK(bytes_of(folder / "a.toml") == "after");
}

TEST_CASE("file: short writes and interruptions are gone on from") {
    const TemporaryFolder folder;
    SystemCalls calls;
    calls.write = [count = 0](int file, const void* bytes, std::size_t size) mutable -> ssize_t {
        errno = EINTR;
        return ++count % 2 == 1 ? -1 : ::write(file, bytes, std::min<std::size_t>(size, 7));
    };
    const std::string text(500, 'x');
    CHECK(replace_file(folder / "a.toml", text, std::nullopt, calls));
    CHECK(bytes_of(folder / "a.toml") == text);
}

TEST_CASE("file: another program's version that slipped in between is not lost") {
    const TemporaryFolder folder;
    const fs::path file = folder / "a.toml";
    put_bytes(file, "before");
    SystemCalls calls;
    calls.renameat2 = [&, first = true](const char* from, const char* to, unsigned flags) mutable {
        if (std::exchange(first, false)) put_bytes(file, "theirs");
        return ::renameat2(AT_FDCWD, from, AT_FDCWD, to, flags);
    };
    const auto done = replace_file(file, "ours", "before", calls);
    REQUIRE(done);
    CHECK(*done == Replaced::changed);
    CHECK(bytes_of(file) == "theirs");
    CHECK(names_in(folder.path(), true).size() == 1);
}

TEST_CASE("file: a new file does not replace one that came meanwhile") {
    const TemporaryFolder folder;
    put_bytes(folder / "a.toml", "theirs");
    const auto done = replace_file(folder / "a.toml", "ours", std::nullopt);
    REQUIRE(done);
    CHECK(*done == Replaced::changed);
    CHECK(bytes_of(folder / "a.toml") == "theirs");
}

TEST_CASE("file: where the file system cannot exchange, it looks once more and renames") {
    const TemporaryFolder folder;
    const fs::path file = folder / "a.toml";
    SystemCalls calls;
    calls.renameat2 = [](const char* from, const char* to, unsigned flags) {
        errno = EINVAL;
        return flags == 0 ? ::rename(from, to) : -1;
    };
    CHECK(replace_file(file, "one", std::nullopt, calls).value() == Replaced::done);
    CHECK(replace_file(file, "two", "one", calls).value() == Replaced::done);
    CHECK(replace_file(file, "three", "one", calls).value() == Replaced::changed);
    CHECK(bytes_of(file) == "two");
    CHECK(names_in(folder.path(), true).size() == 1);
}

TEST_CASE("file: a link stays a link and what it leads to is replaced") {
    const TemporaryFolder folder;
    put_bytes(folder / "real/a.toml", "before");
    fs::create_symlink("real/a.toml", folder / "a.toml");
    CHECK(replace_file(folder / "a.toml", "after", "before"));
    CHECK(fs::is_symlink(folder / "a.toml"));
    CHECK(bytes_of(folder / "real/a.toml") == "after");
    CHECK(names_in(folder / "real", true).size() == 1);
}

TEST_CASE("file: a link laid under a draft's name is not written through") {
    const TemporaryFolder folder;
    const fs::path file = folder / "a.toml";
    put_bytes(file, "before");
    put_bytes(folder / "precious", "theirs");
    for (int attempt = 0; attempt < 3; ++attempt)
        fs::create_symlink("precious", folder / (".a.toml." + std::to_string(::getpid()) + '-' +
                                                 std::to_string(attempt) + ".new"));
    CHECK(replace_file(file, "after", "before"));
    CHECK(bytes_of(file) == "after");
    CHECK_FALSE(fs::is_symlink(file));
    CHECK(bytes_of(folder / "precious") == "theirs");
}

TEST_CASE("file: a write-protected file is left alone, even by root") {
    const TemporaryFolder folder;
    const fs::path file = folder / "a.toml";
    put_bytes(file, "before");
    REQUIRE(::chmod(file.c_str(), 0444) == 0);
    const auto done = replace_file(file, "after", "before");
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::system);
    CHECK(bytes_of(file) == "before");
}

TEST_CASE("folder: a lock held elsewhere is waited for, then named") {
    const TemporaryFolder folder;
    const int other = ::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    REQUIRE(::flock(other, LOCK_EX) == 0);
    const auto taken = FolderLock::take(folder.path(), std::chrono::milliseconds{30});
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == ErrorCode::busy);
    ::close(other);
    CHECK(FolderLock::take(folder.path(), std::chrono::milliseconds{0}));
    CHECK(FolderLock::take(folder.path(), std::chrono::milliseconds{0}));  // let go of again
}

TEST_CASE("store: a save that fails leaves the old file as it was, and the next one succeeds") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1, "Before.")});
    const Journal ours = journal_of({checkin_on(day(2026, 11, 1), "a", 1, "After.")});
    save_all(store, {}, base);
    const std::string before = bytes_of(folder / "checkins/2026-11.toml");
    const auto failed = Store{folder.path(), full_after(10)}.save(base, ours);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::system);
    CHECK(bytes_of(folder / "checkins/2026-11.toml") == before);
    save_all(store, base, ours);
    CHECK(open_all(folder.path()) == ours);
}

TEST_CASE("store: typing on after a save that failed in its last step doubles nothing") {
    const TemporaryFolder folder;
    SystemCalls calls;
    bool fails = false;  // at the folder, when the file in it has been written
    calls.fsync = [&](int file) {
        std::error_code none;
        const auto path = fs::read_symlink("/proc/self/fd/" + std::to_string(file), none);
        if (fails && path == fs::canonical(folder / "checkins")) {
            errno = EIO;
            return -1;
        }
        return ::fsync(file);
    };
    Store store{folder.path(), calls};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1, "One.")});
    const Journal ours = journal_of({checkin_on(day(2026, 11, 1), "a", 1, "Two, and more.")});
    const Journal later = journal_of({checkin_on(day(2026, 11, 1), "a", 1, "Three.")});
    save_all(store, {}, base);
    fails = true;
    CHECK_FALSE(store.save(base, ours));
    fails = false;
    save_all(store, base, later);
    CHECK(open_all(folder.path()) == later);
}

TEST_CASE("store: another program that writes between reading and replacing loses nothing") {
    const TemporaryFolder folder;
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    const Journal theirs = with_checkin(base, checkin_on(day(2026, 11, 2), "b", 2));
    const Journal ours = with_checkin(base, checkin_on(day(2026, 11, 3), "c", 3));
    Store plain{folder.path()};
    save_all(plain, {}, base);
    // A sync tool asks for no lock: it puts a file in place at the worst moment.
    const TemporaryFolder elsewhere;
    Store sync{elsewhere.path()};
    save_all(sync, {}, theirs);
    const std::string their_bytes = bytes_of(elsewhere / "checkins/2026-11.toml");
    SystemCalls calls;
    calls.renameat2 = [&, first = true](const char* from, const char* to, unsigned flags) mutable {
        if (std::exchange(first, false)) put_bytes(to, their_bytes);
        return ::renameat2(AT_FDCWD, from, AT_FDCWD, to, flags);
    };
    Store store{folder.path(), calls};
    const Saved saved = save_all(store, base, ours);
    CHECK(saved.journal.months.at({2026, 11})->checkins.size() == 3);
    CHECK(open_all(folder.path()) == saved.journal);
}

}  // namespace rekindle::test::file_test
