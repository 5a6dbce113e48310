// What of a locked journal is not as it was left, in words (see findings/distrust.hpp).
#pragma once

#include <filesystem>
#include <optional>

#include "workbook/findings/distrust.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// In words, of a part or the whole of the journal in `folder`.
Distrust distrust_of(DistrustKind kind, const std::filesystem::path& folder,
                     const std::optional<Part>& part = std::nullopt);

}  // namespace rekindle
