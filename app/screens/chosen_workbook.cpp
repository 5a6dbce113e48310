#include "app/screens/chosen_workbook.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rekindle::app {

const Workbook* chosen_workbook(const Screen& screen) {
    const Workbook* chosen = find_workbook(screen.content, screen.journal.profile->workbook);
    if (chosen) return chosen;
    return screen.content.workbooks.empty() ? nullptr : &screen.content.workbooks.front();
}

int cards_in_state(const Screen& screen, const Workbook& workbook, CardState state) {
    return static_cast<int>(
        std::count_if(workbook.cards.begin(), workbook.cards.end(), [&](const Card& card) {
            return card_state(screen.journal, workbook, card, screen.person) == state;
        }));
}

std::string progress_in_words(const Screen& screen, const Workbook& workbook) {
    return fmt::format("{} of {} worked through",
                       cards_in_state(screen, workbook, CardState::worked_through),
                       workbook.cards.size());
}

std::vector<MenuEntry> workbook_choices(const Screen& screen) {
    std::vector<MenuEntry> entries;
    const Workbook* chosen = chosen_workbook(screen);
    for (const Workbook& workbook : screen.content.workbooks)
        entries.push_back(
            {workbook.id,
             fmt::format("{} · {}", workbook.title, progress_in_words(screen, workbook)),
             &workbook == chosen});
    return entries;
}

}  // namespace rekindle::app
