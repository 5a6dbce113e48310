// The versions of a file that saves replaced: which are kept, for how long, and what is in them.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/unit/store/store_support.hpp"
#include "workbook/files/file.hpp"
#include "workbook/store/store.hpp"
#include "workbook/store/versions.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace versions_test {

namespace fs = std::filesystem;

namespace {

CheckIn noted(int day_of_month, const std::string& note) {
    return checkin_on(day(2026, 11, day_of_month), "a" + std::to_string(day_of_month), 3, note);
}

// Saves one journal after the other, each made from the one before.
void save_each(Store& store, const std::vector<Journal>& journals) {
    Journal before;
    for (const Journal& journal : journals) {
        save_all(store, before, journal);
        before = journal;
    }
}

TomlTable file_with(const std::string& note, int days = 1) {
    TomlArray checkins;
    for (int i = 0; i < days; ++i)
        checkins.emplace_back(TomlTable{{"id", "c" + std::to_string(i)}, {"note", note}});
    return TomlTable{{"checkin", std::move(checkins)}};
}

}  // namespace

TEST_CASE("versions: of a file its last ten are kept, the oldest go") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    std::vector<Journal> journals;
    for (int i = 1; i <= 14; ++i)
        journals.push_back(journal_of({noted(1, std::string(std::size_t(i), 'x'))}));
    save_each(store, journals);
    const fs::path place = folder / ".history/versions/checkins/2026-11";
    const auto names = names_in(place);
    REQUIRE(names.size() == versions_kept);
    CHECK(names.front() == "000004.toml");
    CHECK(names.back() == "000013.toml");
    CHECK(bytes_of(place / "000013.toml").find("\"xxxxxxxxxxxxx\"") != std::string::npos);
    CHECK(fs::status(place / "000013.toml").permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("versions: one from which much was taken out outlives many small changes") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const std::string text(400, 'm');
    std::vector<Journal> journals{journal_of({noted(1, text)})};
    for (int i = 1; i <= 15; ++i)
        journals.push_back(journal_of({noted(1, std::string(std::size_t(i), 'x'))}));
    save_each(store, journals);
    const fs::path kept = folder / ".history/versions/checkins/2026-11/000001.kept.toml";
    REQUIRE(fs::exists(kept));
    CHECK(bytes_of(kept).find(text) != std::string::npos);
}

TEST_CASE("versions: a write-protected file stays write-protected and as it is") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal first = journal_of({noted(1, "before")});
    save_all(store, {}, first);
    const fs::path file = folder / "checkins/2026-11.toml";
    const std::string bytes = bytes_of(file);
    fs::permissions(file, fs::perms::owner_read);
    CHECK_FALSE(store.save(first, journal_of({noted(1, "after")})));
    CHECK(fs::status(file).permissions() == fs::perms::owner_read);
    CHECK(bytes_of(file) == bytes);
}

TEST_CASE("versions: what counts as losing much") {
    const std::string text(200, 'a');
    CHECK(loses_much(file_with(text), file_with(std::string(90, 'a'))));
    CHECK_FALSE(loses_much(file_with(text), file_with(std::string(101, 'a'))));
    CHECK_FALSE(loses_much(file_with(std::string(90, 'a')), file_with("")));
    CHECK(loses_much(file_with(text), TomlTable{}));
    CHECK(loses_much(file_with("", 5), file_with("", 2)));
    CHECK_FALSE(loses_much(file_with("", 5), file_with("", 3)));
    CHECK_FALSE(loses_much(TomlTable{}, file_with(text)));
}

}  // namespace versions_test
