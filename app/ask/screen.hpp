// What every screen is shown: one moment of everything, worked out before drawing begins.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "app/ask/file_notices.hpp"
#include "app/ask/lock_request.hpp"
#include "app/frame/theme.hpp"
#include "workbook/base/date.hpp"
#include "workbook/content/workbook.hpp"
#include "workbook/findings/distrust.hpp"
#include "workbook/findings/preferences.hpp"
#include "workbook/findings/read_only.hpp"
#include "workbook/insight/days.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/journal/refs.hpp"

namespace rekindle::app {

// What the rail says about saving.
struct SaveState {
    enum class Kind { nothing_yet, unsaved, saved, refused } kind = Kind::nothing_yet;
    TimeOfDay at{};         // of the last save
    std::string problem{};  // for `refused`: a sentence, and what to do
};

// The card somebody worked on last in this window, and on which day of the journal.
struct LastWork {
    CardRef card;
    Date date;
};

struct Screen {
    const Content& content;
    const Journal& journal;            // as `person` sees it (see as_seen_by)
    const std::vector<Scale>& scales;  // every daily scale, the person's own last
    const Days& days;                  // of `person`
    const Days* other_days = nullptr;  // of the other one, where two people write
    LocalTime now;
    Date today;                         // the journal's day at `now`
    std::string person;                 // who is writing
    std::string next_id;                // that what is added next will have
    std::optional<LastWork> last_work;  // of `person`
    SaveState save;
    const ReadOnlyParts& read_only;
    const std::vector<Distrust>& distrust;  // of a locked one: what is not as it was left
    const FileNotices& notices;             // what is to be said about the journal’s files
    const ShownBackups& backups;            // earlier states, as far as they were asked for
    const Problems& problems;               // met while reading journal and content
    const Preferences& preferences;
    const std::vector<Theme>& themes;
    std::string folder;      // where the journal lies, for people to read
    std::string documents;   // where a copy is first offered to be put; may be empty
    std::string undo_title;  // empty: nothing to undo
    std::string redo_title;
    bool complete = true;          // every month has been read
    bool locked = false;           // the journal has a passphrase
    std::vector<ShownWay> ways{};  // into its lock

    // Today, or the last day with an entry of anyone where that is later.
    Date latest() const {
        Date day = std::max(today, days.last().value_or(today));
        return other_days ? std::max(day, other_days->last().value_or(today)) : day;
    }

    // Null, or why this part of the journal can only be read.
    const Error* why_read_only(const Part& part) const {
        const auto found = read_only.find(part);
        return found == read_only.end() ? nullptr : &found->second;
    }
};

}  // namespace rekindle::app
