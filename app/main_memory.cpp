// Replaces the operators for the whole program, libraries in C++ included (see wiped_memory.hpp).
#include <imgui.h>
#include <malloc.h>
#include <string.h>

#include <cstdlib>
#include <new>

#include "app/wiped_memory.hpp"

namespace {

void* try_take(std::size_t size) { return std::malloc(size == 0 ? 1 : size); }

void* try_take_aligned(std::size_t size, std::align_val_t to) {
    void* memory = nullptr;
    const int done = posix_memalign(&memory, static_cast<std::size_t>(to), size == 0 ? 1 : size);
    return done == 0 ? memory : nullptr;
}

void* or_throw(void* memory) {
    if (memory) return memory;
    throw std::bad_alloc();
}

void* take(std::size_t size) { return or_throw(try_take(size)); }
void* take_aligned(std::size_t size, std::align_val_t to) {
    return or_throw(try_take_aligned(size, to));
}

void give_back(void* memory) noexcept {
    if (!memory) return;
    explicit_bzero(memory, malloc_usable_size(memory));
    std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return try_take(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return try_take(size); }
void* operator new(std::size_t size, std::align_val_t to) { return take_aligned(size, to); }
void* operator new[](std::size_t size, std::align_val_t to) { return take_aligned(size, to); }
void* operator new(std::size_t size, std::align_val_t to, const std::nothrow_t&) noexcept {
    return try_take_aligned(size, to);
}
void* operator new[](std::size_t size, std::align_val_t to, const std::nothrow_t&) noexcept {
    return try_take_aligned(size, to);
}
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete[](void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { give_back(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { give_back(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { give_back(memory); }
void operator delete(void* memory, std::align_val_t, const std::nothrow_t&) noexcept {
    give_back(memory);
}
void operator delete[](void* memory, std::align_val_t, const std::nothrow_t&) noexcept {
    give_back(memory);
}

namespace rekindle::app {

void wipe_what_imgui_frees() {
    ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return std::malloc(size); },
                                 [](void* memory, void*) { give_back(memory); });
}

}  // namespace rekindle::app
