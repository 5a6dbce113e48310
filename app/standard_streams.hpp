// Standard input, output and error, which whoever starts a program may have closed, or led to where
// nothing can be written.
#pragma once

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace rekindle::app {

// Takes the places of those that are closed, so that no file opened later gets one of them and is
// written into by whoever means to print. What is read from or written to them fails, except for
// standard error: nobody is there to be told anything. The first thing in `main`.
void hold_standard_streams();

// Says something on standard error. Where nobody can hear it, that is no reason to stop.
void say(std::string_view text) noexcept;

template <class... Values>
void say(fmt::format_string<Values...> format, Values&&... values) {
    say(std::string_view(fmt::format(format, std::forward<Values>(values)...)));
}

}  // namespace rekindle::app
