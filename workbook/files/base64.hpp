// Bytes as text (RFC 4648, section 4), by libsodium.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rekindle {

std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

}  // namespace rekindle
