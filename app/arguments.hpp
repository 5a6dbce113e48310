// The words that the program was started with. Every account of the computer can read them for as
// long as it runs (`ps`, /proc/PID/cmdline), and they may be a note, a search or a name.
#pragma once

#include <string>
#include <vector>

namespace rekindle::app {

// The words after the program's own name. From then on they stand where nobody else reads them: the
// system's copy is wiped.
std::vector<std::string> take_arguments(int count, char** arguments);

}  // namespace rekindle::app
