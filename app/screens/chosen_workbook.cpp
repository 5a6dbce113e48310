#include "app/screens/chosen_workbook.hpp"

namespace rekindle::app {

const Workbook* chosen_workbook(const Screen& screen) {
    const Workbook* chosen = find_workbook(screen.content, screen.journal.profile->workbook);
    if (chosen) return chosen;
    return screen.content.workbooks.empty() ? nullptr : &screen.content.workbooks.front();
}

}  // namespace rekindle::app
