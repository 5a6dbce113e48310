// One file, read with care and replaced whole: whoever looks sees the version before or the new
// one, and never half of it, whatever happens in between.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"

namespace rekindle {

inline constexpr std::uintmax_t largest_file = 16 * 1024 * 1024;  // bytes
// What a file of a journal may grow to: encrypted it is a third larger, and still read.
inline constexpr std::uintmax_t fullest_file = 11 * 1024 * 1024;
// Of what could not be saved: it holds parts of the journal twice, as they were and as they are.
inline constexpr std::uintmax_t largest_draft = 256 * 1024 * 1024;

// What a link in a file's place means: the person's own choice of another place, or, for what the
// program keeps for itself, something that somebody put there.
enum class Links { follow, refuse };

// "This is a link …": `invalid`, and nothing behind it was touched.
Error link_refused(const std::filesystem::path& link);

// The bytes of a regular file of at most `most` bytes; nothing when there is no such file. Never
// hangs on a pipe. Errors: `invalid` for what is no plain file or too large, `system` for what the
// system refuses (a link that leads nowhere is such an error, never an absent file). With
// `Links::refuse` every link is `invalid`.
Result<std::optional<std::string>> read_file(const std::filesystem::path& file,
                                             std::uintmax_t most = largest_file,
                                             Links links = Links::follow);

enum class Replaced {
    done,
    changed,  // the file was no longer what was expected; nothing was done
};

// Makes `text` what `file` holds, on disk for good when it returns `done`. `expected` is what the
// file held when it was read, nothing when there was none. A link stays a link, or is refused; a
// write-protected file is left alone. The file is 0600 afterwards, where the disk knows modes.
// Errors: `system`, and the file is as it was (or, if only the last fsync failed, wholly the new
// version).
Result<Replaced> replace_file(const std::filesystem::path& file, std::string_view text,
                              const std::optional<std::string>& expected,
                              const SystemCalls& calls = {}, Links links = Links::follow);

// The same whatever the file held before: for files that are not the journal's. With
// `Links::refuse` a link in its place is itself replaced, and what it leads to stays as it is.
Result<void> write_file(const std::filesystem::path& file, std::string_view text,
                        const SystemCalls& calls = {}, Links links = Links::follow);

// The first 16 hexadecimal digits of the BLAKE2b hash of `bytes`.
std::string short_hash(std::string_view bytes);

}  // namespace rekindle
