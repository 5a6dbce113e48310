// Whether a journal is locked, whatever was done to its lock.toml: that a lock is not there never
// means that there was none.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <tuple>

#include "workbook/base/result.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

// Looks into every file of a journal for an encrypted one, and where none is left into its history;
// one that has not changed since the last look is not read again. From any thread.
class EnvelopeLook {
  public:
    bool any_in(const std::filesystem::path& journal);

  private:
    using Stamp =
        std::tuple<std::uint64_t, std::uint64_t, std::int64_t, std::int64_t, std::int64_t>;
    bool is_encrypted(const std::filesystem::path& journal, const std::filesystem::path& relative);
    bool any_below(const std::filesystem::path& journal, const std::filesystem::path& below);

    std::mutex mutex_;
    std::map<std::filesystem::path, std::pair<Stamp, bool>> known_;
};

// Whether `key` is the one that the journal is to be read with, or written with. `pins` is where
// this computer remembers its locked journals (lock_pin.hpp). Errors: `locked` when it is not,
// `lock_gone` when the journal was locked and its lock is missing, and those of read_lock.
Result<void> check_key(const std::filesystem::path& journal, const KeyRef& key, bool for_writing,
                       const std::filesystem::path& pins = {}, EnvelopeLook* look = nullptr);

// Going on without a lock where it is missing, on somebody's word: this computer no longer
// remembers that the journal was locked. Errors: `lock_gone` when encrypted files are there, which
// only the lock opens; `usage` when nothing is missing; `system`.
Result<void> accept_in_the_clear(const std::filesystem::path& journal,
                                 const std::filesystem::path& pins);

}  // namespace rekindle
