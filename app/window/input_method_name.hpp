// How X's input methods are named, after the X Input Method Protocol: in XMODIFIERS and by the
// programs that offer them.
#pragma once

#include <string>
#include <string_view>

namespace rekindle::app {

// The input method that a value of XMODIFIERS names: "ibus" in "@im=ibus". Empty when there is
// none, or it is one of those built into X.
std::string input_method_named(std::string_view modifiers);

// Whether a list such as "@locale=C,de,de_DE.UTF-8" names the locale, by any of its forms.
bool serves_locale(std::string_view list, std::string_view locale);

}  // namespace rekindle::app
