// Who else can get at a journal: closed where it is ours to close, told where it is not.
#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/unit/store/store_support.hpp"
#include "workbook/store/surroundings.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace surroundings_test {

namespace fs = std::filesystem;

namespace {

const fs::path month = "checkins/2026-11.toml";

struct Ground {
    TemporaryFolder folder;
    fs::path journal = folder / "journal";
    Ground() {
        Store store(journal);
        const Journal first = journal_of({checkin_on(day(2026, 11, 21), "a", 4, "first")});
        save_all(store, Journal{}, first);
        save_all(store, first, with_checkin(first, checkin_on(day(2026, 11, 22), "b", 5)));
    }
    void open(const fs::path& relative) const {
        const fs::path file = journal / relative;
        fs::permissions(file, fs::perms(fs::is_directory(file) ? 0755 : 0644));
    }
    unsigned mode(const fs::path& relative) const {
        return static_cast<unsigned>(fs::status(journal / relative).permissions());
    }
};

bool is_quiet(const Surroundings& found) {
    return found.mended.empty() && found.notices.empty() && found.problems.empty();
}

}  // namespace

TEST_CASE("surroundings: a journal as the program makes it has nothing to tell, nor has none") {
    const Ground place;
    CHECK(is_quiet(mend_surroundings(place.journal, false)));
    CHECK(is_quiet(mend_surroundings(place.folder / "none", false)));
}

TEST_CASE("surroundings: what was open is closed and told once for all files") {
    const Ground place;
    const fs::path version = ".history/versions/checkins/2026-11/000001.toml";
    for (const fs::path& each :
         {fs::path{""}, fs::path{"checkins"}, fs::path{".history"}, month, version})
        place.open(each);
    const Surroundings found = mend_surroundings(place.journal, false);
    REQUIRE(found.mended.size() == 1);
    CHECK(found.mended[0].message.find("5 files and folders") == 0);
    CHECK(found.problems.empty());
    CHECK(place.mode("") == 0700);
    CHECK(place.mode("checkins") == 0700);
    CHECK(place.mode(month) == 0600);
    CHECK(place.mode(version) == 0600);
    CHECK(is_quiet(mend_surroundings(place.journal, false)));
}

TEST_CASE("surroundings: what else lies in the folder keeps its modes, as does the folder then") {
    const Ground place;
    put_bytes(place.journal / "recipes.txt", "soup");
    put_bytes(place.journal / "pictures/a.png", "x");
    for (const fs::path& each :
         {fs::path{""}, fs::path{"recipes.txt"}, fs::path{"pictures"}, month})
        place.open(each);
    CHECK(mend_surroundings(place.journal, false).mended.size() == 1);
    CHECK(place.mode("") == 0755);
    CHECK(place.mode("recipes.txt") == 0644);
    CHECK(place.mode("pictures") == 0755);
    CHECK(place.mode(month) == 0600);
    mend_surroundings(place.journal, true);
    CHECK(place.mode("") == 0700);
}

TEST_CASE("surroundings: nothing is closed through a link, and one of the program's own is told") {
    const Ground place;
    put_bytes(place.folder / "outside/theirs.toml", "x");
    fs::permissions(place.folder / "outside/theirs.toml", fs::perms(0644));
    fs::create_symlink(place.folder / "outside/theirs.toml", place.journal / "profile.toml");
    fs::remove_all(place.journal / ".history");
    fs::create_symlink(place.folder / "outside", place.journal / ".history");
    place.open("");
    const Surroundings found = mend_surroundings(place.journal, true);
    CHECK(static_cast<unsigned>(fs::status(place.folder / "outside/theirs.toml").permissions()) ==
          0644);
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].place.file == (place.journal / ".history").string());
}

TEST_CASE("surroundings: a folder above that others can write in is told, unless it is sticky") {
    const Ground place;
    fs::permissions(place.folder.path(), fs::perms(0777));
    const Surroundings found = mend_surroundings(place.journal, false);
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].place.file == fs::canonical(place.folder.path()).string());
    fs::permissions(place.folder.path(), fs::perms(01777));
    CHECK(is_quiet(mend_surroundings(place.journal, false)));
}

TEST_CASE("surroundings: what belongs to another account is told and left alone") {
    if (::geteuid() != 0) return;
    const Ground place;
    constexpr uid_t other = 4711;
    REQUIRE(::chown((place.journal / month).c_str(), other, other) == 0);
    const Surroundings one = mend_surroundings(place.journal, false);
    REQUIRE(one.problems.size() == 1);
    REQUIRE(::chown(place.journal.c_str(), other, other) == 0);
    place.open("");
    place.open(month);
    const Surroundings all = mend_surroundings(place.journal, false);
    CHECK(all.mended.empty());
    CHECK_FALSE(all.notices.empty());
    CHECK(place.mode(month) == 0644);
}

}  // namespace surroundings_test
