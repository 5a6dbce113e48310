// DIR/.locking/ready.toml, which says that a change of the lock has written all of its new set:
// from then on the new set is the journal. It lists every file of the set with the hash of its
// bytes and what stood in its place before, so that a mark which others planted, or of which a sync
// tool or a disk brought only a part, is told from one that holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

// All 64 hexadecimal digits of the BLAKE2b-256 hash of `bytes`.
std::string whole_hash(std::string_view bytes);

struct MarkedFile {
    std::string name;    // relative to the journal, and to the new set
    std::string hash;    // of its bytes in the new set
    std::string before;  // of what stands in its place when the mark is written; empty for nothing
};

struct LockMark {
    std::string before;             // the id of the key that goes; empty for plain text
    std::string after;              // and of the one that comes
    std::vector<MarkedFile> files;  // the new set
    // Plain copies that the new set has taken in: removed once it is in place (`hash` is theirs).
    std::vector<MarkedFile> gone;
    bool is_listed =
        true;             // false for the mark of an earlier version: nothing but `after` is known
    bool locked = false;  // what such a mark says
};

std::string to_text(const LockMark& mark);
// Errors: `invalid` for what is no mark, or names what lies outside of the journal.
Result<LockMark> parse_mark(std::string_view text, const std::string& file);

}  // namespace rekindle
