// Earlier states of the journal on the settings screen: found, looked at, brought back, undone.
#include <doctest/doctest.h>

#include "tests/support/remembering_disk.hpp"
#include "tests/ui/practice_content.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace backups_test {

using app::Key;

namespace {

const Date today = *make_date(2026, 11, 21);
const LocalTime evening{today, {20 * 60}};

Journal with_mood(const Journal& journal, Date date, int mood) {
    auto next = update(journal, RateFeeling{{"c" + to_iso(date), date, "me"}, "mood", mood},
                       {evening, "me"});
    REQUIRE(next);
    return *next;
}

// A desk over a disk with two earlier states, both the same.
struct Case : CareCase {
    explicit Case(Journal now) {
        log.backup.journal = with_mood({}, today - 1, 4);
        log.backups = {{Backup{3, today, BackupReason::day, {}}, 1},
                       {Backup{2, today - 5, BackupReason::import, {}}, 412}};
        begin({.content = {},
               .journal = std::move(now),
               .height = 1600,
               .page = app::Page::settings});
    }
};

}  // namespace

TEST_CASE("backups: an earlier state is listed in words, previewed, brought back and undone") {
    const Journal now = with_mood(with_mood({}, today - 1, 9), today, 7);
    Case at{now};
    Headless& desk = *at.desk;
    CHECK_FALSE(desk.has("settings.backups.3"));
    desk.click("settings.backups");
    CHECK(desk.shows("Before today’s changes · 1 check-in"));
    CHECK(desk.shows("Before an import on Monday, 16 November 2026 · 412 check-ins"));
    desk.click("settings.backups.3");
    CHECK(desk.shows("1 check-in goes"));
    CHECK(desk.shows("1 check-in becomes as it was"));
    CHECK(desk.journal() == now);  // looking changes nothing

    const std::size_t saves = at.log.saved.size();
    desk.click("settings.backups.restore");
    CHECK(desk.journal() == at.log.backup.journal);
    CHECK(at.log.saved.size() == saves + 1);
    desk.key(Key::z, true);
    CHECK(desk.journal() == now);
}

TEST_CASE("backups: one that says the same offers nothing, and a second press folds it") {
    Case at{with_mood({}, today - 1, 4)};
    Headless& desk = *at.desk;
    desk.click("settings.backups");
    desk.click("settings.backups.3");
    CHECK(desk.shows("It is the same as the journal is now."));
    CHECK_FALSE(desk.has("settings.backups.restore"));
    desk.click("settings.backups.3");
    CHECK_FALSE(desk.shows("It is the same as the journal is now."));
    desk.click("settings.backups");
    CHECK_FALSE(desk.has("settings.backups.3"));
}

TEST_CASE("backups: a state that is damaged itself says so and is not brought back") {
    Case at{with_mood({}, today, 4)};
    at.log.backup.read_only[Part{PartKind::practices}] =
        Error{ErrorCode::invalid, "This file was cut short.", {}, {}};
    Headless& desk = *at.desk;
    desk.click("settings.backups");
    desk.click("settings.backups.3");
    CHECK(desk.shows("This file was cut short."));
    CHECK_FALSE(desk.has("settings.backups.restore"));
}

TEST_CASE("backups: without any it is said when the first one comes") {
    Case at{{}};
    at.log.backups->clear();
    at.desk->click("settings.backups");
    CHECK(at.desk->shows("None yet"));
}

}  // namespace backups_test
