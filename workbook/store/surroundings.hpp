// Who else can get at a journal, by the modes and owners of its files and of the folders around it:
// closed where that is the person's to close, told where it is not.
#pragma once

#include <filesystem>

#include "workbook/base/result.hpp"

namespace rekindle {

// Each kind is told once, however many files it is about.
struct Surroundings {
    Problems mended;    // was open to others and is not any more
    Problems notices;   // cannot be otherwise here: a disk without modes, somebody else's journal
    Problems problems;  // lets others in, or stands in the way, until the person does something
};

// Takes from other accounts what modes give them of the journal's own files and folders (never of
// what else lies beside them, never through a link, never in a journal of somebody else), and looks
// at what that cannot mend. The folder itself is closed when it holds nothing but the journal, or
// `folder_is_its_own`: nothing else belongs there. A folder that is not there is in order.
Surroundings mend_surroundings(const std::filesystem::path& journal, bool folder_is_its_own);

}  // namespace rekindle
