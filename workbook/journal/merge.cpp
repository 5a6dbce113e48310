// Three journals into one: the change from a base to ours, carried out on theirs.
#include "workbook/journal/merge_parts.hpp"
#include "workbook/journal/merge_rules.hpp"
#include "workbook/journal/order.hpp"

namespace rekindle {
namespace {

// A part that may be absent in any of the three; absent is empty. Objects are passed on where they
// can be, so that what did not change can still be seen at a glance.
template <class Map, class Key, class Merge>
void merge_part(const Map& base, const Map& ours, const Map& theirs, const Key& key, Map& merged,
                Merge merge_values) {
    using Value = typename Map::mapped_type;
    const Value none;
    const auto find = [&](const Map& map) {
        const auto found = map.find(key);
        return found == map.end() ? nullptr : &found->second;
    };
    const Value* a = find(base);
    const Value* b = find(ours);
    const Value* c = find(theirs);
    if (is_same(a, b)) return;
    Value value = is_same(a, c)
                      ? (b ? *b : none)
                      : Value{merge_values(a ? **a : *none, b ? **b : *none, c ? **c : *none)};
    if (value == none)
        merged.erase(key);
    else
        merged.insert_or_assign(key, std::move(value));
}

}  // namespace

Journal merge(const Journal& base, const Journal& ours, const Journal& theirs) {
    Journal merged = theirs;
    if (!(base.profile == ours.profile))
        merged.profile = base.profile == theirs.profile
                             ? ours.profile
                             : merge_profile(*base.profile, *ours.profile, *theirs.profile);
    const TimeOfDay day_end = merged.profile->day_end;
    const auto months = [&](const Month& a, const Month& b, const Month& c) {
        return merge_month(a, b, c, day_end);
    };
    for (const Part& part : changed_parts(base, ours)) {
        if (part.kind == PartKind::month)
            merge_part(base.months, ours.months, theirs.months, part.month, merged.months, months);
        if (part.kind == PartKind::answers)
            merge_part(base.answers, ours.answers, theirs.answers, part.workbook, merged.answers,
                       merge_answers);
    }
    if (!(base.practices == ours.practices))
        merged.practices =
            base.practices == theirs.practices
                ? ours.practices
                : merge_practices(*base.practices, *ours.practices, *theirs.practices);
    // A month taken over whole stands in the order of where it comes from.
    const bool in_order = day_end == ours.profile->day_end && day_end == theirs.profile->day_end;
    return in_order ? merged : with_days_in_order(merged, day_end);
}

}  // namespace rekindle
