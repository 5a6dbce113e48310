#include "tests/support/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace rekindle::tests {
namespace {

using app::Control;
using app::Rect;
using Drawn = app::Canvas::DrawnText;

Rect common(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

bool contains(const Rect& outer, const Rect& inner, float slack) {
    return inner.x >= outer.x - slack && inner.right() <= outer.right() + slack &&
           inner.y >= outer.y - slack && inner.bottom() <= outer.bottom() + slack;
}

std::string words(const Rect& rect) {
    return fmt::format("[{:.0f},{:.0f} {:.0f}x{:.0f}]", rect.x, rect.y, rect.w, rect.h);
}

// `card.1.header` and `card.1.state` belong to the same thing: the one may lie upon the other.
bool are_of_one_thing(const std::string& a, const std::string& b) {
    const auto parent = [](const std::string& name) { return name.substr(0, name.rfind('.')); };
    return parent(a) == parent(b) || a.starts_with(b + '.') || b.starts_with(a + '.');
}

class Look {
  public:
    Look(const Headless& screen, std::set<std::string>& found)
        : screen_(screen), found_(found), scale_(screen.surface().monitor_scale) {}

    void at_everything() {
        at_controls();
        at_texts();
    }

  private:
    void at_controls() {
        const auto& all = screen_.controls().all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            at_control(all[i]);
            for (std::size_t j = i + 1; j < all.size(); ++j) at_controls(all[i], all[j]);
        }
    }

    void at_control(const Control& control) {
        const Rect& rect = control.rect;
        if (rect.x < -0.5f || rect.right() > screen_.surface().width + 0.5f)
            say("{} stands outside the window {}", control.name, words(rect));
        if (rect.w < 1 || rect.h < 1) say("{} has no size", control.name);
    }

    void at_controls(const Control& a, const Control& b) {
        if (a.name == b.name) say("two controls are called {}", a.name);
        if (!a.visible || !b.visible) return;
        // What is lower than 32 is larger to the mouse than to the eye, above and below.
        const Rect over = common(a.rect, b.rect);
        if (over.w <= 1.5f * scale_ || over.h <= 6 * scale_) return;
        const bool nested = contains(a.rect, b.rect, 1) || contains(b.rect, a.rect, 1);
        if (nested && are_of_one_thing(a.name, b.name)) return;
        say("{} {} lies over {} {}", a.name, words(a.rect), b.name, words(b.rect));
    }

    void at_texts() {
        std::vector<const Drawn*> texts;
        for (const Drawn& piece : screen_.drawn) {
            const Rect seen = common(piece.rect, piece.clip);
            if (!piece.text.empty() && seen.h > 0) texts.push_back(&piece);
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            at_text(*texts[i]);
            for (std::size_t j = i + 1; j < texts.size(); ++j) at_texts(*texts[i], *texts[j]);
        }
    }

    void at_text(const Drawn& piece) {
        const Rect& rect = piece.rect;
        if (rect.x < piece.clip.x - 1 || rect.right() > piece.clip.right() + 1)
            say("\"{}\" is cut off {} by {}", piece.text, words(rect), words(piece.clip));
        for (const Drawn& ground : screen_.drawn) {
            const Rect& card = ground.rect;
            if (!ground.text.empty() || !card.contains({rect.x + 1, rect.centre().y})) continue;
            if (rect.right() > card.right() - 2 * scale_ || rect.y < card.y - 1 ||
                rect.bottom() > card.bottom() + 1)
                say("\"{}\" {} runs out of its card {}", piece.text, words(rect), words(card));
        }
    }

    void at_texts(const Drawn& a, const Drawn& b) {
        const Rect over = common(common(a.rect, a.clip), common(b.rect, b.clip));
        if (over.w <= 2 * scale_ || over.h <= 3 * scale_) return;
        say("\"{}\" {} lies over \"{}\" {}", a.text, words(a.rect), b.text, words(b.rect));
    }

    template <class... Parts>
    void say(fmt::format_string<Parts...> text, Parts&&... parts) {
        found_.insert(fmt::format(text, std::forward<Parts>(parts)...));
    }

    const Headless& screen_;
    std::set<std::string>& found_;
    float scale_;
};

// Where everything stands: the same twice means that the page does not scroll any further.
std::vector<Rect> places(const Headless& screen) {
    std::vector<Rect> all;
    for (const Drawn& piece : screen.drawn) all.push_back(piece.rect);
    return all;
}

}  // namespace

std::vector<std::string> layout_problems(Headless& screen) {
    constexpr int most_steps = 60;
    std::set<std::string> found;
    screen.wheel(1000);
    for (int step = 0; step < most_steps; ++step) {
        Look{screen, found}.at_everything();
        const auto before = places(screen);
        screen.wheel(-5);
        if (places(screen) == before) break;
    }
    return {found.begin(), found.end()};
}

}  // namespace rekindle::tests
