// What the window says of a locked journal that is not as it was left, and what accepting it does.
#include <doctest/doctest.h>

#include "tests/support/layout.hpp"
#include "tests/support/remembering_disk.hpp"
#include "tests/ui/practice_content.hpp"
#include "workbook/store/distrust.hpp"
#include "workbook/store/missing.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace distrust_test {

namespace {

const Part november{PartKind::month, {2026, 11}, {}};
const Part october{PartKind::month, {2026, 10}, {}};

Distrust told(DistrustKind kind, const std::optional<Part>& part = std::nullopt) {
    return distrust_of(kind, "/home/sam/journal", part);
}

struct Case : CareCase {
    void open(std::vector<Distrust> distrust, app::Page page = app::Page::today) {
        ReadOnlyParts read_only;
        for (const Distrust& each : distrust)
            if (each.part && is_read_only(each.kind)) read_only.emplace(*each.part, each.words);
        begin({.content = practice_content(),
               .journal = journal_of({rated("2026-11-20", 4, 3)}),
               .height = 1600,
               .page = page,
               .read_only = std::move(read_only),
               .distrust = std::move(distrust)});
        desk->settle();
    }
};

}  // namespace

TEST_CASE("distrust: an older file is said, shown and read-only until it is accepted") {
    Case at;
    at.open({told(DistrustKind::older_file, november)});
    CHECK(at->shows("This journal is not as it was left"));
    CHECK(at->shows("The check-ins of November 2026"));
    CHECK(at->shows("This is older than what was saved last."));
    CHECK_FALSE(at->shows("could not be read"));
    at->session().act(Command{RateFeeling{{"c", day("2026-11-21"), "me"}, "mood", 5}});
    at->wait(1);
    CHECK(at.log.saved.empty());
    CHECK_FALSE(at->has("distrust.accept.all"));

    at->click("distrust.accept.month.2026-11");
    REQUIRE(at.log.accepted.size() == 1);
    CHECK(at.log.accepted[0] == std::vector{told(DistrustKind::older_file, november)});
    CHECK_FALSE(at->shows("not as it was left"));
    at->session().act(Command{RateFeeling{{"c", day("2026-11-21"), "me"}, "mood", 5}});
    at->wait(1);
    at->settle();
    CHECK(at.log.saved.size() == 1);
}

TEST_CASE("distrust: what keeps it from being accepted is said, and it stays") {
    Case at;
    at.open({told(DistrustKind::exchanged_file, november)});
    at.log.refuses_accept = Error{ErrorCode::system, "No space left on device.", "Make room.", {}};
    at->click("distrust.accept.month.2026-11");
    CHECK(at->shows("No space left on device. Make room."));
    CHECK(at->has("distrust.accept.month.2026-11"));
}

TEST_CASE("distrust: earlier states are a press away, and listed") {
    Case at;
    at.open({told(DistrustKind::older_state)});
    at->click("distrust.earlier.state");
    CHECK(at->session().ui.page == app::Page::settings);
    CHECK(at->session().backups().step == app::ShownBackups::Step::looking);
}

TEST_CASE("distrust: of the lock and the key it says what it may mean, and all goes at once") {
    Case at;
    at.open({told(DistrustKind::older_lock), told(DistrustKind::other_key)});
    CHECK(at->shows("replaced or taken out since may open the journal again"));
    CHECK(at->shows("another one in its place"));
    CHECK_FALSE(at->has("distrust.earlier.lock"));
    at->click("distrust.accept.all");
    REQUIRE(at.log.accepted.size() == 1);
    CHECK(at.log.accepted[0].size() == 2);
    CHECK_FALSE(at->shows("not as it was left"));
}

TEST_CASE("distrust: a file that is gone is told once") {
    Case at;
    at.open({told(DistrustKind::file_gone, october), told(DistrustKind::file_gone, november)});
    CHECK(at->has("distrust.accept.month.2026-10"));
    CHECK_FALSE(at->has("distrust.accept.month.2026-11"));  // it stands here and is written again
    MissingPart missing;
    missing.earlier.part = october;
    missing.earlier.journal = journal_of({rated("2026-10-20", 4, 3)});
    missing.added = difference(at->journal(), with_missing(at->journal(), missing.earlier));
    at.log.news.push_back(MissingFound{{missing}});
    at->settle();
    CHECK(at->has("missing.month.2026-10.back"));
    CHECK_FALSE(at->shows("not as it was left"));
}

TEST_CASE("distrust: the notice neither overlaps nor is cut off at any size") {
    struct Size {
        float width, height, scale;
    };
    for (const Size& size : {Size{1280, 800, 1}, Size{960, 600, 1}, Size{960, 600, 2}}) {
        Case at;
        at.open({told(DistrustKind::older_file, november), told(DistrustKind::older_state),
                 told(DistrustKind::older_lock), told(DistrustKind::other_key),
                 told(DistrustKind::file_gone, october)});
        at->resize(size.width, size.height, size.scale);
        at->settle();
        INFO(size.width, "x", size.height, " @", size.scale);
        for (const std::string& problem : layout_problems(*at)) CHECK_MESSAGE(false, problem);
    }
}

}  // namespace distrust_test
