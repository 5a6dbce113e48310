// What a function leaves on its stack when it ends stays there until another needs the place: of a
// text that was parsed, hashed or copied whole sentences can be found in the memory of a thread
// that only waits, or has ended long ago. So every thread of this program is made here and leaves
// nothing, and one that waits wipes before it does.
#pragma once

#include <thread>
#include <utility>

namespace rekindle {

// Wipes what functions that have ended left on the stack of the calling thread, however deep they
// were; what is in use stays. Some ten microseconds for a thread, some hundred for the first one.
void wipe_stack();

namespace detail {

// Not a part of its caller, whose own place on the stack is in use while it wipes.
template <class Work>
[[gnu::noinline]] void run_and_drop(Work& work) {
    Work once = std::move(work);
    once();
}

}  // namespace detail

// A thread that runs `work`, drops all that came with it, and leaves nothing on its stack.
template <class Work>
std::thread wiped_thread(Work work) {
    return std::thread([work = std::move(work)]() mutable {
        detail::run_and_drop(work);
        wipe_stack();
    });
}

}  // namespace rekindle
