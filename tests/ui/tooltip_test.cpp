// What is told beside the pointer: there with the first movement, and never on what it speaks of.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace rekindle::tests::tooltip_test {
namespace {

using app::Page;
using app::Rect;

struct Size {
    float width;
    float height;
    float scale;
};
constexpr Size sizes[] = {{1280, 800, 1}, {960, 600, 1}, {640, 480, 1},
                          {960, 600, 2},  {640, 480, 2}, {1920, 1080, 2.5f}};

Headless timeline_at(const Size& size) {
    HeadlessSetup setup{.content = shipped_content()};
    setup.journal = weeks_before(day("2026-11-21"), 20);
    setup.page = Page::timeline;
    setup.width = size.width;
    setup.height = size.height;
    setup.scale = size.scale;
    return Headless{std::move(setup)};
}

// Where a tooltip is drawn; nothing where none can be seen.
std::optional<Rect> tooltip_seen() {
    const ImDrawData* drawn = ImGui::GetDrawData();
    for (int i = 0; i < drawn->CmdListsCount; ++i) {
        const ImDrawList* list = drawn->CmdLists[i];
        if (!list->_OwnerName || std::strncmp(list->_OwnerName, "##Tooltip", 9) != 0) continue;
        if (list->VtxBuffer.empty()) continue;
        ImVec2 low = list->VtxBuffer[0].pos;
        ImVec2 high = low;
        for (const ImDrawVert& vertex : list->VtxBuffer) {
            low = {std::min(low.x, vertex.pos.x), std::min(low.y, vertex.pos.y)};
            high = {std::max(high.x, vertex.pos.x), std::max(high.y, vertex.pos.y)};
        }
        return Rect{low.x, low.y, high.x - low.x, high.y - low.y};
    }
    return std::nullopt;
}

// The day that is told, by its words.
std::optional<Date> day_told(const Headless& screen) {
    for (int back = 0; back < 84; ++back) {
        const Date date = day("2026-11-21") - back;
        const std::string words = to_words(date) + ' ' + std::to_string(date.year());
        for (const auto& piece : screen.drawn)
            if (piece.text == words) return date;
    }
    return std::nullopt;  // several events are told at once
}

void move_once(Headless& screen, ImVec2 to) {
    ImGui::GetIO().MousePos = to;
    screen.settle();
}

}  // namespace

TEST_CASE("tooltip: the day is told with the first movement onto the chart") {
    Headless screen = timeline_at(sizes[0]);
    const Rect plot = screen.control("timeline.plot").rect;
    CHECK_FALSE(tooltip_seen());
    move_once(screen, plot.centre());
    REQUIRE(tooltip_seen());
    CHECK(screen.shows("October 2026"));
    move_once(screen, {plot.x + plot.w / 2, plot.bottom() + 60});
    CHECK_FALSE(tooltip_seen());
    move_once(screen, {plot.x + plot.w / 4, plot.y + 100});
    CHECK(tooltip_seen());
}

TEST_CASE("tooltip: it never covers its day, at any edge, in small windows and at every scale") {
    for (const Size& size : sizes) {
        Headless screen = timeline_at(size);
        const Rect plot = screen.control("timeline.plot").rect;
        for (const float across : {0.0f, 0.02f, 0.3f, 0.5f, 0.62f, 0.9f, 0.98f, 0.999f})
            for (const float down : {0.01f, 0.5f, 0.99f}) {
                const ImVec2 at{plot.x + plot.w * across, plot.y + plot.h * down};
                if (at.y < 1 || at.y > size.height - 1) continue;
                INFO(size.width, "x", size.height, " @", size.scale, " at ", across, ", ", down);
                move_once(screen, at);
                const auto seen = tooltip_seen();
                REQUIRE(seen);
                CHECK_FALSE(seen->contains(at));
                if (const auto told = day_told(screen)) {
                    const auto days = static_cast<float>(day("2026-11-21") - *told);
                    const float x = plot.right() - plot.w * days / 83;
                    const float mark = 7 * size.scale;
                    CHECK((seen->right() <= x - mark || seen->x >= x + mark));
                }
                CHECK(seen->x >= -1);
                CHECK(seen->right() <= size.width + 1);
                CHECK(seen->y >= -1);
            }
    }
}

TEST_CASE("tooltip: a day of the year at a glance stays in sight under it, too") {
    Headless screen = timeline_at(sizes[0]);
    const Rect strip = screen.control("timeline.year").rect;
    for (const float across : {0.01f, 0.5f, 0.985f})
        for (const float down : {0.05f, 0.6f}) {
            const ImVec2 at{strip.x + strip.w * across, strip.y + strip.h * down};
            move_once(screen, at);
            const auto seen = tooltip_seen();
            REQUIRE(seen);
            CHECK_FALSE(seen->contains(at));
            CHECK((seen->right() <= at.x || seen->x >= at.x));
        }
}

TEST_CASE("tooltip: all of its words stand inside it, whatever was told before") {
    Headless screen = timeline_at(sizes[0]);
    const Rect plot = screen.control("timeline.plot").rect;
    for (const float across : {0.2f, 0.35f, 0.5f, 0.65f, 0.8f, 0.95f}) {
        move_once(screen, {plot.x + plot.w * across, plot.y + plot.h / 2});
        const auto seen = tooltip_seen();
        REQUIRE(seen);
        int inside = 0;
        for (const auto& piece : screen.drawn) {
            if (!seen->contains(piece.clip.centre()) || piece.clip.w > seen->w + 2) continue;
            ++inside;
            CHECK(piece.rect.right() <= seen->right());
            CHECK(piece.rect.bottom() <= seen->bottom());
        }
        CHECK(inside > 0);
    }
}

}  // namespace rekindle::tests::tooltip_test
