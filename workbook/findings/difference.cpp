#include "workbook/findings/difference.hpp"

#include <fmt/format.h>

#include <string_view>

namespace rekindle {

std::string entries_in_words(const Difference& added) {
    std::string words;
    const auto add = [&](int count, std::string_view one, std::string_view many) {
        if (count > 0)
            words +=
                fmt::format("{}{} {}", words.empty() ? "" : ", ", count, count == 1 ? one : many);
    };
    add(added.checkins.added, "check-in", "check-ins");
    add(added.answers.added, "entry on the cards", "entries on the cards");
    add(added.practices.added, "practice", "practices");
    return words.empty() ? "people and settings" : words;
}

}  // namespace rekindle
