#include "app/window/keys.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <array>
#include <utility>

#include "app/window/layout_keys.hpp"

namespace rekindle::app {

namespace {

using Pair = std::pair<int, Key>;

constexpr std::array places{
    Pair{GLFW_KEY_LEFT, Key::left},
    Pair{GLFW_KEY_RIGHT, Key::right},
    Pair{GLFW_KEY_UP, Key::up},
    Pair{GLFW_KEY_DOWN, Key::down},
    Pair{GLFW_KEY_HOME, Key::home},
    Pair{GLFW_KEY_END, Key::end},
    Pair{GLFW_KEY_PAGE_UP, Key::page_up},
    Pair{GLFW_KEY_PAGE_DOWN, Key::page_down},
    Pair{GLFW_KEY_ENTER, Key::enter},
    Pair{GLFW_KEY_KP_ENTER, Key::enter},
    Pair{GLFW_KEY_ESCAPE, Key::escape},
    Pair{GLFW_KEY_TAB, Key::tab},
    Pair{GLFW_KEY_SPACE, Key::space},
    Pair{GLFW_KEY_BACKSPACE, Key::backspace},
    Pair{GLFW_KEY_DELETE, Key::del},
    Pair{GLFW_KEY_KP_ADD, Key::plus},
    Pair{GLFW_KEY_KP_SUBTRACT, Key::minus},
    Pair{GLFW_KEY_INSERT, Key::insert},
    Pair{GLFW_KEY_MENU, Key::menu},
    Pair{GLFW_KEY_F1, Key::f1},
    Pair{GLFW_KEY_F10, Key::f10},
};

// The keys of the number block while Num Lock is off, and on.
constexpr std::array number_block_off{
    Pair{GLFW_KEY_KP_4, Key::left},      Pair{GLFW_KEY_KP_6, Key::right},
    Pair{GLFW_KEY_KP_8, Key::up},        Pair{GLFW_KEY_KP_2, Key::down},
    Pair{GLFW_KEY_KP_7, Key::home},      Pair{GLFW_KEY_KP_1, Key::end},
    Pair{GLFW_KEY_KP_9, Key::page_up},   Pair{GLFW_KEY_KP_3, Key::page_down},
    Pair{GLFW_KEY_KP_DECIMAL, Key::del}, Pair{GLFW_KEY_KP_0, Key::insert},
};
constexpr std::array number_block_on{
    Pair{GLFW_KEY_KP_0, Key::digit_0}, Pair{GLFW_KEY_KP_1, Key::digit_1},
    Pair{GLFW_KEY_KP_2, Key::digit_2}, Pair{GLFW_KEY_KP_3, Key::digit_3},
    Pair{GLFW_KEY_KP_4, Key::digit_4},
};

template <class Pairs>
std::optional<Key> find_place(const Pairs& pairs, int key) {
    for (const auto& [place, ours] : pairs)
        if (place == key) return ours;
    return std::nullopt;
}

bool types_characters(int key) { return key >= GLFW_KEY_APOSTROPHE && key <= GLFW_KEY_WORLD_2; }

}  // namespace

bool is_shift(int key) { return key == GLFW_KEY_LEFT_SHIFT || key == GLFW_KEY_RIGHT_SHIFT; }

std::optional<KeyPress> to_key_press(int key, int scancode, int modifiers) {
    const bool shift = (modifiers & GLFW_MOD_SHIFT) != 0;
    std::optional<Key> ours = find_place(places, key);
    if (!ours) {
        ours = (modifiers & GLFW_MOD_NUM_LOCK) != 0 ? find_place(number_block_on, key)
                                                    : find_place(number_block_off, key);
    }
    std::optional<MeantKey> meant;
    if (ours) meant = MeantKey{*ours, shift};
    if (!meant && types_characters(key)) meant = meant_key(read_key_cap(key, scancode), shift);
    if (!meant) return std::nullopt;
    return KeyPress{meant->key, (modifiers & GLFW_MOD_CONTROL) != 0, meant->shift,
                    (modifiers & GLFW_MOD_ALT) != 0};
}

}  // namespace rekindle::app
