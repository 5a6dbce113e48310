// Looks at a whole page, from its top to its end, for what a person would call broken: controls
// that lie over each other or outside the window, text that runs out of its card, is cut off, or
// lies over other text.
#pragma once

#include <string>
#include <vector>

#include "tests/support/headless.hpp"

namespace rekindle::tests {

// A sentence for each thing found, each only once; nothing when all is well.
std::vector<std::string> layout_problems(Headless& screen);

}  // namespace rekindle::tests
