#include "tests/support/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

std::string written(const Rect& rect) {
    return fmt::format("[{:.0f},{:.0f} {:.0f}x{:.0f}]", rect.x, rect.y, rect.w, rect.h);
}

// `card.1.header` and `card.1.state` belong to the same thing: the one may lie upon the other.
bool are_of_one_thing(const std::string& a, const std::string& b) {
    const auto parent = [](const std::string& name) { return name.substr(0, name.rfind('.')); };
    return parent(a) == parent(b) || a.starts_with(b + '.') || b.starts_with(a + '.');
}

// Where a person reads what a control is for: in it, or just left of it or above.
Rect around(const Rect& rect, float scale) {
    const float left = 130 * scale;
    const float above = 26 * scale;
    return {rect.x - left, rect.y - above, rect.w + left, rect.h + above};
}

class Look {
  public:
    Look(const Headless& screen, Found& found, std::string prefix = {})
        : screen_(screen),
          found_(found),
          scale_(screen.surface().monitor_scale),
          prefix_(std::move(prefix)) {
        for (const Control& control : screen.controls().all())
            if (control.name.starts_with(prefix_)) controls_.push_back(&control);
        const Rect ground = prefix_.empty() ? Rect{} : popup_ground();
        for (const Drawn& piece : screen.drawn)
            if (prefix_.empty() || is_of_popup(piece, ground)) drawn_.push_back(&piece);
    }

    void at_everything() {
        at_controls();
        at_texts();
    }

  private:
    // What a popup can stand on: its controls and the room around them.
    Rect popup_ground() const {
        if (controls_.empty()) return {};
        Rect all = controls_.front()->rect;
        for (const Control* control : controls_) {
            const Rect& one = control->rect;
            const float x = std::min(all.x, one.x);
            const float y = std::min(all.y, one.y);
            all = {x, y, std::max(all.right(), one.right()) - x,
                   std::max(all.bottom(), one.bottom()) - y};
        }
        const float room = 130 * scale_;  // a month's title, and its days that are still to come
        return {all.x - room, all.y - room, all.w + 2 * room, all.h + 2 * room};
    }

    // Page and rail are as high as the window or begin at its edge.
    bool is_of_popup(const Drawn& piece, const Rect& ground) const {
        return contains(ground, piece.clip, 2) && piece.clip.x > 0 &&
               piece.clip.h < screen_.surface().height - 1;
    }

    void at_controls() {
        for (std::size_t i = 0; i < controls_.size(); ++i) {
            at_control(*controls_[i]);
            for (std::size_t j = i + 1; j < controls_.size(); ++j)
                at_controls(*controls_[i], *controls_[j]);
        }
    }

    void at_control(const Control& control) {
        const Rect& rect = control.rect;
        if (rect.x < -0.5f || rect.right() > screen_.surface().width + 0.5f)
            say("{} stands outside the window {}", control.name, written(rect));
        if (rect.w < 1 || rect.h < 1) say("{} has no size", control.name);
        // What begins above the window has its words there, too.
        const bool begins_in_view = control.visible && rect.y >= 0;
        if (begins_in_view && !is_told(rect))
            say("{} {} says nothing", control.name, written(rect));
    }

    // Some word or sign that is not blank stands on the control or beside it.
    bool is_told(const Rect& rect) const {
        const Rect near = around(rect, scale_);
        return std::any_of(drawn_.begin(), drawn_.end(), [&](const Drawn* piece) {
            const Rect over = common(near, piece->rect);
            return over.w > 0 && over.h > 0 &&
                   piece->text.find_first_not_of(" \n") != std::string::npos;
        });
    }

    void at_controls(const Control& a, const Control& b) {
        if (a.name == b.name) say("two controls are called {}", a.name);
        if (!a.visible || !b.visible) return;
        // What is lower than 32 is larger to the mouse than to the eye, above and below.
        const Rect over = common(a.rect, b.rect);
        if (over.w <= 1.5f * scale_ || over.h <= 6 * scale_) return;
        const bool nested = contains(a.rect, b.rect, 1) || contains(b.rect, a.rect, 1);
        if (nested && are_of_one_thing(a.name, b.name)) return;
        say("{} {} lies over {} {}", a.name, written(a.rect), b.name, written(b.rect));
    }

