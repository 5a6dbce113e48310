// The answers given in one workbook, changed on two sides.
#include <tuple>
#include <type_traits>

#include "workbook/journal/merge_parts.hpp"
#include "workbook/journal/merge_rules.hpp"
#include "workbook/journal/merge_text.hpp"
#include "workbook/journal/order.hpp"

namespace rekindle {
namespace {

std::string merge_letter_part(const std::string* base, const std::string& ours,
                              const std::string& theirs) {
    return merge_text(base ? *base : std::string{}, ours, theirs);
}

Felt merge_felt(const Felt& base, const Felt& ours, const Felt& theirs) {
    return {merge_value(base.safe, ours.safe, theirs.safe),
            merge_value(base.heard, ours.heard, theirs.heard)};
}

using Feelings = decltype(Talk::felt);

Feelings merge_feelings(const Feelings& base, const Feelings& ours, const Feelings& theirs) {
    Feelings merged = merge_map(base, ours, theirs, field_by_field(merge_felt));
    std::erase_if(merged, [](const auto& entry) { return entry.second == Felt{}; });
    return merged;
}

// The fields of every entry of an exercise that is no statement.
struct AnswerFields {
    Written operator()(const Written& base, const Written& ours, const Written& theirs) const {
        return {theirs.id,
                merge_value(base.date, ours.date, theirs.date),
                merge_value(base.time, ours.time, theirs.time),
                merge_value(base.person, ours.person, theirs.person),
                merge_text(base.text, ours.text, theirs.text),
                merge_value(base.only_for_me, ours.only_for_me, theirs.only_for_me)};
    }
    Letter operator()(const Letter& base, const Letter& ours, const Letter& theirs) const {
        return {theirs.id,
                merge_value(base.date, ours.date, theirs.date),
                merge_value(base.changed, ours.changed, theirs.changed),
                merge_value(base.person, ours.person, theirs.person),
                merge_map(base.parts, ours.parts, theirs.parts, merge_letter_part),
                merge_value(base.only_for_me, ours.only_for_me, theirs.only_for_me)};
    }
    Talk operator()(const Talk& base, const Talk& ours, const Talk& theirs) const {
        return {theirs.id,
                merge_value(base.date, ours.date, theirs.date),
                merge_value(base.time, ours.time, theirs.time),
                merge_value(base.person, ours.person, theirs.person),
                merge_value(base.topic, ours.topic, theirs.topic),
                merge_feelings(base.felt, ours.felt, theirs.felt),
                merge_text(base.learned, ours.learned, theirs.learned),
                merge_value(base.only_for_me, ours.only_for_me, theirs.only_for_me)};
    }
};

template <class Entry>
requires requires(const Entry& each) { each.id; }
auto answer_key(const Entry& each) { return std::tie(each.id); }
// An action that was done on two days was done on two days: each side may have known of one.
auto answer_key(const Tick& each) { return std::tie(each.item, each.person, each.date); }
auto rated_key(const Rated& each) { return std::tie(each.scale, each.person, each.date); }
auto marked_key(const Marked& each) { return std::tie(each.person); }

ExerciseAnswers merge_exercise(const ExerciseAnswers& base, const ExerciseAnswers& ours,
                               const ExerciseAnswers& theirs) {
    ExerciseAnswers merged;
    for_each_entry_list([&](ExerciseKind, auto list) {
        using Entry = typename std::decay_t<decltype(merged.*list)>::value_type;
        merged.*list = merge_list(
            base.*list, ours.*list, theirs.*list,
            [](const Entry& each) { return answer_key(each); }, rule_of<Entry>(AnswerFields{}));
    });
    put_in_order(merged);
    return merged;
}

CardAnswers merge_card(const CardAnswers& base, const CardAnswers& ours,
                       const CardAnswers& theirs) {
    CardAnswers merged{
        merge_list(base.marks, ours.marks, theirs.marks, marked_key, OursStands{}),
        merge_list(base.rated, ours.rated, theirs.rated, rated_key, OursStands{}),
        merge_holders(base.exercises, ours.exercises, theirs.exercises, merge_exercise)};
    put_in_order(merged.rated);
    return merged;
}

}  // namespace

Answers merge_answers(const Answers& base, const Answers& ours, const Answers& theirs) {
    return {merge_holders(base.cards, ours.cards, theirs.cards, merge_card)};
}

}  // namespace rekindle
