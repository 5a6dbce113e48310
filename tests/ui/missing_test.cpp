// What the window says and does about files that are gone and about entries that lead to somebody
// who is not in the journal.
#include <doctest/doctest.h>

#include "tests/support/layout.hpp"
#include "tests/support/remembering_disk.hpp"
#include "tests/ui/practice_content.hpp"
#include "workbook/store/missing.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace missing_test {

using app::Key;

namespace {

const Part november{PartKind::month, {2026, 11}, {}};

struct Case : CareCase {
    void open(Journal journal) {
        begin({.content = practice_content(), .journal = std::move(journal), .height = 1600});
        desk->settle();
    }

    void tell(const Journal& before) {
        MissingPart missing;
        missing.earlier = {november, Backup{3, day("2026-11-21"), BackupReason::day, {}}, 0,
                           with_part(Journal{}, before, november)};
        missing.added = difference(desk->journal(), with_missing(desk->journal(), missing.earlier));
        log.news.push_back(MissingFound{{missing}});
        desk->settle();
    }
};

const Journal& two_days() {
    static const Journal journal =
        journal_of({rated("2026-11-19", 4, 3), rated("2026-11-20", 5, 3)});
    return journal;
}

Journal with_person(Journal journal, const char* id) {
    Profile profile = *journal.profile;
    profile.people.front().id = id;
    journal.profile = profile;
    return journal;
}

}  // namespace

TEST_CASE("missing: what is gone is said, comes back at a press, and can be taken back") {
    Case at;
    at.open({});
    CHECK_FALSE(at->shows("is gone"));
    at.tell(two_days());
    CHECK(at->shows("Something that was in this journal is gone"));
    CHECK(at->shows("The check-ins of November 2026"));
    CHECK(at->shows("Before today’s changes · 2 check-ins"));
    CHECK(at->journal() == Journal{});  // nothing without a press

    at->click("missing.month.2026-11.back");
    CHECK(at->journal() == two_days());
    CHECK(at->session().is_saved());
    CHECK(at.log.settled == std::vector<Part>{november});
    CHECK_FALSE(at->shows("is gone"));
    at->key(Key::z, true);
    CHECK(at->journal() == Journal{});
}

TEST_CASE("missing: what was written since stays beside what comes back") {
    Case at;
    at.open(journal_of({rated("2026-11-21", 8, 8)}));
    at.tell(two_days());
    at->click("missing.month.2026-11.back");
    CHECK(at->journal().months.at({2026, 11})->checkins.size() == 3);
}

TEST_CASE("missing: it can be left out, and what keeps it from that is said") {
    Case at;
    at.open({});
    at.tell(two_days());
    at.log.refuses_leave_out =
        Error{ErrorCode::system, "No space left on device.", "Make room.", {}};
    at->click("missing.month.2026-11.leave");
    CHECK(at->shows("No space left on device. Make room."));
    at.log.refuses_leave_out.reset();
    at->click("missing.month.2026-11.leave");
    CHECK(at.log.left_out == std::vector<Part>{november, november});
    CHECK_FALSE(at->shows("is gone"));
    CHECK(at->journal() == Journal{});
}

TEST_CASE("missing: a file that goes under an open window is written again, and that is said") {
    Case at;
    at.open(two_days());
    Opened nothing;
    at.log.news.push_back(PartRead{november, nothing});
    at->settle();
    CHECK(at->journal() == two_days());
    CHECK(at->shows("A file went away while this window had it open"));
    CHECK(at->shows("the check-ins of November 2026"));
    at.tell(two_days());  // found on the disk before it was written again
    CHECK_FALSE(at->has("missing.month.2026-11.back"));
    at->click("written-again.fine");
    CHECK_FALSE(at->shows("A file went away"));
}

TEST_CASE("references: entries of somebody who is not here are said, and given to who is") {
    Case at;
    at.open(with_person(two_days(), "kim"));
    CHECK(at->shows("“me” is no person of this journal"));
    CHECK(at->shows("2 check-ins"));
    at->click("adopt.me.kim");
    CHECK(checkins_on(at->journal(), day("2026-11-19"), "kim").size() == 1);
    CHECK_FALSE(at->shows("is no person of this journal"));
    CHECK_FALSE(at->has("adopt.me.kim"));
    at->key(Key::z, true);
    CHECK(checkins_on(at->journal(), day("2026-11-19"), "me").size() == 1);
    CHECK(at->has("adopt.me.kim"));
}

TEST_CASE("references: while the profile itself is missing nobody is asked whose entries are") {
    Case at;
    at.open(with_person(two_days(), "kim"));
    MissingPart missing;
    missing.earlier.part = {PartKind::profile};
    missing.earlier.journal = with_person({}, "me");
    missing.added.settings = true;
    at.log.news.push_back(MissingFound{{missing}});
    at->settle();
    CHECK(at->shows("People and settings"));
    CHECK_FALSE(at->has("adopt.me.kim"));
}

TEST_CASE("references: a name being typed does not walk through the journal, other people do") {
    Case at;
    at.open(with_person(two_days(), "kim"));
    REQUIRE(at->session().notices().dangling.size() == 1);
    at->session().notices().dangling.clear();  // found again only by looking again
    at->session().act(Command{RenamePerson{"kim", "K"}});
    at->settle();
    CHECK(at->session().notices().dangling.empty());
    at->session().act(Command{AddPerson{{"ben", "Ben", Role::neither}}});
    at->settle();
    CHECK(at->session().notices().dangling.size() == 1);
}

}  // namespace missing_test
