#include "workbook/store/text_copy.hpp"

#include <sys/stat.h>

#include <doctest/doctest.h>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test::text_copy_test {
namespace {

namespace fs = std::filesystem;

bool is_refused_copy(const fs::path& path) {
    const auto written = write_text_copy(path.string(), "x", {});
    return !written && written.error().code == ErrorCode::usage && !written.error().remedy.empty();
}

}  // namespace

TEST_CASE("text copy: a new file holds the text and can be read by its owner alone") {
    const TemporaryFolder folder;
    REQUIRE(write_text_copy((folder / "a letter.txt").string(), "Dear you\n", {}));
    CHECK(bytes_of(folder / "a letter.txt") == "Dear you\n");
    struct stat found {};
    REQUIRE(::stat((folder / "a letter.txt").c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
    CHECK(names_in(folder.path(), true) == std::vector<std::string>{"a letter.txt"});
}

TEST_CASE("text copy: nothing is written over, not even through a link") {
    const TemporaryFolder folder;
    put_bytes(folder / "there.txt", "mine");
    CHECK(is_refused_copy(folder / "there.txt"));
    CHECK(bytes_of(folder / "there.txt") == "mine");
    fs::create_symlink(folder / "elsewhere.txt", folder / "link.txt");
    CHECK(is_refused_copy(folder / "link.txt"));
    CHECK_FALSE(fs::exists(folder / "elsewhere.txt"));
}

TEST_CASE("text copy: none is put into the journal or beside what the program keeps") {
    const TemporaryFolder folder;
    fs::create_directories(folder / "journal/answers");
    fs::create_directories(folder / "state");
    const KeptOut kept_out({folder / "journal"}, {folder / "state"});
    for (const char* name : {"journal/letter.txt", "journal/answers/x.toml", "state/letter.txt"}) {
        const auto written = write_text_copy((folder / name).string(), "x", kept_out);
        REQUIRE_FALSE(written);
        CHECK(written.error().code == ErrorCode::usage);
        CHECK_FALSE(fs::exists(folder / name));
    }
    CHECK(write_text_copy((folder / "letter.txt").string(), "x", kept_out).has_value());
}

TEST_CASE("text copy: a path that is not whole is refused, and a folder is not made") {
    const TemporaryFolder folder;
    CHECK(is_refused_copy("letter.txt"));
    CHECK(is_refused_copy(""));
    CHECK(is_refused_copy(folder.path().string() + "/"));
    CHECK(is_refused_copy(folder.path()));
    CHECK(is_refused_copy(folder / "none/letter.txt"));
    CHECK_FALSE(fs::exists(folder / "none"));
}

}  // namespace rekindle::test::text_copy_test
