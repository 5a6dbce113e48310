// The values of options before any command sees them: one that is empty is never taken for one that
// was left out, for it mostly comes from a script whose own step went wrong.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/commands/options.hpp"

namespace rekindle::app {

// What was typed, for `Program::parse`. `--mood=` becomes `--mood` and an empty word: the next word
// would be taken for its value.
std::vector<std::string> words_given(const std::vector<std::string>& typed, const Program& program);

// A sentence about the first option or argument that was given an empty value.
std::optional<std::string> empty_value(const Program& program);

}  // namespace rekindle::app
