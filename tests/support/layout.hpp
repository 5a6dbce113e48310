// Looks at a whole page, from its top to its end, for what a person would call broken: controls
// that lie over each other or outside the window, text that runs out of its card, is cut off, or
// lies over other text; controls that say nothing.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/support/headless.hpp"

namespace rekindle::tests {

// A sentence for each thing found, each only once; nothing when all is well. `at_each_view` is
// called wherever the page stands still on its way, and may add what it finds.
using Found = std::set<std::string>;
std::vector<std::string> layout_problems(Headless& screen,
                                         const std::function<void(Found&)>& at_each_view = {});

// Opens what `opener` opens over the page, looks at that alone, and closes it again. Nothing when
// it opened nothing of that sort.
void look_at_popup(Headless& screen, const std::string& opener, Found& found);

}  // namespace rekindle::tests
