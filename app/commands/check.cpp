#include <fmt/format.h>

#include <cstdio>

#include "app/commands/commands.hpp"

namespace rekindle::app {
namespace {

int run(const Context& context) {
    const Store store(context.data);
    auto opened = store.open();
    if (!opened) return report(opened.error());
    Problems problems = opened->problems;
    for (const auto& file : store.foreign_files())
        problems.push_back({ErrorCode::invalid,
                            "This file is not part of the journal and is not read.",
                            "If it is a copy that a sync tool made, bring over what it has.",
                            {file.string(), 1, 0}});
    const ReadContent content = content_of(context);
    problems.insert(problems.end(), content.problems.begin(), content.problems.end());
    // Worth knowing, but no problem: a file that was changed by hand and reads well.
    for (const Error& notice : opened->notices) fmt::print("{}\n", for_terminal(to_string(notice)));
    const int code = report(problems);
    if (code == 0)
        fmt::print("Everything could be read: {} months of check-ins, {} workbooks.\n",
                   opened->journal.months.size(), content.content.workbooks.size());
    return code;
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
    CLI::App* command =
        app.add_subcommand("check", "Read every file of the journal and the content");
    command->callback([&context] { context.exit_code = run(context); });
}

}  // namespace rekindle::app
