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

void add_workbooks(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("workbooks", "List workbooks, cards and exercises");
    command.when_asked([&context] { context.exit_code = list_workbooks(context); });
}

void add_lint(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("lint", "Check content files");
    auto files = std::make_shared<std::vector<std::filesystem::path>>();
    command.add_option("FILE", *files, "The files, read together").required();
    command.when_asked([files, &context] { context.exit_code = report(lint(*files)); });
}

}  // namespace rekindle::app
