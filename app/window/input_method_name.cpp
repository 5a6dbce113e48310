#include "app/window/input_method_name.hpp"

#include <algorithm>
#include <cctype>

namespace rekindle::app {

namespace {

bool same_letters(std::string_view one, std::string_view other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) ==
               std::tolower(static_cast<unsigned char>(b));
    });
}

// A locale's name without what begins with one of the marks: "de" of "de_DE.UTF-8" without "_.".
std::string without(std::string_view locale, char from, std::string_view until) {
    const auto begin = locale.find(from);
    if (begin == std::string_view::npos) return std::string(locale);
    const auto end = std::min(locale.find_first_of(until, begin + 1), locale.size());
    return std::string(locale.substr(0, begin)) + std::string(locale.substr(end));
}

}  // namespace

std::string input_method_named(std::string_view modifiers) {
    constexpr std::string_view category = "@im=";
    const auto found = modifiers.find(category);
    if (found == std::string_view::npos) return {};
    const auto name = modifiers.substr(found + category.size());
    const std::string chosen(name.substr(0, name.find('@')));
    return chosen == "none" || chosen == "local" ? std::string() : chosen;
}

bool serves_locale(std::string_view list, std::string_view locale) {
    constexpr std::string_view category = "@locale=";
    if (!list.starts_with(category)) return false;
    list.remove_prefix(category.size());
    const std::string full = without(locale, '@', "");
    const std::string forms[] = {full, without(full, '_', "."), without(full, '.', ""),
                                 without(without(full, '.', ""), '_', "")};
    while (!list.empty()) {
        const auto end = std::min(list.find_first_of(",@"), list.size());
        const auto served = list.substr(0, end);
        for (const std::string& form : forms)
            if (same_letters(form, served)) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

}  // namespace rekindle::app
