// What the window says and does about the journal's files: damaged ones, copies beside them, what
// two sides changed, and an earlier state that could not be kept.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/words/care_words.hpp"
#include "tests/support/layout.hpp"
#include "tests/support/remembering_disk.hpp"
#include "tests/ui/practice_content.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace care_test {

using app::Key;

namespace {

const Date today = *make_date(2026, 11, 21);
const LocalTime evening{today, {20 * 60}};
const Part november{PartKind::month, {2026, 11}, {}};
const char* const file = "checkins/2026-11 (1).toml";
const char* const bring = "copies.bring.checkins/2026-11%20%281%29.toml";
const char* const leave = "copies.leave.checkins/2026-11%20%281%29.toml";

Journal with(const Journal& journal, const Command& command) {
    auto next = update(journal, command, {evening, "me"});
    REQUIRE(next);
    return *next;
}
CheckInRef on(Date date) { return {"c" + to_iso(date), date, "me"}; }
Journal rated_on(const Journal& journal, Date date, int mood) {
    return with(journal, RateFeeling{on(date), "mood", mood});
}

Error damage() {
    return {ErrorCode::invalid,
            "The end of this file is missing.",
            "",
            {"/home/sam/journal/checkins/2026-11.toml", 3, 1}};
}

struct Case : CareCase {
    void open(Journal journal, ReadOnlyParts read_only = {}, app::Page page = app::Page::settings) {
        begin({.content = practice_content(),
               .journal = std::move(journal),
               .height = 1600,
               .page = page,
               .read_only = std::move(read_only)});
    }

    EarlierPart earlier(const Journal& journal) {
        return {november, Backup{3, today, BackupReason::day, {}}, 0,
                with_part(Journal{}, journal, november)};
    }
    // A copy of November that holds this.
    ConflictCopy copy(const Journal& journal, std::string hash = "0123") {
        ConflictCopy made;
        made.file = file;
        made.part = november;
        made.journal = with_part(Journal{}, journal, november);
        made.hash = std::move(hash);
        return made;
    }
    void tell(const std::vector<ConflictCopy>& copies) {
        log.news.push_back(CopiesFound{copies});
        desk->settle();
    }
};

BothChanged both_on(Date date, const char* person = "me") {
    BothChanged both;
    both.day = date;
    both.person = person;
    both.texts = 1;
    both.ratings = {{"mood", 7, 3}};
    return both;
}

}  // namespace

TEST_CASE("care: a damaged file's earlier copy is found, shown in words and brought back") {
    Case at;
    const Journal state = rated_on(rated_on({}, today - 1, 4), today - 2, 5);
    at.log.earlier = at.earlier(state);
    at.open({}, {{november, damage()}}, app::Page::today);
    CHECK(at.log.looked_for == std::vector<Part>{november});
    CHECK(at->shows("The end of this file is missing."));
    CHECK(at->shows("There is an earlier copy of the check-ins of November 2026:"));
    CHECK(at->shows("Before today’s changes · 2 check-ins"));
    CHECK(at.log.used.empty());  // nothing without a press

    at->click("earlier.month.2026-11");
    REQUIRE(at.log.used.size() == 1);
    CHECK(at->journal() == state);
    CHECK(at->session().is_saved());
    CHECK_FALSE(at->shows("The end of this file is missing."));
    CHECK_FALSE(at->has("earlier.month.2026-11"));
    CHECK(at->has("today.mood"));  // the day can be written again
    at->key(Key::z, true);
    CHECK(at->journal() == Journal{});
}

TEST_CASE("care: while one is looked for it says so, and where there is none too") {
    Case at;
    at.open({}, {{november, damage()}});
    CHECK(at->shows("No earlier copy of the check-ins of November 2026 is kept here."));
    CHECK_FALSE(at->has("earlier.month.2026-11"));
    at->session().notices().earlier[november].step = app::ShownEarlier::Step::looking;
    at->frame();
    CHECK(at->shows("Looking for an earlier copy of the check-ins of November 2026 …"));
}

