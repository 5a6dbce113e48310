#include "app/window/wiped_memory.hpp"

#include <dlfcn.h>
#include <imgui.h>
#include <malloc.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

namespace rekindle::app {

namespace {

// From so many bytes on, pages are given back instead of written on: most of a large block was
// perhaps never touched.
constexpr std::size_t large = 128 * 1024;

// Not for pages that are held in memory (mlock): those are only written on.
bool drop_pages(char* begin, char* end) {
    return begin == end ||
           madvise(begin, static_cast<std::size_t>(end - begin), MADV_DONTNEED) == 0;
}

void wipe(void* memory, std::size_t size) noexcept {
    if (size < large) return explicit_bzero(memory, size);
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    auto* begin = static_cast<char*>(memory);
    const std::size_t head = (page - reinterpret_cast<std::uintptr_t>(memory) % page) % page;
    const std::size_t whole = (size - head) / page * page;
    if (!drop_pages(begin + head, begin + head + whole)) explicit_bzero(begin + head, whole);
    explicit_bzero(begin, head);
    explicit_bzero(begin + head + whole, size - head - whole);
}

// What `name` would be without this program's own.
template <class Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

void free_as_it_is(void* memory) noexcept {
    static const auto next_free = next<void(void*)>("free");
    next_free(memory);
}

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
    wipe(memory, malloc_usable_size(memory));
    std::free(memory);
}

void free_wiped(void* memory) noexcept {
    if (memory == nullptr) return;
    const int error_before = errno;
    wipe(memory, malloc_usable_size(memory));
    free_as_it_is(memory);
    errno = error_before;
}

void* resize_wiped(void* memory, std::size_t size) noexcept {
    if (memory == nullptr) return std::malloc(size);
    const std::size_t before = malloc_usable_size(memory);
    if (size <= before) {
        static const auto next_realloc = next<void*(void*, std::size_t)>("realloc");
        wipe(static_cast<char*>(memory) + size, before - size);
        return next_realloc(memory, size);
    }
    void* larger = std::malloc(size);
    if (larger == nullptr) return nullptr;  // the block stays as it was
    std::memcpy(larger, memory, before);
    free_wiped(memory);
    return larger;
}

void wipe_what_imgui_frees() {
    ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return std::malloc(size); },
                                 [](void* memory, void*) { give_back_wiped(memory); });
}

}  // namespace rekindle::app
