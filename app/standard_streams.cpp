#include "app/standard_streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace rekindle::app {

namespace {

bool is_closed(int descriptor) { return ::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF; }

// Where there is no /dev, a place in the file system that can neither be read nor written.
int open_nothing(int mode) {
    const int nothing = ::open("/dev/null", mode);
    return nothing >= 0 ? nothing : ::open("/", O_PATH);
}

}  // namespace

void hold_standard_streams() {
    constexpr int modes[] = {O_WRONLY, O_RDONLY, O_WRONLY};
    for (int descriptor = 0; descriptor < 3; ++descriptor) {
        // The lowest that is free is taken, which is this one.
        if (is_closed(descriptor) && open_nothing(modes[descriptor]) != descriptor) std::_Exit(3);
    }
}

void say(std::string_view text) noexcept {
    [[maybe_unused]] const auto heard = std::fwrite(text.data(), 1, text.size(), stderr);
    std::clearerr(stderr);
}

}  // namespace rekindle::app
