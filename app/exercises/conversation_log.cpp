// The log of the conversations that were held: their dates, how they felt, what was learned.
#include <fmt/format.h>

#include <algorithm>

#include "app/exercises/conversation_parts.hpp"
#include "app/exercises/only_for_me.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/slider.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

// Every conversation that can be seen here, oldest first.
std::vector<const Talk*> talks_for(const TalkContext& place) {
    std::vector<const Talk*> talks;
    for (const Talk& talk : exercise_answers(place.card.answers, place.exercise.id).talks)
        talks.push_back(&talk);
    return talks;
}

std::string line_of(const TalkContext& place, const Talk& talk) {
    std::string line = day_words(place.card.screen, talk.date);
    if (!line.empty() && line.front() == 't') line.front() = 'T';  // "Today" begins the line
    if (!talk.topic.empty()) line += " · " + talk.topic;
    return line;
}

void draw_felt(const TalkContext& place, const Talk& talk, const Speaker& who,
               const std::string& name, const Pen& pen) {
    const auto found = talk.felt.find(who.id);
    const Felt felt = found == talk.felt.end() ? Felt{} : found->second;
    draw_wrapped(pen.canvas, pen.column, Type::secondary_strong, Colour::ink, who.name);
    const auto rate = [&](const char* what, const char* label, TalkScale scale,
                          std::optional<int> value) {
        const auto change = slider(pen.canvas, pen.column,
                                   {.name = name + '.' + what + '.' + who.id,
                                    .label = label,
                                    .label_width = 84,
                                    .low = "not at all",
                                    .high = "fully",
                                    .words_shown = false,
                                    .enabled = place.card.writable},
                                   value);
        if (change) pen.out.add(RateTalk{place.ref, talk.id, who.id, scale, change->value});
    };
    rate("safe", "Safe", TalkScale::safe, felt.safe);
    rate("heard", "Heard", TalkScale::heard, felt.heard);
    pen.column.skip(pen.canvas.px(8));
}

// Those of whom something is known, also when they are in the journal no more.
std::vector<Speaker> rated_in(const TalkContext& place, const Talk& talk) {
    const Speakers both = speakers_of(place.card.screen);
    std::vector<Speaker> all(both.begin(), both.end());
    for (const auto& [person, felt] : talk.felt) {
        const auto same = [&id = person](const Speaker& who) { return who.id == id; };
        if (std::none_of(all.begin(), all.end(), same))
            all.push_back({person, "Someone else", false});
    }
    return all;
}

// Below an opened line of the log: everything about it, and a way to take it out.
void draw_opened(const TalkContext& place, const Talk& talk, const std::string& name,
                 Canvas& canvas, Column& column, Actions& out) {
    const std::string writer = writer_of(place.card.screen, talk.person);
    const bool mine = place.card.writable && is_mine(place.card.screen, talk.person);
    draw_wrapped(canvas, column, Type::label, Colour::muted,
                 fmt::format("{}, {}{}", to_words_with_year(talk.date), to_iso(talk.time),
                             writer.empty() ? writer : " · noted down by " + writer));
    column.skip(canvas.px(6));
    const auto topic = text_field(canvas, column,
                                  {.name = name + ".topic",
                                   .hint = "What it was about",
                                   .min_lines = 1,
                                   .single_line = true,
                                   .enabled = mine},
                                  talk.topic);
    if (topic.changed) out.add(WriteTalkTopic{place.ref, talk.id, *topic.changed});
    column.skip(canvas.px(10));
    draw_talk(place, talk, name, canvas, column, out);
    if (mine && button(canvas, column.x, column.y,
                       {name + ".remove", "Delete this talk…", ButtonStyle::link}))
        out.add(RemoveTalk{place.ref, talk.id});
    column.skip(canvas.px(mine ? button_height + 6 : 6));
}

}  // namespace

void draw_talk(const TalkContext& place, const Talk& talk, const std::string& name, Canvas& canvas,
               Column& column, Actions& out) {
    const Pen pen{canvas, column, out};
    for (const Speaker& who : rated_in(place, talk)) draw_felt(place, talk, who, name, pen);
    const bool mine = is_mine(place.card.screen, talk.person);
    draw_wrapped(canvas, column, Type::secondary_strong, Colour::ink, "What was learned");
    column.skip(canvas.px(4));
    const auto lesson = text_field(canvas, column,
                                   {.name = name + ".learned",
                                    .hint = "A line is enough",
                                    .min_lines = 1,
                                    .enabled = place.card.writable && mine},
                                   talk.learned);
    if (lesson.changed) out.add(WriteTalkLesson{place.ref, talk.id, *lesson.changed});
    column.skip(canvas.px(10));
    if (mine) draw_only_for_me(place.card, name, {place.ref, talk.id, talk.only_for_me}, pen);
}

void draw_log(const TalkContext& place, ExerciseUi& ui, Canvas& canvas, Column& column,
              Actions& out) {
    const auto talks = talks_for(place);
    if (talks.empty()) return;
    const std::string log_key = "log " + place.key;
    bool listed = place.card.gathered || ui.open.contains(log_key);
    if (!place.card.gathered) {
        const std::string name = place.base + ".log";
        const std::string label = fmt::format("Conversations held ({})", talks.size());
        if (link_row(canvas, column, name, label, listed ? "open" : "closed"))
            if (!ui.open.insert(log_key).second) ui.open.erase(log_key);
    }
    if (!listed) return;
    for (std::size_t i = talks.size(); i-- > 0;) {
        const Talk& talk = *talks[i];
        const bool closing = ui.talk.step == TalkUi::Step::closing && ui.talk.talk == talk.id;
        if (!is_shown(place.card, talk.id) || (closing && !place.card.gathered)) continue;
        const std::string name = place.base + '.' + std::to_string(i + 1);
        const std::string key = "talk " + place.key + '/' + talk.id;
        const bool open = ui.open.contains(key);
        if (link_row(canvas, column, name, line_of(place, talk), open ? "open" : "closed"))
            if (!ui.open.insert(key).second) ui.open.erase(key);
        if (!open) continue;
        const float inset = canvas.px(14);
        Column inside{column.x + inset, column.y, column.width - inset};
        draw_opened(place, talk, name, canvas, inside, out);
        column.y = inside.y;
    }
}

}  // namespace rekindle::app
