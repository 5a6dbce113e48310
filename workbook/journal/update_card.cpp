// Commands that change what was answered on a card.
#include <algorithm>

#include "workbook/journal/order.hpp"
#include "workbook/journal/update_parts.hpp"

namespace rekindle {
namespace {

std::optional<Error> problem_with_card(const Journal& journal, std::string_view workbook,
                                       std::string_view card, const Stamp& stamp) {
    if (!is_id(workbook) || !is_id(card)) return unusable_id().value();
    return problem_with_person(journal, stamp.person);
}

void drop_what_is_empty(CardAnswers& card) {
    std::erase_if(card.exercises,
                  [](const auto& entry) { return entry.second == ExerciseAnswers{}; });
}

// Carries `edit` out on the card's answers. What is empty afterwards is not kept, up to the whole
// part.
template <class Edit>
Journal edit_card(const Journal& journal, const CardRef& ref, Edit edit) {
    const auto part = journal.answers.find(ref.workbook);
    Answers answers = part == journal.answers.end() ? Answers{} : *part->second;
    CardAnswers card = card_answers(journal, ref.workbook, ref.card);
    edit(card);
    drop_what_is_empty(card);
    if (card == card_answers(journal, ref.workbook, ref.card)) return journal;

    if (card == CardAnswers{})
        answers.cards.erase(ref.card);
    else
        answers.cards.insert_or_assign(ref.card, std::move(card));
    Journal next = journal;
    if (answers.cards.empty())
        next.answers.erase(ref.workbook);
    else
        next.answers.insert_or_assign(ref.workbook, std::move(answers));
    return next;
}

auto find_written(std::vector<Written>& written, std::string_view id) {
    return std::find_if(written.begin(), written.end(),
                        [&](const Written& each) { return each.id == id; });
}

bool is_own_of_today(const Written& written, Date today, const Stamp& stamp) {
    return written.date == today && written.person == stamp.person;
}

// The answer these words belong to: the one meant when it is of today, else the one that was begun
// with the id `fresh` a moment ago, else none yet.
auto answer_of_today(std::vector<Written>& written, const WriteAnswer& command, Date today,
                     const Stamp& stamp) {
    const auto meant = find_written(written, command.answer);
    if (meant != written.end() && is_own_of_today(*meant, today, stamp)) return meant;
    const auto begun = find_written(written, command.fresh);
    if (begun != written.end() && is_own_of_today(*begun, today, stamp)) return begun;
    return written.end();
}

void write_answer(std::vector<Written>& written, const WriteAnswer& command, Date today,
                  const Stamp& stamp) {
    const auto meant = find_written(written, command.answer);
    if (meant != written.end() && meant->text == command.text) return;
    const auto own = answer_of_today(written, command, today, stamp);
    if (own != written.end()) {
        if (command.text.empty())
            written.erase(own);
        else
            own->text = command.text;
        return;
    }
    if (command.text.empty()) return;
    // Who goes on writing in what they keep to themself goes on keeping it.
    const bool only_for_me =
        meant != written.end() && meant->person == stamp.person && meant->only_for_me;
    written.push_back(
        {command.fresh, today, stamp.now.time, stamp.person, command.text, only_for_me});
    put_in_order(written);
}

void rate(std::vector<Rated>& rated, const RateCard& command, Date today,
          const std::string& person) {
    const auto same_day = [&](const Rated& each) {
        return each.scale == command.scale && each.person == person && each.date == today;
    };
    const auto found = std::find_if(rated.begin(), rated.end(), same_day);
    if (found != rated.end()) {
        found->value = *command.value;
        return;
    }
    rated.push_back({command.scale, today, person, *command.value});
    put_in_order(rated);
}

void take_out_latest(std::vector<Rated>& rated, std::string_view scale, std::string_view person) {
    const auto found = std::find_if(rated.rbegin(), rated.rend(), [&](const Rated& each) {
        return each.scale == scale && each.person == person;
    });
    if (found != rated.rend()) rated.erase(std::next(found).base());
}

}  // namespace

Result<Journal> edit_exercise(const Journal& journal, const ExerciseRef& ref, const Stamp& stamp,
                              const std::function<void(ExerciseAnswers&)>& edit) {
    if (!is_id(ref.exercise)) return unusable_id();
    if (auto problem = problem_with_card(journal, ref.workbook, ref.card, stamp))
        return fail(*problem);
    return edit_card(journal, {ref.workbook, ref.card},
                     [&](CardAnswers& card) { edit(card.exercises[ref.exercise]); });
}

Result<Journal> update(const Journal& journal, const WriteAnswer& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    if (!is_id(command.fresh)) return unusable_id();
    return edit_exercise(journal, command.exercise, stamp, [&](ExerciseAnswers& exercise) {
        write_answer(exercise.written, command, day_of(journal, stamp), stamp);
    });
}

Result<Journal> update(const Journal& journal, const TickAction& command, const Stamp& stamp) {
    if (!is_id(command.item)) return unusable_id();
    return edit_exercise(journal, command.exercise, stamp, [&](ExerciseAnswers& exercise) {
        const auto same = [&](const Tick& tick) {
            return tick.item == command.item && tick.person == stamp.person;
        };
        auto& ticks = exercise.ticks;
        const bool ticked = std::any_of(ticks.begin(), ticks.end(), same);
        if (command.done && !ticked)
            ticks.push_back({command.item, day_of(journal, stamp), stamp.person});
        if (!command.done) std::erase_if(ticks, same);
    });
}

Result<Journal> update(const Journal& journal, const RateCard& command, const Stamp& stamp) {
    const CardRef& ref = command.card;
    if (!is_id(command.scale)) return unusable_id();
    if (command.value)
        if (auto problem = problem_with_rating(*command.value)) return fail(*problem);
    if (auto problem = problem_with_card(journal, ref.workbook, ref.card, stamp))
        return fail(*problem);
    return edit_card(journal, ref, [&](CardAnswers& card) {
        if (command.value)
            rate(card.rated, command, day_of(journal, stamp), stamp.person);
        else
            take_out_latest(card.rated, command.scale, stamp.person);
    });
}

Result<Journal> update(const Journal& journal, const MarkCard& command, const Stamp& stamp) {
    const CardRef& ref = command.card;
    if (auto problem = problem_with_card(journal, ref.workbook, ref.card, stamp))
        return fail(*problem);
    return edit_card(journal, ref, [&](CardAnswers& card) {
        const auto own =
            std::find_if(card.marks.begin(), card.marks.end(),
                         [&](const Marked& each) { return each.person == stamp.person; });
        const Marked marked{command.mark, day_of(journal, stamp), stamp.person};
        if (own == card.marks.end()) {
            if (command.mark != CardMark::none) card.marks.push_back(marked);
        } else if (command.mark == CardMark::none) {
            card.marks.erase(own);
        } else if (own->mark != command.mark) {
            *own = marked;
        }
    });
}

template Command::Command(WriteAnswer);
template Command::Command(TickAction);
template Command::Command(RateCard);
template Command::Command(MarkCard);

}  // namespace rekindle
