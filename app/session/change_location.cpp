#include "app/session/change_location.hpp"

#include <algorithm>
#include <set>

namespace rekindle::app {
namespace {

std::vector<CheckIn> checkins_of(const Journal& journal, YearMonth month) {
    const auto found = journal.months.find(month);
    return found == journal.months.end() ? std::vector<CheckIn>{} : found->second->checkins;
}

// The first of `those` that is not, or not in this form, among `others`.
const CheckIn* find_other(const std::vector<CheckIn>& those, const std::vector<CheckIn>& others) {
    for (const CheckIn& each : those)
        if (std::find(others.begin(), others.end(), each) == others.end()) return &each;
    return nullptr;
}

std::optional<ChangeLocation> find_day(const Journal& before, const Journal& after,
                                       YearMonth month) {
    const auto old = checkins_of(before, month);
    const auto now = checkins_of(after, month);
    const CheckIn* changed = find_other(now, old);
    if (!changed) changed = find_other(old, now);
    if (!changed) return std::nullopt;
    return ChangeLocation{Page::today, changed->date, changed->person, {}};
}

// Adds who wrote the entries that only one of the two has, or has in this form.
template <class Entry>
void add_writers(const std::vector<Entry>& before, const std::vector<Entry>& after,
                 std::set<std::string>& writers) {
    const auto add = [&](const std::vector<Entry>& those, const std::vector<Entry>& others) {
        for (const Entry& each : those)
            if (std::find(others.begin(), others.end(), each) == others.end())
                writers.insert(each.person);
    };
    add(before, after);
    add(after, before);
}

// Whose entries on a card changed; empty when they are of both.
std::string writer_of_change(const CardAnswers& before, const CardAnswers& after) {
    std::set<std::string> writers;
    add_writers(before.marks, after.marks, writers);
    add_writers(before.rated, after.rated, writers);
    std::set<std::string> exercises;
    for (const CardAnswers* card : {&before, &after})
        for (const auto& [id, given] : card->exercises) exercises.insert(id);
    for (const std::string& id : exercises) {
        const ExerciseAnswers& old = exercise_answers(before, id);
        const ExerciseAnswers& now = exercise_answers(after, id);
        for_each_entry_list(
            [&](ExerciseKind, auto list) { add_writers(old.*list, now.*list, writers); });
    }
    return writers.size() == 1 ? *writers.begin() : std::string{};
}

std::optional<ChangeLocation> find_card(const Journal& before, const Journal& after,
                                        const std::string& workbook) {
    for (const Journal* journal : {&after, &before}) {
        const auto answers = journal->answers.find(workbook);
        if (answers == journal->answers.end()) continue;
        for (const auto& [card, given] : answers->second->cards) {
            const CardAnswers& old = card_answers(before, workbook, card);
            const CardAnswers& now = card_answers(after, workbook, card);
            if (old != now)
                return ChangeLocation{
                    Page::workbook, {}, writer_of_change(old, now), CardRef{workbook, card}};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<ChangeLocation> find_change(const Journal& before, const Journal& after) {
    for (const Part& part : changed_parts(before, after)) {
        std::optional<ChangeLocation> place;
        switch (part.kind) {
            case PartKind::month:
                place = find_day(before, after, part.month);
                break;
            case PartKind::answers:
                place = find_card(before, after, part.workbook);
                break;
            case PartKind::practices:
                place = ChangeLocation{Page::practices, {}, {}, {}};
                break;
            case PartKind::profile:
                place = ChangeLocation{Page::settings, {}, {}, {}};
                break;
        }
        if (place) return place;
    }
    return std::nullopt;
}

}  // namespace rekindle::app
