// Opening a lock with what somebody typed, or with a key file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "workbook/base/result.hpp"
#include "workbook/base/secret.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/journal_key.hpp"
#include "workbook/store/lock_file.hpp"

namespace rekindle {

// What a lock is to be opened with: a passphrase or the recovery code as typed, or the secret of a
// key file.
struct Opener {
    Secret secret;
    bool is_key_file = false;
    Problems notices{};  // of the key file: told once it has opened the lock
};

// The key, given the passphrase or the recovery code as typed. Takes as long whatever is wrong with
// it. Errors: `locked` when it is not the passphrase (with what looks wrong about a recovery code,
// where it was meant for one), `invalid` when the file is damaged, `system` when there is not
// enough memory to tell: three things that are never said of each other.
Result<KeyRef> unlock(const LockFile& lock, const Secret& typed, const std::filesystem::path& file);

struct OpenedWay {
    KeyRef key;
    std::size_t way = 0;  // its place among the lock's ways
};
Result<OpenedWay> unlock(const LockFile& lock, const Opener& opener,
                         const std::filesystem::path& file);

// A journal's lock, opened.
struct OpenedLock {
    KeyRef key;             // null: the journal has no lock
    LockFile lock;          // as it is on disk now
    std::size_t way = 0;    // by which it was opened
    bool by_spare = false;  // the lock is that of the history
    Problems notices{};     // what the person is to be told
};

// Opens the lock of a journal. Where lock.toml is missing, damaged, of another key than the
// journal's files, or does not open, its copy in the history is tried; where that opens, it is put
// back. Told are that, and ways that are not those which were signed. A passphrase that was set
// while memory was short is guarded as usual from then on, if there is enough now. What cannot be
// written never keeps a journal closed. Errors: those of `unlock` and read_lock.
Result<OpenedLock> open_lock(const std::filesystem::path& journal, const Opener& opener,
                             const SystemCalls& calls = {});

// Writes the lock that goes with the same key, and nothing else: `lock` is what was worked out from
// `before`, which still has to be there. It is read back and opened with `opener` before it
// replaces the one before. Older copies of that file still open with what opened them. Errors:
// `busy`, `system`, `locked` when `key` is not the journal's.
Result<void> keep_ways(const std::filesystem::path& journal, const KeyRef& key,
                       const LockFile& before, const LockFile& lock, const Opener& opener,
                       const SystemCalls& calls = {});

}  // namespace rekindle
