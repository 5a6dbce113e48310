#include "app/screens/pages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/screens/screens.hpp"

namespace rekindle::app {

constexpr std::array<PageRow, page_count> pages{{
    {.page = Page::today,
     .name = "today",
     .title = "Today",
     .icon = icon::today,
     .in_rail = InRail::above,
     .key = Key::digit_1,
     .draw = [](const Screen& screen, UiState& ui,
                const AskingPen& pen) { draw_today(screen, ui.today, pen); }},
    {.page = Page::workbook,
     .name = "workbook",
     .title = "Workbook",
     .icon = icon::workbook,
     .in_rail = InRail::above,
     .key = Key::digit_2,
     .draw = [](const Screen& screen, UiState& ui,
                const AskingPen& pen) { draw_workbook(screen, ui.workbook, ui.exercises, pen); }},
    {.page = Page::timeline,
     .name = "timeline",
     .title = "Timeline",
     .icon = icon::timeline,
     .in_rail = InRail::above,
     .key = Key::digit_3,
     .draw = [](const Screen& screen, UiState& ui,
                const AskingPen& pen) { draw_timeline(screen, ui.timeline, pen); }},
    {.page = Page::practices,
     .name = "practices",
     .title = "Practices",
     .icon = icon::practices,
     .in_rail = InRail::above,
     .key = Key::digit_4,
     .draw = [](const Screen& screen, UiState& ui,
                const AskingPen& pen) { draw_practices(screen, ui.practices, ui.exercises, pen); }},
    {.page = Page::settings,
     .name = "settings",
     .title = "Settings",
     .icon = icon::settings,
     .in_rail = InRail::below,
     .draw = [](const Screen& screen, UiState& ui,
                const AskingPen& pen) { draw_settings(screen, ui.settings, pen); }},
    {.page = Page::welcome,
     .name = "welcome",
     .title = "Welcome",
     .draw = [](const Screen& screen, UiState&,
                const AskingPen& pen) { draw_welcome(screen, pen); }},
    {.page = Page::help,
     .name = "help",
     .title = "Help",
     .icon = icon::help,
     .in_rail = InRail::below,
     .draw = [](const Screen& screen, UiState& ui,
                const AskingPen& pen) { draw_help(screen, ui.help, pen); }},
}};

namespace {

constexpr bool stand_in_order() {
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (static_cast<std::size_t>(pages[i].page) != i) return false;
    return true;
}
static_assert(stand_in_order(), "a page is found by its place");

}  // namespace

const PageRow& row_of(Page page) { return pages[static_cast<std::size_t>(page)]; }

const PageRow* find_page(std::string_view name) {
    const auto found = std::find_if(pages.begin(), pages.end(),
                                    [&](const PageRow& page) { return page.name == name; });
    return found == pages.end() ? nullptr : &*found;
}

std::string key_in_words(const PageRow& page) {
    if (!page.key) return {};
    return fmt::format("Ctrl {}", static_cast<int>(*page.key) - static_cast<int>(Key::digit_0));
}

std::string names_of_pages(std::string_view last) {
    std::string names;
    for (const PageRow& page : pages) {
        if (!names.empty()) names += &page == &pages.back() ? last : ", ";
        names += page.name;
    }
    return names;
}

}  // namespace rekindle::app
