#include "workbook/store/find_unsaved.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test::unsaved_test {
namespace {

namespace fs = std::filesystem;

const Date november = day(2026, 11, 1);

// A disk on which nothing can be made.
SystemCalls full_disk() {
    SystemCalls calls;
    calls.fsync = [](int) {
        errno = ENOSPC;
        return -1;
    };
    return calls;
}

Journal sample() { return journal_of({checkin_on(november, "a", 1, "a first line")}); }
Journal longer() { return with_checkin(sample(), checkin_on(november + 1, "b", 2, "\n'''\nmore")); }

}  // namespace

TEST_CASE("unsaved: a change kept elsewhere comes back as it was, for its own journal only") {
    const TemporaryFolder folder;
    REQUIRE(keep_unsaved(folder / "kept/one.toml", folder / "journal", sample(), longer()));
    const auto back = read_unsaved(folder / "kept", folder / "journal");
    REQUIRE(back.size() == 1);
    CHECK(back[0].base == sample());
    CHECK(back[0].ours == longer());
    CHECK(read_unsaved(folder / "kept", folder / "another").empty());
    CHECK(read_unsaved(folder / "nowhere", folder / "journal").empty());
}

TEST_CASE("unsaved: the file is for its owner alone") {
    const TemporaryFolder folder;
    REQUIRE(keep_unsaved(folder / "kept/one.toml", folder / "journal", sample(), longer()));
    struct stat seen {};
    REQUIRE(stat((folder / "kept/one.toml").c_str(), &seen) == 0);
    CHECK((seen.st_mode & 0777) == 0600);
    REQUIRE(stat((folder / "kept").c_str(), &seen) == 0);
    CHECK((seen.st_mode & 0777) == 0700);
}

TEST_CASE("unsaved: a file that was cut short is left alone and brings nothing back") {
    const TemporaryFolder folder;
    const fs::path file = folder / "kept/one.toml";
    REQUIRE(keep_unsaved(file, folder / "journal", sample(), longer()));
    const std::string whole = bytes_of(file);
    put_bytes(file, whole.substr(0, whole.size() / 2));
    CHECK(read_unsaved(folder / "kept", folder / "journal").empty());
    CHECK(bytes_of(file) == whole.substr(0, whole.size() / 2));
}

TEST_CASE("store: a refused save keeps its change elsewhere until a save works") {
    const TemporaryFolder folder;
    // The journal is a plain file: no folder can be made in its place.
    put_bytes(folder / "journal", "in the way");
    Store store{folder / "journal"};
    store.keep_what_is_refused({folder / "kept/one.toml"}, {});
    const auto refused = store.save({}, sample());
    REQUIRE(!refused);
    CHECK(refused.error().remedy.find((folder / "kept/one.toml").string()) != std::string::npos);
    REQUIRE(read_unsaved(folder / "kept", folder / "journal").size() == 1);

    fs::remove(folder / "journal");
    REQUIRE(store.save({}, {}));
    CHECK(fs::exists(folder / "kept/one.toml"));  // saving nothing proves nothing
    REQUIRE(store.save({}, sample()));
    CHECK(!fs::exists(folder / "kept/one.toml"));
    CHECK(open_all(folder / "journal") == sample());
}

TEST_CASE("store: what no place takes is still with its writer, and said without one") {
    const TemporaryFolder folder;
    Store store{folder / "journal", full_disk()};
    store.keep_what_is_refused({folder / "kept/one.toml"}, {});
    const auto refused = store.save({}, sample());
    REQUIRE(!refused);
    CHECK(refused.error().remedy.find("kept in") == std::string::npos);
}

TEST_CASE("store: what an earlier run kept goes once it is saved") {
    const TemporaryFolder folder;
    REQUIRE(keep_unsaved(folder / "kept/one.toml", folder / "journal", {}, sample()));
    Store store{folder / "journal"};
    store.keep_what_is_refused({folder / "kept/two.toml"}, {folder / "kept/one.toml"});
    REQUIRE(store.save({}, longer()));
    CHECK(!fs::exists(folder / "kept/one.toml"));
}

}  // namespace rekindle::test::unsaved_test