TEST_CASE("care: what keeps it from coming back is said, and it can be tried again") {
    Case at;
    at.log.earlier = at.earlier(rated_on({}, today, 4));
    at.log.refuses_use = Error{ErrorCode::system, "No space left on device.", "Make room.", {}};
    at.open({}, {{november, damage()}});
    at->click("earlier.month.2026-11");
    CHECK(at->shows("No space left on device. Make room."));
    CHECK(at->journal() == Journal{});
    at.log.refuses_use.reset();
    at->click("earlier.month.2026-11");
    CHECK(at.log.used.size() == 2);
    CHECK(at->journal() == rated_on({}, today, 4));
}

TEST_CASE("care: what a later version wrote or the system refuses is offered no other") {
    for (const ErrorCode code : {ErrorCode::later_format, ErrorCode::system}) {
        Case at;
        at.log.earlier = at.earlier(rated_on({}, today, 4));
        at.open({}, {{november, Error{code, "It stays closed.", "", {}}}});
        CHECK(at.log.looked_for.empty());
        CHECK(at->shows("It stays closed."));
        CHECK_FALSE(at->has("earlier.month.2026-11"));
    }
}

TEST_CASE("care: a file damaged while the window is open is replaced by what the window has") {
    Case at;
    const Journal now = rated_on({}, today, 4);
    at.open(now);
    at.log.news.push_back(PartRead{november, fail(damage())});
    at->settle();
    CHECK(at.log.looked_for.empty());
    CHECK(at->shows("As this window still has it · 1 check-in"));
    at->click("earlier.month.2026-11");
    REQUIRE(at.log.used.size() == 1);
    CHECK(with_part({}, at.log.used[0].journal, november) == now);
    CHECK(at->journal() == now);
}

TEST_CASE("care: a file that someone else made whole again asks for nothing more") {
    Case at;
    at.log.earlier = at.earlier(rated_on({}, today, 4));
    at.open({}, {{november, damage()}});
    REQUIRE(at->has("earlier.month.2026-11"));
    Opened whole;
    whole.journal = rated_on({}, today, 9);
    at.log.news.push_back(PartRead{november, whole});
    at->settle();
    CHECK_FALSE(at->has("earlier.month.2026-11"));
    CHECK_FALSE(at->shows("The end of this file is missing."));
    CHECK(at->journal() == whole.journal);
}

TEST_CASE("care: a copy is told on every page, previewed in Settings and brought in by a press") {
    Case at;
    const Journal now = rated_on({}, today, 7);
    at.open(now, {}, app::Page::today);
    CHECK_FALSE(at->has("copies.show"));
    at.tell({at.copy(rated_on(rated_on({}, today, 7), today - 1, 4))});
    CHECK(at->shows("There is a copy beside one of the journal’s files"));
    at->click("copies.show");
    CHECK(at->session().ui.page == app::Page::settings);
    CHECK_FALSE(at->has("copies.show"));
    CHECK(at->shows("A copy of the check-ins of November 2026"));
    CHECK(at->shows(file));
    CHECK(at->shows("1 check-in is added"));
    CHECK(at->journal() == now);

    at->click(bring);
    const Journal both = rated_on(now, today - 1, 4);
    CHECK(at->journal() == both);
    REQUIRE(at.log.put_away.size() == 1);
    CHECK(at.log.put_away[0].file == file);
    CHECK_FALSE(at->has(bring));
    CHECK_FALSE(at->has("both.fine"));
    at->key(Key::z, true);
    CHECK(at->journal() == now);
}

TEST_CASE("care: a copy is put away only after what it has is saved") {
    Case at;
    at.open(rated_on({}, today, 7));
    at.log.holds_saves = true;
    at.tell({at.copy(rated_on({}, today - 1, 4))});
    at->click(bring);
    at->settle();
    CHECK(at.log.put_away.empty());
    CHECK(at->shows("Saving …"));
    REQUIRE(at.log.saved.size() == 1);
    at.log.news.push_back(
        SaveEnded{rated_on({}, today, 7), at.log.saved[0], Saved{at.log.saved[0], {}}});
    at->settle();
    CHECK(at.log.put_away.size() == 1);
}

