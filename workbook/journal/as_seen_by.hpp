// What one of two people finds in the journal: all but what the other keeps to themself. This
// hides; it does not lock: the files hold everything.
#pragma once

#include <string_view>

#include "workbook/journal/journal.hpp"

namespace rekindle {

// The journal without the answers, letters, conversations and list items that somebody else marked
// "only for me". With nobody as the reader (an empty id) without any that are marked: what an
// export may hold. Parts in which nothing is hidden stay the same object.
Journal as_seen_by(const Journal& journal, std::string_view reader);

// True when an entry may be changed by that person: it is theirs, or of nobody in this journal any
// more.
bool is_own(const Profile& profile, std::string_view writer, std::string_view person);

// True when anything in the journal is by that person, who then cannot be taken out of it.
bool wrote_anything(const Journal& journal, std::string_view person);

}  // namespace rekindle
