// What is said to whoever is asked whether a journal whose lock is gone goes on without one.
#pragma once

namespace rekindle::app {

inline constexpr const char* about_in_the_clear =
    "Without a lock, everything that is written here from now on is kept as plain text: whoever "
    "can read the files can read it.";

}  // namespace rekindle::app
