// The promises of `practices.toml`.
#include "workbook/store/practices_parts.hpp"

#include <algorithm>
#include <set>

#include "workbook/files/toml_moments.hpp"
#include "workbook/journal/order.hpp"
#include "workbook/store/entry_ids.hpp"

namespace rekindle {
namespace {

void write_schedule(const Schedule& schedule, TomlTable& out) {
    out.set("recurrence", std::string{to_word(schedule.recurrence)});
    out.set("first", to_moment(schedule.first));
    TomlArray days;
    for (const Weekday day : schedule.weekdays) days.emplace_back(std::string{to_word(day)});
    if (!days.empty()) out.set("weekdays", std::move(days));
}

TomlTable to_toml(const std::string& ledger, const Promise& promise) {
    TomlTable table{{"ledger", ledger},
                    {"id", promise.id},
                    {"text", promise.text},
                    {"who", promise.who},
                    {"person", promise.person},
                    {"added", to_moment(promise.added)},
                    {"changed", to_moment(promise.changed)}};
    write_schedule(promise.schedule, table);
    if (promise.ended) table.set("ended", to_moment(*promise.ended));
    TomlArray marks;
    for (const PromiseMark& mark : promise.marks)
        marks.emplace_back(TomlTable{{"due", to_moment(mark.due)},
                                     {"kept", std::string{to_word(mark.kept)}},
                                     {"marked", to_moment(mark.marked)}});
    if (!marks.empty()) table.set("marks", std::move(marks));
    TomlArray pauses;
    for (const Pause& pause : promise.pauses) {
        TomlTable rest{{"from", to_moment(pause.from)}};
        if (pause.until) rest.set("until", to_moment(*pause.until));
        pauses.emplace_back(std::move(rest));
    }
    if (!pauses.empty()) table.set("pauses", std::move(pauses));
    return table;
}

std::vector<Weekday> read_weekdays(const TomlReader& entry) {
    std::vector<Weekday> days;
    for (const std::string& word : entry.texts("weekdays")) {
        const auto day = parse_weekday(word);
        if (!day)
            entry.problem("weekdays", "`weekdays` names no day of the week.",
                          "Write them like [\"monday\", \"thursday\"].");
        else
            days.push_back(*day);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

Schedule read_schedule(const TomlReader& entry) {
    Schedule schedule;
    const std::string word = entry.require_text("recurrence");
    const auto recurrence = parse_recurrence(word);
    if (!recurrence && !word.empty())
        entry.problem("recurrence", "`recurrence` is none that Rekindle knows.",
                      "Use once, daily, weekdays or weekly.");
    schedule.recurrence = recurrence.value_or(Recurrence::once);
    schedule.first = entry.require_date("first").value_or(Date{});
    schedule.weekdays = read_weekdays(entry);
    if (schedule.recurrence == Recurrence::weekdays && schedule.weekdays.empty())
        entry.problem("recurrence", "`weekdays` has to name at least one day.",
                      "Write them like [\"monday\", \"thursday\"].");
    return schedule;
}

void read_marks(const TomlReader& entry, std::vector<PromiseMark>& marks) {
    for (const TomlReader& reader : entry.tables("marks")) {
        const auto due = reader.require_date("due");
        const std::string word = reader.require_text("kept");
        const auto kept = parse_kept(word);
        if (!kept && !word.empty())
            reader.problem("kept", "`kept` is none that Rekindle knows.",
                           "Use kept, late or not-kept.");
        if (due && kept) marks.push_back({*due, *kept, reader.date("marked").value_or(*due)});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const PromiseMark& a, const PromiseMark& b) { return a.due < b.due; });
    const auto second = std::adjacent_find(
        marks.begin(), marks.end(),
        [](const PromiseMark& a, const PromiseMark& b) { return a.due == b.due; });
    if (second != marks.end())
        entry.problem("marks", "Two marks speak of the same day.", "Keep the one that is meant.");
}

void read_pauses(const TomlReader& entry, std::vector<Pause>& pauses) {
    for (const TomlReader& reader : entry.tables("pauses")) {
        const auto from = reader.require_date("from");
        const auto until = reader.date("until");
        if (from && until && *until <= *from)
            reader.problem("until", "This rest ends before it begins.",
                           "`until` is the first day on which the promise counts again.");
        else if (from)
            pauses.push_back({*from, until});
    }
    put_in_order(pauses);
}

Promise read_promise(const TomlReader& entry, const Profile& profile) {
    Promise promise;
    promise.id = entry.require_text("id");
    promise.text = entry.require_text("text");
    promise.person = entry.text("person").value_or(profile.people.front().id);
    promise.who = entry.text("who").value_or(promise.person);
    promise.schedule = read_schedule(entry);
    promise.added = entry.date("added").value_or(promise.schedule.first);
    promise.changed = entry.date("changed").value_or(promise.added);
    promise.ended = entry.date("ended");
    read_marks(entry, promise.marks);
    read_pauses(entry, promise.pauses);
    return promise;
}

}  // namespace

void write_promises(const Practices& practices, TomlTable& file) {
    TomlArray promises;
    for (const auto& [ledger, entries] : practices.promises)
        for (const Promise& promise : entries) promises.emplace_back(to_toml(ledger, promise));
    if (!promises.empty()) file.set("promise", std::move(promises));
}

void read_promises(const TomlReader& file, const Profile& profile, Practices& out) {
    std::set<std::pair<std::string, std::string>> ids;
    for (const TomlReader& entry : file.tables("promise")) {
        const std::string ledger = entry.require_text("ledger");
        Promise promise = read_promise(entry, profile);
        if (!ids.emplace(ledger, promise.id).second) report_second_id(entry);
        if (!ledger.empty()) out.promises[ledger].push_back(std::move(promise));
    }
}

}  // namespace rekindle
