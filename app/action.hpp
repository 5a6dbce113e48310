// What a screen asks for while it is drawn. Nothing is done before the last screen has returned.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "workbook/journal/command.hpp"

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
struct LeaveControl {};  // Esc: the focus goes nowhere
struct Hide {};          // a neutral page over everything, at once
struct ShowAgain {};     // the journal instead of the neutral page

using Action = std::variant<Command, GoTo, ShowDay, ShowCard, AnotherCheckIn, Undo, Redo, RetrySave,
                            SwitchPerson, UseTheme, ScaleText, SaveText, LeaveControl, Hide,
                            ShowAgain>;

class Actions {
  public:
    // `out.add(RateFeeling{…})` or `out.add(GoTo{…})`.
    template <class T>
    void add(T what) {
        if constexpr (std::is_constructible_v<Command, T&&>)
            list_.emplace_back(Command{std::move(what)});
        else
            list_.emplace_back(std::move(what));
    }
    const std::vector<Action>& list() const { return list_; }
    bool empty() const { return list_.empty(); }

  private:
    std::vector<Action> list_;
};

}  // namespace rekindle::app
