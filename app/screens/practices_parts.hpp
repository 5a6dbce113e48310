// The Practices screen, part by part: what was gathered from the cards, and how it is narrowed
// down.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/screens/screens.hpp"
#include "workbook/content/practice_sources.hpp"

namespace rekindle::app {

// A section's chip is `practices.section.WORD`.
struct SectionWords {
    PracticeSection section;
    std::string_view title;
    std::string_view line;  // what stands there
};
inline constexpr std::array<SectionWords, 10> practice_sections{{
    {PracticeSection::agreements, "Agreements and boundaries",
     "What is all right and what is not, in your own words."},
    {PracticeSection::promises, "Promises", "What was promised, and how it went."},
    {PracticeSection::triggers, "Triggers", "What brings it back, and what helps then."},
    {PracticeSection::questions, "Questions", "What waits to be asked or answered."},
    {PracticeSection::rituals, "Rituals", "Small things you come back to."},
    {PracticeSection::plans, "Plans", "What has a date."},
    {PracticeSection::conversations, "Conversations",
     "The talks you held, and what stayed with you."},
    {PracticeSection::strengths, "Strengths and good things",
     "What carries you, and what was good."},
    {PracticeSection::lists, "Other lists", "Everything else you collect on the cards."},
    {PracticeSection::letters, "Letters", "Your drafts, to be read again."},
}};

// One list, ledger, ritual, plan, log or letter, once, whichever cards show it; its heading and its
// statuses are those of the first card.
struct Gathered {
    std::string id;  // as it is kept; WORKBOOK/CARD/EXERCISE for conversations and letters
    PracticeSection section;
    std::vector<PracticeSource> sources;
    std::size_t entries = 0;      // that the person may see
    std::set<std::string> shown;  // ids of those that filter and search leave
};

// A state that something on the page is in.
struct PracticeState {
    std::string id;  // its title without spaces
    std::string title;
};

// What was worked out for the page, kept until what it was made from differs.
struct PreparedPractices {
    Shared<Practices> practices;
    std::map<std::string, Shared<Answers>, std::less<>> answers;
    std::string person;
    Date today;
    std::string filter;
    std::string search;
    std::vector<Gathered> gathered;
    std::vector<PracticeState> states;
};

const PreparedPractices& prepare_practices(const Screen& screen, PracticesUi& ui);

}  // namespace rekindle::app
