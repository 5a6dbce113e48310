#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "app/commands/commands.hpp"
#include "app/standard_streams.hpp"
#include "workbook/exchange/csv.hpp"
#include "workbook/exchange/html.hpp"
#include "workbook/exchange/markdown.hpp"
#include "workbook/store/file.hpp"

namespace rekindle::app {
namespace {

struct Options {
    std::string format;
    std::string from;
    std::string to;
    std::string out;
};

Result<Date> read_day(const std::string& text, std::string_view option, Date otherwise) {
    if (text.empty()) return otherwise;
    const auto date = parse_date(text);
    if (!date)
        return fail(ErrorCode::usage, fmt::format("{} names a day that does not exist.", option),
                    "Write it like 2026-03-09.");
    return *date;
}

// To standard output, or to a file that only its owner can read.
int put_out(const std::string& text, const std::string& out) {
    if (out.empty()) {
        const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
                           std::fflush(stdout) == 0;
        if (whole) return 0;
        return report({ErrorCode::system, "Standard output could not be written.", {}, {}});
    }
    if (auto written = write_file(out, text); !written) return report(written.error());
    say("Written to {}, readable only by you. It is not encrypted.\n", for_terminal(out));
    return 0;
}

std::string written_as(const std::string& format, const Journal& journal, const Content& content,
                       Date from, Date to) {
    if (format == "csv") return to_csv(journal, content, from, to);
    const auto whole = report_of(journal, content, from, to);
    return format == "md" ? to_markdown(whole) : to_html(whole);
}

int run(const Options& options, const Context& context) {
    const auto from = read_day(options.from, "--from", *make_date(1900, 1, 1));
    if (!from) return report(from.error());
    const auto to = read_day(options.to, "--to", *make_date(9999, 12, 31));
    if (!to) return report(to.error());
    if (*to < *from) return usage("--from lies after --to.");
    auto journal = whole_journal(context);
    if (!journal) return report(journal.error());
    const ReadContent content = content_of(context);
    return put_out(written_as(options.format, *journal, content.content, *from, *to), options.out);
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("export", "Write the journal in another form");
    auto options = std::make_shared<Options>();
    command->add_option("--format", options->format, "csv, md or html")
        ->required()
        ->check(CLI::IsMember({"csv", "md", "html"}));
    command->add_option("--from", options->from, "The first day, like 2026-03-09");
    command->add_option("--to", options->to, "The last day");
    command->add_option("--out", options->out, "The file; standard output when left out");
    command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace rekindle::app
