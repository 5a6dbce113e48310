// Earlier states of the journal on the settings screen: found, looked at, brought back, undone.
#include <doctest/doctest.h>

#include "tests/support/headless.hpp"
#include "tests/ui/practice_content.hpp"

using namespace rekindle;
using namespace rekindle::tests;
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

// A disk with one earlier state.
struct Shelf : app::SaveTarget {
    struct Log {
        Journal state;
        std::vector<BackupSummary> found;
        std::optional<Error> damaged;
        int saves = 0;
        StoreNews news;
    };
    explicit Shelf(Log& log) : log_(log) {}
    void save(Journal base, Journal ours) override {
        ++log_.saves;
        log_.news.saves.push_back({base, ours, Saved{ours, {}}});
    }
    StoreNews poll() override { return std::exchange(log_.news, {}); }
    void list_backups() override { log_.news.backups = log_.found; }
    void read_backup(Backup backup) override {
        Opened opened;
        opened.journal = log_.state;
        if (log_.damaged) opened.read_only[Part{PartKind::practices}] = *log_.damaged;
        log_.news.backup = StoreNews::BackupRead{backup, std::move(opened)};
    }
    Result<Saved> save_and_wait(const Journal&, const Journal& ours) override {
        return Saved{ours, {}};
    }

  private:
    Log& log_;
};

struct Case {
    Shelf::Log log;
    std::unique_ptr<Headless> desk;

    explicit Case(Journal now) {
        log.state = with_mood({}, today - 1, 4);
        log.found = {{Backup{3, today, BackupReason::day, {}}, 1},
                     {Backup{2, today - 5, BackupReason::import, {}}, 412}};
        HeadlessSetup setup;
        setup.journal = std::move(now);
        setup.page = app::Page::settings;
        setup.height = 1600;
        setup.target = std::make_unique<Shelf>(log);
        desk = std::make_unique<Headless>(std::move(setup));
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

    const int saves = at.log.saves;
    desk.click("settings.backups.restore");
    CHECK(desk.journal() == at.log.state);
    CHECK(at.log.saves == saves + 1);
    desk.key(Key::z, true);
    CHECK(desk.journal() == now);
}

TEST_CASE("backups: one that says the same offers nothing, and a second press folds it") {
    Case at{with_mood({}, today - 1, 4)};
    Headless& desk = *at.desk;
    desk.click("settings.backups");
    desk.click("settings.backups.3");
    CHECK(desk.shows("It says the same as the journal does now."));
    CHECK_FALSE(desk.has("settings.backups.restore"));
    desk.click("settings.backups.3");
    CHECK_FALSE(desk.shows("It says the same as the journal does now."));
    desk.click("settings.backups");
    CHECK_FALSE(desk.has("settings.backups.3"));
}

TEST_CASE("backups: a state that is damaged itself says so and is not brought back") {
    Case at{with_mood({}, today, 4)};
    at.log.damaged = Error{ErrorCode::invalid, "This file was cut short.", {}, {}};
    Headless& desk = *at.desk;
    desk.click("settings.backups");
    desk.click("settings.backups.3");
    CHECK(desk.shows("This file was cut short."));
    CHECK_FALSE(desk.has("settings.backups.restore"));
}

TEST_CASE("backups: without any it is said when the first one comes") {
    Case at{{}};
    at.log.found.clear();
    at.desk->click("settings.backups");
    CHECK(at.desk->shows("There is none yet"));
}
