// What is printed on a key of the keyboard in use.
#pragma once

#include "app/frame/key_cap.hpp"

namespace rekindle::app {

// For a GLFW key that types characters.
KeyCap read_key_cap(int key, int scancode);

}  // namespace rekindle::app
