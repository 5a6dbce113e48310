#include <fmt/format.h>

#include <iostream>
#include <string>

#include "app/commands/commands.hpp"
#include "app/commands/traces.hpp"
#include "app/standard_streams.hpp"

namespace rekindle::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* word_to_forget = "forget";

void list(const std::vector<fs::path>& files) {
    for (const fs::path& file : files) fmt::print("{}\n", for_terminal(file.string()));
}

int run_where(const Context& context) {
    const auto files = find_traces(context.folders);
    list(files);
    const auto others = find_other_pins(context.folders);
    list(others);
    if (files.empty() && others.empty()) say("Nothing has been written yet.\n");
    return 0;
}

bool is_confirmed(std::size_t count) {
    fmt::print(
        "This deletes {} {} for good: the journal, its earlier states and what the window "
        "remembers.\nClose the program’s windows first. Copies elsewhere (exports, archives, those "
        "of a sync tool or of the disk itself) are not known to it and stay.\nType {} to go on: ",
        count, count == 1 ? "file" : "files", word_to_forget);
    std::fflush(stdout);
    std::string answer;
    return std::getline(std::cin, answer) && answer == word_to_forget;
}

int run_forget(const Context& context) {
    const auto files = find_traces(context.folders);
    if (files.empty()) {
        fmt::print("There is nothing to forget.\n");
        return 0;
    }
    list(files);
    if (!is_confirmed(files.size())) return usage("Nothing was deleted.");
    const auto left = remove_traces(context.folders, files);
    for (const fs::path& file : left)
        report({ErrorCode::system, "This file could not be deleted.", {}, {file.string(), 0, 0}});
    if (!left.empty()) return 3;
    fmt::print("Deleted.\n");
    return 0;
}

}  // namespace

void add_where(CommandLine& app, Context& context) {
    app.add_command("where", "List every file the program has made for you").when_asked([&context] {
        context.exit_code = run_where(context);
    });
    app.add_command("forget", "Delete every file the program has made for you")
        .when_asked([&context] { context.exit_code = run_forget(context); });
}

}  // namespace rekindle::app
