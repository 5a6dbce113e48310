#include "app/commands/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace rekindle::app {
namespace {

bool takes_value(const CLI::App& program, const std::string& name) {
    const auto takes = [&](const CLI::App& app) {
        const CLI::Option* option = app.get_option_no_throw(name);
        return option && option->get_items_expected_max() > 0;
    };
    if (takes(program)) return true;
    const auto commands = program.get_subcommands([](const CLI::App*) { return true; });
    return std::any_of(commands.begin(), commands.end(),
                       [&](const CLI::App* command) { return takes(*command); });
}

bool ends_with_equals(std::string_view word) {
    return word.starts_with("--") && word.size() > 3 && word.find('=') == word.size() - 1;
}

std::optional<std::string> empty_value_of(const CLI::App& app) {
    for (const CLI::Option* option : app.get_options()) {
        if (option->count() == 0 || option->get_items_expected_max() == 0) continue;
        const auto& given = option->results();
        if (std::none_of(given.begin(), given.end(), [](const auto& each) { return each.empty(); }))
            continue;
        return fmt::format("{} was given an empty value. Leave it out, or say what it is to be.",
                           option->get_name());
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::string> words_given(const std::vector<std::string>& typed,
                                     const CLI::App& program) {
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
                   word.find('=') == std::string::npos && takes_value(program, word);
    }
    std::reverse(words.begin(), words.end());
    return words;
}

std::optional<std::string> empty_value(const CLI::App& program) {
    if (auto said = empty_value_of(program)) return said;
    for (const CLI::App* command : program.get_subcommands())
        if (auto said = empty_value_of(*command)) return said;
    return std::nullopt;
}

}  // namespace rekindle::app
