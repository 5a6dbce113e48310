#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <optional>

#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"
#include "app/commands/readable.hpp"
#include "workbook/exchange/csv.hpp"
#include "workbook/exchange/html.hpp"
#include "workbook/exchange/markdown.hpp"

namespace rekindle::app {
namespace {

struct ExportOptions {
    std::string format;
    std::string from;
    std::string to;
    OutOption out;
};

Result<Date> read_day(const std::string& text, std::string_view option, Date otherwise) {
    if (text.empty()) return otherwise;
    const auto date = parse_date(text);
    if (!date)
        return fail(ErrorCode::usage, fmt::format("{} names a day that does not exist.", option),
                    "Write it like 2026-03-09.");
    return *date;
}

int put_out(const std::string& text, const std::optional<OutputFile>& file) {
    if (file) {
        if (auto written = file->write(text); !written) return report(written.error());
        say_written(*file);
        return 0;
    }
    const bool whole =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (whole) return 0;
    return report({ErrorCode::system, "Standard output could not be written.", {}, {}});
}

std::string written_as(const std::string& format, const ReadableJournal& readable,
                       const Content& content, Date from, Date to) {
    if (format == "csv") return to_csv(readable.journal, content, from, to);
    const auto whole = report_of(readable.journal, content, from, to, readable.unread);
    return format == "md" ? to_markdown(whole) : to_html(whole);
}

int run_export(const ExportOptions& options, const Context& context) {
    const auto from = read_day(options.from, "--from", *make_date(1900, 1, 1));
    if (!from) return report(from.error());
    const auto to = read_day(options.to, "--to", *make_date(9999, 12, 31));
    if (!to) return report(to.error());
    if (*to < *from) return usage("--from is after --to.");
    std::optional<OutputFile> file;
    if (!options.out.file.empty()) {
        auto found = output_of(options.out, context);
        if (!found) return report(found.error());
        file = std::move(*found);
    }
    const auto store = store_of(context);
    if (!store) return report(store.error());
    const auto readable = readable_journal(
        *store, *from, *to, options.format == "csv" ? Wanted::days : Wanted::everything);
    if (!readable) return report(readable.error());
    const ReadContent content = content_of(context);
    if (const int code =
            put_out(written_as(options.format, *readable, content.content, *from, *to), file))
        return code;
    return report(readable->problems);
}

}  // namespace

void add_export(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("export", "Write the journal in another form");
    auto options = std::make_shared<ExportOptions>();
    command.add_option("--format", options->format, "csv, md or html")
        .required()
        .one_of({"csv", "md", "html"});
    command.add_option("--from", options->from, "The first day, like 2026-03-09");
    command.add_option("--to", options->to, "The last day");
    add_out(command, options->out, "The file; standard output when left out");
    command.when_asked([options, &context] { context.exit_code = run_export(*options, context); });
}

}  // namespace rekindle::app
