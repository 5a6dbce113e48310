// A save beside which another program wrote: what the file then says is what `merge` makes of the
// journals, and nothing else.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/unit/store/store_support.hpp"
#include "tests/unit/support/generators.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/part_toml.hpp"

namespace rekindle::test::merge_save_test {
namespace {

namespace fs = std::filesystem;

const ExerciseRef action{"w", "c", "e"};

Stamp stamp_of(int day_of_month) {
    return {{day(2026, 11, day_of_month), make_time(20, 15).value()}, "me"};
}

Journal changed(Journal journal, const Command& command, int day_of_month) {
    auto next = update(journal, command, stamp_of(day_of_month));
    REQUIRE(next);
    return std::move(*next);
}

// The journal in a folder where ours was saved after another program had made theirs of the base.
Journal saved_over(const Journal& base, const Journal& ours, const Journal& theirs) {
    const TemporaryFolder folder;
    Store window{folder.path()};
    Store other{folder.path()};
    save_all(window, {}, base);
    save_all(other, base, theirs);
    const Saved saved = save_all(window, base, ours);
    const Journal journal = open_all(folder.path());
    for (const Part& part : changed_parts(base, ours))
        CHECK(same_part(saved.journal, journal, part));
    return journal;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

// A few changes of any kind.
Journal with_some_changes(Journal journal) {
    for (int i = 0; i < 6; ++i)
        if (auto next = update(journal, *any_command(journal), end_of_time())) journal = *next;
    return journal;
}

std::vector<Part> parts_of(const Journal& one, const Journal& other) {
    std::vector<Part> parts{{PartKind::profile}, {PartKind::practices}};
    for (const Journal* journal : {&one, &other}) {
        for (const auto& [month, ignored] : journal->months)
            parts.push_back({PartKind::month, month});
        for (const auto& [workbook, ignored] : journal->answers)
            parts.push_back({PartKind::answers, {}, workbook});
    }
    return parts;
}

}  // namespace

TEST_CASE("merge save: a text changed in two places has both changes, as in the journal") {
    const auto with = [](const char* note) {
        return journal_of({checkin_on(day(2026, 11, 1), "a", 1, note)});
    };
    const Journal base = with("one two");
    const Journal ours = with("one two three");
    const Journal theirs = with("zero two");
    const Journal both = saved_over(base, ours, theirs);
    CHECK(find_checkin(both, day(2026, 11, 1), "a")->note == "zero two three");
    CHECK(both == merge(base, ours, theirs));
    CHECK(saved_over(base, theirs, ours) == both);
}

TEST_CASE("merge save: an action ticked on two days was done on both, as in the journal") {
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    const Journal ours = changed(base, TickAction{action, "i", true}, 20);
    const Journal theirs = changed(base, TickAction{action, "i", true}, 21);
    const Journal both = saved_over(base, ours, theirs);
    CHECK(exercise_answers(card_answers(both, "w", "c"), "e").ticks.size() == 2);
    CHECK(both == merge(base, ours, theirs));
}

TEST_CASE("merge save: of one value ours stands; entries are told apart by what names them") {
    const auto checkin = [](const char* id, int mood) {
        return checkin_on(day(2026, 11, 1), id, mood);
    };
    const Journal base = journal_of({checkin("a", 1), checkin("b", 1)});
    const Journal ours = journal_of({checkin("b", 2), checkin("c", 1)});
    const Journal theirs = journal_of({checkin("a", 1), checkin("b", 3), checkin("d", 4)});
    CHECK(saved_over(base, ours, theirs) ==
          journal_of({checkin("b", 2), checkin("c", 1), checkin("d", 4)}));
}

TEST_CASE("merge save: the same item name in two lists is two items") {
    Journal base = changed({}, AddListItem{"x", "a", "one"}, 20);
    base = changed(base, AddListItem{"y", "a", "two"}, 20);
    const Journal ours = changed(base, RemoveListItem{"x", "a"}, 20);
    const Journal theirs = changed(base, EditListItem{"y", "a", "three"}, 20);
    const Journal both = saved_over(base, ours, theirs);
    CHECK(list_items(both, "x").empty());
    CHECK(list_items(both, "y").at(0).text == "three");
}

TEST_CASE("merge save: a rhythm changed here and another change of it there make one promise") {
    const Schedule daily{Recurrence::daily, day(2026, 11, 1), {}};
    const Journal base = changed({}, AddPromise{"l", "p", "x", "me", daily}, 20);
    const Schedule mondays{Recurrence::weekdays, day(2026, 11, 1), {Weekday::monday}};
    const Schedule later{Recurrence::daily, day(2026, 11, 5), {}};
    const Journal ours = changed(base, SchedulePromise{"l", "p", later}, 20);
    const Journal theirs = changed(base, SchedulePromise{"l", "p", mondays}, 20);
    CHECK(promises_in(saved_over(base, ours, theirs), "l").at(0).schedule == later);
}

TEST_CASE("merge save: a check-in deleted here leaves what was added to it by hand meanwhile") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1, "A word.")});
    save_all(store, {}, base);
    const fs::path file = folder / "checkins/2026-11.toml";
    put_bytes(file, replaced(bytes_of(file), "mood = 1\n", "mood = 1\ntrust = 4\nsleep = 7.5\n"));
    save_all(store, base, without_checkin(base, day(2026, 11, 1), "a"));
    const auto opened = Store{folder.path()}.open();
    REQUIRE(opened);
    CHECK(opened->problems.empty());
    const CheckIn* left = find_checkin(opened->journal, day(2026, 11, 1), "a");
    REQUIRE(left);
    CHECK(left->ratings == Ratings{{"trust", 4}});
    CHECK(left->note.empty());
    CHECK(bytes_of(file).find("sleep = 7.5") != std::string::npos);
}

