// What lint says about content/phrases.toml.
#pragma once

#include "workbook/base/result.hpp"
#include "workbook/content/content_file.hpp"

namespace rekindle {

// Wordings that are none, that stand twice or that can never be found, and reasons of more than a
// sentence, each at its phrase. Nothing for a file that has no phrases.
Problems check_phrases(const ContentFile& file);

}  // namespace rekindle
