// A change that could not be saved where it belongs, and why somebody is asked about one. See
// store/unsaved.hpp for how they are kept, store/find_unsaved.hpp for whose they are.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "workbook/base/date.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// What `ours` says beyond `base`, in the parts in which they differ.
struct Unsaved {
    std::filesystem::path file;  // empty while it lies in no file
    Journal base;
    Journal ours;
    std::optional<Date> day{};        // on which it was kept, where that is known
    std::filesystem::path journal{};  // the folder it was kept for, as it was called then
    std::string identity{};  // of that folder (see identity_of); empty where there was none
    bool sealed = false;     // it was encrypted
};

enum class WhyAsked {
    plain,      // plain text beside a locked journal: anybody could have put it there
    elsewhere,  // kept for a folder that is not this one: perhaps before it was moved, or a copy
    claimed,    // its saving was cut off: it may be in the journal already
    moved_on,   // sealed, and the journal says something else by now than what it began with
    stays,      // its file could not be taken away afterwards, and would come back each time
};
struct AskedUnsaved {
    Unsaved unsaved;
    WhyAsked why = WhyAsked::plain;
};

// "What could not be saved on 20 November 2026"
std::string unsaved_in_words(const Unsaved& unsaved);

}  // namespace rekindle