TEST_CASE("merge save: keys that are not known stay where both sides changed an entry") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1, "Rain.")});
    save_all(store, {}, base);
    const fs::path file = folder / "checkins/2026-11.toml";
    std::string text =
        replaced(bytes_of(file), "mood = 1\n", "mood = 3\nsleep = 7.5\ntool = { x = 1 }\n");
    text = replaced(text, "note = \"Rain.\"", "note = \"Rain. Sun.\"");
    put_bytes(file, text + "\n[sync]\nserver = \"s\"\n");
    save_all(store, base, journal_of({checkin_on(day(2026, 11, 1), "a", 1, "Much Rain.")}));
    const auto opened = Store{folder.path()}.open();
    REQUIRE(opened);
    const CheckIn* both = find_checkin(opened->journal, day(2026, 11, 1), "a");
    REQUIRE(both);
    CHECK(both->ratings.at("mood") == 3);
    CHECK(both->note == "Much Rain. Sun.");
    for (const char* kept : {"sleep = 7.5", "tool = { x = 1 }", "[sync]", "server = \"s\""})
        CHECK_MESSAGE(bytes_of(file).find(kept) != std::string::npos, kept);
}

TEST_CASE("merge save: whatever both sides changed, the file says what the merged journal says") {
    CHECK(rc::check([] {
        const TemporaryFolder folder;
        Store window{folder.path()};
        Store other{folder.path()};
        const Journal base = *any_journal();
        const Journal ours = with_some_changes(base);
        const Journal theirs = with_some_changes(base);
        RC_ASSERT(window.save({}, base).has_value());
        const auto first = other.save(base, theirs);
        RC_ASSERT(first.has_value() && first->refused.empty());
        const auto second = window.save(base, ours);
        RC_ASSERT(second.has_value());
        for (const auto& [part, error] : second->refused) RC_FAIL(to_string(error));
        const auto opened = Store{folder.path()}.open();
        RC_ASSERT(opened.has_value() && opened->read_only.empty());
        const Journal merged = merge(base, ours, theirs);
        for (const Part& part : parts_of(opened->journal, merged))
            RC_ASSERT(to_toml(opened->journal, part) == to_toml(as_read_back(merged, part), part));
    }));
}

}  // namespace rekindle::test::merge_save_test
