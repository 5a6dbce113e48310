// `--out FILE` of a command, and what may stand there.
#pragma once

#include <string>

#include "app/commands/commands.hpp"
#include "workbook/store/output_file.hpp"

namespace rekindle::app {

struct OutOption {
    std::string file;
    bool force = false;
};

// Adds --out and --force to a command; the first is given back for what else it needs.
Option add_out(CommandLine& command, OutOption& out, const std::string& about);

// The place looked at (see OutputFile): before the work, so that nobody waits for a refusal.
Result<OutputFile> output_of(const OutOption& out, const Context& context);

// "Written to …, readable only by you. It is not encrypted." on standard error.
void say_written(const OutputFile& file);

}  // namespace rekindle::app
