// Apart from the rest of the window's keys: the headers of X take names like KeyPress for
// themselves.
#include "app/window/layout_keys.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <dlfcn.h>

#include <cctype>
#include <optional>

#include <X11/XKBlib.h>
#include <X11/keysym.h>

#include "workbook/base/utf8_text.hpp"

namespace rekindle::app {

namespace {

// The first character of a UTF-8 text; 0 where there is none.
char32_t first_character(const char* text) {
    std::size_t at = 0;
    return text == nullptr || *text == 0 ? 0 : take_character(text, at);
}

// Stands for every character that means nothing to the program.
constexpr char32_t something_else = 0xfffd;

std::optional<char32_t> to_ascii(KeySym keysym) {
    if (keysym < XK_space || keysym > XK_asciitilde) return std::nullopt;
    return static_cast<char32_t>(keysym);
}

const char* name_of(int key) { return glfwGetKeyName(key, 0); }

// A row of digits that prints none of them plainly prints them above.
bool digits_are_above() {
    for (int key = GLFW_KEY_0; key <= GLFW_KEY_9; ++key) {
        const char32_t plain = first_character(name_of(key));
        if (plain >= U'0' && plain <= U'9') return false;
    }
    return true;
}

// What the library cannot tell without knowing X: what X prints on a key with Shift, and in the
// other layouts; false where there is no X. Loaded by name, since a GLFW made for Wayland alone has
// no such function.
bool ask_x(KeyCap& cap, int scancode) {
    using GetDisplay = Display* (*)();
    const auto get_display =
        reinterpret_cast<GetDisplay>(::dlsym(RTLD_DEFAULT, "glfwGetX11Display"));
    Display* const display = get_display != nullptr ? get_display() : nullptr;
    XkbStateRec state{};
    if (display == nullptr || XkbGetState(display, XkbUseCoreKbd, &state) != 0) return false;
    const auto keysym = [&](int group, int level) {
        return XkbKeycodeToKeysym(display, static_cast<KeyCode>(scancode), group, level);
    };
    // A key that a layout says nothing about is that of the first one.
    const int group = keysym(state.group, 0) != NoSymbol ? state.group : 0;
    if (cap.plain == 0) cap.plain = to_ascii(keysym(group, 0)).value_or(0);
    cap.shifted = to_ascii(keysym(group, 1)).value_or(something_else);
    for (int other = 0; other < XkbNumKbdGroups && cap.latin == 0; ++other) {
        const KeySym letter = keysym(other, 0);
        if (letter >= XK_a && letter <= XK_z) cap.latin = static_cast<char>(letter);
    }
    return true;
}

// A library that cannot tell the name of any key leaves only the places.
bool names_are_known() {
    for (int key = GLFW_KEY_A; key <= GLFW_KEY_Z; ++key)
        if (name_of(key) != nullptr) return true;
    return false;
}

}  // namespace

KeyCap read_key_cap(int key, int scancode) {
    KeyCap cap;
    if (key < 0x7f) cap.place = static_cast<char>(std::tolower(key));
    cap.plain = first_character(glfwGetKeyName(key, scancode));
    if (cap.plain == 0 && !names_are_known()) cap.plain = static_cast<unsigned char>(cap.place);
    const bool is_digit = key >= GLFW_KEY_0 && key <= GLFW_KEY_9;
    if (!ask_x(cap, scancode) && is_digit && digits_are_above())
        cap.shifted = static_cast<unsigned char>(cap.place);
    return cap;
}

}  // namespace rekindle::app
