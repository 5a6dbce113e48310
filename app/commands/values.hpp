// The values of options before any command sees them: one that is empty is never taken for one that
// was left out, for it mostly comes from a script whose own step went wrong.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rekindle::app {

// What was typed, for `CLI::App::parse`, the last word first. `--mood=` becomes `--mood` and an
// empty word: CLI11 would take the next word for its value.
std::vector<std::string> words_given(const std::vector<std::string>& typed,
                                     const CLI::App& program);

// A sentence about the first option or argument that was given an empty value.
std::optional<std::string> empty_value(const CLI::App& program);

}  // namespace rekindle::app
