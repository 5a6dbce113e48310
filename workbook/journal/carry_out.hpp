// The commands by subject, for `update` alone: one overload each, spread over update_day.cpp,
// update_card.cpp, update_letter.cpp, update_talk.cpp, update_list.cpp, update_promise.cpp,
// update_ritual.cpp, update_plan.cpp and update_profile.cpp.
#pragma once

#include <functional>

#include "workbook/journal/checks.hpp"
#include "workbook/journal/update.hpp"

namespace rekindle {

Result<Journal> carry_out(const Journal& journal, const RateFeeling& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const WriteNote& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const AddEvent& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemoveEvent& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetCheckInTime& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const DeleteCheckIn& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const AddCheckIns& command, const Stamp& stamp);

Result<Journal> carry_out(const Journal& journal, const WriteAnswer& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const TickAction& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RateCard& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const MarkCard& command, const Stamp& stamp);

Result<Journal> carry_out(const Journal& journal, const WriteLetterPart& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemoveLetter& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const AddTalk& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const WriteTalkTopic& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const WriteTalkLesson& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RateTalk& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemoveTalk& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const KeepToMyself& command, const Stamp& stamp);

Result<Journal> carry_out(const Journal& journal, const AddListItem& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const EditListItem& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetItemStatus& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const NoteListItem& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemoveListItem& command,
                          const Stamp& stamp);

Result<Journal> carry_out(const Journal& journal, const KeepItemToMyself& command,
                          const Stamp& stamp);

Result<Journal> carry_out(const Journal& journal, const AddPromise& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const EditPromise& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetPromiseMaker& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SchedulePromise& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const MarkPromise& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const PausePromise& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const EndPromise& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemovePromise& command, const Stamp& stamp);

Result<Journal> carry_out(const Journal& journal, const MarkRitual& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const DescribeRitual& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetRitualRhythm& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const AddPlan& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const EditPlan& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const MovePlan& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const FinishPlan& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemovePlan& command, const Stamp& stamp);

Result<Journal> carry_out(const Journal& journal, const RenamePerson& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetRole& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetRelationship& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const AddPerson& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemovePerson& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetDayEnd& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetWeekStart& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const AddOwnScale& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemoveOwnScale& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const ChooseWorkbook& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const AddSupporter& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const EditSupporter& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemoveSupporter& command,
                          const Stamp& stamp);

// --- what commands have in common ---

// The journal's day at the moment of the stamp.
Date day_of(const Journal& journal, const Stamp& stamp);

// Carries `edit` out on what was answered in one exercise; what is empty afterwards is not kept.
// Errors: ids that cannot be used, a person who is not in the journal.
Result<Journal> edit_exercise(const Journal& journal, const ExerciseRef& ref, const Stamp& stamp,
                              const std::function<void(ExerciseAnswers&)>& edit);

// A list's, ledger's or ritual's id: a shared name, or WORKBOOK/CARD/EXERCISE.
bool is_practice_id(std::string_view id);

// The journal with other practices; the same object where nothing changed.
Journal with_practices(const Journal& journal, Practices practices);

// A command's id that can only be wrong when a program made it up.
tl::unexpected<Error> unusable_id();

// An entry of the other person, which only they can change or keep to themself.
tl::unexpected<Error> not_yours();

}  // namespace rekindle
