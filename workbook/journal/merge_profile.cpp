// Who writes in a journal and how their days are counted, changed on two sides.
#include <tuple>

#include "workbook/journal/merge_parts.hpp"
#include "workbook/journal/merge_rules.hpp"

namespace rekindle {
namespace {

Person merge_person(const Person& base, const Person& ours, const Person& theirs) {
    return {theirs.id, merge_value(base.name, ours.name, theirs.name),
            merge_value(base.role, ours.role, theirs.role)};
}

Scale merge_scale(const Scale& base, const Scale& ours, const Scale& theirs) {
    return {theirs.id, merge_value(base.title, ours.title, theirs.title),
            merge_value(base.low, ours.low, theirs.low),
            merge_value(base.high, ours.high, theirs.high)};
}

Supporter merge_supporter(const Supporter& base, const Supporter& ours, const Supporter& theirs) {
    return {theirs.id, merge_value(base.name, ours.name, theirs.name),
            merge_value(base.reach, ours.reach, theirs.reach)};
}

template <class T>
std::vector<T> merge_by_id(const std::vector<T>& base, const std::vector<T>& ours,
                           const std::vector<T>& theirs,
                           T (*both)(const T& base, const T& ours, const T& theirs)) {
    return merge_list(
        base, ours, theirs, [](const T& each) { return std::tie(each.id); }, field_by_field(both));
}

}  // namespace

Profile merge_profile(const Profile& base, const Profile& ours, const Profile& theirs) {
    Profile merged{
        merge_by_id(base.people, ours.people, theirs.people, merge_person),
        merge_value(base.day_end, ours.day_end, theirs.day_end),
        merge_value(base.week_start, ours.week_start, theirs.week_start),
        merge_by_id(base.own_scales, ours.own_scales, theirs.own_scales, merge_scale),
        merge_value(base.workbook, ours.workbook, theirs.workbook),
        merge_by_id(base.supporters, ours.supporters, theirs.supporters, merge_supporter),
        merge_value(base.relationship, ours.relationship, theirs.relationship),
        merge_by_id(base.former_scales, ours.former_scales, theirs.former_scales, merge_scale)};
    // Each side may have taken out the other one: somebody has to write in it.
    if (merged.people.empty()) merged.people = ours.people;
    return merged;
}

}  // namespace rekindle
