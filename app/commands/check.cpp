#include <fmt/format.h>

#include <cstdio>

#include "app/commands/commands.hpp"

namespace rekindle::app {
namespace {

int run(const Context& context) {
    auto opened = Store(context.data).open();
    if (!opened) return report(opened.error());
    Problems problems = opened->problems;
    const ReadContent content = content_of(context);
    problems.insert(problems.end(), content.problems.begin(), content.problems.end());
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
