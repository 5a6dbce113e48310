// The power goes at every call of a row of saves, on a disk that keeps no more than it promised.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <random>
#include <set>
#include <string>

#include "tests/unit/store/failing_device.hpp"
#include "tests/unit/store/forgetful_disk.hpp"
#include "tests/unit/store/store_support.hpp"
#include "workbook/store/backup.hpp"

namespace rekindle::test::power_cut_test {
namespace {

namespace fs = std::filesystem;

const Date first = day(2026, 11, 1);
const fs::path place = "above/journal";  // neither of the two folders is there at the start

// Each made from the one before it.
std::vector<Journal> row_of_journals() {
    const std::string long_text(300, 'w');
    std::vector<Journal> row{{}, journal_of({checkin_on(first, "a", 1, long_text)})};
    row.push_back(with_checkin(row.back(), checkin_on(first + 1, "b", 2, "two")));
    Journal next = with_checkin(row.back(), checkin_on(day(2026, 12, 24), "c", 3, "three"));
    Profile profile;
    profile.people.front().name = "Sam";
    next.profile = std::move(profile);
    row.push_back(std::move(next));
    row.push_back(with_checkin(row.back(), checkin_on(first, "a", 1, "shorter by far")));
    return row;
}

// Every state in which the disk may be, each looked at once.
class Cuts {
  public:
    explicit Cuts(ForgetfulDisk& disk) : disk_(disk) {}

    // What a person was told is saved, and what is being saved.
    Journal reported;
    Journal under_way;
    std::vector<Journal> before;  // all that was ever reported

    void look_at_all() {
        for (int kind = 0; kind < ForgetfulDisk::kinds; ++kind)
            look_at(static_cast<ForgetfulDisk::Kept>(kind));
        for (int more = 0; more < 4; ++more) look_at(ForgetfulDisk::Kept::a_throw_of_dice);
    }
    void look_at(ForgetfulDisk::Kept kept) {
        ++tried;
        const auto left = disk_.left_by_cut(kept, dice_);
        if (!seen_.insert(left).second) return;
        CAPTURE(static_cast<int>(kept));
        const TemporaryFolder folder;
        put_left(left, folder.path());
        check(folder / place);
    }
    // A state that was fine while something was under way need not be once it is reported.
    void forget_seen() { seen_.clear(); }
    int tried = 0;
    int found = 0;

  private:
    void check(const fs::path& journal) {
        ++found;
        const Journal there = open_all(journal);
        for (const Part& part : changed_parts({}, under_way))
            CHECK_MESSAGE((same_part(there, reported, part) || same_part(there, under_way, part)),
                          Store::file_of(part));
        const auto backups = list_backups(journal);
        REQUIRE(backups);
        for (const Backup& backup : *backups)
            CHECK(std::count(before.begin(), before.end(), open_all(backup.folder)) == 1);
        // It goes on from there.
        Store store{journal};
        const Journal later = with_checkin(there, checkin_on(first + 5, "later", 9, "more"));
        save_all(store, there, later);
        CHECK(open_all(journal) == later);
    }

    ForgetfulDisk& disk_;
    std::minstd_rand dice_{7};
    std::set<ForgetfulDisk::Left> seen_;
};

// Nothing is forced onto the real disk: that alone takes all the time.
SystemCalls without_fsync() {
    SystemCalls calls;
    calls.fsync = [](int) { return 0; };
    return calls;
}

}  // namespace

TEST_CASE("power cut: at every call of a save, what was reported is there and nothing is damaged") {
    const TemporaryFolder folder;
    ForgetfulDisk disk{folder.path()};
    Cuts cuts{disk};
    Store store{folder / place, disk.calls([&] { cuts.look_at_all(); }, without_fsync())};
    store.keep_backups([] { return first + 2; });
    const std::vector<Journal> row = row_of_journals();
    cuts.before.push_back(row.front());
    for (std::size_t i = 1; i < row.size(); ++i) {
        CAPTURE(i);
        cuts.under_way = row[i];
        const Saved saved = save_all(store, row[i - 1], row[i]);
        CHECK_FALSE(saved.backup_failed);
        cuts.reported = row[i];
        cuts.before.push_back(row[i]);
        cuts.forget_seen();
        cuts.look_at_all();
    }
    CHECK(list_backups(folder / place)->size() == 1);
    MESSAGE(cuts.tried, " cuts, after which the disk was in one of ", cuts.found, " states");
    CHECK(cuts.tried >= 150);
    CHECK(cuts.found >= 50);
}

TEST_CASE("power cut: a save that failed once and was then reported is there all the same") {
    const std::vector<Journal> row = row_of_journals();
    int tries = 0;
    bool reached = true;
    for (int at = 0; reached; ++at) {
        for (const int reason : {EIO, EINTR}) {
            CAPTURE(at);
            CAPTURE(reason);
            const TemporaryFolder folder;
            FailingDevice device;
            ForgetfulDisk disk{folder.path()};
            Cuts cuts{disk};
            Store store{folder / place, disk.calls({}, device.calls())};
            device.fail_at(at, {reason});
            for (std::size_t i = 1; i < row.size(); ++i) {
                if (!store.save(row[i - 1], row[i])) save_all(store, row[i - 1], row[i]);
                CAPTURE(i);
                cuts.reported = row[i];
                cuts.under_way = row[i];
                cuts.look_at(ForgetfulDisk::Kept::nothing);
            }
            reached = device.has_failed();
            ++tries;
        }
    }
    CHECK(tries >= 50);
}

TEST_CASE("power cut: a model that is not told of an fsync loses what was written") {
    // Were the model kinder than a disk, the test above could not fail.
    const TemporaryFolder folder;
    for (const char* skipped : {"files", "folders"}) {
        CAPTURE(skipped);
        ForgetfulDisk disk{folder.path()};
        SystemCalls calls = disk.calls({}, without_fsync());
        calls.fsync = [&, sync = calls.fsync](int file) {
            struct stat found {};
            const bool is_folder = ::fstat(file, &found) == 0 && S_ISDIR(found.st_mode);
            return is_folder == (skipped == std::string_view{"folders"}) ? 0 : sync(file);
        };
        Store store{folder / skipped, calls};
        save_all(store, {}, row_of_journals()[1]);
        std::minstd_rand dice{1};
        const auto left = disk.left_by_cut(ForgetfulDisk::Kept::nothing, dice);
        const auto month = left.find(std::string{skipped} + "/checkins/2026-11.toml");
        CHECK((month == left.end() || month->second->empty()));
    }
}

}  // namespace rekindle::test::power_cut_test
