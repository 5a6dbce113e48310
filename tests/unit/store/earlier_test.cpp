// What takes the place of a file that cannot be read: where it is found, and that nothing is lost
// on the way.
#include "workbook/store/earlier.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/unit/store/store_support.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace earlier_test {

namespace fs = std::filesystem;

namespace {

const Part november{PartKind::month, {2026, 11}};
const fs::path file = "checkins/2026-11.toml";

Journal days_up_to(int last) {
    std::vector<CheckIn> checkins;
    for (int i = 1; i <= last; ++i)
        checkins.push_back(checkin_on(day(2026, 11, i), "id" + std::to_string(i), i % 11));
    return journal_of(checkins);
}

// A journal of one save after the other, each a day more; `backups` says whether states are kept.
struct Diary {
    TemporaryFolder folder;
    Store store{folder.path()};

    explicit Diary(int saves, bool backups = false) {
        if (backups) store.keep_backups([] { return day(2026, 11, 21); });
        for (int i = 1; i <= saves; ++i) save_all(store, days_up_to(i - 1), days_up_to(i));
    }
    std::string damage() {
        const std::string bytes = bytes_of(folder / file);
        put_bytes(folder / file, bytes.substr(0, bytes.size() - 40));
        return bytes_of(folder / file);
    }
    std::optional<EarlierPart> find() const {
        auto found = find_earlier(store, november);
        REQUIRE(found);
        return *found;
    }
};

std::size_t days_in(const EarlierPart& earlier) {
    return earlier.journal.months.at({2026, 11})->checkins.size();
}

}  // namespace

TEST_CASE("earlier: the newest kept version of the file is found, with how old it is") {
    Diary diary{4};
    diary.damage();
    const auto found = diary.find();
    REQUIRE(found);
    CHECK(days_in(*found) == 3);
    CHECK_FALSE(found->backup);
    CHECK(found->changes == 1);
    CHECK(found->part == november);
}

TEST_CASE("earlier: a version that is damaged too is passed over") {
    Diary diary{4};
    diary.damage();
    const fs::path newest = diary.folder / ".history/versions/checkins/2026-11/000003.toml";
    REQUIRE(fs::exists(newest));
    put_bytes(newest, "rubbish");
    const auto found = diary.find();
    REQUIRE(found);
    CHECK(days_in(*found) == 2);
    CHECK(found->changes == 2);
}

TEST_CASE("earlier: of a backup and a version the one written later is taken") {
    Diary diary{4, true};
    diary.damage();
    const auto list = list_backups(diary.folder.path());
    REQUIRE(list);
    REQUIRE(list->size() == 1);
    CHECK(days_in(*diary.find()) == 3);  // a version: the backup is from before the second save
    fs::remove_all(diary.folder / ".history/versions");
    const auto found = diary.find();
    REQUIRE(found);
    REQUIRE(found->backup);
    CHECK(found->backup->number == 1);
    CHECK(days_in(*found) == 1);
    fs::remove_all(diary.folder / ".history/backups");
    CHECK_FALSE(diary.find());
}

TEST_CASE("earlier: a backup without the file is no earlier state of it") {
    Diary diary{2, true};
    diary.damage();
    fs::remove_all(diary.folder / ".history/versions");
    const auto list = list_backups(diary.folder.path());
    REQUIRE(list->size() == 1);
    fs::remove(list->front().folder / file);
    CHECK_FALSE(diary.find());
}

TEST_CASE("earlier: it takes the place of the damaged file, which is kept byte for byte") {
    Diary diary{4};
    const std::string damaged = diary.damage();
    const auto kept = use_earlier(diary.store, *diary.find());
    REQUIRE(kept);
    CHECK(bytes_of(*kept) == damaged);
    CHECK(kept->parent_path() == diary.folder / ".history/damaged");
    CHECK(open_all(diary.folder.path()) == days_up_to(3));
}

TEST_CASE("earlier: other parts and their people stay as they are") {
    Diary diary{3};
    Journal two = days_up_to(3);
    Profile profile;
    profile.people = {{"anna", "Anna", {}}, {"me", "Ben", {}}};
    two.profile = profile;
    save_all(diary.store, days_up_to(3), two);
    const Journal later = with_checkin(two, checkin_on(day(2026, 12, 1), "d", 3));
    save_all(diary.store, two, later);
    diary.damage();
    const auto found = diary.find();
    REQUIRE(found);
    REQUIRE(use_earlier(diary.store, *found));
    const Journal now = open_all(diary.folder.path());
    CHECK(now.profile == later.profile);
    CHECK(now.months.at({2026, 12}) == later.months.at({2026, 12}));
    for (const CheckIn& each : now.months.at({2026, 11})->checkins) CHECK(each.person == "me");
}

TEST_CASE("earlier: a file that can be read again stays as it is") {
    Diary diary{3};
    const std::string whole = bytes_of(diary.folder / file);
    diary.damage();
    const auto found = diary.find();
    put_bytes(diary.folder / file, whole);
    CHECK_FALSE(use_earlier(diary.store, *found));
    CHECK(bytes_of(diary.folder / file) == whole);
    CHECK_FALSE(fs::exists(diary.folder / ".history/damaged"));
}

TEST_CASE("earlier: one that a later version wrote is not replaced") {
    Diary diary{3};
    std::string later = bytes_of(diary.folder / file);
    diary.damage();
    const auto found = diary.find();
    later.replace(later.find("format = 1"), 10, "format = 9");
    put_bytes(diary.folder / file, later);
    CHECK_FALSE(use_earlier(diary.store, *found));
    CHECK(bytes_of(diary.folder / file) == later);
}

TEST_CASE("earlier: where its place cannot be filled, the damaged file stays in it") {
    Diary diary{3};
    const std::string damaged = diary.damage();
    const auto found = diary.find();
    SystemCalls full;
    full.write = [](int, const void*, std::size_t) -> ssize_t {
        errno = ENOSPC;
        return -1;
    };
    const auto used = use_earlier(diary.store, *found, full);
    REQUIRE_FALSE(used);
    CHECK(used.error().code == ErrorCode::system);
    CHECK(bytes_of(diary.folder / file) == damaged);
    CHECK(names_in(diary.folder / ".history/damaged").empty());
}

TEST_CASE("earlier: at no moment is there no file, and a second damaged one is kept as well") {
    Diary diary{4};
    const std::string first = diary.damage();
    SystemCalls calls;
    const auto rename = calls.renameat2;
    bool was_there = true;
    calls.renameat2 = [&](const char* from, const char* to, unsigned flags) {
        const int result = rename(from, to, flags);
        was_there = was_there && fs::exists(diary.folder / file);
        return result;
    };
    const auto one = use_earlier(diary.store, *diary.find(), calls);
    REQUIRE(one);
    const std::string second = diary.damage();
    const auto two = use_earlier(diary.store, *diary.find(), calls);
    REQUIRE(two);
    CHECK(was_there);
    CHECK(bytes_of(*one) == first);
    CHECK(bytes_of(*two) == second);
}

}  // namespace earlier_test