    void at_texts() {
        std::vector<const Drawn*> texts;
        for (const Drawn* piece : drawn_) {
            const Rect seen = common(piece->rect, piece->clip);
            if (!piece->text.empty() && seen.h > 0) texts.push_back(piece);
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            at_text(*texts[i]);
            for (std::size_t j = i + 1; j < texts.size(); ++j) at_texts(*texts[i], *texts[j]);
        }
    }

    void at_text(const Drawn& piece) {
        const Rect& rect = piece.rect;
        if (rect.x < piece.clip.x - 1 || rect.right() > piece.clip.right() + 1)
            say("\"{}\" is cut off {} by {}", piece.text, written(rect), written(piece.clip));
        for (const Drawn* ground : drawn_) {
            const Rect& card = ground->rect;
            if (!ground->text.empty() || !card.contains({rect.x + 1, rect.centre().y})) continue;
            if (rect.right() > card.right() - 2 * scale_ || rect.y < card.y - 1 ||
                rect.bottom() > card.bottom() + 1)
                say("\"{}\" {} runs out of its card {}", piece.text, written(rect), written(card));
        }
    }

    void at_texts(const Drawn& a, const Drawn& b) {
        const Rect over = common(common(a.rect, a.clip), common(b.rect, b.clip));
        if (over.w <= 2 * scale_ || over.h <= 3 * scale_) return;
        say("\"{}\" {} lies over \"{}\" {}", a.text, written(a.rect), b.text, written(b.rect));
    }

    template <class... Parts>
    void say(fmt::format_string<Parts...> text, Parts&&... parts) {
        found_.insert(fmt::format(text, std::forward<Parts>(parts)...));
    }

    const Headless& screen_;
    Found& found_;
    float scale_;
    std::string prefix_;
    std::vector<const Control*> controls_;
    std::vector<const Drawn*> drawn_;
};

// Where everything stands: the same twice means that the page does not scroll any further.
std::vector<Rect> places(const Headless& screen) {
    std::vector<Rect> all;
    for (const Drawn& piece : screen.drawn) all.push_back(piece.rect);
    return all;
}

}  // namespace

std::vector<std::string> layout_problems(Headless& screen,
                                         const std::function<void(Found&)>& at_each_view) {
    constexpr int most_steps = 2000;
    constexpr float line = 72;  // of the wheel, at scale 1
    // Less than a windowful each time, so that everything is seen whole at least once.
    const float step = 0.7f * screen.surface().height / (line * screen.surface().monitor_scale);
    Found found;
    // The wheel turns what is under the pointer: the page, at its edge, where nothing else is.
    const app::Frame::Surface& surface = screen.surface();
    const ImVec2 edge{surface.width - 13 * surface.monitor_scale, surface.height / 2};
    screen.move_to(edge);
    screen.wheel(10000);
    for (int steps = 0; steps < most_steps; ++steps) {
        Look{screen, found}.at_everything();
        if (at_each_view) at_each_view(found);
        screen.move_to(edge);
        const auto before = places(screen);
        screen.wheel(-step);
        if (places(screen) == before) break;
    }
    return {found.begin(), found.end()};
}

void look_at_popup(Headless& screen, const std::string& opener, Found& found) {
    const std::string inside = opener + '.';
    const auto count = [&] {
        const auto& all = screen.controls().all();
        return std::count_if(all.begin(), all.end(), [&](const Control& control) {
            return control.name.starts_with(inside);
        });
    };
    const auto before = count();
    screen.click(opener);
    if (count() > before) {
        Look{screen, found, inside}.at_everything();
        for (const Control& control : screen.controls().all())
            if (control.name.starts_with(inside) &&
                (control.rect.y < -0.5f || control.rect.x < -0.5f))
                found.insert(control.name + " opens outside the window");
    }
    screen.key(app::Key::escape);
    screen.settle();
}

}  // namespace rekindle::tests
