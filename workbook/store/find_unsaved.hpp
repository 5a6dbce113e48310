// Which of the changes that could not be saved belong to a journal. What surely does comes back by
// itself; what may, or must not by itself, is for the person to say; of the rest nothing is said,
// since it may be somebody else's.
#pragma once

#include <filesystem>
#include <vector>

#include "workbook/findings/unsaved.hpp"
#include "workbook/store/store.hpp"
#include "workbook/store/unsaved.hpp"

namespace rekindle {

struct FoundUnsaved {
    std::vector<Unsaved> ours;                // to be brought in
    std::vector<AskedUnsaved> asked;          // to be brought in when the person says so
    std::vector<std::filesystem::path> done;  // cut off after they were saved: nothing is new
};

// Of all that is kept in `folder`, oldest name first. Sealed with the journal's key it is the
// journal's, wherever that lies now; but it is asked about when the journal has moved on since, as
// it has when an old one is put back that was brought in long ago. Plain it is that of the folder
// of that name or identity (see identity_of), or of one that is there no more when the journal
// holds what it began with. What cannot be read, or is a link, is left where it is; a folder that
// is not there holds nothing.
FoundUnsaved find_unsaved(const std::filesystem::path& folder, const Store& store);

// What comes back by itself.
std::vector<Unsaved> read_unsaved(const std::filesystem::path& folder,
                                  const std::filesystem::path& journal,
                                  const KeyRef& key = nullptr);

// "What could not be saved on 20 November 2026 is kept as plain text beside this locked journal.",
// with what can be done and the file as its place.
Error in_words(const AskedUnsaved& asked);

}  // namespace rekindle
