// C's `free` and `realloc` of app/window/main_memory.cpp, in a program without a sanitizer, which
// would bring its own. What was given back is looked at where it lay: glibc keeps it mapped.
#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#ifndef __SANITIZE_ADDRESS__

namespace {

constexpr unsigned char mark = 0xa7;
// The heap writes into the beginning of what it holds, and at its very end.
constexpr std::size_t own_notes = 2 * sizeof(void*) * 2;

// Told in a way that no compiler follows.
std::uintptr_t place_of(void* memory) {
    auto place = reinterpret_cast<std::uintptr_t>(memory);
    asm volatile("" : "+r"(place) : : "memory");
    return place;
}

void* marked(std::size_t size) {
    void* memory = std::malloc(size);
    REQUIRE(memory != nullptr);
    std::memset(memory, mark, size);
    (void)place_of(memory);
    return memory;
}

[[gnu::noinline]] std::size_t marks_at(std::uintptr_t place, std::size_t size) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < size; ++i)
        count += *reinterpret_cast<const volatile unsigned char*>(place + i) == mark ? 1U : 0U;
    return count;
}

}  // namespace

TEST_CASE("memory: what C gives back is wiped") {
    for (const std::size_t size : {24U, 100U, 1000U, 5000U, 100000U}) {
        CAPTURE(size);
        void* behind = nullptr;
        void* memory = marked(size);
        behind = marked(24);  // so that the heap does not end here and shrink
        const std::uintptr_t place = place_of(memory);
        std::free(memory);
        CHECK(marks_at(place + own_notes, size - std::min(size, 2 * own_notes)) == 0);
        std::free(behind);
    }
}

TEST_CASE("memory: a block that grows leaves nothing where it was and keeps what it held") {
    for (const std::size_t size : {24U, 100U, 5000U, 100000U}) {
        CAPTURE(size);
        void* memory = marked(size);
        void* behind = marked(24);
        const std::uintptr_t place = place_of(memory);
        void* larger = std::realloc(memory, 2 * size + 4096);
        REQUIRE(larger != nullptr);
        CHECK(marks_at(place_of(larger), size) == size);
        if (place_of(larger) != place) CHECK(marks_at(place + own_notes, size / 2) == 0);
        std::free(larger);
        std::free(behind);
    }
}

TEST_CASE("memory: a block that shrinks keeps what is asked for and wipes the rest") {
    for (const std::size_t size : {200U, 5000U, 100000U, 3U << 20}) {
        CAPTURE(size);
        void* memory = marked(size);
        void* smaller = std::realloc(memory, 100);
        REQUIRE(smaller != nullptr);
        CHECK(marks_at(place_of(smaller), 100) == 100);
        if (size <= 5000) CHECK(marks_at(place_of(smaller) + 100, size - 100) == 0);
        std::free(smaller);
    }
}

TEST_CASE("memory: large blocks are given back and grow as others do") {
    void* memory = marked(3U << 20);
    memory = std::realloc(memory, 9U << 20);
    REQUIRE(memory != nullptr);
    CHECK(marks_at(place_of(memory), 3U << 20) == 3U << 20);
    std::memset(memory, mark, 9U << 20);
    std::free(memory);
}

TEST_CASE("memory: C's own rules for null, nothing and too much are kept") {
    std::free(nullptr);
    void* from_null = std::realloc(nullptr, 10);
    REQUIRE(from_null != nullptr);
    void* memory = marked(50);
    volatile std::size_t too_large = PTRDIFF_MAX;
    errno = 0;
    CHECK(std::realloc(memory, too_large + std::size_t{1}) == nullptr);
    CHECK(errno == ENOMEM);
    CHECK(marks_at(place_of(memory), 50) == 50);
    errno = EDOM;
    std::free(memory);
    CHECK(errno == EDOM);
    std::free(from_null);
}

#endif
