#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/commands/commands.hpp"
#include "app/commands/readable.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t most_later_days = 7;

struct ShowOptions {
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

// A month of a later format can be looked at like any other.
void leave_out_later_formats(Problems& problems) {
    std::erase_if(problems,
                  [](const Error& problem) { return problem.code == ErrorCode::later_format; });
}

Result<Date> last_day(const ShowOptions& options, const Store& store, LocalTime now) {
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

struct Asked {
    const std::vector<std::string>& people;
    std::string person;  // only theirs; empty: everybody's
    Date today;
};

void print_day(const Journal& journal, const Content& content, const Asked& asked, Date date) {
    const Profile& profile = *journal.profile;
    for (const std::string& id : asked.people) {
        if (!asked.person.empty() && id != asked.person) continue;
        const bool is_known = find_person(profile, id) != nullptr;
        // Whoever is not known is told only where they have something to show.
        if (!is_known && checkins_on(journal, date, id).empty()) continue;
        if (!is_known)
            fmt::print("{} (not among the people of this journal): ", for_terminal(id));
        else if (asked.people.size() > 1)
            fmt::print("{}: ", for_terminal(name_of(profile, id)));
        fmt::print("{}", day_in_words(journal, content, date, id));
    }
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

int run_show(const ShowOptions& options, const Context& context) {
    if (!options.field.empty() && options.field != "note") return usage("--field knows only note.");
    const auto store = store_of(context);
    if (!store) return report(store.error());
    const auto to = last_day(options, *store, context.now);
    if (!to) return report(to.error());
    const bool one_day = !options.date.empty() || !options.field.empty();
    const Date first = one_day ? *to : std::max(*to - 6, *make_date(1900, 1, 1));
    const Date last = one_day ? *to : *make_date(9999, 12, 31);
    auto readable = readable_journal(*store, first, last, Wanted::days);
    if (!readable) return report(readable.error());
    leave_out_later_formats(readable->problems);
    const auto people = people_of(readable->journal, first, last);
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
    const ReadContent content = content_of(context);
    const Asked asked{people, options.person, *to};
    for (Date date = first; date <= *to; date = date + 1)
        print_day(readable->journal, content.content, asked, date);
    if (!one_day) print_later_days(readable->journal, content.content, asked);
    return report(readable->problems);
}

}  // namespace

void add_show(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("show", "Print a day, or the last seven");
    auto options = std::make_shared<ShowOptions>();
    command.add_option("--date", options->date, "The day, like 2026-03-09");
    command.add_option("--field", options->field, "Only this of it, byte for byte: note");
    command.add_option("--person", options->person, "Whose days; everybody's when left out");
    command.when_asked([options, &context] { context.exit_code = run_show(*options, context); });
}

}  // namespace rekindle::app
