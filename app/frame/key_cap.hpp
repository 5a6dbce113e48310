// What is printed on a key decides what a shortcut with it does, on every keyboard layout: Ctrl+Z
// is the key that prints z, wherever it lies. Knows no window library.
#pragma once

#include <optional>

#include "app/frame/input.hpp"

namespace rekindle::app {

// A key that types characters. 0 stands for what is not there: a dead key, or something not known.
struct KeyCap {
    char place = 0;        // what an American keyboard prints there, without Shift
    char32_t plain = 0;    // what it prints in the layout in use
    char32_t shifted = 0;  // the same with Shift; not known everywhere
    char latin = 0;        // the letter it prints in another layout that the person has
};

// The key it is for the program, and whether Shift is left over: where Shift makes the sign (the
// digits of a French keyboard) it is part of it. Nothing for a key without a use.
//
// The letter of another script means the Latin one at its place. Everything else means what is
// printed: first with the Shift that is held, then without; a digit or a sign that is printed above
// something meaningless goes without Shift, too.
struct MeantKey {
    Key key = Key::enter;
    bool shift = false;
    bool operator==(const MeantKey&) const = default;
};
std::optional<MeantKey> meant_key(const KeyCap& cap, bool shift);

}  // namespace rekindle::app
