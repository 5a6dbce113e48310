#include "workbook/journal/update.hpp"

#include <algorithm>

#include "workbook/journal/carry_out.hpp"
#include "workbook/journal/order.hpp"

namespace rekindle {
namespace {

Part part_of(const CheckInRef& ref) { return {PartKind::month, ref.date.year_month(), {}}; }
Part answers_of(const std::string& workbook) { return {PartKind::answers, {}, workbook}; }

struct Touched {
    const Journal& journal;
    using Parts = std::vector<Part>;

    Parts operator()(const RateFeeling& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const WriteNote& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const AddEvent& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const RemoveEvent& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const SetCheckInTime& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const DeleteCheckIn& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const AddCheckIns& c) const {
        Parts parts;
        for (const CheckIn& checkin : c.checkins)
            parts.push_back({PartKind::month, checkin.date.year_month(), {}});
        std::sort(parts.begin(), parts.end());
        parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
        return parts;
    }

    Parts operator()(const WriteAnswer& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const TickAction& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const RateCard& c) const { return {answers_of(c.card.workbook)}; }
    Parts operator()(const MarkCard& c) const { return {answers_of(c.card.workbook)}; }

    Parts operator()(const WriteLetterPart& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const RemoveLetter& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const AddTalk& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const WriteTalkTopic& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const WriteTalkLesson& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const RateTalk& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const RemoveTalk& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const KeepToMyself& c) const { return {answers_of(c.exercise.workbook)}; }

    Parts operator()(const AddListItem&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const EditListItem&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const SetItemStatus&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const NoteListItem&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const RemoveListItem&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const KeepItemToMyself&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const AddPromise&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const EditPromise&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const SetPromiseMaker&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const SchedulePromise&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const MarkPromise&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const PausePromise&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const EndPromise&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const RemovePromise&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const MarkRitual&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const DescribeRitual&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const SetRitualRhythm&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const AddPlan&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const EditPlan&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const MovePlan&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const FinishPlan&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const RemovePlan&) const { return {{PartKind::practices, {}, {}}}; }

    // All that is left speaks of the profile.
    template <class Other>
    Parts operator()(const Other&) const {
        return {{PartKind::profile, {}, {}}};
    }
    Parts operator()(const SetDayEnd& c) const {
        Parts parts{{PartKind::profile, {}, {}}};
        const Journal resorted = with_days_in_order(journal, c.day_end);
        for (const Part& part : changed_parts(journal, resorted)) parts.push_back(part);
        return parts;
    }
};

}  // namespace

Result<Journal> update(const Journal& journal, const Command& command, const Stamp& stamp) {
    return std::visit([&](const auto& each) { return carry_out(journal, each, stamp); }, command);
}

std::vector<Part> touched_parts(const Journal& journal, const Command& command) {
    return std::visit(Touched{journal}, command);
}

Date day_of(const Journal& journal, const Stamp& stamp) {
    return journal_day(stamp.now, journal.profile->day_end);
}

tl::unexpected<Error> unusable_id() {
    return fail(ErrorCode::usage, "This id cannot be used.",
                "Ids are made of small letters, digits and hyphens.");
}

tl::unexpected<Error> not_yours() {
    return fail(ErrorCode::usage, "Only the person who wrote this can change it.");
}

}  // namespace rekindle
