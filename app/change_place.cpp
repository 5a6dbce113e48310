#include "app/change_place.hpp"

#include <algorithm>

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

std::optional<ChangePlace> find_day(const Journal& before, const Journal& after, YearMonth month) {
    const auto old = checkins_of(before, month);
    const auto now = checkins_of(after, month);
    const CheckIn* changed = find_other(now, old);
    if (!changed) changed = find_other(old, now);
    if (!changed) return std::nullopt;
    return ChangePlace{Page::today, changed->date, changed->person, {}};
}

std::optional<ChangePlace> find_card(const Journal& before, const Journal& after,
                                     const std::string& workbook) {
    for (const Journal* journal : {&after, &before}) {
        const auto answers = journal->answers.find(workbook);
        if (answers == journal->answers.end()) continue;
        for (const auto& [card, given] : answers->second->cards)
            if (card_answers(before, workbook, card) != card_answers(after, workbook, card))
                return ChangePlace{Page::workbook, {}, {}, CardRef{workbook, card}};
    }
    return std::nullopt;
}

}  // namespace

std::optional<ChangePlace> find_change(const Journal& before, const Journal& after) {
    for (const Part& part : changed_parts(before, after)) {
        std::optional<ChangePlace> place;
        switch (part.kind) {
            case PartKind::month:
                place = find_day(before, after, part.month);
                break;
            case PartKind::answers:
                place = find_card(before, after, part.workbook);
                break;
            case PartKind::practices:
                place = ChangePlace{Page::practices, {}, {}, {}};
                break;
            case PartKind::profile:
                place = ChangePlace{Page::settings, {}, {}, {}};
                break;
        }
        if (place) return place;
    }
    return std::nullopt;
}

}  // namespace rekindle::app
