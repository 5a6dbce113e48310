// Commands that change the profile.
#include <algorithm>

#include "workbook/journal/as_seen_by.hpp"
#include "workbook/journal/order.hpp"
#include "workbook/journal/update_parts.hpp"

namespace rekindle {
namespace {

constexpr std::size_t most_people = 2;

template <class Edit>
Journal edit_profile(const Journal& journal, Edit edit) {
    Profile profile = *journal.profile;
    edit(profile);
    if (profile == *journal.profile) return journal;
    Journal next = journal;
    next.profile = std::move(profile);
    return next;
}

Person& person_in(Profile& profile, std::string_view id) {
    return *std::find_if(profile.people.begin(), profile.people.end(),
                         [&](const Person& person) { return person.id == id; });
}

bool has_supporter(const Journal& journal, std::string_view id) {
    const auto& all = journal.profile->supporters;
    return std::any_of(all.begin(), all.end(),
                       [&](const Supporter& each) { return each.id == id; });
}

std::optional<Error> problem_with(const Supporter& supporter) {
    if (auto problem = problem_with_line(supporter.name)) return problem;
    return problem_with_line(supporter.reach);
}

bool wrote(const CardAnswers& card, std::string_view person) {
    const auto by = [&](const auto& entry) {
        if constexpr (requires { entry.felt; })
            if (entry.felt.contains(person)) return true;
        return entry.person == person;
    };
    const auto any_by = [&](const auto& all) { return std::any_of(all.begin(), all.end(), by); };
    return any_by(card.marks) || any_by(card.rated) ||
           std::any_of(card.exercises.begin(), card.exercises.end(), [&](const auto& exercise) {
               bool any = false;
               for_each_entry_list(
                   [&](ExerciseKind, auto list) { any = any || any_by(exercise.second.*list); });
               return any;
           });
}

// By `person`, or, for a promise, made by them.
bool wrote(const Practices& practices, std::string_view person) {
    const auto any_by = [&](const auto& lists) {
        for (const auto& [id, entries] : lists)
            for (const auto& entry : entries)
                if (entry.person == person) return true;
        return false;
    };
    for (const auto& [id, promises] : practices.promises)
        for (const Promise& promise : promises)
            if (promise.who == person) return true;
    for (const auto& [id, ritual] : practices.rituals)
        for (const RitualDay& day : ritual.days)
            if (day.person == person) return true;
    bool any = false;
    for_each_entry_map([&](ExerciseKind, auto map) { any = any || any_by(practices.*map); });
    return any;
}

bool is_rated(const Journal& journal, std::string_view scale) {
    return std::any_of(journal.months.begin(), journal.months.end(), [&](const auto& month) {
        const auto& checkins = month.second->checkins;
        return std::any_of(checkins.begin(), checkins.end(),
                           [&](const CheckIn& checkin) { return checkin.ratings.contains(scale); });
    });
}

void forget_former(Profile& profile, const std::string& id) {
    std::erase_if(profile.former_scales, [&](const Scale& each) { return each.id == id; });
}

}  // namespace

bool wrote_anything(const Journal& journal, std::string_view person) {
    for (const auto& [key, month] : journal.months)
        for (const CheckIn& checkin : month->checkins)
            if (checkin.person == person) return true;
    for (const auto& [workbook, answers] : journal.answers)
        for (const auto& [id, card] : answers->cards)
            if (wrote(card, person)) return true;
    return wrote(*journal.practices, person);
}

Result<Journal> update(const Journal& journal, const RenamePerson& command, const Stamp&) {
    if (auto problem = problem_with_line(command.name)) return fail(*problem);
    if (auto problem = problem_with_person(journal, command.person)) return fail(*problem);
    return edit_profile(
        journal, [&](Profile& profile) { person_in(profile, command.person).name = command.name; });
}

Result<Journal> update(const Journal& journal, const SetRole& command, const Stamp&) {
    if (auto problem = problem_with_person(journal, command.person)) return fail(*problem);
    return edit_profile(
        journal, [&](Profile& profile) { person_in(profile, command.person).role = command.role; });
}

Result<Journal> update(const Journal& journal, const SetRelationship& command, const Stamp&) {
    return edit_profile(journal,
                        [&](Profile& profile) { profile.relationship = command.relationship; });
}

Result<Journal> update(const Journal& journal, const AddPerson& command, const Stamp&) {
    if (!is_id(command.person.id)) return unusable_id();
    if (auto problem = problem_with_line(command.person.name)) return fail(*problem);
    if (find_person(*journal.profile, command.person.id))
        return fail(ErrorCode::usage, "Someone in this journal has that id already.");
    if (journal.profile->people.size() >= most_people)
        return fail(ErrorCode::usage, "A journal is for one or two people.");
    return edit_profile(journal,
                        [&](Profile& profile) { profile.people.push_back(command.person); });
}

Result<Journal> update(const Journal& journal, const RemovePerson& command, const Stamp&) {
    if (auto problem = problem_with_person(journal, command.person)) return fail(*problem);
    if (journal.profile->people.size() < 2)
        return fail(ErrorCode::usage, "A journal needs at least one person.");
    if (wrote_anything(journal, command.person))
        return fail(ErrorCode::usage, "Only someone who has written nothing can be taken out.",
                    "What they wrote stays with their name.");
    return edit_profile(journal, [&](Profile& profile) {
        std::erase_if(profile.people,
                      [&](const Person& person) { return person.id == command.person; });
    });
}

// The hour decides in which order the check-ins of a night stand, so they are put in order with it.
Result<Journal> update(const Journal& journal, const SetDayEnd& command, const Stamp&) {
    if (!make_time(command.day_end.hour(), command.day_end.minute()))
        return fail(ErrorCode::usage, "There is no such time of day.", "Write it like 04:00.");
    const Journal next =
        edit_profile(journal, [&](Profile& profile) { profile.day_end = command.day_end; });
    return with_days_in_order(next, command.day_end);
}

Result<Journal> update(const Journal& journal, const SetWeekStart& command, const Stamp&) {
    return edit_profile(journal, [&](Profile& profile) { profile.week_start = command.day; });
}

Result<Journal> update(const Journal& journal, const AddOwnScale& command, const Stamp&) {
    const Scale& scale = command.scale;
    if (!is_id(scale.id)) return unusable_id();
    for (const std::string* line : {&scale.title, &scale.low, &scale.high})
        if (auto problem = problem_with_line(*line)) return fail(*problem);
    if (scale.title.empty()) return fail(ErrorCode::usage, "A scale of your own needs a name.");
    for (const Scale& own : journal.profile->own_scales)
        if (own.id == scale.id)
            return fail(ErrorCode::usage, "There is a scale with this id already.");
    return edit_profile(journal, [&](Profile& profile) {
        forget_former(profile, scale.id);
        profile.own_scales.push_back(scale);
    });
}

// What it was stays known as long as there are ratings on it, or they would be of nothing.
Result<Journal> update(const Journal& journal, const RemoveOwnScale& command, const Stamp&) {
    const bool rated = is_rated(journal, command.scale);
    return edit_profile(journal, [&](Profile& profile) {
        for (const Scale& own : profile.own_scales) {
            if (own.id != command.scale || !rated) continue;
            forget_former(profile, own.id);
            profile.former_scales.push_back(own);
        }
        std::erase_if(profile.own_scales,
                      [&](const Scale& own) { return own.id == command.scale; });
    });
}

Result<Journal> update(const Journal& journal, const ChooseWorkbook& command, const Stamp&) {
    if (!command.workbook.empty() && !is_id(command.workbook)) return unusable_id();
    return edit_profile(journal, [&](Profile& profile) { profile.workbook = command.workbook; });
}

Result<Journal> update(const Journal& journal, const AddSupporter& command, const Stamp&) {
    const Supporter& supporter = command.supporter;
    if (!is_id(supporter.id)) return unusable_id();
    if (auto problem = problem_with(supporter)) return fail(*problem);
    if (supporter.name.empty() && supporter.reach.empty())
        return fail(ErrorCode::usage, "Someone to turn to needs a name or a way to reach them.");
    if (has_supporter(journal, supporter.id))
        return fail(ErrorCode::usage, "Someone to turn to has this id already.");
    return edit_profile(journal,
                        [&](Profile& profile) { profile.supporters.push_back(supporter); });
}

// Both lines may be empty here: one is typed before the other.
Result<Journal> update(const Journal& journal, const EditSupporter& command, const Stamp&) {
    if (auto problem = problem_with(command.supporter)) return fail(*problem);
    if (!has_supporter(journal, command.supporter.id))
        return fail(ErrorCode::usage, "Nobody to turn to has that id.");
    return edit_profile(journal, [&](Profile& profile) {
        for (Supporter& each : profile.supporters)
            if (each.id == command.supporter.id) each = command.supporter;
    });
}

Result<Journal> update(const Journal& journal, const RemoveSupporter& command, const Stamp&) {
    return edit_profile(journal, [&](Profile& profile) {
        std::erase_if(profile.supporters,
                      [&](const Supporter& each) { return each.id == command.supporter; });
    });
}

template Command::Command(RenamePerson);
template Command::Command(SetRole);
template Command::Command(SetRelationship);
template Command::Command(AddPerson);
template Command::Command(RemovePerson);
template Command::Command(SetDayEnd);
template Command::Command(SetWeekStart);
template Command::Command(AddOwnScale);
template Command::Command(RemoveOwnScale);
template Command::Command(ChooseWorkbook);
template Command::Command(AddSupporter);
template Command::Command(EditSupporter);
template Command::Command(RemoveSupporter);

}  // namespace rekindle
