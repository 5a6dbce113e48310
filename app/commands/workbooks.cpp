#include <fmt/format.h>

#include <cstdio>

#include "app/commands/commands.hpp"
#include "workbook/content/lint.hpp"

namespace rekindle::app {
namespace {

int list_workbooks(const Context& context) {
    const ReadContent read = content_of(context);
    for (const Workbook& workbook : read.content.workbooks)
        for (const Card& card : workbook.cards)
            for (const Exercise& exercise : card.exercises)
                fmt::print("{}/{}/{} {}\n", workbook.id, card.id, exercise.id,
                           to_word(exercise.kind));
    return report(read.problems);
}

}  // namespace

void add_workbooks(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("workbooks", "List workbooks, cards and exercises");
    command->callback([&context] { context.exit_code = list_workbooks(context); });
}

void add_lint(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("lint", "Check content files");
    auto files = std::make_shared<std::vector<std::filesystem::path>>();
    command->add_option("FILE", *files, "The files, read together")->required();
    command->callback([files, &context] { context.exit_code = report(lint(*files)); });
}

}  // namespace rekindle::app
