// The operators of app/window/main_memory.cpp, which take the place of the usual ones in this
// program.
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <stdexcept>
#include <vector>

// A size that cannot be had is a null pointer here as it is without the address sanitizer, which
// else ends the program.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "allocator_may_return_null=1"; }

namespace {

constexpr std::size_t sizes[] = {0, 1, 3, 7, 8, 17, 100, 4095, 4096, 65537, 5U << 20};
constexpr std::size_t too_large[] = {PTRDIFF_MAX, std::size_t{PTRDIFF_MAX} + 1, SIZE_MAX - 4096,
                                     SIZE_MAX};

std::vector<std::align_val_t> alignments() {
    std::vector<std::align_val_t> all;
    for (std::size_t one = 1; one <= 4096; one *= 2) all.push_back(std::align_val_t{one});
    return all;
}

// Used, so that no optimiser leaves the block out.
void* touched(void* memory, std::size_t size) {
    REQUIRE(memory != nullptr);
    std::memset(memory, 0xa5, size);
    asm volatile("" : : "r"(memory) : "memory");
    return memory;
}

void check_place(void* memory, std::align_val_t alignment) {
    CHECK(reinterpret_cast<std::uintptr_t>(memory) % static_cast<std::size_t>(alignment) == 0);
}

// Gives the new-handler back that was there.
struct Handler {
    std::new_handler before;
    explicit Handler(std::new_handler now) : before(std::set_new_handler(now)) {}
    ~Handler() { std::set_new_handler(before); }
    Handler(const Handler&) = delete;
    Handler& operator=(const Handler&) = delete;
};

int times_asked = 0;

void make_no_room_twice() {
    if (++times_asked == 2) std::set_new_handler(nullptr);
}

void give_up() { throw std::bad_alloc(); }
void make_room_by_throwing() { throw std::length_error("another way out"); }

}  // namespace

TEST_CASE("memory: blocks of every size and alignment are had and given back in every form") {
    for (const std::align_val_t to : alignments()) {
        CAPTURE(static_cast<std::size_t>(to));
        for (const std::size_t size : sizes) {
            CAPTURE(size);
            void* one = touched(::operator new(size, to), size);
            void* array = touched(::operator new[](size, to), size);
            void* quiet = touched(::operator new(size, to, std::nothrow), size);
            void* quiet_array = touched(::operator new[](size, to, std::nothrow), size);
            for (void* memory : {one, array, quiet, quiet_array}) check_place(memory, to);
            CHECK(one != array);
            ::operator delete(one, to);
            ::operator delete[](array, to);
            ::operator delete(quiet, to, std::nothrow);
            ::operator delete[](quiet_array, to, std::nothrow);
            ::operator delete(touched(::operator new(size, to), size), size, to);
            ::operator delete[](touched(::operator new[](size, to), size), size, to);
        }
    }
}

TEST_CASE("memory: blocks of every size are had and given back in every form") {
    for (const std::size_t size : sizes) {
        CAPTURE(size);
        void* one = touched(::operator new(size), size);
        void* array = touched(::operator new[](size), size);
        void* quiet = touched(::operator new(size, std::nothrow), size);
        void* quiet_array = touched(::operator new[](size, std::nothrow), size);
        for (void* memory : {one, array, quiet, quiet_array})
            check_place(memory, std::align_val_t{alignof(std::max_align_t)});
        CHECK(one != array);
        ::operator delete(one);
        ::operator delete[](array);
        ::operator delete(quiet, std::nothrow);
        ::operator delete[](quiet_array, std::nothrow);
        ::operator delete(touched(::operator new(size), size), size);
        ::operator delete[](touched(::operator new[](size), size), size);
    }
}

TEST_CASE("memory: null can be given back in every form") {
    void* const nothing = nullptr;
    const std::align_val_t to{64};
    ::operator delete(nothing);
    ::operator delete[](nothing);
    ::operator delete (nothing, std::size_t{8});
    ::operator delete[](nothing, std::size_t{8});
    ::operator delete(nothing, to);
    ::operator delete[](nothing, to);
    ::operator delete (nothing, std::size_t{8}, to);
    ::operator delete[](nothing, std::size_t{8}, to);
    ::operator delete(nothing, std::nothrow);
    ::operator delete[](nothing, std::nothrow);
    ::operator delete(nothing, to, std::nothrow);
    ::operator delete[](nothing, to, std::nothrow);
}

TEST_CASE("memory: what cannot be had is bad_alloc, or null where nothing may be thrown") {
    for (const std::size_t size : too_large) {
        volatile std::size_t hidden = size;  // else the compiler warns of what is meant
        CAPTURE(size);
        CHECK_THROWS_AS((void)::operator new(hidden), std::bad_alloc);
        CHECK_THROWS_AS((void)::operator new[](hidden), std::bad_alloc);
        CHECK(::operator new(hidden, std::nothrow) == nullptr);
        CHECK(::operator new[](hidden, std::nothrow) == nullptr);
        for (const std::align_val_t to : alignments()) {
            CHECK_THROWS_AS((void)::operator new(hidden, to), std::bad_alloc);
            CHECK_THROWS_AS((void)::operator new[](hidden, to), std::bad_alloc);
            CHECK(::operator new(hidden, to, std::nothrow) == nullptr);
            CHECK(::operator new[](hidden, to, std::nothrow) == nullptr);
        }
    }
}

TEST_CASE("memory: a new-handler is asked until it gives up, also where nothing may be thrown") {
    volatile std::size_t hidden = PTRDIFF_MAX;
    for (const std::align_val_t to :
         {std::align_val_t{1}, std::align_val_t{16}, std::align_val_t{512}}) {
        times_asked = 0;
        const Handler twice(make_no_room_twice);
        CHECK_THROWS_AS((void)::operator new(hidden, to), std::bad_alloc);
        CHECK(times_asked == 2);
        const Handler throws(give_up);
        CHECK_THROWS_AS((void)::operator new(hidden, to), std::bad_alloc);
        CHECK(::operator new[](hidden, to, std::nothrow) == nullptr);
        const Handler odd(make_room_by_throwing);
        CHECK_THROWS_AS((void)::operator new[](hidden), std::length_error);
        CHECK(::operator new(hidden, std::nothrow) == nullptr);
    }
    times_asked = 0;
    const Handler twice(make_no_room_twice);
    CHECK(::operator new(hidden, std::nothrow) == nullptr);
    CHECK(times_asked == 2);
}

TEST_CASE("memory: types whose alignment is large or small can be made and destroyed") {
    struct alignas(256) Wide {
        char bytes[300] = {};
    };
    auto* wide = new Wide[3];
    check_place(wide, std::align_val_t{256});
    delete[] wide;
    const std::vector<char> many(100000, 'x');
    CHECK(many.back() == 'x');
}
