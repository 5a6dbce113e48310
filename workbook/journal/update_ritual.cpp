// Commands that change a ritual.
#include <algorithm>
#include <tuple>

#include "workbook/journal/update_parts.hpp"

namespace rekindle {
namespace {

// Carries `edit` out on a ritual, which need not be there yet; an empty one is not kept.
template <class Edit>
Result<Journal> edit_ritual(const Journal& journal, const std::string& id, const Stamp& stamp,
                            Edit edit) {
    if (!is_practice_id(id)) return unusable_id();
    if (auto problem = problem_with_person(journal, stamp.person)) return fail(*problem);
    Practices practices = *journal.practices;
    Ritual& ritual = practices.rituals[id];
    edit(ritual);
    if (ritual == Ritual{}) practices.rituals.erase(id);
    return with_practices(journal, std::move(practices));
}

bool stands_before(const RitualDay& a, const RitualDay& b) {
    return std::tie(a.date, a.person) < std::tie(b.date, b.person);
}

}  // namespace

Result<Journal> update(const Journal& journal, const MarkRitual& command, const Stamp& stamp) {
    if (auto problem = problem_with_date(command.day)) return fail(*problem);
    if (command.done && command.day > day_of(journal, stamp))
        return fail(ErrorCode::usage, "That day has not come yet.");
    return edit_ritual(journal, command.ritual, stamp, [&](Ritual& ritual) {
        const RitualDay day{command.day, stamp.person};
        auto& days = ritual.days;
        const auto place = std::lower_bound(days.begin(), days.end(), day, stands_before);
        const bool there = place != days.end() && *place == day;
        if (command.done && !there) days.insert(place, day);
        if (!command.done && there) days.erase(place);
    });
}

Result<Journal> update(const Journal& journal, const DescribeRitual& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    return edit_ritual(journal, command.ritual, stamp,
                       [&](Ritual& ritual) { ritual.text = command.text; });
}

Result<Journal> update(const Journal& journal, const SetRitualRhythm& command, const Stamp& stamp) {
    return edit_ritual(journal, command.ritual, stamp,
                       [&](Ritual& ritual) { ritual.rhythm = command.rhythm; });
}

template Command::Command(MarkRitual);
template Command::Command(DescribeRitual);
template Command::Command(SetRitualRhythm);

}  // namespace rekindle
