#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

using Kind = LockRequest::Kind;

// Of the control that removes a way: names of controls have no blanks.
std::string remove_name(const ShownWay& way) {
    std::string name = "settings.lock.remove." + way.label;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

void draw_code(LockUi& ui, const Pen& pen) {
    draw_wrapped(pen, Type::secondary, Colour::ink,
                 "The recovery code opens the journal like the passphrase. It is shown only once: "
                 "write it on paper and keep that where nobody else looks.");
    pen.skip(6);
    draw_wrapped(pen, Type::strong, Colour::ink, ui.code->view());
    pen.skip(8);
    Flow flow{pen};
    flow.step = button_height;
    flow.gap = 14;
    if (flow_button(flow, {.name = "settings.lock.code.copy", .label = "Copy it"}))
        pen.canvas.copy(std::string(ui.code->view()));
    const bool kept =
        flow_button(flow, {.name = "settings.lock.code.kept", .label = "It is on paper"});
    flow.end();
    if (!kept) return;
    ui.code.reset();
    pen.canvas.controls.focus("settings.lock.now", pen.canvas.controls.shows_ring());
}

std::string minutes_words(int minutes) {
    if (minutes == 0) return "never by itself";
    return fmt::format("after {} {}", minutes, minutes == 1 ? "minute" : "minutes");
}

void draw_when(const Screen& screen, const AskingPen& pen) {
    const int now = screen.preferences.lock_after;
    std::vector<MenuEntry> entries;
    for (const int minutes : {1, 5, 10, 30, 60, 0})
        entries.push_back({std::to_string(minutes), minutes_words(minutes), minutes == now});
    Column control = begin_setting(pen, "Without use");
    if (const auto chosen = menu_button(pen.canvas, control.x, control.y, "settings.lock.after",
                                        "Locks " + minutes_words(now), entries))
        pen.out.add(LockAfter{std::stoi(*chosen)});
    control.skip(pen.px(button_height));
    end_setting(pen, control);
}

// By what the journal opens, and since when.
void draw_ways(const Screen& screen, LockUi& ui, const Pen& pen) {
    Column control = begin_setting(pen, "Opens with");
    control.skip(pen.px(6));
    for (const ShownWay& way : screen.ways) {
        draw_wrapped(pen.in(control), Type::secondary, Colour::ink, way.words);
        if (!way.guard.empty())
            draw_wrapped(pen.in(control), Type::label, Colour::notice, way.guard);
        if (way.can_go && link_row(pen.in(control), remove_name(way), "Remove")) {
            open_lock_form(ui, pen.canvas, Kind::remove);
            ui.way = way.label;
        }
        control.skip(pen.px(4));
    }
    end_setting(pen, control);
}

void draw_what_came_of_it(const Screen& screen, LockUi& ui, const Pen& pen) {
    for (const auto& [words, colour] :
         {std::pair(&ui.said, Colour::ink), std::pair(&ui.problem, Colour::notice)}) {
        if (words->empty()) continue;
        draw_wrapped(pen, Type::secondary, colour, *words);
        pen.skip(8);
    }
    if (!std::exchange(ui.ended, false)) return;
    pen.canvas.controls.focus(ui.code             ? "settings.lock.code.copy"
                              : !screen.locked    ? "settings.lock.set"
                              : ui.others.empty() ? "settings.lock.now"
                                                  : leave_name(ui.others.front()));
}

void draw_openers(const Screen& screen, LockUi& ui, const AskingPen& pen) {
    Flow flow{pen};
    flow.step = button_height;
    flow.gap = 14;
    if (!screen.locked) {
        if (flow_button(flow, {.name = "settings.lock.set", .label = "Set a passphrase"}))
            open_lock_form(ui, pen.canvas, Kind::set);
    } else {
        if (flow_button(flow, {.name = "settings.lock.now", .label = "Lock now"}))
            pen.out.add(LockNow{});
        if (flow_button(flow, {.name = "settings.lock.change", .label = "Change the passphrase"}))
            open_lock_form(ui, pen.canvas, Kind::change);
        if (flow_button(flow, {.name = "settings.lock.off", .label = "Take the lock off"}))
            open_lock_form(ui, pen.canvas, Kind::take_off);
        if (flow_button(
                flow, {.name = "settings.lock.add", .label = "Add a passphrase for somebody else"}))
            open_lock_form(ui, pen.canvas, Kind::add_passphrase);
        if (flow_button(flow, {.name = "settings.lock.new_code",
                               .label = has_code(screen) ? "Make a new recovery code"
                                                         : "Make a recovery code"}))
            open_lock_form(ui, pen.canvas, Kind::new_code);
    }
    flow.end();
}

}  // namespace

void draw_new_code(const Screen& screen, LockUi& ui, const Pen& pen) {
    if (!ui.code) return;
    {
        CardGround card{pen};
        const Pen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Your recovery code");
        inside.skip(4);
        draw_what_came_of_it(screen, ui, inside);
        draw_code(ui, inside);
    }
    pen.skip(16);
}

void draw_lock(const Screen& screen, SettingsUi& settings, const AskingPen& pen) {
    LockUi& ui = settings.lock;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Lock");
        inside.skip(4);
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     screen.locked
                         ? "The journal is encrypted and opens with its passphrase. Ctrl L locks "
                           "it; so do a time without use, a suspended computer and the desktop’s "
                           "own lock."
                         : "The journal is plain text, which whoever uses your account can open. "
                           "With a passphrase it is encrypted.");
        inside.skip(8);
        if (!ui.form && !ui.code) draw_what_came_of_it(screen, ui, inside);
        if (screen.locked && !ui.form && !ui.code) draw_others(ui, inside);
        if (screen.locked && !ui.form && !ui.code) {
            draw_when(screen, inside);
            draw_ways(screen, ui, inside);
        }
        if (ui.form)
            draw_lock_form(screen, ui, inside);
        else if (!ui.code)
            draw_openers(screen, ui, inside);
    }
    pen.skip(16);
}

}  // namespace rekindle::app
