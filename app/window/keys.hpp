// From GLFW's keys to ours.
#pragma once

#include <optional>

#include "app/frame/input.hpp"

namespace rekindle::app {

// Either of the two keys that type nothing by themselves.
bool is_shift(int key);

// The press of a GLFW key; nothing for a key the program has no use for. Letters and signs go by
// what is printed on the keyboard in use, so that Ctrl+Z is where the person expects it.
std::optional<KeyPress> to_key_press(int key, int scancode, int modifiers);

}  // namespace rekindle::app
