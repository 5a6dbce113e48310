// Entries that lead to something that is not there: found, counted, and given to somebody who is.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/builders.hpp"
#include "tests/support/source_folder.hpp"
#include "workbook/content/read_content.hpp"
#include "workbook/exchange/sample.hpp"
#include "workbook/journal/references.hpp"
#include "workbook/journal/update.hpp"

using namespace rekindle;

namespace references_test {

using tests::day;

namespace {

Content content() {
    Content made;
    FeelingGroup day_scales;
    day_scales.scales = {{"mood", "Mood", {}, {}}, {"trust", "Trust", {}, {}}};
    made.feelings = {day_scales};
    Card card;
    card.id = "pain";
    card.scales = {{"heavy", "Heavy", {}, {}}};
    Exercise write{.id = "write", .kind = ExerciseKind::reflect};
    Exercise check{.id = "try", .kind = ExerciseKind::check, .items = {{"walk", "Walk"}}};
    Exercise letter{.id = "letter", .kind = ExerciseKind::letter, .items = {{"begin", "Begin"}}};
    Exercise list{.id = "lines",
                  .kind = ExerciseKind::list,
                  .uses = "needs",
                  .items = {{"open", "Open"}, {"met", "Met"}}};
    Exercise promise{.id = "promise", .kind = ExerciseKind::promise};
    card.exercises = {write, check, letter, list, promise};
    Workbook workbook;
    workbook.id = "steps";
    workbook.cards = {card};
    made.workbooks = {workbook};
    return made;
}

// Everything by `person`, and nothing that leads nowhere while they are in the profile.
Journal written_by(const std::string& person) {
    Journal journal;
    Profile profile;
    profile.people = {{person, "Ann", Role::hurt}};
    journal.profile = profile;
    Month month;
    month.checkins.push_back({"a", day("2026-11-01"), {}, person, {{"mood", 3}}, {}, {}});
    month.checkins.push_back({"b", day("2026-11-02"), {}, person, {{"trust", 3}}, {}, "A line."});
    journal.months.insert_or_assign({2026, 11}, month);
    Answers answers;
    CardAnswers& card = answers.cards["pain"];
    card.rated = {{"heavy", day("2026-11-01"), person, 4}};
    card.marks = {{CardMark::worked_through, day("2026-11-01"), person}};
    card.exercises["write"].written = {{"w", day("2026-11-01"), {}, person, "A line.", false}};
    card.exercises["try"].ticks = {{"walk", day("2026-11-01"), person}};
    card.exercises["letter"].letters = {
        {"l", day("2026-11-01"), day("2026-11-01"), person, {{"begin", "A line."}}, false}};
    card.exercises["write"].talks = {{"t",
                                      day("2026-11-01"),
                                      {},
                                      person,
                                      "A topic.",
                                      {{person, {3, 4}}, {someone_else, {1, 2}}},
                                      {},
                                      false}};
    journal.answers.insert_or_assign("steps", answers);
    Practices practices;
    practices.lists["needs"] = {
        {"i", "A line.", "met", {}, person, day("2026-11-01"), day("2026-11-01"), false}};
    Promise promise;
    promise.id = "p";
    promise.who = both_of_us;
    promise.person = person;
    practices.promises["steps/pain/promise"] = {promise};
    journal.practices = practices;
    return journal;
}

Journal with_people(Journal journal, std::vector<Person> people) {
    Profile profile = *journal.profile;
    profile.people = std::move(people);
    journal.profile = profile;
    return journal;
}

std::vector<std::string> ids_of(const std::vector<Dangling>& all, ReferenceKind kind) {
    std::vector<std::string> ids;
    for (const Dangling& each : all)
        if (each.kind == kind) ids.push_back(each.id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("references: a journal whose entries all lead somewhere has none that do not") {
    CHECK(dangling_references(written_by("ann"), content()).empty());
}

TEST_CASE("references: an id changed by hand names every entry that has the old one") {
    const Journal journal = with_people(written_by("ann"), {{"kim", "Ann", Role::hurt}});
    const auto all = dangling_references(journal, content());
    REQUIRE(all.size() == 1);
    CHECK(all[0].kind == ReferenceKind::person);
    CHECK(all[0].id == "ann");
    CHECK(all[0].entries.size() == 3);
    CHECK(all[0].entries_in_words() ==
          "2 check-ins, 6 entries on the cards, 2 entries among the practices");
    const Error said = in_words(all[0], *journal.profile);
    CHECK(said.message.find("“ann” is no person of this journal") != std::string::npos);
    CHECK(said.remedy.find("“kim”") != std::string::npos);
    CHECK(unknown_people_on(journal, day("2026-11-01")) == Ids{"ann"});
    CHECK(unknown_people_on(journal, day("2026-11-03")).empty());
}

TEST_CASE("references: given to whom they belong they are all there, and can be given back") {
    const Journal journal = with_people(written_by("ann"), {{"kim", "Ann", Role::hurt}});
    const Journal given = with_entries_of(journal, "ann", "kim");
    CHECK(dangling_references(given, content()).empty());
    CHECK(given == with_people(written_by("kim"), {{"kim", "Ann", Role::hurt}}));
    CHECK(with_entries_of(given, "ann", "kim") == given);
}

TEST_CASE("references: what both of two said is not mixed up when entries are given") {
    Journal journal = written_by("ann");
    Answers answers = *journal.answers.at("steps");
    CardAnswers& card = answers.cards["pain"];
    card.marks.push_back({CardMark::set_aside, day("2026-11-09"), "ben"});
    card.exercises["write"].talks[0].felt["ben"] = {9, 9};
    journal.answers.insert_or_assign("steps", answers);
    journal = with_people(journal, {{"ben", "Ben", Role::broke}});
    const Journal given = with_entries_of(journal, "ann", "ben");
    const CardAnswers& now = given.answers.at("steps")->cards.at("pain");
    REQUIRE(now.marks.size() == 1);  // one each: the later one
    CHECK(now.marks[0].mark == CardMark::set_aside);
    const Talk& talk = now.exercises.at("write").talks[0];
    CHECK(talk.felt.at("ben") == Felt{9, 9});
    CHECK(talk.felt.at("ann") == Felt{3, 4});
}

TEST_CASE("references: scales, workbooks, cards, exercises, choices and practices") {
    const Journal journal = written_by("ann");
    const auto without = [&](auto change) {
        Content changed = content();
        change(changed);
        return dangling_references(journal, changed);
    };
    CHECK(ids_of(without([](Content& c) { c.feelings[0].scales.pop_back(); }),
                 ReferenceKind::daily_scale) == Ids{"trust"});
    const auto no_workbook = without([](Content& c) { c.workbooks[0].id = "other"; });
    CHECK(ids_of(no_workbook, ReferenceKind::workbook) == Ids{"steps"});
    CHECK(ids_of(no_workbook, ReferenceKind::practice) == Ids{"steps/pain/promise"});
    CHECK(ids_of(no_workbook, ReferenceKind::card).empty());
    const auto no_card = without([](Content& c) { c.workbooks[0].cards[0].id = "hurt"; });
    CHECK(ids_of(no_card, ReferenceKind::card) == Ids{"pain"});
    CHECK(no_card.front().count() == 6);
    const auto exercises = [](Content& made) -> std::vector<Exercise>& {
        return made.workbooks[0].cards[0].exercises;
    };
    const auto renamed = [&](std::size_t place) {
        return without([&](Content& c) { exercises(c)[place].id = "other"; });
    };
    CHECK(ids_of(renamed(1), ReferenceKind::exercise) == Ids{"try"});
    CHECK(ids_of(renamed(4), ReferenceKind::practice) == Ids{"steps/pain/promise"});
    CHECK(ids_of(without([](Content& c) { c.workbooks[0].cards[0].scales[0].id = "x"; }),
                 ReferenceKind::card_scale) == Ids{"heavy"});
    for (const std::size_t place : {1u, 2u, 3u}) {
        const auto all = without([&](Content& c) { exercises(c)[place].items.clear(); });
        CHECK(ids_of(all, ReferenceKind::choice).size() == 1);
    }
    CHECK(ids_of(without([&](Content& c) { exercises(c)[3].uses = "wants"; }),
                 ReferenceKind::practice) == Ids{"needs"});
}

TEST_CASE("references: a scale taken away in the program leaves ratings of something known") {
    const Stamp stamp{{day("2026-11-21"), {20 * 60}}, "me"};
    Journal journal;
    const auto act = [&](const Command& command) {
        auto next = update(journal, command, stamp);
        REQUIRE(next);
        journal = *next;
    };
    const Scale sleep{"sleep", "Sleep", "none", "all night"};
    act(AddOwnScale{sleep});
    act(RemoveOwnScale{"sleep"});
    CHECK(journal.profile->former_scales.empty());  // nothing is rated on it
    act(AddOwnScale{sleep});
    act(RateFeeling{{"c", day("2026-11-21"), "me"}, "sleep", 4});
    act(RemoveOwnScale{"sleep"});
    CHECK(journal.profile->own_scales.empty());
    CHECK(journal.profile->former_scales == std::vector<Scale>{sleep});
    CHECK(dangling_references(journal, content()).empty());
    act(AddOwnScale{sleep});
    CHECK(journal.profile->former_scales.empty());
    Profile renamed = *journal.profile;
    renamed.own_scales[0].id = "rest";
    journal.profile = renamed;
    CHECK(ids_of(dangling_references(journal, content()), ReferenceKind::daily_scale) ==
          Ids{"sleep"});
}

TEST_CASE("references: sample journals lead nowhere that is not there") {
    const Content shipped = tests::shipped_content();
    for (const unsigned seed : {1u, 4u, 9u}) {
        const Journal journal = sample_journal(shipped, day("2026-11-21"), 30, seed);
        for (const Dangling& each : dangling_references(journal, shipped))
            FAIL_CHECK(in_words(each, *journal.profile).message);
    }
}

}  // namespace references_test
