// What someone asks to be done to the journal's lock, on its way from Settings to whoever does it.
#pragma once

#include "workbook/base/secret.hpp"

namespace rekindle::app {

// Of a new passphrase; what the store asks for.
inline constexpr std::size_t fewest_characters = 8;

struct LockRequest {
    enum class Kind { set, change, take_off } kind = Kind::set;
    Secret current;         // for change and take_off
    Secret next;            // for set and change
    bool recovery = false;  // makes a recovery code as well
    bool new_key = false;   // for change: everything is encrypted anew
};

}  // namespace rekindle::app
