#include "app/frame/key_cap.hpp"

#include <array>
#include <utility>

namespace rekindle::app {

namespace {

constexpr std::array signs{
    std::pair{U'a', Key::a},       std::pair{U'c', Key::c},       std::pair{U'f', Key::f},
    std::pair{U'l', Key::l},       std::pair{U'v', Key::v},       std::pair{U'x', Key::x},
    std::pair{U'y', Key::y},       std::pair{U'z', Key::z},       std::pair{U'0', Key::digit_0},
    std::pair{U'1', Key::digit_1}, std::pair{U'2', Key::digit_2}, std::pair{U'3', Key::digit_3},
    std::pair{U'4', Key::digit_4}, std::pair{U'+', Key::plus},    std::pair{U'=', Key::plus},
    std::pair{U'-', Key::minus},
};

char32_t to_lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c; }
bool is_letter(char32_t c) { return to_lower(c) >= U'a' && to_lower(c) <= U'z'; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Digits, and the signs that shortcuts are made of.
bool is_figure(char32_t c) { return is_digit(c) || c == U'+' || c == U'=' || c == U'-'; }
bool is_meaningful(char32_t c) { return is_letter(c) || is_figure(c); }

// Greek and everything after it, without the blocks of Latin letters, punctuation and symbols.
bool is_other_script(char32_t c) {
    return c >= 0x370 && !(c >= 0x1d00 && c <= 0x1eff) && !(c >= 0x2000 && c <= 0x2c7f) &&
           !(c >= 0xa720 && c <= 0xa7ff);
}

std::optional<MeantKey> find_sign(char32_t printed, bool shift) {
    for (const auto& [sign, key] : signs)
        if (sign == to_lower(printed)) return MeantKey{key, shift};
    return std::nullopt;
}

}  // namespace

std::optional<MeantKey> meant_key(const KeyCap& cap, bool shift) {
    if (is_other_script(cap.plain)) {
        const char letter = cap.latin != 0 ? cap.latin : cap.place;
        return find_sign(static_cast<unsigned char>(letter), shift);
    }
    if (shift && is_figure(cap.shifted)) return find_sign(cap.shifted, false);
    if (is_meaningful(cap.plain)) return find_sign(cap.plain, shift);
    if (is_figure(cap.shifted)) return find_sign(cap.shifted, false);
    return std::nullopt;
}

}  // namespace rekindle::app
