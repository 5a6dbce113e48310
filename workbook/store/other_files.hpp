// What else lies in a journal's folder: plain copies of it that editors, sync tools and hands left,
// and files that are somebody's own. A journal may share its folder with other things: nothing is
// called a copy that only might be one.
#pragma once

#include <filesystem>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

struct OtherFiles {
    std::vector<std::filesystem::path> copies;     // plain copies of the journal
    std::vector<std::filesystem::path> envelopes;  // encrypted, with whatever key
    // Files that may hold words, and folders of which only so much can be told: another journal, a
    // repository that keeps what its files said before.
    std::vector<std::filesystem::path> stays;
    // Pictures, sounds and films: they may show what was written.
    std::vector<std::filesystem::path> pictures;
    // False where there is more than can be looked into: not everything there is was seen.
    bool all_seen = true;
};

// All of them, relative to the journal and in order; not the journal's own files, the copies that
// `merge` brings in, own workbooks and themes, and what is surely without words (programs, fonts,
// what is empty). No link is followed.
OtherFiles find_other_files(const std::filesystem::path& journal);

// The most that is named one by one.
inline constexpr std::size_t most_named = 20;

}  // namespace rekindle
