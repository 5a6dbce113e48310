// A made-up journal to look at the program with: nobody's days, in nobody's words.
#pragma once

#include <cstdint>

#include "workbook/content/workbook.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// `weeks` weeks of one person's check-ins that end on `last_day`, with days left out here and
// there, and the beginnings of the seven-steps workbook where the content has it. The same
// arguments give the same journal on every machine.
Journal sample_journal(const Content& content, Date last_day, int weeks, std::uint64_t seed);

}  // namespace rekindle
