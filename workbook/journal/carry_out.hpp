// The commands by subject, for `update` alone: one overload each, spread over update_day.cpp,
// update_card.cpp, update_list.cpp and update_profile.cpp.
#pragma once

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

Result<Journal> carry_out(const Journal& journal, const AddListItem& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const EditListItem& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetItemStatus& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const NoteListItem& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemoveListItem& command,
                          const Stamp& stamp);

Result<Journal> carry_out(const Journal& journal, const RenamePerson& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetRole& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const AddPerson& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemovePerson& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetDayEnd& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const SetWeekStart& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const AddOwnScale& command, const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const RemoveOwnScale& command,
                          const Stamp& stamp);
Result<Journal> carry_out(const Journal& journal, const ChooseWorkbook& command,
                          const Stamp& stamp);

// --- what commands have in common ---

// The journal's day at the moment of the stamp.
Date day_of(const Journal& journal, const Stamp& stamp);

// A command's id that can only be wrong when a program made it up.
tl::unexpected<Error> unusable_id();

}  // namespace rekindle
