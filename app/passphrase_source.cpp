#include "app/passphrase_source.hpp"

#include <bsd/readpassphrase.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "workbook/store/key_file.hpp"

namespace rekindle::app {
namespace {

// Never cut: what is kept would be another passphrase.
Error too_long() {
    return {ErrorCode::usage, "This passphrase is longer than 1,024 bytes.", {}, {}};
}

}  // namespace

std::string descriptor_problem(const std::string& typed) {
    constexpr std::size_t most_figures = 9;
    const bool is_number = !typed.empty() && typed.size() <= most_figures &&
                           std::all_of(typed.begin(), typed.end(),
                                       [](char sign) { return sign >= '0' && sign <= '9'; });
    return is_number ? std::string{}
                     : "“" + typed +
                           "” is no file descriptor. Give the number of an open one, as in 3 with "
                           "3<FILE.";
}

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
        if (!line.append({&byte, 1})) return fail(too_long());
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
    // Beyond that the terminal's line is cut without a word.
    if (line.size() + 1 >= Secret::capacity) return fail(too_long());
    return line;
}

Result<Opener> get_opener(const OpenerSource& source, const std::string& prompt) {
    if (source.key_file) return opener_of_key_file(*source.key_file);
    auto secret = get_passphrase(source.passphrase_fd, prompt);
    if (!secret) return fail(secret.error());
    return Opener{*std::move(secret)};
}

}  // namespace rekindle::app
