#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>

#include "app/commands/commands.hpp"
#include "workbook/journal/references.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t most_later_days = 7;

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

Result<void> add_month(const Store& store, YearMonth month, Journal& journal) {
    const Part part{PartKind::month, month, {}};
    auto read = store.read(part);
    if (!read) return fail(read.error());
    // A month of a later format can still be looked at.
    if (read->read_only.contains(part) && read->read_only.at(part).code != ErrorCode::later_format)
        return fail(read->read_only.at(part));
    journal = with_part(journal, read->journal, part);
    return {};
}

Result<Journal> read_days(const Store& store, Date from, Date to) {
    auto opened = store.open(0);
    if (!opened) return fail(opened.error());
    const Part profile{PartKind::profile, {}, {}};
    if (opened->read_only.contains(profile)) return fail(opened->read_only.at(profile));
    Journal journal = opened->journal;
    for (YearMonth month = from.year_month(); month <= to.year_month(); month = month + 1)
        if (auto added = add_month(store, month, journal); !added) return fail(added.error());
    return journal;
}

// Of the months that are there those after that of `today`.
Result<void> add_later_months(const Store& store, Date today, const std::vector<YearMonth>& months,
                              Journal& journal) {
    for (const YearMonth month : months)
        if (month > today.year_month())
            if (auto added = add_month(store, month, journal); !added) return added;
    return {};
}

struct Asked {
    std::string person;  // only theirs; empty: everybody's
    Date today;
};

void print_day(const Journal& journal, const Content& content, const Asked& asked, Date date) {
    const Profile& profile = *journal.profile;
    for (const Person& one : profile.people) {
        if (!asked.person.empty() && one.id != asked.person) continue;
        if (profile.people.size() > 1) fmt::print("{}: ", for_terminal(name_of(profile, one.id)));
        fmt::print("{}", day_in_words(journal, content, date, one.id));
    }
    if (!asked.person.empty()) return;
    for (const std::string& id : unknown_people_on(journal, date))
        fmt::print("{} (not among the people of this journal): {}", for_terminal(id),
                   day_in_words(journal, content, date, id));
}

// Days with an entry after today, of whoever was asked for.
std::vector<Date> later_days(const Journal& journal, const Asked& asked) {
    std::set<Date> days;
    for (const auto& [key, month] : journal.months)
        for (const CheckIn& checkin : month->checkins)
            if (checkin.date > asked.today &&
                (asked.person.empty() || checkin.person == asked.person))
                days.insert(checkin.date);
    return {days.begin(), days.end()};
}

// A clock that is behind, or a flight to the west, hides nothing: the last of them are shown.
void print_later_days(const Journal& journal, const Content& content, const Asked& asked) {
    const std::vector<Date> days = later_days(journal, asked);
    if (days.empty()) return;
    if (days.size() == 1)
        fmt::print("\nOne day with an entry is dated later than today ({}):\n",
                   to_iso(asked.today));
    else
        fmt::print("\n{} days with entries are dated later than today ({}), up to {}:\n",
                   days.size(), to_iso(asked.today), to_iso(days.back()));
    const std::size_t left_out = days.size() - std::min<std::size_t>(days.size(), most_later_days);
    for (std::size_t i = left_out; i < days.size(); ++i)
        print_day(journal, content, asked, days[i]);
    if (left_out > 0)
        fmt::print("And {} before those, from {} on; “rekindle show --date D” shows any of them.\n",
                   left_out, to_iso(days.front()));
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
    if (!one_day)
        if (auto later = add_later_months(*store, to, profile->rest, *journal); !later)
            return report(later.error());
    const Profile& people = *journal->profile;
    if (!options.person.empty() && !find_person(people, options.person))
        return usage("--person names nobody in this journal.");
    const std::string person = options.person.empty() ? people.people.front().id : options.person;
    if (options.field == "note") return show_note(*journal, to, person);

    const ReadContent content = content_of(context);
    const Asked asked{options.person, to};
    for (Date date = from; date <= to; date = date + 1)
        print_day(*journal, content.content, asked, date);
    if (!one_day) print_later_days(*journal, content.content, asked);
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
