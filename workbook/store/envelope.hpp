// A file of a locked journal: still a TOML file with its end mark, but what it says is encrypted
// (XChaCha20-Poly1305, RFC 8439 with the longer nonce of libsodium) and padded to whole 4 KiB. Its
// place in the journal and how often it was saved are bound to it, so that files cannot be swapped
// or put back unseen. What an observer still learns: file names, sizes in steps, times.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/toml_value.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

// What an envelope holds once it is open.
struct OpenedEnvelope {
    std::string text;
    std::string name;    // where in the journal it belongs: "checkins/2026-11.toml"
    int generation = 0;  // counts the saves of that file
};

// By what the file says, never by how it is written: comments, line ends, a byte order mark and the
// order of the keys are an editor's or a sync tool's to change, and the envelope opens as before.
bool is_envelope(const TomlTable& document);
// The same of a file's bytes, as far as they can be read: one that was cut short or damaged is an
// envelope still. Bytes that cannot be one are not parsed.
bool is_envelope(std::string_view bytes);
// The id of the key that the envelope names; empty when it is none.
std::string key_of_envelope(const TomlTable& document);
std::string key_of_envelope(std::string_view bytes);

// The text of a file that holds `text`, encrypted. A new nonce each time.
std::string seal(std::string_view text, const JournalKey& key, const std::string& name,
                 int generation);

// Opens the envelope in `document`, which was read from `file`. `name` is where it has to belong;
// empty for anywhere. Errors: `locked` without a key or with another one, `invalid` when it is
// damaged or belongs elsewhere.
Result<OpenedEnvelope> open_envelope(const TomlTable& document, const KeyRef& key,
                                     std::string_view name, const std::string& file);

// The same for the bytes of a file; nothing when they are no envelope. Errors: as above, and those
// of an envelope that cannot be read in full (cut short, of a later format).
Result<std::optional<OpenedEnvelope>> open_file_text(std::string_view bytes, const KeyRef& key,
                                                     std::string_view name, const std::string& file,
                                                     std::uintmax_t most = largest_file);

}  // namespace rekindle
