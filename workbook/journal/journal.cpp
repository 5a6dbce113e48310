#include "workbook/journal/journal.hpp"

#include <algorithm>

namespace rekindle {
namespace {

// One value for everybody to look at where nothing was written; it never changes.
const CardAnswers no_card;
const ExerciseAnswers no_exercise;
const Ritual no_ritual;

// The part's value in one of a journal's maps; an empty one where it is absent.
template <class Map, class Key>
auto value_of(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? typename Map::mapped_type{} : found->second;
}

// Calls `note(key)` for every key under which the two maps do not hold the very same object.
template <class Map, class Note>
void for_each_difference(const Map& before, const Map& after, Note note) {
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (b == after.end() || (a != before.end() && a->first < b->first)) {
            note((a++)->first);
        } else if (a == before.end() || b->first < a->first) {
            note((b++)->first);
        } else {
            if (!a->second.same(b->second)) note(a->first);
            ++a, ++b;
        }
    }
}

template <class Map, class Key>
void take_entry(Map& into, const Map& from, const Key& key) {
    const auto found = from.find(key);
    if (found == from.end())
        into.erase(key);
    else
        into.insert_or_assign(key, found->second);
}

}  // namespace

std::vector<const CheckIn*> checkins_on(const Journal& journal, Date date,
                                        std::string_view person) {
    std::vector<const CheckIn*> found;
    const auto month = journal.months.find(date.year_month());
    if (month == journal.months.end()) return found;
    for (const CheckIn& checkin : month->second->checkins)
        if (checkin.date == date && checkin.person == person) found.push_back(&checkin);
    return found;
}

const CheckIn* latest_checkin(const Journal& journal, Date date, std::string_view person) {
    const auto all = checkins_on(journal, date, person);
    return all.empty() ? nullptr : all.back();
}

const CheckIn* find_checkin(const Journal& journal, Date date, std::string_view id) {
    const auto month = journal.months.find(date.year_month());
    if (month == journal.months.end()) return nullptr;
    for (const CheckIn& checkin : month->second->checkins)
        if (checkin.date == date && checkin.id == id) return &checkin;
    return nullptr;
}

const CardAnswers& card_answers(const Journal& journal, std::string_view workbook,
                                std::string_view card) {
    const auto answers = journal.answers.find(workbook);
    if (answers == journal.answers.end()) return no_card;
    const auto found = answers->second->cards.find(card);
    return found == answers->second->cards.end() ? no_card : found->second;
}

const ExerciseAnswers& exercise_answers(const CardAnswers& card, std::string_view exercise) {
    const auto found = card.exercises.find(exercise);
    return found == card.exercises.end() ? no_exercise : found->second;
}

const std::vector<ListItem>& list_items(const Journal& journal, std::string_view list) {
    return entries_in(journal, &Practices::lists, list);
}

const std::vector<Promise>& promises_in(const Journal& journal, std::string_view ledger) {
    return entries_in(journal, &Practices::promises, ledger);
}

const Ritual& ritual_of(const Journal& journal, std::string_view ritual) {
    const auto found = journal.practices->rituals.find(ritual);
    return found == journal.practices->rituals.end() ? no_ritual : found->second;
}

const std::vector<Plan>& plans_in(const Journal& journal, std::string_view list) {
    return entries_in(journal, &Practices::plans, list);
}

FirstAndLatest first_and_latest(const CardAnswers& card, std::string_view scale,
                                std::string_view person) {
    FirstAndLatest found;
    for (const Rated& rated : card.rated) {
        if (rated.scale != scale || rated.person != person) continue;
        if (!found.first) found.first = &rated;
        found.latest = &rated;
    }
    return found;
}

std::vector<Part> changed_parts(const Journal& before, const Journal& after) {
    std::vector<Part> parts;
    if (!before.profile.same(after.profile)) parts.push_back({PartKind::profile});
    for_each_difference(before.months, after.months, [&](YearMonth month) {
        parts.push_back({PartKind::month, month});
    });
    for_each_difference(before.answers, after.answers, [&](const std::string& workbook) {
        parts.push_back({PartKind::answers, {}, workbook});
    });
    if (!before.practices.same(after.practices)) parts.push_back({PartKind::practices});
    return parts;
}

Journal with_part(const Journal& into, const Journal& from, const Part& part) {
    Journal next = into;
    switch (part.kind) {
        case PartKind::profile:
            next.profile = from.profile;
            break;
        case PartKind::month:
            take_entry(next.months, from.months, part.month);
            break;
        case PartKind::answers:
            take_entry(next.answers, from.answers, part.workbook);
            break;
        case PartKind::practices:
            next.practices = from.practices;
            break;
    }
    return next;
}

Journal with_all_parts(const Journal& into, const Journal& from, const std::set<Part>& stay) {
    Journal next = into;
    for (const Part& part : changed_parts(into, from))
        if (!stay.contains(part) && !same_part(into, from, part))
            next = with_part(next, from, part);
    return next;
}

bool same_part(const Journal& a, const Journal& b, const Part& part) {
    switch (part.kind) {
        case PartKind::profile:
            return a.profile == b.profile;
        case PartKind::month:
            return value_of(a.months, part.month) == value_of(b.months, part.month);
        case PartKind::answers:
            return value_of(a.answers, part.workbook) == value_of(b.answers, part.workbook);
        case PartKind::practices:
            break;
    }
    return a.practices == b.practices;
}

}  // namespace rekindle
