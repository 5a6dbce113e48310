// Everything that this program gives back to the heap is wiped first: of a journal that was locked
// or closed nothing is left to be found in its memory. `main_memory.cpp` makes these functions the
// C++ operators and C's `free` and `realloc` of the whole program, libraries included; so they keep
// to what the standards ask of those, for every size and alignment.
#pragma once

#include <cstddef>

namespace rekindle::app {

// At least `size` bytes at a multiple of `alignment` (a power of two, also below that of a
// pointer). Where there are none, the new-handler is asked for as long as there is one, and then
// std::bad_alloc is thrown.
void* take_memory(std::size_t size, std::size_t alignment = alignof(std::max_align_t));

// The same; null where that would throw.
void* take_memory_or_null(std::size_t size,
                          std::size_t alignment = alignof(std::max_align_t)) noexcept;

// Wipes the whole block and gives it back, however it was taken; null is nothing.
void give_back_wiped(void* memory) noexcept;

// For C's `free` and `realloc`, of which these take the place: the same, and then what the next in
// line does, which is the C library's unless somebody put another heap before it.
void free_wiped(void* memory) noexcept;
void* resize_wiped(void* memory, std::size_t size) noexcept;

// For Dear ImGui, which has its own way to memory; what C++ frees is wiped without being asked.
void wipe_what_imgui_frees();

}  // namespace rekindle::app
