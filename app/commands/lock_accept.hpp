// `rekindle lock accept`: what is told of a locked journal's files, or of a lock that is not there,
// is right as it is now.
#pragma once

#include <filesystem>
#include <vector>

#include "app/commands/commands.hpp"

namespace rekindle::app {

struct AcceptOptions {
    std::vector<std::filesystem::path> files;  // relative to the journal or not; none: everything
    bool in_the_clear = false;
};

void add_accept_options(CommandLine& command, AcceptOptions& options);

// Says what it accepts, then does it. Gives the exit code.
int accept_as_it_is(const AcceptOptions& options, const Context& context);

}  // namespace rekindle::app
