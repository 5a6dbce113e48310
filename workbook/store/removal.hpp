// Taking a file away whose bytes are kept elsewhere, sealed for one. Whoever has it open may write
// it up to the last moment: what it holds is looked at once nobody can reach it by its name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"

namespace rekindle {

// How it ended, where the system refused nothing.
struct Removal {
    bool is_gone = true;  // or there was none
    // Where it is that holds something else than what is kept, relative like its name: there still,
    // or under name_while_removed where another has its name by now.
    std::filesystem::path stays_as{};
};

// "old/letter.txt.being-taken-in.1" for "old/letter.txt": what it is called while it is looked at.
// A run that is cut off there leaves it, as plain as it was and none of the journal's own files:
// whoever looks for other files finds it like any.
std::filesystem::path name_while_removed(const std::filesystem::path& relative, int number = 1);

// Removes BASE/RELATIVE, reached through no link, if `is_kept` says so of what it holds (at most
// `most` bytes). Never replaces anything, and never removes what cannot be read. The folder's names
// are not yet made to last. Errors: `system`, and the file is where it was, or under
// name_while_removed where even that is refused.
Result<Removal> remove_kept(const std::filesystem::path& base,
                            const std::filesystem::path& relative,
                            const std::function<bool(std::string_view bytes)>& is_kept,
                            std::uintmax_t most, const SystemCalls& calls = {});

}  // namespace rekindle
