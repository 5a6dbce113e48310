#include "workbook/base/wiped_stack.hpp"

#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>

// The sanitizer keeps notes of the stack, and takes writing below what is in use for a mistake.
#define REKINDLE_BELOW_ALL [[gnu::noinline, gnu::no_sanitize_address]]

namespace rekindle {
namespace {

using Address = std::uintptr_t;

// What the wiping itself needs of the stack is wiped last, and from above.
constexpr std::size_t own_need = 16 * 1024;
constexpr std::size_t pages_at_once = 16;

// The lowest address of the calling thread's stack, and 0 where that cannot be known.
Address stack_begin() {
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
    void* begin = nullptr;
    std::size_t size = 0;
    const bool known = pthread_attr_getstack(&attributes, &begin, &size) == 0;
    pthread_attr_destroy(&attributes);
    return known ? reinterpret_cast<Address>(begin) : 0;
}

// Wipes those of the pages that are in memory. False where some are not part of the stack yet: that
// of the first thread grows as it is used.
REKINDLE_BELOW_ALL bool wipe_pages(Address begin, std::size_t count, std::size_t page) {
    std::array<unsigned char, pages_at_once> present{};
    auto* bytes = reinterpret_cast<char*>(begin);
    int failed = 0;
    do {
        failed = mincore(bytes, count * page, present.data());
    } while (failed != 0 && errno == EAGAIN);
    if (failed != 0) return false;
    for (std::size_t i = 0; i < count; ++i)
        if ((present[i] & 1U) != 0) explicit_bzero(bytes + i * page, page);
    return true;
}

// Everything below `end`, from above. Then it goes back to the system, and with it what may have
// been written into the swap.
REKINDLE_BELOW_ALL void wipe_far(Address begin, Address end) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    begin = (begin + page - 1) / page * page;
    end = end / page * page;
    Address at = end;
    for (bool whole = true; whole && at > begin;) {
        const std::size_t count = std::min<std::size_t>((at - begin) / page, pages_at_once);
        whole = wipe_pages(at - count * page, count, page);
        if (whole) at -= count * page;
    }
    while (at > begin && wipe_pages(at - page, 1, page)) at -= page;
    if (at < end) madvise(reinterpret_cast<void*>(at), end - at, MADV_DONTNEED);
}

REKINDLE_BELOW_ALL void wipe_near() {
    std::array<unsigned char, 2 * own_need> room;
    explicit_bzero(room.data(), room.size());
}

}  // namespace

REKINDLE_BELOW_ALL void wipe_stack() {
    const int error_before = errno;
    const auto here = reinterpret_cast<Address>(__builtin_frame_address(0));
    if (const Address begin = stack_begin(); begin != 0 && here > begin + own_need)
        wipe_far(begin, here - own_need);
    wipe_near();
    errno = error_before;
}

}  // namespace rekindle
