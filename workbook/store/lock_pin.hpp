// What this computer remembers of a locked journal, outside the journal: that it is locked, with
// which key, and its own copy of the sealed list. By it a journal whose lock was taken away is not
// gone on with in plain text, and one that was put back as a whole is told. A small file for each
// journal in a folder of the program's, named by a hash of where the journal is:
//
//   key = "…"           # id of the key; "" for none
//   list = '''…'''      # the text of a sealed list, encrypted with that key
//   next = "…"          # while the lock is being changed: the id of the key then, "" for none
//   next_list = '''…'''
//
// Without such a folder nothing is remembered, and nothing fails.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/journal_key.hpp"
#include "workbook/store/sealed_list.hpp"

namespace rekindle {

struct LockPin {
    // A key and its list; a state in which the journal was left, or is going to be.
    struct State {
        std::string key;   // its id; empty: not locked
        std::string list;  // encrypted; empty where there is no key
        bool operator==(const State&) const = default;
    };
    State now;
    std::optional<State> next;

    // Whether the journal may be in that state, given by the id of its key.
    bool allows(std::string_view key) const { return now.key == key || (next && next->key == key); }
    // The list of the state with that key; nothing when there is none or it does not open.
    std::optional<SealedList> list_for(const KeyRef& key) const;
};

// The pin's file; empty when `pins` is.
std::filesystem::path pin_of(const std::filesystem::path& pins,
                             const std::filesystem::path& journal);

// Nothing when there is none or it cannot be read.
std::optional<LockPin> read_pin(const std::filesystem::path& pins,
                                const std::filesystem::path& journal);
// Does nothing without `pins`. Errors: `system`.
Result<void> write_pin(const std::filesystem::path& pins, const std::filesystem::path& journal,
                       const LockPin& pin, const SystemCalls& calls = {});
Result<void> remove_pin(const std::filesystem::path& pins, const std::filesystem::path& journal);

LockPin::State pin_state(const KeyRef& key, const SealedList& list);

}  // namespace rekindle
