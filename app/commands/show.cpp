#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/commands/commands.hpp"

namespace rekindle::app {
namespace {

struct Options {
    std::string date;
    std::string field;
    std::string person;
};

// The note and nothing else, not even a line break: what was written comes back byte for byte.
int show_note(const Journal& journal, Date date, const std::string& person) {
    const CheckIn* latest = latest_checkin(journal, date, person);
    if (latest) std::fwrite(latest->note.data(), 1, latest->note.size(), stdout);
    return 0;
}

Result<Journal> read_days(const Store& store, Date from, Date to) {
    auto opened = store.open(0);
    if (!opened) return fail(opened.error());
    const Part profile{PartKind::profile, {}, {}};
    if (opened->read_only.contains(profile)) return fail(opened->read_only.at(profile));
    Journal journal = opened->journal;
    for (YearMonth month = from.year_month(); month <= to.year_month(); month = month + 1) {
        const Part part{PartKind::month, month, {}};
        auto read = store.read(part);
        if (!read) return fail(read.error());
        // A month of a later format can still be looked at.
        if (read->read_only.contains(part) &&
            read->read_only.at(part).code != ErrorCode::later_format)
            return fail(read->read_only.at(part));
        journal = with_part(journal, read->journal, part);
    }
    return journal;
}

int run(const Options& options, const Context& context) {
    if (!options.field.empty() && options.field != "note") return usage("--field knows only note.");
    const auto store = store_of(context);
    if (!store) return report(store.error());
    auto profile = store->open(0);
    if (!profile) return report(profile.error());
    Date to = journal_day(context.now, profile->journal.profile->day_end);
    const bool one_day = !options.date.empty() || !options.field.empty();
    if (!options.date.empty()) {
        const auto date = parse_date(options.date);
        if (!date)
            return usage("--date names a day that does not exist. Write it like 2026-03-09.");
        to = *date;
    }
    const Date from = one_day ? to : std::max(to - 6, *make_date(1900, 1, 1));
    auto journal = read_days(*store, from, to);
    if (!journal) return report(journal.error());
    const Profile& people = *journal->profile;
    if (!options.person.empty() && !find_person(people, options.person))
        return usage("--person names nobody in this journal.");
    const std::string person = options.person.empty() ? people.people.front().id : options.person;
    if (options.field == "note") return show_note(*journal, to, person);

    const ReadContent content = content_of(context);
    for (Date date = from; date <= to; date = date + 1)
        for (const Person& one : people.people) {
            if (!options.person.empty() && one.id != options.person) continue;
            if (people.people.size() > 1) fmt::print("{}: ", for_terminal(name_of(people, one.id)));
            fmt::print("{}", day_in_words(*journal, content.content, date, one.id));
        }
    return 0;
}

}  // namespace

void add_show(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("show", "Print a day, or the last seven");
    auto options = std::make_shared<Options>();
    command->add_option("--date", options->date, "The day, like 2026-03-09");
    command->add_option("--field", options->field, "Only this of it, byte for byte: note");
    command->add_option("--person", options->person, "Whose days; everybody's when left out");
    command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace rekindle::app
