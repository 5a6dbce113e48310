// What the window has to say, and to ask, about the journal's files: kept up to date by the
// session, only shown by the notices and the settings screen.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "workbook/findings/backup.hpp"
#include "workbook/findings/conflict_copy.hpp"
#include "workbook/findings/difference.hpp"
#include "workbook/findings/earlier_part.hpp"
#include "workbook/findings/missing_part.hpp"
#include "workbook/findings/unsaved.hpp"
#include "workbook/journal/both_changed.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/journal/references.hpp"

namespace rekindle::app {

// What could take the place of a file that cannot be read.
struct ShownEarlier {
    enum class Step { looking, looked, bringing } step = Step::looking;
    std::optional<EarlierPart> found;  // once looked: none means that there is none
    std::string problem;               // what kept it from being found or brought back
};

// A copy that lies beside one of the journal's files.
struct ShownCopy {
    ConflictCopy copy;
    Difference difference;  // what bringing it in would do
    bool bringing = false;  // it has been brought in and waits until that is saved
    std::string problem;    // what kept it from being put away
};

// What is missing of a part whose file is gone.
struct ShownMissing {
    MissingPart missing;
    bool bringing = false;  // it has been brought in and waits until that is saved
    std::string problem;    // what kept it from being brought in or left out
};

// What could not be saved before, and comes in only when somebody says so.
struct ShownKept {
    AskedUnsaved asked;
    Difference difference{};  // what bringing it in would do
    enum class Step { asked, bringing, told, stays } step = Step::asked;
};

// Earlier states of the journal, as far as they were asked for.
struct ShownBackups {
    enum class Step { closed, looking, listed } step = Step::closed;
    std::vector<BackupSummary> found;
    std::string problem;
    int shown = 0;                         // the number of the one looked at; 0: none
    std::shared_ptr<const Journal> state;  // what it holds, once it has been read
    Difference difference;                 // from the journal as it was then to that
};

struct FileNotices {
    // What of this computer keeps the program from doing its work: a folder that cannot be written,
    // no font. Each says in its message what is amiss, and in its remedy what to do.
    Problems surroundings;
    std::map<Part, ShownEarlier> earlier;
    std::vector<ShownCopy> copies;  // without those that are left alone
    std::set<std::string> left;     // hashes of copies that are not to be spoken of in this run
    std::vector<BothChanged> both;  // until somebody says that it is fine
    std::string backup_problem;     // why the last save kept no earlier state
    std::vector<ShownMissing> missing;
    std::vector<ShownKept> kept;
    std::set<Part> written_again;    // whose file went while the window had it; until it is read
    std::string accept_problem;      // why the last AcceptAsItIs was not done; empty: it was
    std::vector<Dangling> dangling;  // entries that lead to nothing that is there
};

}  // namespace rekindle::app
