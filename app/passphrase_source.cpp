#include "app/passphrase_source.hpp"

#include <bsd/readpassphrase.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rekindle::app {

Result<Secret> read_passphrase(int descriptor) {
    Secret line;
    for (;;) {
        char byte = 0;
        const ssize_t got = ::read(descriptor, &byte, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            return fail(ErrorCode::usage, "No passphrase can be read from that file descriptor.",
                        "Open it for the program, as in --passphrase-fd 3 3<FILE.");
        if (got == 0 || byte == '\n') return line;
        if (!line.append({&byte, 1}))
            return fail(ErrorCode::usage, "This passphrase is longer than 1024 bytes.");
    }
}

Result<Secret> get_passphrase(std::optional<int> descriptor, const std::string& prompt) {
    if (descriptor) return read_passphrase(*descriptor);
    Secret line;
    line.resize(Secret::capacity);
    char* const bytes = reinterpret_cast<char*>(line.data());
    if (!readpassphrase(prompt.c_str(), bytes, Secret::capacity, RPP_ECHO_OFF | RPP_REQUIRE_TTY))
        return fail(ErrorCode::usage, "The journal is locked, and there is no terminal to ask on.",
                    "Give the passphrase with --passphrase-fd.");
    line.resize(::strnlen(bytes, Secret::capacity));
    return line;
}

}  // namespace rekindle::app
