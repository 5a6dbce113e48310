// A journal of every format there ever was, as it was written then: each is read for ever, in full,
// and goes on being written. The files in tests/data/journals are never changed.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/source_folder.hpp"
#include "tests/unit/store/store_support.hpp"
#include "workbook/journal/update.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace formats_test {

namespace fs = std::filesystem;

namespace {

// A copy, so that nothing can be written into the original.
struct OldJournal {
    TemporaryFolder folder;
    explicit OldJournal(const char* format) {
        fs::copy(tests::source_folder() / "tests/data/journals" / format, folder / "journal",
                 fs::copy_options::recursive);
    }
    fs::path path() const { return folder / "journal"; }
};

void check_format_1(const Journal& journal) {
    const Profile& profile = *journal.profile;
    CHECK(profile.day_end == TimeOfDay{180});
    CHECK(profile.week_start == Weekday::sunday);
    REQUIRE(profile.people.size() == 2);
    CHECK(profile.people[1].name == "Alex");
    CHECK(profile.people[1].role == Role::broke);
    const auto& checkins = journal.months.at({2026, 11})->checkins;
    REQUIRE(checkins.size() >= 2);
    const CheckIn* first = find_checkin(journal, day(2026, 11, 20), "c1");
    REQUIRE(first);
    CHECK(first->ratings == Ratings{{"mood", 0}, {"trust", 10}, {"calm", 5}, {"sleep", 7}});
    CHECK(first->events == std::vector<Event>{{EventKind::own, "rain"}, {EventKind::setback, ""}});
    CHECK(first->note == "First line.\nSecond “line” — ünï.");
    CHECK(first->time == TimeOfDay{21 * 60 + 5});
    const CardAnswers& card = journal.answers.at("seven-steps")->cards.at("acknowledge-the-pain");
    CHECK(card.rated.size() == 1);
    CHECK(card.exercises.at("one-feeling").written.at(0).text == "A line.");
    CHECK(card.exercises.at("let-it-out").ticks.size() == 1);
    CHECK(journal.practices->lists.at("boundaries").at(0).status == "agreed");
    const Promise& promise = journal.practices->promises.at("promises").at(0);
    CHECK(promise.who == "other");
    REQUIRE(promise.marks.size() == 1);
    CHECK(promise.marks[0].due == day(2026, 11, 2));
}

}  // namespace

TEST_CASE("formats: a journal of format 1 is read in full and goes on") {
    const OldJournal old("format-1");
    Store store{old.path()};
    const auto opened = store.open();
    REQUIRE(opened);
    CHECK(opened->problems.empty());
    CHECK(opened->read_only.empty());
    check_format_1(opened->journal);
    const Journal more =
        with_checkin(opened->journal, checkin_on(day(2026, 11, 21), "c3", 4, "Later."));
    save_all(store, opened->journal, more);
    const Journal after = open_all(old.path());
    check_format_1(after);
    CHECK(find_checkin(after, day(2026, 11, 21), "c3"));
}

}  // namespace formats_test
