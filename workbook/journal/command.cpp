#include "workbook/journal/command.hpp"

#include <fmt/format.h>

namespace rekindle {
namespace {

std::string key(std::string_view what, const CheckInRef& ref, std::string_view more = {}) {
    return fmt::format("{} {} {} {} {}", what, to_iso(ref.date), ref.person, ref.id, more);
}
std::string key(std::string_view what, const CardRef& ref, std::string_view more) {
    return fmt::format("{} {}/{} {}", what, ref.workbook, ref.card, more);
}
std::string key(std::string_view what, std::string_view list, std::string_view item) {
    return fmt::format("{} {} {}", what, list, item);
}

struct Title {
    std::string operator()(const RateFeeling&) const { return "rating"; }
    std::string operator()(const WriteNote&) const { return "words"; }
    std::string operator()(const AddEvent&) const { return "event"; }
    std::string operator()(const RemoveEvent&) const { return "event taken out"; }
    std::string operator()(const SetCheckInTime&) const { return "time of a check-in"; }
    std::string operator()(const DeleteCheckIn&) const { return "deleted check-in"; }
    std::string operator()(const AddCheckIns&) const { return "import"; }
    std::string operator()(const WriteAnswer&) const { return "answer"; }
    std::string operator()(const TickAction&) const { return "tick"; }
    std::string operator()(const RateCard&) const { return "rating"; }
    std::string operator()(const MarkCard&) const { return "mark on a card"; }
    std::string operator()(const AddListItem&) const { return "new line"; }
    std::string operator()(const EditListItem&) const { return "words of a line"; }
    std::string operator()(const SetItemStatus&) const { return "state of a line"; }
    std::string operator()(const NoteListItem&) const { return "note on a line"; }
    std::string operator()(const RemoveListItem&) const { return "line taken out"; }
    std::string operator()(const WriteLetterPart&) const { return "letter"; }
    std::string operator()(const RemoveLetter&) const { return "letter taken out"; }
    std::string operator()(const AddTalk&) const { return "conversation"; }
    std::string operator()(const WriteTalkTopic&) const { return "topic of a conversation"; }
    std::string operator()(const WriteTalkLesson&) const { return "words about a conversation"; }
    std::string operator()(const RateTalk&) const { return "rating of a conversation"; }
    std::string operator()(const RemoveTalk&) const { return "conversation taken out"; }
    std::string operator()(const KeepToMyself&) const { return "who sees an answer"; }
    std::string operator()(const KeepItemToMyself&) const { return "who sees a line"; }
    std::string operator()(const AddPromise&) const { return "promise"; }
    std::string operator()(const EditPromise&) const { return "words of a promise"; }
    std::string operator()(const SetPromiseMaker&) const { return "whose promise it is"; }
    std::string operator()(const SchedulePromise&) const { return "days of a promise"; }
    std::string operator()(const MarkPromise&) const { return "mark on a promise"; }
    std::string operator()(const PausePromise&) const { return "rest for a promise"; }
    std::string operator()(const EndPromise&) const { return "end of a promise"; }
    std::string operator()(const RemovePromise&) const { return "promise taken out"; }
    std::string operator()(const MarkRitual&) const { return "day of a ritual"; }
    std::string operator()(const DescribeRitual&) const { return "words of a ritual"; }
    std::string operator()(const SetRitualRhythm&) const { return "rhythm of a ritual"; }
    std::string operator()(const AddPlan&) const { return "plan"; }
    std::string operator()(const EditPlan&) const { return "words of a plan"; }
    std::string operator()(const MovePlan&) const { return "day of a plan"; }
    std::string operator()(const FinishPlan&) const { return "plan done"; }
    std::string operator()(const RemovePlan&) const { return "plan taken out"; }
    std::string operator()(const RenamePerson&) const { return "name"; }
    std::string operator()(const SetRole&) const { return "part in this"; }
    std::string operator()(const SetRelationship&) const { return "kind of relationship"; }
    std::string operator()(const AddPerson&) const { return "second person"; }
    std::string operator()(const RemovePerson&) const { return "person taken out"; }
    std::string operator()(const SetDayEnd&) const { return "end of the day"; }
    std::string operator()(const SetWeekStart&) const { return "start of the week"; }
    std::string operator()(const AddOwnScale&) const { return "scale of your own"; }
    std::string operator()(const RemoveOwnScale&) const { return "scale taken out"; }
    std::string operator()(const ChooseWorkbook&) const { return "choice of workbook"; }
    std::string operator()(const AddSupporter&) const { return "someone to turn to"; }
    std::string operator()(const EditSupporter&) const { return "how to reach someone"; }
    std::string operator()(const RemoveSupporter&) const { return "someone taken out"; }
};

// Only what comes in many small changes has a key: typing, dragging, stepping with the arrow keys.
struct MergeKey {
    std::string operator()(const RateFeeling& c) const { return key("rate", c.checkin, c.scale); }
    std::string operator()(const WriteNote& c) const { return key("note", c.checkin); }
    std::string operator()(const SetCheckInTime& c) const { return key("time", c.checkin); }
    // Without the answer's id: the first letter of a new answer has none yet.
    std::string operator()(const WriteAnswer& c) const {
        return key("answer", CardRef{c.exercise.workbook, c.exercise.card}, c.exercise.exercise);
    }
    std::string operator()(const RateCard& c) const { return key("rate-card", c.card, c.scale); }
    std::string operator()(const EditListItem& c) const { return key("line", c.list, c.item); }
    std::string operator()(const NoteListItem& c) const { return key("line-note", c.list, c.item); }
    std::string operator()(const WriteLetterPart& c) const {
        return key("letter", c.letter, c.part);
    }
    std::string operator()(const WriteTalkTopic& c) const { return "talk-topic " + c.talk; }
    std::string operator()(const WriteTalkLesson& c) const { return "talk-lesson " + c.talk; }
    std::string operator()(const RateTalk& c) const {
        return key(c.scale == TalkScale::safe ? "rate-safe" : "rate-heard", c.talk, c.person);
    }
    std::string operator()(const EditPromise& c) const {
        return key("promise", c.ledger, c.promise);
    }
    std::string operator()(const SchedulePromise& c) const {
        return key("schedule", c.ledger, c.promise);
    }
    std::string operator()(const DescribeRitual& c) const { return "ritual " + c.ritual; }
    std::string operator()(const EditPlan& c) const { return key("plan", c.list, c.plan); }
    std::string operator()(const MovePlan& c) const { return key("plan-day", c.list, c.plan); }
    std::string operator()(const RenamePerson& c) const { return "name " + c.person; }
    std::string operator()(const SetDayEnd&) const { return "day-end"; }
    std::string operator()(const ChooseWorkbook&) const { return "workbook"; }
    std::string operator()(const EditSupporter& c) const { return "supporter " + c.supporter.id; }
    template <class Other>
    std::string operator()(const Other&) const {
        return {};
    }
};

}  // namespace

std::string command_title(const Command& command) { return std::visit(Title{}, command); }

std::string merge_key(const Command& command) { return std::visit(MergeKey{}, command); }

}  // namespace rekindle
