// answers/WORKBOOK.toml: [[answer]], [[tick]], [[rating]] and [[mark]], each naming its card.
#pragma once

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/answers.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

TomlTable to_toml(const Answers& answers);

// Gives every answer an id that has none; the same file always gets the same ids.
void complete_answers(TomlTable& file);

// Oldest first, and otherwise as given.
void put_in_order(Answers& answers);

// The answers in a completed file, in order. Who is not named is the first person of the profile.
// Problems go to the reader.
Answers read_answers(const TomlReader& file, const Profile& profile);

}  // namespace rekindle
