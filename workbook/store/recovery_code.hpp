// Codes for when the passphrase is forgotten: 30 letters and figures that are hard to confuse, in
// groups of five ("k7w2m-…"). 28 of them are random (140 bits); the last two are check signs, so
// that a slip in writing or typing is told apart from a wrong passphrase.
//
// The signs are "abcdefghijkmnpqrstuvwxyz23456789" (no l, o, 0 and 1); each stands for its place in
// that list, 0 to 31, as an element of the field GF(32) = GF(2)[x]/(x^5 + x^2 + 1), bit i for x^i.
// With a = x (2), and the 30 signs as the coefficients of a polynomial, the first for the highest
// power, a code has the roots a and a²: the Reed-Solomon code with two check signs (I. S. Reed and
// G. Solomon, Polynomial codes over certain finite fields, 1960). Two codes differ in three places
// or more, so one or two wrong signs, and two that changed places, never give another code; of all
// else one in 1,024 does. The secret of its key box is all 30 signs without the dashes, in small
// letters. Codes of earlier versions are 30 random signs (no `check_signs` in lock.toml).
#pragma once

#include <optional>
#include <string_view>

#include "workbook/base/secret.hpp"

namespace rekindle {

inline constexpr int check_signs_of_code = 2;

Secret make_recovery_code();

// What was typed, looked at as a code. Dashes, blanks and punctuation of any kind may stand
// anywhere in it, and “Recovery code” before it; capital letters are small ones, and letters of
// full width the usual ones.
struct TypedCode {
    std::optional<Secret> code;  // the 30 signs; none when it cannot be a code
    bool check_fits = false;     // the last two are the check signs of the others
    // It reads like a code, with or without a slip. A passphrase of words does not.
    bool is_like_a_code = false;
    std::size_t signs = 0;   // how many there are, without what separates them
    bool has_other = false;  // one that no code has: o, l, 0 or 1
};
TypedCode read_recovery_code(std::string_view typed);

}  // namespace rekindle
