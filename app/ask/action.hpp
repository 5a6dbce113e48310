// What a screen asks for while it is drawn. Nothing is done before the last screen has returned.
#pragma once

#include <any>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/ask/lock_request.hpp"
#include "workbook/findings/distrust.hpp"
#include "workbook/journal/command.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle::app {

enum class Page { today, workbook, timeline, practices, settings, welcome, help };
inline constexpr std::size_t page_count = static_cast<std::size_t>(Page::help) + 1;

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
// Its passphrases are in one place only, however often the action is copied.
struct ChangeLock {
    std::shared_ptr<LockRequest> request;
};
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

template <class... Kinds>
struct OneOf {};

// All there is to ask for. Whoever adds to it adds what the session does then (session.cpp).
using ActionKinds = OneOf<Command, GoTo, ShowDay, ShowCard, AnotherCheckIn, Undo, Redo, RetrySave,
                          SwitchPerson, UseTheme, ScaleText, SaveText, ListBackups, ReadBackup,
                          RestoreBackup, UseEarlier, BringInCopy, LeaveCopy, BringBack, LeaveOut,
                          AcceptAsItIs, BringInKept, LeaveKept, FineWritten, AdoptEntries, FineSo,
                          ChangeLock, TakeIn, LockNow, LockAfter, LeaveControl, Hide, ShowAgain>;

template <class T, class... Kinds>
constexpr bool is_among(OneOf<Kinds...>) {
    return (std::is_same_v<T, Kinds> || ...);
}

template <class T>
concept IsAction = is_among<T>(ActionKinds{});

// Any of them. A file that asks for one need not know the others.
class Action {
  public:
    // Wherever an Action is asked for, the struct itself will do, and so will that of a command:
    // `out.add(GoTo{…})`, `out.add(RateFeeling{…})`.
    template <IsAction T>
    Action(T what) : what_(std::move(what)) {}
    template <IsCommand T>
    Action(T command) : Action(Command(std::move(command))) {}

    // The action when it is a T, else null; valid while this one lives.
    template <IsAction T>
    const T* as() const {
        return std::any_cast<T>(&what_);
    }

  private:
    std::any what_;
};

class Actions {
  public:
    void add(Action what);
    const std::vector<Action>& list() const { return list_; }
    bool empty() const { return list_.empty(); }

  private:
    std::vector<Action> list_;
};

}  // namespace rekindle::app
