// What Practices can list and search of each kind.
#include "app/exercises/exercises.hpp"

namespace rekindle::app {
namespace {

std::string status_title(const Exercise& exercise, const ListItem& item) {
    for (const Choice& status : exercise.items)
        if (status.id == item.status) return status.title;
    return exercise.items.empty() ? std::string{} : exercise.items.front().title;
}

std::string promise_state(const Promise& promise, Date today) {
    if (promise.ended && *promise.ended <= today) return "ended";
    return is_resting(promise, today) ? "resting" : "going on";
}

}  // namespace

PracticeEntries list_entries(const Screen& screen, const PracticeSource& source,
                             const std::string& id) {
    PracticeEntries entries;
    for (const ListItem& item : list_items(screen.journal, id))
        entries.push_back(
            {item.id, status_title(*source.exercise, item), {&item.text, &item.note}});
    return entries;
}

PracticeEntries promise_entries(const Screen& screen, const PracticeSource&,
                                const std::string& id) {
    PracticeEntries entries;
    for (const Promise& promise : promises_in(screen.journal, id))
        entries.push_back({promise.id, promise_state(promise, screen.today), {&promise.text}});
    return entries;
}

PracticeEntries ritual_entries(const Screen& screen, const PracticeSource&, const std::string& id) {
    const Ritual& ritual = ritual_of(screen.journal, id);
    if (ritual == Ritual{}) return {};
    return {{id, {}, {&ritual.text}}};
}

PracticeEntries plan_entries(const Screen& screen, const PracticeSource&, const std::string& id) {
    PracticeEntries entries;
    for (const Plan& plan : plans_in(screen.journal, id))
        entries.push_back({plan.id, plan.done ? "done" : "open", {&plan.text}});
    return entries;
}

PracticeEntries answer_entries(const Screen& screen, const PracticeSource& source,
                               const std::string&) {
    PracticeEntries entries;
    const CardAnswers& card = card_answers(screen.journal, source.workbook->id, source.card->id);
    const ExerciseAnswers& answers = exercise_answers(card, source.exercise->id);
    for (const Talk& talk : answers.talks)
        entries.push_back({talk.id, {}, {&talk.topic, &talk.learned}});
    for (const Letter& letter : answers.letters) {
        entries.push_back({letter.id, {}, {}});
        for (const auto& [part, text] : letter.parts) entries.back().words.push_back(&text);
    }
    return entries;
}

}  // namespace rekindle::app
