// Every card of every shipped workbook, open, at the sizes the design names and in every theme.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <tuple>

#include "tests/support/builders.hpp"
#include "tests/support/layout.hpp"
#include "tests/support/written_journal.hpp"

namespace rekindle::tests::walk_test {
namespace {

struct Size {
    float width;
    float height;
    float scale;
};
constexpr Size sizes[] = {{1280, 800, 1}, {960, 600, 1}, {960, 600, 2}};

using Places = std::vector<std::tuple<std::string, float, float>>;

Places places(const Headless& screen) {
    Places all;
    for (const auto& piece : screen.drawn) all.emplace_back(piece.text, piece.rect.x, piece.rect.y);
    for (const app::Control& control : screen.controls().all())
        all.emplace_back(control.name, control.rect.x, control.rect.y);
    return all;
}

// Each view is drawn in the other themes as well; what is not in the same place there is found.
void look_at_themes(Headless& screen, Found& found) {
    const Places in_paper = places(screen);
    std::string& theme = screen.session().preferences().theme;
    for (const char* other : {"evening", "contrast"}) {
        theme = other;
        screen.frame();
        if (places(screen) != in_paper) found.insert(std::string("other places in ") + other);
    }
    theme = "paper";
    screen.frame();
}

// Opens each sort of menu once: by the last part of its name.
void look_at_menus(Headless& screen, std::set<std::string>& seen, Found& found) {
    std::vector<std::string> openers;
    for (const app::Control& control : screen.controls().all()) {
        const std::string last = control.name.substr(control.name.rfind('.') + 1);
        const bool folds_in_place = last == "header" || last == "earlier" || last == "more" ||
                                    last == "older" || last == "over" || last == "log" ||
                                    last == "drafts" || last == "other" || last == "1";
        if (control.visible && control.state == "closed" && !folds_in_place &&
            control.name.starts_with("card.") && seen.insert(last).second)
            openers.push_back(control.name);
    }
    for (const std::string& opener : openers)
        if (screen.has(opener) && screen.control(opener).visible)
            look_at_popup(screen, opener, found);
}

void walk(Headless& screen, const Workbook& workbook) {
    screen.session().act(Command{ChooseWorkbook{workbook.id}});
    for (const Card& card : workbook.cards)
        screen.session().ui.workbook.open.insert(workbook.id + '/' + card.id);
    screen.settle();
    std::set<std::string> opened;
    std::set<std::string> menus;
    const auto at_each_view = [&](Found& found) {
        for (const app::Control& control : screen.controls().all())
            if (control.name.ends_with(".header") && control.state == "open")
                opened.insert(control.name);
        look_at_themes(screen, found);
        look_at_menus(screen, menus, found);
    };
    for (const std::string& problem : layout_problems(screen, at_each_view))
        CHECK_MESSAGE(false, workbook.id, ": ", problem);
    for (const Card& card : workbook.cards) CHECK(opened.contains("card." + card.id + ".header"));
}

void walk_all(const Content& content, const Journal& journal, const Size& size) {
    HeadlessSetup setup;
    setup.content = content;
    setup.journal = journal;
    setup.width = size.width;
    setup.height = size.height;
    setup.scale = size.scale;
    setup.page = app::Page::workbook;
    Headless screen{std::move(setup)};
    INFO("at ", size.width, "x", size.height, " @", size.scale);
    for (const Workbook& workbook : content.workbooks) walk(screen, workbook);
}

}  // namespace

TEST_CASE("walk: all 57 cards open with nothing cut off, overlapping or empty, written upon") {
    const Content content = shipped_content();
    std::size_t cards = 0;
    for (const Workbook& workbook : content.workbooks) cards += workbook.cards.size();
    CHECK(cards == 57);
    const Journal journal = written_journal(content);
    for (const Size& size : sizes) walk_all(content, journal, size);
}

TEST_CASE("walk: all 57 cards open with nothing cut off, overlapping or empty, still untouched") {
    const Content content = shipped_content();
    walk_all(content, {}, sizes[1]);
}

}  // namespace rekindle::tests::walk_test
