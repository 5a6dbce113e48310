#include "workbook/store/writable.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test::writable_test {
namespace {

namespace fs = std::filesystem;

void check_refused(const fs::path& folder, const fs::path& because_of) {
    const auto writable = check_writable(folder);
    REQUIRE_FALSE(writable);
    CHECK(writable.error().code == ErrorCode::system);
    CHECK(writable.error().place.file == because_of.string());
    CHECK_FALSE(writable.error().remedy.empty());
}

}  // namespace

TEST_CASE("writable: a folder that is there, or could be made, is fine and stays as it was") {
    const TemporaryFolder folder;
    CHECK(check_writable(folder.path()));
    CHECK(check_writable(folder / "not/yet/there"));
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("writable: a file in the way, and a link that leads in circles, are told") {
    const TemporaryFolder folder;
    put_bytes(folder / "file", "words");
    check_refused(folder / "file", folder / "file");
    check_refused(folder / "file/journal", folder / "file/journal");
    fs::create_symlink("circle", folder / "circle");
    check_refused(folder / "circle/journal", folder / "circle/journal");
}

TEST_CASE("writable: where no file can ever be made is told also to root") {
    check_refused("/proc/self/journal", "/proc/self");
}

TEST_CASE("writable: folders and a lock that belong to somebody else are told") {
    if (::geteuid() == 0) return;  // root may write everywhere; tests/e2e asks as somebody else
    const TemporaryFolder folder;
    for (const char* name : {"checkins", "answers", ".history"}) {
        fs::create_directory(folder / name);
        ::chmod((folder / name).c_str(), 0500);
        check_refused(folder.path(), folder / name);
        ::chmod((folder / name).c_str(), 0700);
    }
    put_bytes(folder / ".lock", "");
    ::chmod((folder / ".lock").c_str(), 0400);
    check_refused(folder.path(), folder / ".lock");
    ::chmod(folder.path().c_str(), 0500);
    check_refused(folder / "new", folder.path());
    ::chmod(folder.path().c_str(), 0700);
}

}  // namespace rekindle::test::writable_test
