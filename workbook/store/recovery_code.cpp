#include <sodium.h>

#include "workbook/store/lock_file.hpp"

namespace rekindle {
namespace {

// 32 signs: without l, o, 0 and 1.
constexpr std::string_view signs = "abcdefghijkmnpqrstuvwxyz23456789";
constexpr std::size_t length = 30;
constexpr std::size_t group = 5;

char lower(char sign) {
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
}

}  // namespace

Secret make_recovery_code() {
    Secret code;
    for (std::size_t i = 0; i < length; ++i) {
        if (i > 0 && i % group == 0) code.append("-");
        code.append(signs.substr(randombytes_uniform(signs.size()), 1));
    }
    return code;
}

std::optional<Secret> parse_recovery_code(std::string_view typed) {
    Secret code;
    for (const char typed_sign : typed) {
        if (typed_sign == '-' || typed_sign == ' ') continue;
        const char sign = lower(typed_sign);
        if (signs.find(sign) == std::string_view::npos || code.size() == length)
            return std::nullopt;
        code.append({&sign, 1});
    }
    if (code.size() != length) return std::nullopt;
    return code;
}

}  // namespace rekindle
