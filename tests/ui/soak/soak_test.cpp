// Random input for long, on every screen: nothing breaks, nothing stalls, nothing is lost. Here for
// some seconds with a seed of its own; `tests/run soak` does it for an hour, each time otherwise.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/support/source_folder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/ui/soak/desk.hpp"
#include "tests/ui/soak/restless_hand.hpp"
#include "workbook/content/read_content.hpp"
#include "workbook/exchange/sample.hpp"
#include "workbook/journal/update.hpp"

#if defined(__SANITIZE_ADDRESS__)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace rekindle::tests::soak_test {
namespace {

namespace fs = std::filesystem;

constexpr int steps_in_a_round = 250;
constexpr int steps_between_looks = 50;
constexpr int steps_on_a_page = 12;
constexpr int sample_weeks = 60;
constexpr double most_growth = 64;  // MiB
constexpr double clear_stall = 2 * FrameTimes::stall_ms;

using Clock = std::chrono::steady_clock;

// Living bytes: what the process holds of the system also counts what the sanitizer keeps back.
double heap_mib() {
#if defined(__SANITIZE_ADDRESS__)
    return static_cast<double>(__sanitizer_get_current_allocated_bytes()) / (1 << 20);
#else
    return 0;
#endif
}

// Most rounds are played on a usual evening, some where the calendar begins, ends or leaps.
LocalTime start_of(std::uint32_t seed) {
    constexpr std::array starts{"2026-11-21T20:15", "2026-11-21T20:15", "2026-11-21T20:15",
                                "9999-12-28T23:50", "2028-02-28T23:50", "1900-01-02T05:00",
                                "2100-02-27T23:50"};
    return *parse_local_time(starts[seed % starts.size()]);
}

// A full journal or one for two takes long to come about by chance, so it is put there.
void begin_journal(const fs::path& folder, bool filled, bool for_two, LocalTime now) {
    const Content content = read_content(tests::source_folder() / "content", {}).content;
    Journal journal;
    if (filled && now.date.year() > 1900)
        journal = sample_journal(content, now.date - 1, sample_weeks, 3);
    if (for_two) journal = *update(journal, AddPerson{{"other", "Sam", Role::broke}}, {now, "me"});
    REQUIRE(Store{folder / "journal"}.save({}, journal));
}

// As far as it goes. Where it meets a step of the other person's, it is theirs to go on.
void walk_history(app::Session& session, const app::Action& way) {
    constexpr int enough = 4;
    for (int idle = 0; idle < enough;) {
        const Journal before = session.journal();
        session.act(way);
        idle = session.journal() == before ? idle + 1 : 0;
        if (idle == 0) continue;
        const auto& people = session.journal().profile->people;
        const bool is_first = session.person() == people.front().id;
        session.act(app::SwitchPerson{is_first ? people.back().id : people.front().id});
    }
}

// Which workbook is open is no step: going where something was undone opens another.
Journal but_for_the_workbook(Journal journal) {
    Profile profile = *journal.profile;
    profile.workbook.clear();
    journal.profile = std::move(profile);
    return journal;
}

// All undone and all redone is the same journal again.
void check_history(SoakDesk& desk) {
    const std::string person = desk.session().person();
    walk_history(desk.session(), app::Redo{});
    const Journal newest = but_for_the_workbook(desk.journal());
    walk_history(desk.session(), app::Undo{});
    walk_history(desk.session(), app::Redo{});
    const Journal again = but_for_the_workbook(desk.journal());
    for (const Part& part : changed_parts(newest, again))
        CHECK_MESSAGE(same_part(again, newest, part), "not as before: ", Store::file_of(part));
    desk.session().act(app::SwitchPerson{person});
    desk.settle();
}

// What the window holds is what somebody else reads from disk, to the last letter.
void check_saved(SoakDesk& desk) {
    desk.wait_until_all_is_read();
    desk.settle();
    const Journal ours = desk.journal();
    desk.close();
    const auto found = Store{desk.journal_folder()}.open();
    REQUIRE(found);
    for (const Error& problem : found->problems) FAIL_CHECK(to_string(problem));
    for (const Part& part : changed_parts({}, ours))
        CHECK_MESSAGE(same_part(found->journal, ours, part), "lost in ", Store::file_of(part));
    for (const Part& part : changed_parts({}, found->journal))
        CHECK_MESSAGE(same_part(found->journal, ours, part), "only in ", Store::file_of(part));
}

// In a window narrower than the design's least, things may stand outside.
void check_places(const SoakDesk& desk) {
    const auto& surface = desk.surface();
    const float least = 640 * surface.monitor_scale;
    if (surface.width < least || desk.is_hidden()) return;
    for (const app::Control& control : desk.controls().all()) {
        const bool inside = control.rect.x > -0.5f && control.rect.right() < surface.width + 0.5f;
        CHECK_MESSAGE((inside || !control.visible), control.name, " stands outside the window of ",
                      surface.width, " at ", surface.monitor_scale);
    }
}

// How long a page takes here of which it is known how long it takes without sanitizers.
double floor_ms() {
    constexpr std::size_t frames = 60;
    const TemporaryFolder folder;
    FrameTimes nobodys;
    SoakDesk desk{folder.path(), start_of(0), nobodys};
    desk.open();
    desk.session().act(app::GoTo{app::Page::help});
    desk.settle();
    std::vector<double> took;
    for (std::size_t i = 0; i < frames; ++i) {
        const double start = thread_ms();
        desk.frame();
        took.push_back(thread_ms() - start);
    }
    std::nth_element(took.begin(), took.begin() + frames / 2, took.end());
    return took[frames / 2];
}

// One journal, from its beginning to its end.
struct Round {
    std::uint32_t seed = 0;
    int steps = 0;
    Clock::time_point end = Clock::time_point::max();
};

struct Played {
    int steps = 0;
    int edits = 0;  // steps after which the journal was another
};

Played play(const Round& round, FrameTimes& times) {
    INFO("REKINDLE_SOAK_SEED=", round.seed);
    const TemporaryFolder folder;
    const LocalTime now = start_of(round.seed);
    begin_journal(folder.path(), round.seed % 2 == 0, round.seed % 3 != 0, now);
    SoakDesk desk{folder.path(), now, times};
    desk.open();
    RestlessHand hand{desk, round.seed};
    Played played;
    while (played.steps < round.steps && Clock::now() < round.end) {
        const int step = ++played.steps;
        INFO("step ", step, ", before it: ", desk.doing);
        if (step % steps_on_a_page == 0) hand.go_on(step / steps_on_a_page);
        const Journal before = desk.journal();
        hand.do_something();
        if (desk.journal() != before) ++played.edits;
        check_places(desk);
        if (step % steps_between_looks != 0) continue;
        desk.doing = "a look at the journal";
        check_history(desk);
        check_saved(desk);
        if (step % (2 * steps_between_looks) == 0) desk.open();
    }
    check_saved(desk);
    return played;
}

std::optional<std::uint32_t> number_from(const char* variable) {
    const char* text = std::getenv(variable);
    if (text == nullptr || *text == '\0') return std::nullopt;
    return static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10));
}

}  // namespace

