#include "app/commands/standard_input.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "workbook/journal/checks.hpp"

namespace rekindle::app {

namespace {

// Far more than any text may hold: what goes on for ever is not waited for.
constexpr std::size_t most_read = 4 * most_text;

}  // namespace

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

Result<std::string> read_standard_input() {
    std::string text;
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            return fail(ErrorCode::system, fmt::format("Standard input cannot be read: {}.",
                                                       std::generic_category().message(errno)));
        if (got == 0 || text.size() > most_read) break;
        text.append(block.data(), static_cast<std::size_t>(got));
    }
    if (!is_blank(text)) return text;
    return fail(ErrorCode::usage, "Nothing came in on standard input; nothing was changed.",
                "See whether the command before the pipe did its work.");
}

}  // namespace rekindle::app
