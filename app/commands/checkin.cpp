#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <memory>
#include <optional>

#include "app/commands/commands.hpp"
#include "app/commands/standard_input.hpp"
#include "app/standard_streams.hpp"
#include "workbook/base/plain_text.hpp"
#include "workbook/base/utf8_text.hpp"
#include "workbook/files/file.hpp"
#include "workbook/journal/checks.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/versions.hpp"

namespace rekindle::app {
namespace {

struct CheckInOptions {
    std::string date;
    std::string time;
    std::string person;
    std::string mood;
    std::string trust;
    std::vector<std::string> feel;
    std::vector<std::string> events;
    std::optional<std::string> note;
    bool no_note = false;
    bool anew = false;
};

struct Rating {
    std::string scale;
    int value = 0;
};

// Everything that was asked for, understood, before anything is changed.
struct Request {
    Date date;
    std::optional<TimeOfDay> time;
    std::string person;
    std::vector<Rating> ratings;
    std::vector<Event> events;
    std::optional<std::string> note;
    bool anew = false;
};

Result<Rating> read_rating(const std::string& scale, const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > 10)
        return fail(ErrorCode::usage,
                    fmt::format("The rating for {} is not a whole number from 0 to 10.", scale));
    return Rating{scale, value};
}

bool is_scale(const Content& content, const Profile& profile, std::string_view id) {
    if (find_daily_scale(content, id)) return true;
    for (const Scale& scale : profile.own_scales)
        if (scale.id == id) return true;
    return false;
}

Result<Rating> read_feel(const std::string& text, const Content& content, const Profile& profile) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos)
        return fail(ErrorCode::usage, "--feel needs NAME=N.", "For example --feel calm=6.");
    const std::string scale = text.substr(0, equals);
    if (is_scale(content, profile, scale)) return read_rating(scale, text.substr(equals + 1));
    std::string names;
    for (const Scale& known : daily_scales(content)) names += ' ' + known.id;
    for (const Scale& own : profile.own_scales) names += ' ' + own.id;
    return fail(ErrorCode::usage, "--feel names a scale that is not there.", "There are:" + names);
}

Result<Event> read_event(const std::string& text) {
    const std::size_t colon = text.find(':');
    const auto kind = parse_event_kind(std::string_view(text).substr(0, colon));
    if (!kind)
        return fail(ErrorCode::usage, "--event needs KIND or KIND:TEXT.",
                    "Kinds: milestone setback hard-conversation counselling hard-day own.");
    Event event{*kind, colon == std::string::npos ? "" : text.substr(colon + 1)};
    if (event.kind == EventKind::own && is_blank(event.text))
        return fail(ErrorCode::usage, "An event of your own needs a word.", "Write own:WORD.");
    return event;
}

Result<std::string> read_note(const std::string& note) {
    auto text = note == "-" ? read_standard_input() : Result<std::string>(note);
    if (!text) return text;
    if (is_blank(*text))
        return fail(ErrorCode::usage, "This note has no words; nothing was changed.",
                    "To remove a note, use --no-note.");
    if (auto problem = problem_with_text(*text); problem && text->size() > most_text)
        return fail(std::move(*problem));
    const auto encoding = problem_with_plain_text(*text, {});
    if (!is_utf8(*text) || (encoding && text->find('\0') != std::string::npos))
        return fail(ErrorCode::usage, "The note is not UTF-8 text; nothing was changed.",
                    encoding ? to_sentence(*encoding) : std::string{});
    return text;
}

Result<void> read_when(const CheckInOptions& options, const Profile& profile, LocalTime now,
                       Request& request) {
    const Date today = journal_day(now, profile.day_end);
    request.date = today;
    if (!options.date.empty()) {
        const auto date = parse_date(options.date);
        if (!date)
            return fail(ErrorCode::usage, "--date names a day that does not exist.",
                        "Write it like 2026-03-09.");
        request.date = *date;
    }
    if (options.time.empty()) return {};
    request.time = parse_time(options.time);
    if (!request.time)
        return fail(ErrorCode::usage, "--time is not a time of day.", "Write it like 20:15.");
    return {};
}

Result<Request> read_request(const CheckInOptions& options, const Content& content,
                             const Profile& profile, LocalTime now) {
    Request request;
    if (auto when = read_when(options, profile, now, request); !when) return fail(when.error());
    request.person = options.person.empty() ? profile.people.front().id : options.person;
    if (!find_person(profile, request.person))
        return fail(ErrorCode::usage, "--person names nobody in this journal.");
    const auto add = [&](Result<Rating> rating) -> Result<void> {
        if (!rating) return fail(rating.error());
        request.ratings.push_back(*rating);
        return {};
    };
    if (!options.mood.empty())
        if (auto done = add(read_rating(mood_scale, options.mood)); !done)
            return fail(done.error());
    if (!options.trust.empty())
        if (auto done = add(read_rating(trust_scale, options.trust)); !done)
            return fail(done.error());
    for (const std::string& feel : options.feel)
        if (auto done = add(read_feel(feel, content, profile)); !done) return fail(done.error());
    for (const std::string& text : options.events) {
        auto event = read_event(text);
        if (!event) return fail(event.error());
        request.events.push_back(*event);
    }
    if (options.note) {
        auto note = read_note(*options.note);
        if (!note) return fail(note.error());
        request.note = std::move(*note);
    }
    if (options.no_note) request.note = std::string{};
    request.anew = options.anew;
    if (request.ratings.empty() && request.events.empty() && !request.note)
        return fail(ErrorCode::usage, "There is nothing to record.",
                    "Give at least one of --mood, --trust, --feel, --event or --note.");
    return request;
}

