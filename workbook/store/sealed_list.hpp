// The list of a locked journal, kept encrypted in .history/generations.toml: of every file how
// often it was saved and what it said then, which lock the journal had, and how often the list
// itself was written. By it a file that was put back, exchanged or taken away can be told.
//
//   counter = 41            # of this list: one more with each time it is written
//   lock = 3                # the number of saves that lock.toml had
//   ways = "…"              # and its sum of the ways in, as it stands there
//   [[file]]
//   name = "checkins/2026-11.toml"
//   saves = 12              # the number in the envelope of the file
//   hash = "…"              # short_hash of the text inside it; not there in older lists
//
// The hash is of the text and not of the envelope, so that line ends and comments around the
// envelope change nothing.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

struct ListedFile {
    int saves = 0;
    std::string hash;  // empty: not known
    bool operator==(const ListedFile&) const = default;
};

// The lock as its file says it; a lock of an earlier version has neither.
struct LockState {
    int saves = 0;
    std::string ways;
    bool operator==(const LockState&) const = default;
};

struct SealedList {
    std::map<std::string, ListedFile> files;  // by their place in the journal
    LockState lock;
    int counter = 0;
    bool operator==(const SealedList&) const = default;
};

std::filesystem::path list_of(const std::filesystem::path& journal);

// The encrypted text of the list's file; and what such a text says. Nothing when it does not open
// with `key` or is damaged: what cannot be read counts as not there.
std::string list_text(const SealedList& list, const JournalKey& key);
std::optional<SealedList> parse_list(std::string_view text, const KeyRef& key,
                                     const std::string& file);

// The journal's list, as far as it can be read; nothing is reached through a link.
std::optional<SealedList> read_list(const std::filesystem::path& journal, const KeyRef& key);

// Errors: those of writing the file.
Result<void> write_list(const std::filesystem::path& journal, const SealedList& list,
                        const JournalKey& key, const SystemCalls& calls = {});

// The lock as lock.toml says it now, or its spare where that is none that was signed with the key.
LockState lock_state_of(const std::filesystem::path& journal, const KeyRef& key);

// A file of the journal as it stands there; nothing when it is not there or does not open.
std::optional<ListedFile> look_at(const std::filesystem::path& journal, const std::string& name,
                                  const KeyRef& key);

// Adds every file of the journal that the list has no hash of, if it is not older than listed.
void complete(SealedList& list, const std::filesystem::path& journal, const KeyRef& key);

}  // namespace rekindle
