#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/commands/commands.hpp"
#include "workbook/exchange/csv.hpp"
#include "workbook/files/file.hpp"
#include "workbook/journal/update.hpp"

namespace rekindle::app {
namespace {

// A table of everything outgrows any one file of the journal.
constexpr std::uintmax_t largest_table = 64 * 1024 * 1024;

struct ImportOptions {
    std::string format;
    std::string file;
    std::vector<std::string> columns;
    std::string dates;
    bool dry_run = false;
};

// The pieces of `NAME=COLUMN,NAME=COLUMN`; a comma with a backslash before it is part of a name.
std::vector<std::string> split_columns(const std::string& text) {
    std::vector<std::string> pieces(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == ',')
            pieces.back() += text[++i];
        else if (text[i] == ',')
            pieces.emplace_back();
        else
            pieces.back() += text[i];
    }
    return pieces;
}

Result<CsvOptions> csv_options(const ImportOptions& options) {
    CsvOptions csv;
    csv.dates = parse_date_order(options.dates);
    for (const std::string& each : options.columns)
        for (const std::string& piece : split_columns(each)) {
            const std::size_t sign = piece.find('=');
            const std::string name{trimmed_cell(std::string_view{piece}.substr(0, sign))};
            if (sign == 0 || sign == piece.npos || sign + 1 == piece.size())
                return fail(ErrorCode::usage, "--columns is not understood.",
                            "Write it like mood=Stimmung,date=Tag.");
            if (!csv.columns.emplace(name, piece.substr(sign + 1)).second)
                return fail(ErrorCode::usage,
                            fmt::format("--columns names two columns for {}.", name));
        }
    return csv;
}

// The journal with what was planned, one command after the other.
Result<Journal> carried_out(const Journal& journal, const std::vector<Command>& commands,
                            LocalTime now) {
    Journal next = journal;
    for (const Command& command : commands) {
        auto done = update(next, command, {now, next.profile->people.front().id});
        if (!done) return done;
        next = std::move(*done);
    }
    return next;
}

void print_plan(const ImportPlan& plan, bool dry_run) {
    fmt::print("{}{} added, {} the same, {} in conflict\n",
               dry_run ? "Nothing changed; it would be: " : "", plan.added.size(), plan.same,
               plan.in_conflict);
    if (plan.later > 0) fmt::print("{} of those added dated later than today\n", plan.later);
    for (const std::string& person : plan.people)
        fmt::print("A person new to this journal: {}\n", for_terminal(person));
    for (const Scale& scale : plan.scales)
        fmt::print("A slider of your own new to this journal: {}\n", for_terminal(scale.id));
}

int run_import(const ImportOptions& options, const Context& context) {
    const auto csv = csv_options(options);
    if (!csv) return report(csv.error());
    auto journal = whole_journal(context);
    if (!journal) return report(journal.error());
    const Content content = content_of(context).content;
    if (const auto unknown = unknown_column(*csv, content, *journal))
        return usage(fmt::format("--columns: {} is not a column known here.", *unknown));
    auto text = read_file(options.file, largest_table);
    if (!text) return report(text.error());
    if (!*text)
        return report({ErrorCode::invalid, "There is no such file.", {}, {options.file, 0, 0}});
    const Date today = journal_day(context.now, journal->profile->day_end);
    const CsvImport read = read_csv(**text, options.file, content, *journal, today, *csv);
    if (!read.problems.empty()) return report(read.problems);

    const std::vector<Command> commands = to_commands(*journal, read.plan);
    if (!options.dry_run && !commands.empty()) {
        auto next = carried_out(*journal, commands, context.now);
        if (!next) return report(next.error());
        auto store = store_with_backups(context, BackupReason::import);
        if (!store) return report(store.error());
        auto saved = store->save(*journal, *next);
        if (const int code = report(saved)) return code;
    }
    print_plan(read.plan, options.dry_run);
    return 0;
}

}  // namespace

void add_import(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("import", "Add check-ins that are not there yet");
    auto options = std::make_shared<ImportOptions>();
    command.add_option("--format", options->format, "csv").required().one_of({"csv"});
    command.add_option("FILE", options->file, "The file to read").required();
    command
        .add_option("--columns", options->columns,
                    "Which column of FILE is which: NAME=COLUMN,… with NAME date, time, person, "
                    "the id of a scale, events or note. Columns not named or known are passed over")
        .one_value_each();
    command
        .add_option("--dates", options->dates,
                    "The order of day, month and year in dates like 1/5/2026: ymd, dmy or mdy")
        .one_of({"ymd", "dmy", "mdy"});
    command.add_flag("--dry-run", options->dry_run, "Only say what would be added");
    command.when_asked([options, &context] { context.exit_code = run_import(*options, context); });
}

}  // namespace rekindle::app
