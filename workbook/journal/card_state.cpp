#include <algorithm>

#include "workbook/journal/journal.hpp"

namespace rekindle {
namespace {

// Words that were taken out again are none.
template <class Entry>
bool has_own(const std::vector<Entry>& entries, std::string_view person) {
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
        if constexpr (requires { entry.text; })
            if (entry.text.empty()) return false;
        return entry.person == person;
    });
}

// Of a kind that keeps its entries with the card.
bool has_own(const ExerciseAnswers& answers, ExerciseKind kind, std::string_view person) {
    bool found = false;
    for_each_entry_list([&](ExerciseKind of_list, auto list) {
        if (of_list == kind) found = has_own(answers.*list, person);
    });
    return found;
}

bool has_rating(const Exercise& exercise, const CardAnswers& answers, std::string_view person) {
    return std::any_of(answers.rated.begin(), answers.rated.end(), [&](const Rated& rated) {
        const auto& rates = exercise.rates;
        return rated.person == person &&
               (rates.empty() || std::find(rates.begin(), rates.end(), rated.scale) != rates.end());
    });
}

// Of a kind that keeps its entries among the practices.
bool has_entries(const Practices& practices, ExerciseKind kind, std::string_view id) {
    bool found = false;
    for_each_entry_map([&](ExerciseKind of_map, auto map) {
        if (of_map != kind) return;
        const auto entries = (practices.*map).find(id);
        found = entries != (practices.*map).end() && !entries->second.empty();
    });
    return found;
}

bool is_done(const Journal& journal, const Workbook& workbook, const Card& card,
             const Exercise& exercise, std::string_view person) {
    const CardAnswers& answers = card_answers(journal, workbook.id, card.id);
    const ExerciseAnswers& own = exercise_answers(answers, exercise.id);
    const std::string practice = practice_id(workbook, card, exercise);
    switch (exercise.kind) {
        case ExerciseKind::scale:
            return has_rating(exercise, answers, person);
        case ExerciseKind::conversation:  // held by both, prepared by each
            return !own.talks.empty() || has_own(own.written, person);
        case ExerciseKind::ritual:
            return !ritual_of(journal, practice).days.empty();
        default:
            return row_of(exercise.kind).in_practices
                       ? has_entries(*journal.practices, exercise.kind, practice)
                       : has_own(own, exercise.kind, person);
    }
}

}  // namespace

Progress card_progress(const Journal& journal, const Workbook& workbook, const Card& card,
                       std::string_view person) {
    Progress progress;
    for (const Exercise& exercise : card.exercises) {
        ++progress.all;
        if (is_done(journal, workbook, card, exercise, person)) ++progress.done;
    }
    return progress;
}

CardState card_state(const Journal& journal, const Workbook& workbook, const Card& card,
                     std::string_view person) {
    const CardAnswers& answers = card_answers(journal, workbook.id, card.id);
    for (const Marked& marked : answers.marks) {
        if (marked.person != person) continue;
        if (marked.mark == CardMark::worked_through) return CardState::worked_through;
        if (marked.mark == CardMark::set_aside) return CardState::set_aside;
    }
    // The sliders of a card need no exercise of their own, so a rating alone is a beginning.
    const bool rated = std::any_of(answers.rated.begin(), answers.rated.end(),
                                   [&](const Rated& each) { return each.person == person; });
    const bool begun = rated || card_progress(journal, workbook, card, person).done > 0;
    return begun ? CardState::in_progress : CardState::not_started;
}

std::string_view state_title(CardState state) {
    switch (state) {
        case CardState::in_progress:
            return "In progress";
        case CardState::worked_through:
            return "Worked through";
        case CardState::set_aside:
            return "Set aside";
        case CardState::not_started:
            break;
    }
    return "Not started";
}

}  // namespace rekindle
