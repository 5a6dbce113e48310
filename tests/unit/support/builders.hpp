// Short ways to say what a test is about.
#pragma once

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "workbook/journal/update.hpp"

namespace rekindle::test {

inline Date day(std::string_view iso) { return parse_date(iso).value(); }
inline TimeOfDay time_of(std::string_view iso) { return parse_time(iso).value(); }

// "2026-11-21T20:15"
inline Stamp at(std::string_view moment, std::string_view person = "me") {
    return {parse_local_time(moment).value(), std::string(person)};
}

// The journal after commands that have to be possible.
inline Journal after(Journal journal, const std::vector<Command>& commands, const Stamp& stamp) {
    for (const Command& command : commands) {
        auto next = update(journal, command, stamp);
        REQUIRE_MESSAGE(next.has_value(), (next ? "" : to_string(next.error())));
        journal = std::move(*next);
    }
    return journal;
}

// True when the command is refused as a request that makes no sense.
inline bool is_refused(const Journal& journal, const Command& command, const Stamp& stamp) {
    const auto next = update(journal, command, stamp);
    return !next && next.error().code == ErrorCode::usage && !next.error().message.empty();
}

// True when the command can be carried out and leaves everything as it was.
inline bool changes_nothing(const Journal& journal, const Command& command, const Stamp& stamp) {
    const auto next = update(journal, command, stamp);
    return next && *next == journal;
}

}  // namespace rekindle::test