TEST_CASE(
    "care: where copy and journal tell one day differently both texts stay and one is asked") {
    Case at;
    const Journal base = rated_on({}, today - 1, 7);
    at.open(with(base, WriteNote{on(today - 1), "It rained."}));
    at.tell({at.copy(with(rated_on({}, today - 1, 3), WriteNote{on(today - 1), "We talked."}))});
    CHECK(at->shows("1 check-in gains what the copy adds to it"));
    at->click(bring);
    const CheckIn* day = latest_checkin(at->journal(), today - 1, "me");
    REQUIRE(day);
    CHECK(day->note.find("It rained.") != std::string::npos);
    CHECK(day->note.find("We talked.") != std::string::npos);
    CHECK(day->ratings.at("mood") == 7);
    CHECK(at->shows("Friday, 20 November 2026"));
    CHECK(at->shows("A text there now holds what both wrote. Mood: 7 stands, the other said 3."));
    at->click("both.day.2026-11-20.me");
    CHECK(at->session().ui.page == app::Page::today);
    CHECK(at->session().ui.today.date == today - 1);
    at->click("both.fine");
    CHECK_FALSE(at->has("both.fine"));
    CHECK_FALSE(at->shows("Something was changed in two places"));
}

TEST_CASE("care: a copy that has nothing new is put away without a step to undo") {
    Case at;
    const Journal now = rated_on({}, today, 7);
    at.open(now);
    at.tell({at.copy(now)});
    CHECK(at->shows("It holds nothing that is not in the journal."));
    at->click(bring);
    CHECK(at.log.put_away.size() == 1);
    CHECK(at.log.saved.empty());
    CHECK_FALSE(at->has("undo"));
}

TEST_CASE("care: a copy left alone is not spoken of again, until it says something else") {
    Case at;
    at.open(rated_on({}, today, 7));
    const Journal there = rated_on({}, today - 1, 4);
    at.tell({at.copy(there)});
    at->click(leave);
    CHECK_FALSE(at->has(bring));
    at.tell({at.copy(there)});
    CHECK_FALSE(at->has(bring));
    CHECK(at.log.put_away.empty());
    at.tell({at.copy(there, "4567")});
    CHECK(at->has(bring));
}

TEST_CASE("care: a copy that cannot be read says so and can only be left") {
    Case at;
    at.open(rated_on({}, today, 7));
    ConflictCopy copy = at.copy({});
    copy.refused = Error{ErrorCode::invalid, "This is no TOML.", "", {}};
    at.tell({copy});
    CHECK(at->shows("It cannot be read: This is no TOML."));
    CHECK_FALSE(at->has(bring));
    CHECK(at->has(leave));
}

TEST_CASE("care: beside a file that cannot be read itself a copy has to wait") {
    Case at;
    at.open({}, {{november, damage()}});
    at.tell({at.copy(rated_on({}, today - 1, 4))});
    CHECK_FALSE(at->has(bring));
    CHECK(at->shows("What to do about it is said above."));
}

TEST_CASE("care: a copy that could not be put away is shown again with the reason") {
    Case at;
    at.open(rated_on({}, today, 7));
    at.log.refuses_put_away = Error{ErrorCode::system, "The folder is read-only.", "", {}};
    at.tell({at.copy(rated_on({}, today - 1, 4))});
    at->click(bring);
    at->frame(2);
    CHECK(at->shows("The folder is read-only."));
    CHECK(at->shows("It holds nothing that is not in the journal."));
    CHECK(at->has(bring));
}

