// One file, read with care and replaced whole: whoever looks sees the version before or the new
// one, and never half of it, whatever happens in between.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/store/system_calls.hpp"

namespace rekindle {

inline constexpr std::uintmax_t largest_file = 16 * 1024 * 1024;  // bytes

// The bytes of a regular file of at most `most` bytes; nothing when there is no such file. Never
// hangs on a pipe. Errors: `invalid` for what is no plain file or too large, `system` for what the
// system refuses (a link that leads nowhere is such an error, never an absent file).
Result<std::optional<std::string>> read_file(const std::filesystem::path& file,
                                             std::uintmax_t most = largest_file);

enum class Replaced {
    done,
    changed,  // the file was no longer what was expected; nothing was done
};

// Makes `text` what `file` holds, on disk for good when it returns `done`. `expected` is what the
// file held when it was read, nothing when there was none. A link stays a link; a write-protected
// file is left alone. The file is 0600 afterwards. Errors: `system`, and the file is as it was (or,
// if only the last fsync failed, wholly the new version).
Result<Replaced> replace_file(const std::filesystem::path& file, std::string_view text,
                              const std::optional<std::string>& expected,
                              const SystemCalls& calls = {});

// The same whatever the file held before: for files that are not the journal's.
Result<void> write_file(const std::filesystem::path& file, std::string_view text,
                        const SystemCalls& calls = {});

// The first 16 hexadecimal digits of the BLAKE2b hash of `bytes`.
std::string short_hash(std::string_view bytes);

}  // namespace rekindle
