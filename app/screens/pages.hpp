// Every page of the window, once: its name, its word and icon in the rail, the key that goes there
// and what draws it. Rail, keys, Help, `rekindle shot` and the tests read them from here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "app/ask/action.hpp"
#include "app/ask/asking_pen.hpp"
#include "app/ask/screen.hpp"
#include "app/ask/ui_state.hpp"
#include "app/frame/canvas.hpp"
#include "app/frame/input.hpp"

namespace rekindle::app {

// `below` are the entries at the foot of the rail, which stand from the bottom up.
enum class InRail { no, above, below };

struct PageRow {
    Page page;
    std::string_view name;   // of `rekindle shot --screen`; its entry in the rail is `nav.NAME`
    std::string_view title;  // the entry's word
    const char* icon = nullptr;
    InRail in_rail = InRail::no;
    std::optional<Key> key = std::nullopt;  // a digit, with Ctrl
    void (*draw)(const Screen& screen, UiState& ui, const AskingPen& pen);
};

// In the order of Page.
extern const std::array<PageRow, page_count> pages;

const PageRow& row_of(Page page);
const PageRow* find_page(std::string_view name);  // null: there is none of that name

// How the key to a page is written: "Ctrl 1"; empty where it has none.
std::string key_in_words(const PageRow& page);

// "today, workbook, … welcome{last}help".
std::string names_of_pages(std::string_view last = ", ");

}  // namespace rekindle::app
