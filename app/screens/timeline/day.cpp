#include <fmt/format.h>

#include "app/screens/timeline/parts.hpp"
#include "workbook/base/utf8_text.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t note_length = 90;  // bytes of a note that are shown, up to the word's end
constexpr std::size_t most_events = 8;

// The beginning of a note in one line, cut between words and never inside a character.
std::string first_words(std::string_view note) {
    std::string line;
    for (const char c : note.substr(0, note_length + 60)) line += c == '\n' || c == '\r' ? ' ' : c;
    if (note.size() <= note_length) return line;
    std::size_t end = line.find(' ', note_length);
    if (end == std::string::npos) end = note_length;
    return line.substr(0, character_start(line, end)) + " …";
}

std::string event_in_words(const Event& event) {
    if (event.text.empty()) return std::string(event_title(event.kind));
    if (event.kind == EventKind::own) return event.text;
    return fmt::format("{}: {}", event_title(event.kind), event.text);
}

std::string value_in_words(const std::string& title, const DayValue& value) {
    if (value.count == 1) return fmt::format("{} {:.0f}", title, value.mean);
    return fmt::format("{} {} (average of {})", title, to_decimal(value.mean), value.count);
}

std::string values_in_words(const Screen& screen, const Days& days,
                            const std::vector<std::string>& scales, Date date) {
    std::string words;
    for (const std::string& scale : scales)
        if (const auto value = days.value(scale, date))
            words += '\n' + value_in_words(scale_title(screen, scale), *value);
    return words;
}

// Mood and trust, and after them what else is drawn.
std::vector<std::string> read_out(const Screen& screen, const TimelineUi& ui) {
    std::vector<std::string> scales{mood_scale, trust_scale};
    for (const std::string& scale : chosen_scales(screen, ui))
        if (!is_fixed_scale(scale)) scales.push_back(scale);
    return scales;
}

}  // namespace

std::string day_in_words(const Screen& screen, const TimelineUi& ui,
                         const std::vector<std::string>& scales, Date date) {
    std::string words = fmt::format("{} {}", to_words(date), date.year());
    const std::vector<Drawn> people = drawn_people(screen, ui);
    if (people.size() == 1 && !screen.days.has_entry(date))
        return words + "\nNo entry" + kept_in_words(screen, ui, date);
    for (const Drawn& drawn : people) {
        const std::string values = values_in_words(screen, *drawn.days, scales, date);
        if (people.size() == 1)
            words += values;
        else
            words += fmt::format("\n{}{}", name_of(*screen.journal.profile, drawn.person->id),
                                 drawn.days->has_entry(date) ? values : "\nNo entry");
    }
    words += kept_in_words(screen, ui, date);
    for (const DayEvent& event : screen.days.events(date, date))
        words += '\n' + event_in_words(event.event);
    for (const CheckIn* checkin : checkins_on(screen.journal, date, screen.person)) {
        if (checkin->note.empty()) continue;
        words += '\n' + first_words(checkin->note);
        break;
    }
    return words;
}

std::string cursor_in_words(const Screen& screen, const TimelineUi& ui, Date date) {
    std::string words = fmt::format("{} {}", to_words(date), date.year());
    const auto say = [&](const std::string& what) { words += " · " + what; };
    if (!screen.days.has_entry(date)) say("No entry");
    if (screen.days.has_entry(date))
        for (const std::string& scale : read_out(screen, ui)) {
            const auto value = screen.days.value(scale, date);
            const std::string title = scale_title(screen, scale);
            say(value ? value_in_words(title, *value) : title + " not rated");
        }
    for (const DayEvent& event : screen.days.events(date, date)) say(event_in_words(event.event));
    for (const CheckIn* checkin : checkins_on(screen.journal, date, screen.person)) {
        if (checkin->note.empty()) continue;
        say("“" + first_words(checkin->note) + "”");
        break;
    }
    return words;
}

std::string events_in_words(const PlotEvents& mark) {
    std::string words;
    for (std::size_t i = 0; i < mark.events.size() && i < most_events; ++i)
        words +=
            fmt::format("{}{} {} · {}", i == 0 ? "" : "\n", to_short_words(mark.events[i].date),
                        mark.events[i].date.year(), event_in_words(mark.events[i].event));
    if (mark.events.size() > most_events)
        words += fmt::format("\nand {} more", mark.events.size() - most_events);
    return words;
}

}  // namespace rekindle::app
