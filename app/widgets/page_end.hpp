// How a page ends.
#pragma once

namespace rekindle::app {

inline constexpr float page_bottom = 24;  // free below the last of a page, at scale 1

}  // namespace rekindle::app
