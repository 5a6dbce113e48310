#include "app/wiped_memory.hpp"

#include <imgui.h>
#include <malloc.h>
#include <string.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace rekindle::app {

namespace {

// posix_memalign refuses alignments below a pointer's size, which libraries do ask for.
void* try_take(std::size_t size, std::size_t alignment) noexcept {
    if (size > PTRDIFF_MAX) return nullptr;  // no object can be that large
    size = std::max<std::size_t>(size, 1);   // two blocks are never the same, also if empty
    if (alignment == alignof(std::max_align_t)) return std::malloc(size);
    void* memory = nullptr;
    const int failed = posix_memalign(&memory, std::max(alignment, sizeof(void*)), size);
    return failed == 0 ? memory : nullptr;
}

}  // namespace

void* take_memory(std::size_t size, std::size_t alignment) {
    for (;;) {
        if (void* memory = try_take(size, alignment)) return memory;
        const std::new_handler make_room = std::get_new_handler();
        if (make_room == nullptr) throw std::bad_alloc();
        make_room();
    }
}

void* take_memory_or_null(std::size_t size, std::size_t alignment) noexcept {
    try {
        return take_memory(size, alignment);
    } catch (...) {  // a new-handler may throw whatever it likes
        return nullptr;
    }
}

void give_back_wiped(void* memory) noexcept {
    if (memory == nullptr) return;
    explicit_bzero(memory, malloc_usable_size(memory));
    std::free(memory);
}

void wipe_what_imgui_frees() {
    ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return std::malloc(size); },
                                 [](void* memory, void*) { give_back_wiped(memory); });
}

}  // namespace rekindle::app
