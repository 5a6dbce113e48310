#include "app/commands/values.hpp"

#include <fmt/format.h>

#include <string_view>

namespace rekindle::app {
namespace {

bool ends_with_equals(std::string_view word) {
    return word.starts_with("--") && word.size() > 3 && word.find('=') == word.size() - 1;
}

}  // namespace

std::vector<std::string> words_given(const std::vector<std::string>& typed,
                                     const Program& program) {
    std::vector<std::string> words;
    bool is_value = false;  // of the option before
    bool only_arguments = false;
    for (const std::string& word : typed) {
        only_arguments = only_arguments || (!is_value && word == "--");
        if (!is_value && !only_arguments && ends_with_equals(word)) {
            words.push_back(word.substr(0, word.size() - 1));
            words.emplace_back();
            continue;
        }
        words.push_back(word);
        is_value = !is_value && !only_arguments && word.starts_with("--") &&
                   word.find('=') == std::string::npos && program.takes_value(word);
    }
    return words;
}

std::optional<std::string> empty_value(const Program& program) {
    const auto name = program.given_empty();
    if (!name) return std::nullopt;
    return fmt::format("{} was given an empty value. Leave it out, or say what it is to be.",
                       *name);
}

}  // namespace rekindle::app
