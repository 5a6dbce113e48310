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
std::vector<const Talk*> talks_for(const TalkContext& context) {
    std::vector<const Talk*> talks;
    for (const Talk& talk : exercise_answers(context.card.answers, context.exercise.id).talks)
        talks.push_back(&talk);
    return talks;
}

std::string line_of(const TalkContext& context, const Talk& talk) {
    std::string line = day_words(context.card.screen, talk.date);
    if (!line.empty() && line.front() == 't') line.front() = 'T';  // "Today" begins the line
    if (!talk.topic.empty()) line += " · " + talk.topic;
    return line;
}

void draw_felt(const TalkContext& context, const Talk& talk, const Speaker& who,
               const std::string& name, const AskingPen& pen) {
    const auto found = talk.felt.find(who.id);
    const Felt felt = found == talk.felt.end() ? Felt{} : found->second;
    draw_wrapped(pen, Type::secondary_strong, Colour::ink, who.name);
    const auto rate = [&](const char* what, const char* label, TalkScale scale,
                          std::optional<int> value) {
        const auto change = slider(pen,
                                   {.name = name + '.' + what + '.' + who.id,
                                    .label = label,
                                    .label_width = 84,
                                    .low = "not at all",
                                    .high = "fully",
                                    .words_shown = false,
                                    .enabled = context.card.writable},
                                   value);
        if (change) pen.out.add(RateTalk{context.ref, talk.id, who.id, scale, change->value});
    };
    rate("safe", "Safe", TalkScale::safe, felt.safe);
    rate("heard", "Heard", TalkScale::heard, felt.heard);
    pen.skip(8);
}

// Those of whom something is known, also when they are in the journal no more.
std::vector<Speaker> rated_in(const TalkContext& context, const Talk& talk) {
    const Speakers both = speakers_of(context.card.screen);
    std::vector<Speaker> all(both.begin(), both.end());
    for (const auto& [person, felt] : talk.felt) {
        const auto same = [&id = person](const Speaker& who) { return who.id == id; };
        if (std::none_of(all.begin(), all.end(), same))
            all.push_back({person, "Someone else", false});
    }
    return all;
}

// Below an opened line of the log: everything about it, and a way to take it out.
void draw_opened(const TalkContext& context, const Talk& talk, const std::string& name,
                 const AskingPen& pen) {
    const std::string writer = writer_of(context.card.screen, talk.person);
    const bool mine = context.card.writable && is_mine(context.card.screen, talk.person);
    draw_wrapped(pen, Type::label, Colour::muted,
                 fmt::format("{}, {}{}", to_words_with_year(talk.date), to_iso(talk.time),
                             writer.empty() ? writer : " · noted down by " + writer));
    pen.skip(6);
    const auto topic = text_field(pen,
                                  {.name = name + ".topic",
                                   .hint = "What it was about",
                                   .min_lines = 1,
                                   .single_line = true,
                                   .enabled = mine},
                                  talk.topic);
    if (topic.changed) pen.out.add(WriteTalkTopic{context.ref, talk.id, *topic.changed});
    pen.skip(10);
    draw_talk(context, talk, name, pen);
    if (mine && button(pen.canvas, pen.column.x, pen.column.y,
                       {name + ".remove", "Delete this talk…", ButtonStyle::link}))
        pen.out.add(RemoveTalk{context.ref, talk.id});
    pen.skip(mine ? button_height + 6 : 6);
}

}  // namespace

void draw_talk(const TalkContext& context, const Talk& talk, const std::string& name,
               const AskingPen& pen) {
    for (const Speaker& who : rated_in(context, talk)) draw_felt(context, talk, who, name, pen);
    const bool mine = is_mine(context.card.screen, talk.person);
    draw_wrapped(pen, Type::secondary_strong, Colour::ink, "What was learned");
    pen.skip(4);
    const auto lesson = text_field(pen,
                                   {.name = name + ".learned",
                                    .hint = "A line is enough",
                                    .min_lines = 1,
                                    .enabled = context.card.writable && mine},
                                   talk.learned);
    if (lesson.changed) pen.out.add(WriteTalkLesson{context.ref, talk.id, *lesson.changed});
    pen.skip(10);
    if (mine) draw_only_for_me(context.card, name, {context.ref, talk.id, talk.only_for_me}, pen);
}

void draw_log(const TalkContext& context, ExerciseUi& ui, const AskingPen& pen) {
    const auto talks = talks_for(context);
    if (talks.empty()) return;
    const std::string log_key = "log " + context.key;
    bool listed = context.card.gathered || ui.open.contains(log_key);
    if (!context.card.gathered) {
        const std::string name = context.base + ".log";
        const std::string label = fmt::format("Conversations held ({})", talks.size());
        if (link_row(pen, name, label, listed ? "open" : "closed"))
            if (!ui.open.insert(log_key).second) ui.open.erase(log_key);
    }
    if (!listed) return;
    for (std::size_t i = talks.size(); i-- > 0;) {
        const Talk& talk = *talks[i];
        const bool closing = ui.talk.step == TalkUi::Step::closing && ui.talk.talk == talk.id;
        if (!is_shown(context.card, talk.id) || (closing && !context.card.gathered)) continue;
        const std::string name = context.base + '.' + std::to_string(i + 1);
        const std::string key = "talk " + context.key + '/' + talk.id;
        const bool open = ui.open.contains(key);
        if (link_row(pen, name, line_of(context, talk), open ? "open" : "closed"))
            if (!ui.open.insert(key).second) ui.open.erase(key);
        if (!open) continue;
        const float inset = pen.px(14);
        Column inside{pen.column.x + inset, pen.column.y, pen.column.width - inset};
        draw_opened(context, talk, name, pen.in(inside));
        pen.column.y = inside.y;
    }
}

}  // namespace rekindle::app
