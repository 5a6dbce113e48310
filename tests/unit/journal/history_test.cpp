#include "workbook/journal/history.hpp"

#include <doctest/doctest.h>

#include "../support/generators.hpp"
#include "workbook/journal/update.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace {

// Carries out generated commands, as a session would; refused ones are left out.
void live_through(History& history, int commands) {
    double seconds = 0;
    for (int i = 0; i < commands; ++i) {
        const Command command = *any_command(history.now());
        seconds += *rc::gen::inRange(0, 5);
        auto next = update(history.now(), command, end_of_time());
        if (next) history.apply(*next, command_title(command), merge_key(command), seconds);
    }
}

}  // namespace

TEST_CASE("history: undoing everything gives the start, redoing everything the end") {
    CHECK(rc::check([] {
        const Journal start = *any_journal();
        History history(start);
        live_through(history, 25);
        const Journal end = history.now();
        while (history.can_undo()) history.undo();
        RC_ASSERT(history.now() == start);
        while (history.can_redo()) history.redo();
        RC_ASSERT(history.now() == end);
    }));
}
