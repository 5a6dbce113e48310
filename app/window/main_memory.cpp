// Replaces the operators for the whole program, libraries in C++ included, and what libraries in C
// give back with (see wiped_memory.hpp).
#include <cstddef>
#include <new>

#include "app/window/wiped_memory.hpp"

// A sanitizer brings a heap of its own, whose `free` is not to be touched.
#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if !defined(__SANITIZE_ADDRESS__) && !__has_feature(address_sanitizer)
#define REKINDLE_OWN_FREE
#endif

namespace {

using rekindle::app::take_memory;
using rekindle::app::take_memory_or_null;

#ifdef REKINDLE_OWN_FREE
void give_back(void* memory) noexcept {
    rekindle::app::free_wiped(memory);
}  // wiped once is enough
#else
void give_back(void* memory) noexcept { rekindle::app::give_back_wiped(memory); }
#endif

std::size_t bytes(std::align_val_t alignment) { return static_cast<std::size_t>(alignment); }

}  // namespace

void* operator new(std::size_t size) { return take_memory(size); }
void* operator new[](std::size_t size) { return take_memory(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return take_memory_or_null(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return take_memory_or_null(size);
}
void* operator new(std::size_t size, std::align_val_t to) { return take_memory(size, bytes(to)); }
void* operator new[](std::size_t size, std::align_val_t to) { return take_memory(size, bytes(to)); }
void* operator new(std::size_t size, std::align_val_t to, const std::nothrow_t&) noexcept {
    return take_memory_or_null(size, bytes(to));
}
void* operator new[](std::size_t size, std::align_val_t to, const std::nothrow_t&) noexcept {
    return take_memory_or_null(size, bytes(to));
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

#ifdef REKINDLE_OWN_FREE

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): C's own are reserved names.
extern "C" void free(void* memory) noexcept { rekindle::app::free_wiped(memory); }

extern "C" void* realloc(void* memory, std::size_t size) noexcept {
    return rekindle::app::resize_wiped(memory, size);
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name)

#endif
