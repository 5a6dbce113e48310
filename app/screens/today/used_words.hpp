// The words a person has used for days before, to be offered again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/ask/screen.hpp"
#include "app/ask/ui_state.hpp"

namespace rekindle::app {

// What was worked out for one state of the days.
struct UsedWords {
    std::uint64_t version = 0;
    std::string person;
    Date day;
    std::vector<std::string> words;
};

// Own events of the person writing on other days than `day`, those used often of late first, then
// the latest; written in two ways it is one, as it was written last. Never what stands on `day`
// itself: pressing one does not move the others.
const std::vector<std::string>& used_words(const Screen& screen, Date day, TodayUi& ui);

// Whether two words are the same but for capitals and accents.
bool is_same_word(const std::string& one, const std::string& other);

}  // namespace rekindle::app