std::vector<Command> commands_of(const Request& request, const CheckInRef& ref) {
    std::vector<Command> commands;
    for (const Rating& rating : request.ratings)
        commands.push_back(RateFeeling{ref, rating.scale, rating.value});
    for (const Event& event : request.events) commands.push_back(AddEvent{ref, event});
    if (request.note) commands.push_back(WriteNote{ref, *request.note});
    if (request.time) commands.push_back(SetCheckInTime{ref, request.time});
    return commands;
}

// The check-in that the request amends; null where it makes one.
const CheckIn* amended(const Journal& journal, const Request& request) {
    return request.anew ? nullptr : latest_checkin(journal, request.date, request.person);
}

// The journal after the request; only the month and what can change it has been read.
Result<Journal> record(const Journal& journal, const Request& request, LocalTime now) {
    CheckInRef ref{new_id(), request.date, request.person};
    if (const CheckIn* there = amended(journal, request)) ref.id = there->id;
    Journal next = journal;
    for (const Command& command : commands_of(request, ref)) {
        auto changed = update(next, command, {now, request.person});
        if (!changed) return fail(changed.error());
        next = std::move(*changed);
    }
    return next;
}

// The newest version kept of the month that still has the note; empty where none has.
std::filesystem::path version_with(const CheckIn& before, const Store& store, const Part& month) {
    const auto file = Store::file_of(month);
    for (const auto& version : list_kept_versions(store.folder(), file)) {
        auto bytes = read_file(version);
        if (!bytes || !*bytes) continue;
        const PartFile read =
            read_part_text(std::move(**bytes), version.string(), month, {}, store.key());
        const CheckIn* there = find_checkin(read.journal, before.date, before.id);
        if (there && there->note == before.note) return version;
    }
    return {};
}

// Words that go are never gone without a word.
void say_what_became_of(const CheckIn& before, const Request& request, const Store& store,
                        const Part& month) {
    if (!request.note || is_blank(before.note) ||
        request.note->find(before.note) != std::string::npos)
        return;
    say("{}", request.note->empty() ? "The note that was there has been removed."
                                    : "The note that was there before has been replaced; --new "
                                      "would have added another check-in.");
    const auto version = version_with(before, store, month);
    if (!version.empty()) say(" It is kept in {}", for_terminal(version.string()));
    say("\n");
}

int run_checkin(const CheckInOptions& options, const Context& context) {
    auto store = store_with_backups(context);
    if (!store) return report(store.error());
    auto opened = store->open(0);
    if (!opened) return report(opened.error());
    const Part profile{PartKind::profile, {}, {}};
    if (opened->read_only.contains(profile)) return report(opened->read_only.at(profile));
    const ReadContent content = content_of(context);
    auto request = read_request(options, content.content, *opened->journal.profile, context.now);
    if (!request) return report(request.error());

    const Part month{PartKind::month, request->date.year_month(), {}};
    auto read = store->read(month);
    if (!read) return report(read.error());
    if (read->read_only.contains(month)) return report(read->read_only.at(month));
    const Journal before = with_part(opened->journal, read->journal, month);
    auto after = record(before, *request, context.now);
    if (!after) return report(after.error());
    auto saved = store->save(before, *after);
    if (const int code = report(saved)) return code;
    if (const CheckIn* there = amended(before, *request))
        say_what_became_of(*there, *request, *store, month);
    fmt::print("{}", day_in_words(saved->journal, content.content, request->date, request->person));
    return 0;
}

}  // namespace

void add_checkin(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("checkin", "Record how a day was");
    auto options = std::make_shared<CheckInOptions>();
    command.add_option("--date", options->date, "The day, like 2026-03-09; today when left out");
    command.add_option("--time", options->time, "The time of day, like 20:15");
    command.add_option("--person", options->person,
                       "Whose check-in; the first person's when left out");
    command.add_option("--mood", options->mood, "0 to 10");
    command.add_option("--trust", options->trust, "0 to 10");
    command.add_option("--feel", options->feel, "NAME=N, as often as wanted").type_name("NAME=N");
    command.add_option("--event", options->events, "KIND[:TEXT], as often as wanted")
        .type_name("KIND[:TEXT]");
    Option note = command.add_option(
        "--note", options->note,
        "Words, in place of those that stand there; - reads them from standard input");
    command.add_flag("--no-note", options->no_note, "Remove the note").excludes(note);
    command.add_flag("--new", options->anew, "Another check-in instead of amending the latest");
    command.when_asked([options, &context] { context.exit_code = run_checkin(*options, context); });
}

}  // namespace rekindle::app
