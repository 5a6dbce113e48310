// Everything that this program gives back to the heap is wiped first: of a journal that was locked
// or closed nothing is left to be found in its memory.
#pragma once

namespace rekindle::app {

// For Dear ImGui, which has its own way to memory; what C++ frees is wiped without being asked.
void wipe_what_imgui_frees();

}  // namespace rekindle::app
