#include "app/arguments.hpp"

#include <string.h>

namespace rekindle::app {

std::vector<std::string> take_arguments(int count, char** arguments) {
    std::vector<std::string> words;
    for (int i = 1; i < count; ++i) {
        words.emplace_back(arguments[i]);
        explicit_bzero(arguments[i], words.back().size());
    }
    return words;
}

}  // namespace rekindle::app
