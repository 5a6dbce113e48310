// What someone asks to be done to the journal's lock, on its way from Settings to whoever does it,
// and what Settings shows of the lock.
#pragma once

#include <string>

#include "workbook/base/secret.hpp"

namespace rekindle::app {

// Of a new passphrase; what the store asks for.
inline constexpr std::size_t fewest_characters = 8;

struct LockRequest {
    enum class Kind { set, change, take_off, add_passphrase, new_code, remove } kind = Kind::set;
    Secret current;         // for all but set
    Secret next;            // for set, change and add_passphrase
    bool recovery = false;  // for set and change: makes a recovery code as well
    bool new_key = false;   // for change: everything is encrypted anew
    std::string way{};      // the name of the one that is added (may be empty) or removed
};

// A way into the lock as Settings lists it.
struct ShownWay {
    std::string label;  // by which it is removed
    std::string words;  // "A passphrase, since 28 November 2026"
    std::string guard;  // empty, or that it is guarded less than is usual
    bool can_go = false;
    bool is_code = false;
    bool operator==(const ShownWay&) const = default;
};

// A plain file that lies in the locked journal's folder, or a folder whose files are not looked at.
struct OtherFile {
    std::string file;  // relative to the journal
    bool is_folder = false;
    enum class Step { offered, taking, taken } step = Step::offered;
    std::string problem{};    // why it was not taken in
    bool is_picture = false;  // or a sound or a film
};

}  // namespace rekindle::app
