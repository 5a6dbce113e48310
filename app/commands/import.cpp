#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "app/commands/commands.hpp"
#include "workbook/exchange/csv.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/file.hpp"

namespace rekindle::app {
namespace {

struct Options {
    std::string format;
    std::string file;
    bool dry_run = false;
};

int run(const Options& options, const Context& context) {
    auto text = read_file(options.file);
    if (!text) return report(text.error());
    if (!*text)
        return report({ErrorCode::invalid, "There is no such file.", {}, {options.file, 0, 0}});
    auto journal = whole_journal(context);
    if (!journal) return report(journal.error());
    const Date today = journal_day(context.now, journal->profile->day_end);
    const CsvImport read =
        read_csv(**text, options.file, content_of(context).content, *journal, today);
    if (!read.problems.empty()) return report(read.problems);

    if (!options.dry_run && !read.plan.added.empty()) {
        auto next = update(*journal, AddCheckIns{read.plan.added},
                           {context.now, journal->profile->people.front().id});
        if (!next) return report(next.error());
        auto store = store_with_backups(context, BackupReason::import);
        if (!store) return report(store.error());
        auto saved = store->save(*journal, *next);
        if (const int code = report(saved)) return code;
    }
    fmt::print("{}{} added, {} the same, {} in conflict\n",
               options.dry_run ? "Nothing changed; it would be: " : "", read.plan.added.size(),
               read.plan.same, read.plan.in_conflict);
    return 0;
}

}  // namespace

void add_import(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("import", "Add check-ins that are not there yet");
    auto options = std::make_shared<Options>();
    command->add_option("--format", options->format, "csv")
        ->required()
        ->check(CLI::IsMember({"csv"}));
    command->add_option("FILE", options->file, "The file to read")->required();
    command->add_flag("--dry-run", options->dry_run, "Only say what would be added");
    command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace rekindle::app
