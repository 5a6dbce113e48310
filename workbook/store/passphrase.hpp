// The passphrase as it is used: UTF-8 in normal form C, so that it is the same from every keyboard;
// nothing is trimmed but the CR and the byte order mark that an editor put around a line.
#pragma once

#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/base/secret.hpp"

namespace rekindle {

inline constexpr std::size_t shortest_passphrase = 8;                // characters
inline constexpr std::size_t longest_passphrase = Secret::capacity;  // bytes, in normal form

// A passphrase that is to be set. Errors: `usage` for what is no UTF-8, too short, too long, all
// blank or not to be typed.
Result<Secret> prepare_new_passphrase(const Secret& typed);

// What a passphrase that is typed may have been set as, the likely one first. Earlier versions took
// the CR at a line's end and a mark before it for part of it, and cut what was too long.
struct PassphraseForm {
    Secret text;
    bool by_earlier_version = false;  // only such a version has set it so
};
// Errors: `usage` for what is no UTF-8.
Result<std::vector<PassphraseForm>> forms_of_passphrase(const Secret& typed);

}  // namespace rekindle