TEST_CASE("soak: random input on every screen for some seconds loses nothing") {
    FrameTimes times;
    times.calibrate(floor_ms());
    for (const std::uint32_t seed : {2U, 3U, 5U}) CHECK(play({seed, 140}, times).edits > 8);
    MESSAGE(times.table());  // not judged here: the machine may be busy with other tests
}

TEST_CASE("soak: for as long as REKINDLE_SOAK_SECONDS says" *
          doctest::skip(!number_from("REKINDLE_SOAK_SECONDS"))) {
    const std::uint32_t seconds = number_from("REKINDLE_SOAK_SECONDS").value_or(0);
    const Clock::time_point end = Clock::now() + std::chrono::seconds{seconds};
    std::uint32_t seed = number_from("REKINDLE_SOAK_SEED").value_or(std::random_device{}());
    FrameTimes times;
    times.calibrate(floor_ms());
    double most = 0;
    std::optional<double> after_first;
    Played all;
    for (int rounds = 0; Clock::now() < end; ++seed) {
        fmt::print("round {} REKINDLE_SOAK_SEED={} ", ++rounds, seed);
        std::fflush(stdout);  // it is what one needs after a crash
        const Played played = play({seed, steps_in_a_round, end}, times);
        all.steps += played.steps;
        all.edits += played.edits;
        const double heap = heap_mib();
        if (!after_first) after_first = heap;
        most = std::max(most, heap - *after_first);
        fmt::print("{} steps and {} edits in all, {:.1f} MiB held\n", all.steps, all.edits, heap);
    }
    fmt::print("\n{}memory grew by {:.1f} MiB after the first round\n", times.table(), most);
    CHECK(most < most_growth);
    for (const FrameTimes::Stall& stall : times.stalls())
        CHECK_MESSAGE(stall.ms < clear_stall, stall.doing);
}

}  // namespace rekindle::tests::soak_test
