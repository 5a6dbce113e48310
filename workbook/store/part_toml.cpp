#include "workbook/store/part_toml.hpp"

#include "workbook/store/answers_toml.hpp"
#include "workbook/store/month_toml.hpp"
#include "workbook/store/practices_toml.hpp"
#include "workbook/store/profile_toml.hpp"

namespace rekindle {
namespace {

Answers without_empty(Answers answers) {
    for (auto& [name, card] : answers.cards)
        std::erase_if(card.exercises,
                      [](const auto& each) { return each.second == ExerciseAnswers{}; });
    std::erase_if(answers.cards, [](const auto& each) { return each.second == CardAnswers{}; });
    return answers;
}

Practices without_empty(Practices practices) {
    const auto no_entries = [](const auto& each) { return each.second.empty(); };
    for_each_entry_map([&](ExerciseKind, auto map) { std::erase_if(practices.*map, no_entries); });
    std::erase_if(practices.rituals, [](const auto& each) { return each.second == Ritual{}; });
    return practices;
}

}  // namespace

TomlTable to_toml(const Journal& journal, const Part& part) {
    switch (part.kind) {
        case PartKind::profile:
            return to_toml(*journal.profile);
        case PartKind::month: {
            const auto month = journal.months.find(part.month);
            return month == journal.months.end() ? TomlTable{} : to_toml(*month->second);
        }
        case PartKind::answers: {
            const auto answers = journal.answers.find(part.workbook);
            return answers == journal.answers.end() ? TomlTable{} : to_toml(*answers->second);
        }
        case PartKind::practices:
            return to_toml(*journal.practices);
    }
    return {};
}

void complete(TomlTable& file, const Part& part) {
    switch (part.kind) {
        case PartKind::profile:
            return complete_profile(file);
        case PartKind::month:
            return complete_month(file);
        case PartKind::answers:
            return complete_answers(file);
        case PartKind::practices:
            return complete_practices(file);
    }
}

Journal with_file(Journal journal, const Part& part, const TomlReader& file) {
    switch (part.kind) {
        case PartKind::profile:
            journal.profile = read_profile(file);
            break;
        case PartKind::month:
            journal.months.insert_or_assign(part.month,
                                            read_month(file, part.month, *journal.profile));
            break;
        case PartKind::answers:
            journal.answers.insert_or_assign(part.workbook, read_answers(file, *journal.profile));
            break;
        case PartKind::practices:
            journal.practices = read_practices(file, *journal.profile);
            break;
    }
    return journal;
}

Journal as_read_back(Journal journal, const Part& part) {
    if (part.kind == PartKind::practices) journal.practices = without_empty(*journal.practices);
    if (part.kind == PartKind::answers) {
        Answers answers = without_empty(*journal.answers[part.workbook]);
        put_in_order(answers);
        journal.answers.insert_or_assign(part.workbook, std::move(answers));
    }
    if (part.kind == PartKind::month) {
        Month month = *journal.months[part.month];
        put_in_order(month, journal.profile->day_end);
        journal.months.insert_or_assign(part.month, std::move(month));
    }
    return journal;
}

}  // namespace rekindle
