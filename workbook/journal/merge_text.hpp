// Two changes to one text, brought together so that no letter of either is lost.
#pragma once

#include <string>
#include <string_view>

namespace rekindle {

// The change from `base` to `ours` made in `theirs`. Changes in different places are both made;
// where they meet, both texts are kept, ours first, with a line between them. What one side has of
// the other's already is not brought in a second time, so the outcome stays as it is when it is
// merged with either side again. All three are UTF-8.
//   ("a b", "a b c", "x b") gives "x b c"
//   ("", "ours", "theirs") gives "ours", an empty line, "———", an empty line, "theirs"
std::string merge_text(std::string_view base, std::string_view ours, std::string_view theirs);

}  // namespace rekindle
