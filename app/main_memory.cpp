// Replaces the operators for the whole program, libraries in C++ included (see wiped_memory.hpp).
#include <cstddef>
#include <new>

#include "app/wiped_memory.hpp"

namespace {

using rekindle::app::give_back_wiped;
using rekindle::app::take_memory;
using rekindle::app::take_memory_or_null;

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
void operator delete(void* memory) noexcept { give_back_wiped(memory); }
void operator delete[](void* memory) noexcept { give_back_wiped(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back_wiped(memory); }
void operator delete[](void* memory, std::size_t) noexcept { give_back_wiped(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { give_back_wiped(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { give_back_wiped(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    give_back_wiped(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept {
    give_back_wiped(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept { give_back_wiped(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { give_back_wiped(memory); }
void operator delete(void* memory, std::align_val_t, const std::nothrow_t&) noexcept {
    give_back_wiped(memory);
}
void operator delete[](void* memory, std::align_val_t, const std::nothrow_t&) noexcept {
    give_back_wiped(memory);
}
