// Promises, rituals and plans that were changed in two places.
#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace merge_practices_test {

namespace {

const Stamp now = at("2026-11-21T20:15");
const Schedule daily{Recurrence::daily, day("2026-11-01"), {}};

Journal with_promise() { return after({}, {AddPromise{"l", "p1", "one", "me", daily}}, now); }

MarkPromise mark(const char* due, std::optional<Kept> kept) { return {"l", "p1", day(due), kept}; }

Journal merged(const Journal& base, const Command& ours, const Command& theirs) {
    return merge(base, after(base, {ours}, now), after(base, {theirs}, now));
}

Promise promise_of(const Journal& journal) { return promises_in(journal, "l").at(0); }

}  // namespace

TEST_CASE("merge: days of a promise marked in two places are all there, in order") {
    const Journal journal =
        merged(with_promise(), mark("2026-11-20", Kept::kept), mark("2026-11-19", Kept::not_kept));
    CHECK(promise_of(journal).marks ==
          std::vector<PromiseMark>{{day("2026-11-19"), Kept::not_kept, now.now.date},
                                   {day("2026-11-20"), Kept::kept, now.now.date}});
}

TEST_CASE("merge: of one day marked in two places ours stands, and one unmarked here goes") {
    Journal journal =
        merged(with_promise(), mark("2026-11-20", Kept::kept), mark("2026-11-20", Kept::not_kept));
    CHECK(mark_for(promise_of(journal), day("2026-11-20"))->kept == Kept::kept);
    const Journal base = after(with_promise(), {mark("2026-11-20", Kept::late)}, now);
    journal = merged(base, mark("2026-11-20", {}), mark("2026-11-19", Kept::kept));
    CHECK(promise_of(journal).marks ==
          std::vector<PromiseMark>{{day("2026-11-19"), Kept::kept, now.now.date}});
}

TEST_CASE("merge: words, maker and rhythm of a promise come together") {
    Journal journal = merged(with_promise(), EditPromise{"l", "p1", "one, said better"},
                             SetPromiseMaker{"l", "p1", both_of_us});
    CHECK(promise_of(journal).text == "one, said better");
    CHECK(promise_of(journal).who == both_of_us);
    const Schedule weekly{Recurrence::weekly, day("2026-11-21"), {}};
    journal =
        merged(with_promise(), SchedulePromise{"l", "p1", weekly}, PausePromise{"l", "p1", true});
    CHECK(promise_of(journal).schedule == weekly);
    CHECK(is_resting(promise_of(journal), day("2026-11-21")));
}

TEST_CASE("merge: a promise taken out here and marked there is kept") {
    const Journal journal =
        merged(with_promise(), RemovePromise{"l", "p1"}, mark("2026-11-20", Kept::kept));
    CHECK(promise_of(journal).marks.size() == 1);
    CHECK(merged(with_promise(), RemovePromise{"l", "p1"}, RemovePromise{"l", "p1"}) == Journal{});
}

TEST_CASE("merge: promises and plans begun in two places are both there") {
    const Journal journal = merged(with_promise(), AddPromise{"l", "p2", "two", "me", daily},
                                   AddPromise{"l", "p3", "three", "me", daily});
    CHECK(promises_in(journal, "l").size() == 3);
    const Journal plans = merged({}, AddPlan{"v", "a1", "x", day("2026-12-01")},
                                 AddPlan{"v", "a2", "y", day("2026-12-02")});
    CHECK(plans_in(plans, "v").size() == 2);
}

TEST_CASE("merge: days of a ritual marked in two places are all there, in order") {
    const Journal base = after({}, {MarkRitual{"r", day("2026-11-15"), true}}, now);
    const Journal journal = merged(base, MarkRitual{"r", day("2026-11-20"), true},
                                   MarkRitual{"r", day("2026-11-18"), true});
    CHECK(ritual_of(journal, "r").days == std::vector<RitualDay>{{day("2026-11-15"), "me"},
                                                                 {day("2026-11-18"), "me"},
                                                                 {day("2026-11-20"), "me"}});
    const Journal words =
        merged(base, DescribeRitual{"r", "by the lake"}, MarkRitual{"r", day("2026-11-15"), false});
    CHECK(ritual_of(words, "r") == Ritual{"by the lake", {}, {}});
}

TEST_CASE("merge: a plan moved here and done there is moved and done") {
    const Journal base = after({}, {AddPlan{"v", "a1", "x", day("2026-11-21")}}, now);
    const Journal journal =
        merged(base, MovePlan{"v", "a1", day("2026-11-28")}, FinishPlan{"v", "a1", true});
    CHECK(plans_in(journal, "v").at(0).date == day("2026-11-28"));
    CHECK(plans_in(journal, "v").at(0).done == day("2026-11-21"));
}

TEST_CASE(
    "merge: rests of a promise made in two places are all there, and those that touch are one") {
    const auto with = [](const std::vector<Pause>& pauses) {
        Journal journal = with_promise();
        Practices practices = *journal.practices;
        practices.promises.at("l").at(0).pauses = pauses;
        journal.practices = practices;
        return journal;
    };
    const Pause first{day("2026-11-01"), day("2026-11-04")};
    const Pause later{day("2026-11-10"), day("2026-11-12")};
    const Journal base = with_promise();
    const Journal apart = merge(base, with({later}), with({first}));
    CHECK(promise_of(apart).pauses == std::vector<Pause>{first, later});
    const Pause across{day("2026-11-03"), day("2026-11-11")};
    const Journal joined = merge(base, with({first, later}), with({across}));
    CHECK(promise_of(joined).pauses == std::vector<Pause>{{day("2026-11-01"), day("2026-11-12")}});
    CHECK(merge(base, with({first, later}), joined) == joined);
    CHECK(merge(base, joined, with({across})) == joined);
    const Pause open{day("2026-11-01"), {}};
    CHECK(promise_of(merge(base, with({first}), with({open}))).pauses == std::vector<Pause>{open});
    // One that was ended here has ended.
    CHECK(promise_of(merge(with({open}), with({first}), with({open, later}))).pauses ==
          std::vector<Pause>{first, later});
}

}  // namespace merge_practices_test
