#include <fmt/format.h>

#include <cstdio>

#include "app/commands/commands.hpp"
#include "workbook/store/copies.hpp"

namespace rekindle::app {
namespace {

// As one word of a command line, whatever is in it.
std::string quoted(const std::string& text) {
    std::string word = "'";
    for (const char each : text) word += each == '\'' ? std::string{"'\\''"} : std::string{each};
    return word + "'";
}

std::string what_to_do(const Store& store, const std::filesystem::path& foreign) {
    if (!part_of_copy(store.folder(), foreign)) return {};
    return "To see what it has: rekindle merge --dry-run " + quoted(foreign.string());
}

int run(const Context& context) {
    const auto store = store_of(context);
    if (!store) return report(store.error());
    auto opened = store->open();
    if (!opened) return report(opened.error());
    Problems problems = opened->problems;
    for (const auto& file : store->foreign_files())
        problems.push_back({ErrorCode::invalid,
                            "This file is not part of the journal and is not read.",
                            what_to_do(*store, file),
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
