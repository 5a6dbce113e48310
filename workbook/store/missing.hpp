// Files of the journal that are not there though nobody took their entries out in the program.
// Rekindle never deletes a file of the journal: a month whose last entry is deleted leaves a file
// that says so. A file that an earlier state has and the journal has not was lost, by a hand, a
// sync tool or a disk, and what was in it is offered back until somebody says that it is not
// wanted.
//
// What a file that is gone held is noted in FOLDER/.history/gone as soon as the program is about to
// begin a new one in its place, or to keep a state without it; so that neither the new file nor the
// thinning of earlier states makes it forgotten.
//
// Single entries that are not in a file any more are no loss to speak of: the files may be edited
// by hand, and a file that was cut short is told by its last line.
#pragma once

#include <filesystem>
#include <vector>

#include "workbook/findings/missing_part.hpp"
#include "workbook/store/difference.hpp"
#include "workbook/store/earlier.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {

// All of them, in the order of the files. Errors: `system`.
Result<std::vector<MissingPart>> find_missing(const Store& store);

// The journal with what is missing, and where both have the same entry with what either says.
Journal with_missing(const Journal& journal, const EarlierPart& earlier);

// "This file is gone. An earlier state holds 20 check-ins …", with its place.
Error in_words(const MissingPart& missing, const std::filesystem::path& folder);

// Before a file is written that is not there: notes what an earlier state has of it and `ours` has
// not. True when there is such. Call while the folder is held.
bool note_gone(const Store& store, const Part& part, const Journal& ours,
               const SystemCalls& calls = {});
// Before a state is kept: the same of every file that the state before it has.
void note_all_gone(const std::filesystem::path& folder, const std::filesystem::path& state_before,
                   const SystemCalls& calls = {});

// What was missing is back in the journal: the note of it moves into .history/merged. Nothing when
// there is none. Errors: `system`, `busy`.
Result<void> settle_missing(const Store& store, const Part& part, const SystemCalls& calls = {});

// It is not wanted: a file without entries says so from now on, where there is none. Errors: those
// of writing it.
Result<void> leave_out(const Store& store, const Part& part, const SystemCalls& calls = {});

}  // namespace rekindle
