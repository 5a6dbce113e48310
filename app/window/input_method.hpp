// Which input method X is to make characters with: the one that the person has chosen, where it is
// running, and else the one built into X, which knows dead keys and Compose.
#pragma once

namespace rekindle::app {

// Sets the process's character type (and nothing else of its locale), XMODIFIERS and the name of a
// locale that is not installed, all of which are read when the window is opened. Call it while
// there is no other thread. Asks the X server only when an input method was chosen, and that one
// waits for half a second at most.
void choose_input_method();

}  // namespace rekindle::app
