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

void draw_code(LockUi& ui, Canvas& canvas, Column& column) {
    draw_wrapped(canvas, column, Type::secondary, Colour::ink,
                 "The recovery code opens the journal like the passphrase. It is shown only once: "
                 "write it on paper and keep that where nobody else looks.");
    column.skip(canvas.px(6));
    draw_wrapped(canvas, column, Type::strong, Colour::ink, ui.code->view());
    column.skip(canvas.px(8));
    Flow flow{canvas, column};
    flow.step = button_height;
    flow.gap = 14;
    if (flow_button(canvas, flow, {.name = "settings.lock.code.copy", .label = "Copy it"}))
        canvas.copy(std::string(ui.code->view()));
    const bool kept =
        flow_button(canvas, flow, {.name = "settings.lock.code.kept", .label = "It is on paper"});
    flow.end();
    if (!kept) return;
    ui.code.reset();
    canvas.controls.focus("settings.lock.now", canvas.controls.shows_ring());
}

std::string minutes_words(int minutes) {
    if (minutes == 0) return "never by itself";
    return fmt::format("after {} {}", minutes, minutes == 1 ? "minute" : "minutes");
}

void draw_when(const Screen& screen, Canvas& canvas, Column& column, Actions& out) {
    const int now = screen.preferences.lock_after;
    std::vector<MenuEntry> entries;
    for (const int minutes : {1, 5, 10, 30, 60, 0})
        entries.push_back({std::to_string(minutes), minutes_words(minutes), minutes == now});
    Column control = begin_setting(canvas, column, "Without use");
    if (const auto chosen = menu_button(canvas, control.x, control.y, "settings.lock.after",
                                        "Locks " + minutes_words(now), entries))
        out.add(LockAfter{std::stoi(*chosen)});
    control.skip(canvas.px(button_height));
    end_setting(canvas, column, control);
}

// By what the journal opens, and since when.
void draw_ways(const Screen& screen, LockUi& ui, Canvas& canvas, Column& column) {
    Column control = begin_setting(canvas, column, "Opens with");
    control.skip(canvas.px(6));
    for (const ShownWay& way : screen.ways) {
        draw_wrapped(canvas, control, Type::secondary, Colour::ink, way.words);
        if (!way.guard.empty())
            draw_wrapped(canvas, control, Type::label, Colour::notice, way.guard);
        if (way.can_go && link_row(canvas, control, remove_name(way), "Remove")) {
            open_lock_form(ui, canvas, Kind::remove);
            ui.way = way.label;
        }
        control.skip(canvas.px(4));
    }
    end_setting(canvas, column, control);
}

void draw_what_came_of_it(const Screen& screen, LockUi& ui, Canvas& canvas, Column& column) {
    for (const auto& [words, colour] :
         {std::pair(&ui.said, Colour::ink), std::pair(&ui.problem, Colour::notice)}) {
        if (words->empty()) continue;
        draw_wrapped(canvas, column, Type::secondary, colour, *words);
        column.skip(canvas.px(8));
    }
    if (!std::exchange(ui.ended, false)) return;
    canvas.controls.focus(ui.code             ? "settings.lock.code.copy"
                          : !screen.locked    ? "settings.lock.set"
                          : ui.others.empty() ? "settings.lock.now"
                                              : leave_name(ui.others.front()));
}

void draw_openers(const Screen& screen, LockUi& ui, Canvas& canvas, Column& column, Actions& out) {
    Flow flow{canvas, column};
    flow.step = button_height;
    flow.gap = 14;
    if (!screen.locked) {
        if (flow_button(canvas, flow, {.name = "settings.lock.set", .label = "Set a passphrase"}))
            open_lock_form(ui, canvas, Kind::set);
    } else {
        if (flow_button(canvas, flow, {.name = "settings.lock.now", .label = "Lock now"}))
            out.add(LockNow{});
        if (flow_button(canvas, flow,
                        {.name = "settings.lock.change", .label = "Change the passphrase"}))
            open_lock_form(ui, canvas, Kind::change);
        if (flow_button(canvas, flow, {.name = "settings.lock.off", .label = "Take the lock off"}))
            open_lock_form(ui, canvas, Kind::take_off);
        if (flow_button(
                canvas, flow,
                {.name = "settings.lock.add", .label = "Add a passphrase for somebody else"}))
            open_lock_form(ui, canvas, Kind::add_passphrase);
        if (flow_button(
                canvas, flow,
                {.name = "settings.lock.new_code",
                 .label = has_code(screen) ? "Make a new recovery code" : "Make a recovery code"}))
            open_lock_form(ui, canvas, Kind::new_code);
    }
    flow.end();
}

}  // namespace

void draw_new_code(const Screen& screen, LockUi& ui, Canvas& canvas, Column& column) {
    if (!ui.code) return;
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink, "Your recovery code");
        card.inside.skip(canvas.px(4));
        draw_what_came_of_it(screen, ui, canvas, card.inside);
        draw_code(ui, canvas, card.inside);
    }
    column.skip(canvas.px(16));
}

void draw_lock(const Screen& screen, SettingsUi& settings, Canvas& canvas, Column& column,
               Actions& out) {
    LockUi& ui = settings.lock;
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "Lock");
        inside.skip(canvas.px(4));
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted,
                     screen.locked
                         ? "The journal is encrypted and opens with its passphrase. Ctrl L locks "
                           "it; so do a time without use, a suspended computer and the desktop’s "
                           "own lock."
                         : "The journal is plain text, which whoever uses your account can open. "
                           "With a passphrase it is encrypted.");
        inside.skip(canvas.px(8));
        if (!ui.form && !ui.code) draw_what_came_of_it(screen, ui, canvas, inside);
        if (screen.locked && !ui.form && !ui.code) draw_others(ui, canvas, inside, out);
        if (screen.locked && !ui.form && !ui.code) {
            draw_when(screen, canvas, inside, out);
            draw_ways(screen, ui, canvas, inside);
        }
        if (ui.form)
            draw_lock_form(screen, ui, canvas, inside, out);
        else if (!ui.code)
            draw_openers(screen, ui, canvas, inside, out);
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
