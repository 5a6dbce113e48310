// What ended functions leave on a stack, looked at where it lay. Neither those who leave it nor
// those who look are watched by the sanitizer, which would put it elsewhere.
#include "workbook/base/wiped_stack.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

namespace wiped_stack_test {

namespace {

#define REKINDLE_UNWATCHED [[gnu::noinline, gnu::no_sanitize_address]]

constexpr unsigned char mark = 0xa7;
constexpr std::size_t deep = 200 * 1024;

// Fills the stack that far below its caller.
REKINDLE_UNWATCHED void leave_marks() {
    std::array<unsigned char, deep> room;
    std::memset(room.data(), mark, room.size());
    asm volatile("" : : "r"(room.data()) : "memory");
}

// How many bytes of marks stand below the caller. One or two by themselves are parts of an address.
REKINDLE_UNWATCHED std::size_t marks_left() {
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    std::size_t count = 0;
    std::size_t in_a_row = 0;
    for (std::uintptr_t at = here - deep + 4096; at < here - 512; ++at) {
        const bool is_mark = *reinterpret_cast<const volatile unsigned char*>(at) == mark;
        in_a_row = is_mark ? in_a_row + 1 : 0;
        count += in_a_row >= 4 ? 1U : 0U;
    }
    return count;
}

struct Seen {
    std::size_t before = 0;
    std::size_t after = 0;
    bool kept = false;
};

REKINDLE_UNWATCHED Seen see_wiping() {
    Seen seen;
    std::array<unsigned char, 4096> own;  // what is in use stays
    std::memset(own.data(), mark, own.size());
    asm volatile("" : : "r"(own.data()) : "memory");
    leave_marks();
    seen.before = marks_left();
    rekindle::wipe_stack();
    seen.after = marks_left();
    asm volatile("" : : "r"(own.data()) : "memory");
    seen.kept =
        std::all_of(own.begin(), own.end(), [](unsigned char byte) { return byte == mark; });
    return seen;
}

}  // namespace

TEST_CASE("wiped stack: nothing of what ended is left on the first thread's stack") {
    const Seen seen = see_wiping();
    CHECK(seen.before > deep / 2);
    CHECK(seen.after == 0);
    CHECK(seen.kept);
}

TEST_CASE("wiped stack: nothing of what ended is left on another thread's stack") {
    Seen seen;
    std::thread([&] { seen = see_wiping(); }).join();
    CHECK(seen.before > deep / 2);
    CHECK(seen.after == 0);
    CHECK(seen.kept);
}

TEST_CASE("wiped stack: a thread drops what came with it and leaves nothing when it ends") {
    std::atomic<std::uintptr_t> place = 0;
    std::size_t left = 0;
    const auto held = std::make_shared<std::string>("what came with it");
    // The next thread gets the stack of the one that ended, as it was left.
    rekindle::wiped_thread([&place, held] {
        place = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
        leave_marks();
    }).join();
    CHECK(held.use_count() == 1);
    std::thread([&] { left = marks_left(); }).join();
    CHECK(left == 0);
    CHECK(place != 0);
}

}  // namespace wiped_stack_test
