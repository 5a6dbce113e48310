// Every change a person can make to a journal. Commands name things by what they are (ids, dates),
// never by where they stand; new ids come in with the command, so that the same commands always
// make the same journal.
//
// A command is a struct in the header of its subject. It says there
//   `title`      what it does, in the person’s words, for “Undo: …”;
//   `run_key()`  (may be left out) a name for the run it can be part of: commands with the same
//   name
//                that follow each other closely are one step for undo. Only what comes in many
//                small changes has one: typing, dragging, stepping with the arrow keys.
// A member `checkin` is the check-in it speaks of. A member `note` or `text` is what a person
// typed.
//
// A command is added in two files:
//   1. its struct, in day_commands.hpp, card_commands.hpp, practice_commands.hpp or
//      profile_commands.hpp;
//   2. its `update` in the update_*.cpp named at the top of that header, with its line
//      `template Command::Command(…);` at the end of the file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>

#include "workbook/base/result.hpp"
#include "workbook/journal/card_commands.hpp"
#include "workbook/journal/day_commands.hpp"
#include "workbook/journal/practice_commands.hpp"
#include "workbook/journal/profile_commands.hpp"

namespace rekindle {

struct Journal;

// When a command is carried out, and by whom.
struct Stamp {
    LocalTime now;
    std::string person;
};

template <class T>
concept IsCommand = std::is_same_v<decltype(T::title), const std::string_view>;

// Any of the commands. What has to be known of each is compiled once, in update_*.cpp, so that a
// file that makes a command need not know the others.
class Command {
  public:
    // Wherever a Command is asked for, the struct itself will do: `update(journal, WriteNote{…},
    // …)`.
    template <IsCommand T>
    Command(T command);

    // The command when it is a T, else null; valid while this one lives.
    template <IsCommand T>
    const T* as() const {
        return static_cast<const T*>(find(typeid(T)));
    }

    std::string_view title() const;
    std::string run_key() const;         // empty: always a step of its own
    const CheckInRef* checkin() const;   // the check-in it speaks of; null: of none
    const std::string* writing() const;  // what a field holds after it; null: it is no typing

  private:
    friend Result<Journal> update(const Journal&, const Command&, const Stamp&);

    struct Held;  // command_held.hpp
    template <class T>
    struct Holding;

    const void* find(const std::type_info& type) const;

    std::shared_ptr<const Held> held_;
};

}  // namespace rekindle
