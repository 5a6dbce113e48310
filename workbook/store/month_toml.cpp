#include "workbook/store/month_toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "workbook/files/toml_moments.hpp"
#include "workbook/store/entry_ids.hpp"

namespace rekindle {
namespace {

constexpr int lowest_rating = 0;
constexpr int highest_rating = 10;

TomlTable to_toml(const Event& event) {
    TomlTable table{{"kind", std::string{to_word(event.kind)}}};
    if (!event.text.empty()) table.set("text", event.text);
    return table;
}

TomlTable to_toml(const CheckIn& checkin) {
    TomlTable table{{"date", to_moment(checkin.date)}};
    if (checkin.time) table.set("time", to_moment(*checkin.time));
    table.set("id", checkin.id);
    table.set("person", checkin.person);
    TomlTable feelings;  // all ratings but the two that are keys of the check-in itself
    for (const auto& [scale, value] : checkin.ratings)
        (is_fixed_scale(scale) ? table : feelings).set(scale, value);
    if (!feelings.empty()) table.set("feelings", std::move(feelings));
    TomlArray events;
    for (const Event& event : checkin.events) events.emplace_back(to_toml(event));
    if (!events.empty()) table.set("events", std::move(events));
    if (!checkin.note.empty()) table.set("note", checkin.note);
    return table;
}

void read_ratings(const TomlReader& entry, Ratings& ratings) {
    for (const char* scale : fixed_scales)
        if (const auto value = entry.whole(scale, lowest_rating, highest_rating))
            ratings[scale] = *value;
    const auto feelings = entry.table("feelings");
    if (!feelings) return;
    for (const auto& [scale, raw] : feelings->raw().entries()) {
        if (is_fixed_scale(scale)) {
            feelings->problem(scale, fmt::format("`{}` stands among the feelings.", scale),
                              "Give it a line of its own.");
            continue;
        }
        if (const auto value = feelings->whole(scale, lowest_rating, highest_rating))
            ratings[scale] = *value;
    }
}

std::optional<Event> read_event(const TomlReader& entry) {
    const std::string word = entry.require_text("kind");
    const auto kind = parse_event_kind(word);
    if (!kind && !word.empty())
        entry.problem("kind", "`kind` is none that Rekindle knows.",
                      "Use milestone, setback, hard-conversation, counselling, hard-day or own.");
    const auto text = entry.text("text");
    if (!kind) return std::nullopt;
    return Event{*kind, text.value_or(std::string{})};
}

void check_date(const TomlReader& entry, Date date, YearMonth month) {
    if (date.year_month() == month) return;
    entry.problem("date", fmt::format("This day is not in {}.", to_iso(month)),
                  fmt::format("Move the entry to checkins/{}.toml.", to_iso(date.year_month())));
}

std::optional<CheckIn> read_checkin(const TomlReader& entry, YearMonth month,
                                    const Profile& profile) {
    CheckIn checkin;
    const auto date = entry.require_date("date");
    checkin.time = entry.time("time");
    checkin.id = entry.require_text("id");
    checkin.person = entry.text("person").value_or(profile.people.front().id);
    read_ratings(entry, checkin.ratings);
    for (const TomlReader& event : entry.tables("events"))
        if (auto read = read_event(event)) checkin.events.push_back(std::move(*read));
    checkin.note = entry.text("note").value_or(std::string{});
    if (!date) return std::nullopt;
    check_date(entry, *date, month);
    checkin.date = *date;
    return checkin;
}

}  // namespace

TomlTable to_toml(const Month& month) {
    TomlArray checkins;
    for (const CheckIn& checkin : month.checkins) checkins.emplace_back(to_toml(checkin));
    TomlTable file;
    if (!checkins.empty()) file.set("checkin", std::move(checkins));
    return file;
}

void complete_month(TomlTable& file) { complete_ids(file, "checkin", {"date", "time"}); }

void put_in_order(Month& month, TimeOfDay day_end) {
    std::stable_sort(month.checkins.begin(), month.checkins.end(),
                     [&](const CheckIn& a, const CheckIn& b) {
                         if (a.date != b.date) return a.date < b.date;
                         return comes_before(a, b, day_end);
                     });
}

Month read_month(const TomlReader& file, YearMonth month, const Profile& profile) {
    Month read;
    std::set<std::pair<Date, std::string>> ids;
    for (const TomlReader& entry : file.tables("checkin")) {
        auto checkin = read_checkin(entry, month, profile);
        if (!checkin) continue;
        if (!ids.emplace(checkin->date, checkin->id).second) report_second_id(entry);
        read.checkins.push_back(std::move(*checkin));
    }
    put_in_order(read, profile.day_end);
    return read;
}

}  // namespace rekindle
