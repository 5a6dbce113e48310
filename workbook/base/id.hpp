// The form of the ids that stand in files as keys and names.
#pragma once

#include <algorithm>
#include <string_view>

namespace rekindle {

// [a-z0-9-]+
inline bool is_id(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

}  // namespace rekindle
