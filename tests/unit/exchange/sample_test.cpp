#include "workbook/exchange/sample.hpp"

#include <algorithm>
#include <set>

#include "tests/support/source_folder.hpp"
#include "tests/unit/support/builders.hpp"
#include "workbook/content/read_content.hpp"
#include "workbook/exchange/csv.hpp"
#include "workbook/exchange/dice.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace sample_test {

namespace {

const Date yesterday = day("2026-11-20");

Content shipped() {
    return read_content(tests::source_folder() / "content", "no-workbooks-of-our-own").content;
}

std::vector<CheckIn> all_checkins(const Journal& journal) {
    std::vector<CheckIn> all;
    for (const auto& [key, month] : journal.months)
        all.insert(all.end(), month->checkins.begin(), month->checkins.end());
    return all;
}

}  // namespace

TEST_CASE("sample: the same seed gives the same journal, another seed another") {
    const Content content = shipped();
    CHECK(sample_journal(content, yesterday, 6, 7) == sample_journal(content, yesterday, 6, 7));
    CHECK_FALSE(sample_journal(content, yesterday, 6, 7) ==
                sample_journal(content, yesterday, 6, 8));
}

TEST_CASE("sample: chance falls as the standard says, on every machine") {
    // The ten thousandth number of a default mt19937_64 is fixed by the standard.
    std::mt19937_64 engine;
    engine.discard(9999);
    CHECK(engine() == 9981545732273789042u);
    Dice dice(1);
    std::vector<int> thrown;
    for (int i = 0; i < 6; ++i) thrown.push_back(dice.between(1, 6));
    CHECK(thrown == std::vector<int>{3, 1, 1, 1, 1, 4});
}

TEST_CASE("sample: it ends on the day asked for and holds nothing before its first week") {
    const std::vector<CheckIn> all = all_checkins(sample_journal(shipped(), yesterday, 12, 1));
    CHECK(all.back().date == yesterday);
    CHECK(all.front().date >= yesterday - 83);
    CHECK(all.front().date < yesterday - 75);
}

TEST_CASE("sample: about nine days in ten are filled, some with two check-ins") {
    const std::vector<CheckIn> all = all_checkins(sample_journal(shipped(), yesterday, 52, 3));
    std::set<Date> days;
    for (const CheckIn& checkin : all) days.insert(checkin.date);
    CHECK(days.size() > 300);
    CHECK(days.size() < 355);
    CHECK(all.size() > days.size() + 10);
}

TEST_CASE("sample: every check-in is one a person could have made") {
    const Journal sample = sample_journal(shipped(), yesterday, 52, 5);
    Journal journal;
    journal.profile = sample.profile;
    CHECK(after(journal, {AddCheckIns{all_checkins(sample)}}, at("2026-11-21T12:00")).months ==
          sample.months);
}

TEST_CASE("sample: every kind of event happens in a year, and notes are short") {
    std::set<EventKind> kinds;
    for (const CheckIn& checkin : all_checkins(sample_journal(shipped(), yesterday, 52, 1))) {
        for (const Event& event : checkin.events) kinds.insert(event.kind);
        CHECK(std::count(checkin.note.begin(), checkin.note.end(), ' ') < 60);
    }
    CHECK(kinds.size() == 6);
}

TEST_CASE("sample: trust and mood are higher at the end than at the beginning") {
    for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u}) {
        const std::vector<CheckIn> all =
            all_checkins(sample_journal(shipped(), yesterday, 12, seed));
        int early = 0;
        int late = 0;
        for (std::size_t i = 0; i < 14; ++i) {
            early += all[i].ratings.at("mood");
            late += all[all.size() - 1 - i].ratings.at("mood");
        }
        CHECK(late > early + 14);
    }
}

TEST_CASE("sample: the workbook stands as a person in the middle of it would find it") {
    const Content content = shipped();
    const Journal journal = sample_journal(content, yesterday, 12, 1);
    const Workbook* workbook = find_workbook(content, "seven-steps");
    REQUIRE(workbook);
    const auto state = [&](std::size_t card) {
        return card_state(journal, *workbook, workbook->cards[card], "me");
    };
    CHECK(state(0) == CardState::worked_through);
    CHECK(state(1) == CardState::worked_through);
    CHECK(state(2) == CardState::in_progress);
    CHECK(state(3) == CardState::in_progress);
    CHECK(state(4) == CardState::not_started);
    CHECK(list_items(journal, "boundaries").size() == 2);
    const CardAnswers& card = card_answers(journal, "seven-steps", "boundaries-and-expectations");
    const auto rated = first_and_latest(card, workbook->cards[3].scales[0].id, "me");
    REQUIRE(rated.first);
    CHECK(rated.first->date == day("2026-10-03"));
    CHECK(rated.latest->date > rated.first->date);
}

TEST_CASE("sample: promises, rituals and plans are such as a person could have made") {
    const Content content = shipped();
    for (const int weeks : {1, 2, 12, 52}) {
        const Journal journal = sample_journal(content, yesterday, weeks, 4);
        const auto& promises = promises_in(journal, "promises");
        REQUIRE(promises.size() == 3);
        for (const Promise& promise : promises) {
            CHECK(promise.added > yesterday - weeks * 7);
            for (const PromiseMark& mark : promise.marks) CHECK(mark.due <= yesterday);
        }
        for (const RitualDay& done : ritual_of(journal, "weekly-check-in").days)
            CHECK(done.date <= yesterday);
        CHECK_FALSE(journal.practices->plans.empty());
    }
    CHECK(sample_journal(Content{}, yesterday, 12, 4).practices->promises.empty());
}

TEST_CASE("sample: one week, and content without workbooks, give a sample too") {
    const Journal journal = sample_journal(Content{}, yesterday, 1, 1);
    CHECK(journal.answers.empty());
    CHECK(all_checkins(journal).back().date == yesterday);
    const Journal short_one = sample_journal(shipped(), yesterday, 1, 1);
    for (const auto& [id, card] : short_one.answers.begin()->second->cards)
        for (const auto& [exercise, answers] : card.exercises)
            for (const Written& written : answers.written) CHECK(written.date >= yesterday - 6);
}

TEST_CASE("sample: ten years go through CSV and back") {
    const Content content = shipped();
    const Journal journal = sample_journal(content, yesterday, 520, 1);
    const std::string text = to_csv(journal, content, day("1900-01-01"), yesterday);
    const CsvImport import = read_csv(text, "ten.csv", content, Journal{}, yesterday);
    CHECK(import.problems.empty());
    CHECK(import.plan.added.size() == all_checkins(journal).size());
}

}  // namespace sample_test
