#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "app/commands/commands.hpp"
#include "workbook/exchange/sample.hpp"

namespace rekindle::app {
namespace {

struct DemoOptions {
    int weeks = 12;
    std::uint64_t seed = 1;
};

int run_demo(const DemoOptions& options, const Context& context) {
    auto store = store_of(context);
    if (!store) return report(store.error());
    auto opened = store->open();
    if (!opened) return report(opened.error());
    if (!opened->problems.empty()) return report(opened->problems);
    const Journal& before = opened->journal;
    if (!before.months.empty() || !before.answers.empty() || !before.practices->lists.empty())
        return report({ErrorCode::invalid,
                       "This journal already holds something; a sample is only put into an empty "
                       "one.",
                       "Name another folder with --data.",
                       {context.data.string(), 0, 0}});
    const Date today = journal_day(context.now, before.profile->day_end);
    if (today - *make_date(1900, 1, 1) < 7 * options.weeks + 7)
        return usage("--weeks leads to before the year 1900.");
    const ReadContent content = content_of(context);
    Journal sample = sample_journal(content.content, today - 1, options.weeks, options.seed);
    auto saved = store->save(before, sample);
    if (const int code = report(saved)) return code;
    fmt::print("A sample of {} weeks up to {} is in {}\n", options.weeks, to_iso(today - 1),
               context.data.string());
    return 0;
}

}  // namespace

void add_demo(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("demo", "Fill an empty journal with a sample");
    auto options = std::make_shared<DemoOptions>();
    command.add_option("--weeks", options->weeks, "How many weeks, up to yesterday")
        .between(1, 5200);
    command.add_option("--seed", options->seed, "The same seed gives the same journal");
    command.when_asked([options, &context] { context.exit_code = run_demo(*options, context); });
}

}  // namespace rekindle::app
