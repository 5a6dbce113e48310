#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "app/commands/commands.hpp"
#include "app/commands/readable.hpp"

namespace rekindle::app {
namespace {

struct Options {
    std::string date;
    std::string field;
    std::string person;
};

// The note and nothing else, not even a line break: what was written comes back byte for byte.
void show_note(const Journal& journal, Date date, const std::string& person) {
    const CheckIn* latest = latest_checkin(journal, date, person);
    if (latest) std::fwrite(latest->note.data(), 1, latest->note.size(), stdout);
}

// Those of the profile, then whoever else has an entry in these days: a profile that cannot be read
// hides nobody.
std::vector<std::string> people_of(const Journal& journal, Date from, Date to) {
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (const Person& person : journal.profile->people) add(person.id);
    for (const auto& [key, month] : journal.months)
        for (const CheckIn& checkin : month->checkins)
            if (checkin.date >= from && checkin.date <= to) add(checkin.person);
    return ids;
}

// Who is meant where nobody is named: the first, or the only one who has an entry where the profile
// does not know them.
std::string usual_person(const Journal& journal, const std::vector<std::string>& people,
                         Date date) {
    std::vector<std::string> writing;
    for (const std::string& id : people)
        if (!checkins_on(journal, date, id).empty()) writing.push_back(id);
    const bool is_unknown = writing.size() == 1 && !find_person(*journal.profile, writing.front());
    return is_unknown ? writing.front() : people.front();
}

std::string name_or_id(const Profile& profile, const std::string& id) {
    return find_person(profile, id) ? name_of(profile, id) : id;
}

// A month of a later format can be looked at like any other.
void leave_out_later_formats(Problems& problems) {
    std::erase_if(problems,
                  [](const Error& problem) { return problem.code == ErrorCode::later_format; });
}

void print_days(const ReadableJournal& readable, const Content& content, Date from, Date to,
                const std::vector<std::string>& people, const std::string& only) {
    for (Date date = from; date <= to; date = date + 1)
        for (const std::string& id : people) {
            if (!only.empty() && id != only) continue;
            if (people.size() > 1)
                fmt::print("{}: ", for_terminal(name_or_id(*readable.journal.profile, id)));
            fmt::print("{}", day_in_words(readable.journal, content, date, id));
        }
}

Result<Date> last_day(const Options& options, const Store& store, LocalTime now) {
    if (options.date.empty()) {
        const auto profile = store.open(0);
        if (!profile) return fail(profile.error());
        return journal_day(now, profile->journal.profile->day_end);
    }
    const auto date = parse_date(options.date);
    if (date) return *date;
    return fail(ErrorCode::usage, "--date names a day that does not exist.",
                "Write it like 2026-03-09.");
}

int run(const Options& options, const Context& context) {
    if (!options.field.empty() && options.field != "note") return usage("--field knows only note.");
    const auto store = store_of(context);
    if (!store) return report(store.error());
    const auto to = last_day(options, *store, context.now);
    if (!to) return report(to.error());
    const bool one_day = !options.date.empty() || !options.field.empty();
    const Date from = one_day ? *to : std::max(*to - 6, *make_date(1900, 1, 1));
    auto readable = readable_journal(*store, from, *to, Wanted::days);
    if (!readable) return report(readable.error());
    leave_out_later_formats(readable->problems);
    const auto people = people_of(readable->journal, from, *to);
    if (!options.person.empty() &&
        std::find(people.begin(), people.end(), options.person) == people.end()) {
        report(readable->problems);
        return usage("--person names nobody in this journal.");
    }
    if (options.field == "note") {
        show_note(
            readable->journal, *to,
            options.person.empty() ? usual_person(readable->journal, people, *to) : options.person);
        return report(readable->problems);
    }
    print_days(*readable, content_of(context).content, from, *to, people, options.person);
    return report(readable->problems);
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
