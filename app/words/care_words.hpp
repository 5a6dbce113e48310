// Damaged files, copies of files and what two sides changed, in words: for the notices, the
// settings screen and the command line.
#pragma once

#include <string>
#include <string_view>

#include "workbook/content/workbook.hpp"
#include "workbook/findings/difference.hpp"
#include "workbook/findings/earlier_part.hpp"
#include "workbook/journal/both_changed.hpp"

namespace rekindle::app {

// "the check-ins of November 2026", "what stands on the cards of Seven steps".
std::string part_words(const Part& part, const Content& content);

// The same at the beginning of a sentence.
std::string capital(std::string words);

// "Before today's changes · 24 check-ins", "Before its last 3 changes · 12 entries on the cards".
std::string earlier_words(const EarlierPart& earlier, Date today);

// What bringing a copy in would do, one line for each kind of change; empty when it would do
// nothing. `source` is what is brought in, as it is spoken of.
std::string bring_in_words(const Difference& difference, std::string_view source = "the copy");

// A file as part of a control's name, which has no spaces: "2026-11%20%281%29.toml".
std::string name_in_controls(const std::string& file);

// True for what is that person's, of everyone, or of nobody in this journal any more.
bool is_for(const BothChanged& both, const Profile& profile, std::string_view person);
// "Friday, 20 November 2026", "The card Facing the pain", "Practices".
std::string place_words(const BothChanged& both, const Content& content);
// "Two versions of a text stand there now. Mood: 7 stands, the other said 3."
std::string both_words(const BothChanged& both, const Content& content, const Profile& profile);

}  // namespace rekindle::app
