// The check-ins of one month, changed on two sides.
#include <tuple>

#include "workbook/journal/merge_parts.hpp"
#include "workbook/journal/merge_rules.hpp"
#include "workbook/journal/merge_text.hpp"
#include "workbook/journal/order.hpp"

namespace rekindle {
namespace {

CheckIn merge_fields(const CheckIn& base, const CheckIn& ours, const CheckIn& theirs) {
    const auto event = [](const Event& each) { return std::tie(each.kind, each.text); };
    return {theirs.id,
            theirs.date,
            merge_value(base.time, ours.time, theirs.time),
            merge_value(base.person, ours.person, theirs.person),
            merge_map(base.ratings, ours.ratings, theirs.ratings, OursStands{}),
            merge_list(base.events, ours.events, theirs.events, event, OursStands{}),
            merge_text(base.note, ours.note, theirs.note)};
}

// What is left of a check-in that was taken out: whose it was, and when.
CheckIn bare(const CheckIn& like) {
    return {like.id, like.date, like.time, like.person, {}, {}, {}};
}

// Field by field, also where one side took it out: taking back a day that someone else has
// meanwhile added to leaves what they added, and that alone.
std::optional<CheckIn> merge_checkin(const Sides<CheckIn>& sides) {
    const auto& [base, ours, theirs] = sides;
    if (is_same(ours, base)) return theirs ? std::optional{*theirs} : std::nullopt;
    if (is_same(theirs, base)) return ours ? std::optional{*ours} : std::nullopt;
    const CheckIn before = base ? *base : CheckIn{};
    CheckIn merged =
        merge_fields(before, ours ? *ours : bare(before), theirs ? *theirs : bare(before));
    return is_empty(merged) ? std::nullopt : std::optional{std::move(merged)};
}

}  // namespace

Month merge_month(const Month& base, const Month& ours, const Month& theirs, TimeOfDay day_end) {
    const auto key = [](const CheckIn& each) { return std::tie(each.date, each.id); };
    Month merged{merge_each(base.checkins, ours.checkins, theirs.checkins, key, merge_checkin)};
    put_in_order(merged.checkins, day_end);
    return merged;
}

}  // namespace rekindle