TEST_CASE("care: a save that met another's change asks once, the one whose entry it is") {
    Case at;
    Journal two = with({}, AddPerson{{"other", "Ben", Role::neither}});
    at.open(two, {}, app::Page::today);
    at.log.both = {both_on(today - 1), both_on(today - 2, "other")};
    at->click("today.mood");
    at->wait(1);
    at->settle();
    CHECK(at->has("both.day.2026-11-20.me"));
    CHECK_FALSE(at->has("both.day.2026-11-19.other"));
    at->click("both.fine");
    CHECK_FALSE(at->has("both.fine"));
    at->click("nav.person");
    CHECK(at->has("both.day.2026-11-19.other"));
    CHECK_FALSE(at->has("both.day.2026-11-20.me"));
    at->click("both.fine");
    CHECK(at->session().notices().both.empty());
}

TEST_CASE("care: what could not be saved before and meets another's change is asked about, too") {
    const Journal base = with({}, WriteNote{on(today), "Rain."});
    Case at;
    HeadlessSetup setup;
    setup.content = practice_content();
    setup.journal = with(base, WriteNote{on(today), "Sun."});
    setup.unsaved = {{"kept.toml", base, with(base, WriteNote{on(today), "Snow."})}};
    at.begin(std::move(setup));
    CHECK(at->has("both.day.2026-11-21.me"));
}

TEST_CASE("care: cards and practices are named and shown by a press, too") {
    Case at;
    at.open({});
    BothChanged card;
    card.workbook = "steps";
    card.card = "first";
    card.texts = 2;
    BothChanged practices;
    practices.texts = 1;
    at->session().notices().both = {card, practices};
    at->settle();
    CHECK(at->shows("The card The first card"));
    CHECK(at->shows("2 texts there now hold what both wrote."));
    at->click("both.practices");
    CHECK(at->session().ui.page == app::Page::practices);
    at->click("both.card.first");
    CHECK(at->session().ui.page == app::Page::workbook);
    CHECK(at->state("card.first.header") == "open");
}

TEST_CASE("care: an earlier state that could not be kept is said in Settings until one is") {
    Case at;
    at.open({});
    at.log.backup_failed =
        Error{ErrorCode::system, "Cannot write this file: No space left on device.", "", {}};
    at->session().act(Command{RateFeeling{on(today), "mood", 3}});
    at->wait(1);
    at->settle();
    CHECK(at->shows("The state before your last changes could not be kept"));
    CHECK(at->shows("Your changes are saved. Cannot write this file: No space left on device."));
    CHECK(at->session().is_saved());
    at.log.backup_failed.reset();
    at->session().act(Command{RateFeeling{on(today), "mood", 4}});
    at->wait(1);
    at->settle();
    CHECK_FALSE(at->shows("could not be kept"));
}

TEST_CASE("care: every notice at once neither overlaps nor is cut off at any size") {
    struct Size {
        float width, height, scale;
    };
    for (const Size& size : {Size{1280, 800, 1}, Size{960, 600, 1}, Size{960, 600, 2}}) {
        for (const app::Page page : {app::Page::settings, app::Page::today}) {
            Case at;
            at.log.earlier = at.earlier(rated_on({}, today, 4));
            HeadlessSetup setup;
            setup.content = practice_content();
            setup.width = size.width;
            setup.height = size.height;
            setup.scale = size.scale;
            setup.page = page;
            setup.read_only = {{november, damage()}};
            at.begin(std::move(setup));
            ConflictCopy october = at.copy(rated_on({}, today - 40, 4));
            october.part.month = {2026, 10};
            october.journal = with_part({}, rated_on({}, today - 40, 4), october.part);
            october.file = "checkins/2026-10.sync-conflict-20261121-201500-ABCDEFG.toml";
            at.tell({at.copy(rated_on({}, today, 4)), october});
            at->session().notices().both = {both_on(today - 1)};
            at->session().notices().backup_problem = "Cannot write this file: No space left.";
            at->settle();
            INFO(size.width, "x", size.height, " @", size.scale);
            for (const std::string& problem : layout_problems(*at)) CHECK_MESSAGE(false, problem);
        }
    }
}

}  // namespace care_test
