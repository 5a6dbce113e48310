// Whole journals, texts and commands for property tests: everything a journal may hold, with a
// liking for what breaks readers and writers.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

#include "workbook/journal/command.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle::test {

// UTF-8 of any kind: quotes, line breaks, control characters and NUL, combining marks, emoji,
// right-to-left, byte order marks, things that look like TOML or CSV. May be empty.
rc::Gen<std::string> any_text();
// The same without control characters: what fits on one line.
rc::Gen<std::string> any_line();

// A day from a handful of months, among them the first and the last there are.
rc::Gen<Date> any_date();
rc::Gen<TimeOfDay> any_time();

// A journal as `update` leaves one: ids unique, nothing empty, everything in order.
rc::Gen<Journal> any_journal();

// A command for this journal: mostly one that can be carried out, sometimes one that cannot.
rc::Gen<Command> any_command(const Journal& journal);

// What a generator asks of chance, one at a time; within a generator only.
int number(int from, int to);  // both included
bool chance(int percent);
template <class T>
const T& one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(number(0, static_cast<int>(all.size()) - 1))];
}

// The last moment there is, so that no day of `any_date` lies in the future.
Stamp end_of_time(std::string_view person = "me");

}  // namespace rekindle::test
