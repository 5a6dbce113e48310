// One try at the locks of a journal: what was given is held against every way in of lock.toml and,
// where need be, of its copy, but never twice against the same box, and never for longer than a try
// may take.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "workbook/store/passphrase.hpp"
#include "workbook/store/recovery_code.hpp"
#include "workbook/store/unlocking.hpp"

namespace rekindle {

class LockAttempt {
  public:
    // Errors: `usage` for what is typed and no UTF-8.
    static Result<LockAttempt> with(const Opener& opener);

    // Nothing when no way of the lock opens. Errors: `system` when memory is short and what could
    // be tried did not open.
    Result<std::optional<OpenedWay>> try_on(const LockFile& lock);

    // A way was not tried, as that would have taken too long.
    bool left_something_out() const { return left_out_; }

    // Why it did not open: `locked`, or `invalid` for a file that was changed outside and where not
    // every way could be tried.
    Error refusal(const LockFile& lock, const std::filesystem::path& file) const;

  private:
    explicit LockAttempt(const Opener& opener) : opener_(opener) {}
    Result<std::optional<Secret>> try_way(const LockFile& lock, const Way& way);
    Result<std::optional<Secret>> try_box(const LockFile& lock, const Way& way,
                                          const Secret& secret);

    const Opener& opener_;
    std::vector<PassphraseForm> forms_;
    TypedCode code_;
    std::vector<std::string> tried_;  // what was held against which box
    std::int64_t work_ = 0;           // done so far
    bool left_out_ = false;
};

}  // namespace rekindle
