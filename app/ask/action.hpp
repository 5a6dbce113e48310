// What a screen asks for while it is drawn. Nothing is done before the last screen has returned.
#pragma once

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "workbook/journal/command.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/distrust.hpp"

namespace rekindle::app {

enum class Page { today, workbook, timeline, practices, settings, welcome, help };

struct GoTo {
    Page page = Page::today;
};
struct ShowDay {
    Date date;
};  // opens Today on that day
struct ShowCard {
    CardRef card;
};                         // opens the Workbook with that card unfolded
struct AnotherCheckIn {};  // begins a further check-in for the day shown
struct Undo {};
struct Redo {};
struct RetrySave {};
struct SwitchPerson {
    std::string person;
};
struct UseTheme {
    std::string theme;
};
struct ScaleText {
    double factor = 1.0;
};  // 0 goes back to 100 %
// Puts a text into a new file away from the journal, as a plain copy. What comes of it is told in
// ExerciseUi::copy.
struct SaveText {
    std::string path;
    std::string text;
};
struct ListBackups {};
struct ReadBackup {
    int number = 0;
};
struct RestoreBackup {};  // the one that was read
struct ChangeLock {};     // as the form in SettingsUi::lock says
// A plain file in the locked journal's folder (OtherFile::file), encrypted with it.
struct TakeIn {
    std::string file;
};
struct LockNow {};  // where there is a lock
struct LockAfter {
    int minutes = 0;  // without a key or a move of the mouse; 0: never by itself
};
// The earlier copy that was found takes the place of a file that cannot be read.
struct UseEarlier {
    Part part;
};
// What a copy beside the journal's files has, brought in, or not spoken of again in this run.
struct BringInCopy {
    std::string file;
};
struct LeaveCopy {
    std::string file;
};
// What could not be saved before, brought in, or not spoken of again in this run.
struct BringInKept {
    std::string file;
};
struct LeaveKept {
    std::string file;
};
// What is missing of a part, brought in, or left out for good.
struct BringBack {
    Part part;
};
struct LeaveOut {
    Part part;
};
// What was told of a locked journal's files is right as it is now.
struct AcceptAsItIs {
    std::vector<Distrust> told;
};
struct FineWritten {};  // that files were gone and have been written again has been read
// Entries by somebody who is not among the people, given to one who is.
struct AdoptEntries {
    std::string from;
    std::string to;
};
struct FineSo {};        // what two sides changed has been looked at
struct LeaveControl {};  // Esc: the focus goes nowhere
struct Hide {};          // a neutral page over everything, at once
struct ShowAgain {};     // the journal instead of the neutral page

using Action = std::variant<Command, GoTo, ShowDay, ShowCard, AnotherCheckIn, Undo, Redo, RetrySave,
                            SwitchPerson, UseTheme, ScaleText, SaveText, ListBackups, ReadBackup,
                            RestoreBackup, UseEarlier, BringInCopy, LeaveCopy, BringBack, LeaveOut,
                            AcceptAsItIs, BringInKept, LeaveKept, FineWritten, AdoptEntries, FineSo,
                            ChangeLock, TakeIn, LockNow, LockAfter, LeaveControl, Hide, ShowAgain>;

// Where T stands among the alternatives of a variant; their number when it is none of them.
template <class T, class... All>
constexpr std::size_t place_among(const std::variant<All...>*) {
    std::size_t place = 0;
    bool found = false;
    ((found = found || std::is_same_v<T, All>, place += found ? 0 : 1), ...);
    return place;
}

// Putting a value into a variant of sixty alternatives takes the compiler eight seconds, and every
// screen does it. So a value goes by its place among them to action.cpp, where it is done once.
class Actions {
  public:
    // `out.add(RateFeeling{…})` or `out.add(GoTo{…})`.
    template <class T>
    void add(T what) {
        constexpr std::size_t command = place_among<T>(static_cast<const Command*>(nullptr));
        constexpr std::size_t action = place_among<T>(static_cast<const Action*>(nullptr));
        if constexpr (command < std::variant_size_v<Command>) {
            add_command(command, &what);
        } else {
            static_assert(action < std::variant_size_v<Action>, "neither a command nor an action");
            add_action(action, &what);
        }
    }
    const std::vector<Action>& list() const { return list_; }
    bool empty() const { return list_.empty(); }

  private:
    // Move what `value` points to, of the alternative at that place.
    void add_command(std::size_t place, void* value);
    void add_action(std::size_t place, void* value);

    std::vector<Action> list_;
};

}  // namespace rekindle::app
