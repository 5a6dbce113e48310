#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/screens/flow.hpp"
#include "app/screens/settings_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

using Kind = LockRequest::Kind;

constexpr std::string_view about_forgetting =
    "Nobody can open the journal without its passphrase: no shop, no program, nobody who made "
    "this. If you forget it, all that is written here is gone. Four or five words that nobody "
    "would guess are easier to keep in mind than signs and figures.";
constexpr std::string_view about_the_disk =
    "Everything here is written anew, the earlier states too, and no plain copy stays in the "
    "journal’s folder. What this disk held before can still be there for a while, as it can in "
    "snapshots and with a sync tool. File names, sizes and times can be seen as before.";
constexpr std::string_view about_a_new_key =
    "Archives and copies made before open with the old passphrase. Encrypt everything anew, so "
    "that nothing here does";

void fold(LockUi& ui) {
    ui.form.reset();
    for (PassphraseUi* field : {&ui.current, &ui.next, &ui.again}) field->clear();
    ui.shown = ui.recovery = ui.new_key = false;
    ui.problem.clear();
}

using About = LockUi::About;

struct LockField {
    About about;
    std::string_view name;
    std::string_view label;
    PassphraseUi LockUi::*text;
};
constexpr LockField current_field{About::current, "settings.lock.current", "The passphrase now",
                                  &LockUi::current};
constexpr LockField next_field{About::next, "settings.lock.next",
                               "New passphrase, 8 characters or more", &LockUi::next};
constexpr LockField again_field{About::again, "settings.lock.again", "The same once more",
                                &LockUi::again};

bool is_too_short(const Secret& text) {
    const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    const std::string_view bytes = text.view();
    const auto count = std::count_if(bytes.begin(), bytes.end(), begins);
    return static_cast<std::size_t>(count) < fewest_characters;
}

// What can be seen of a field while one types; nothing while going on may still mend it.
std::string_view live_note(const LockUi& ui, About about, const Controls& controls) {
    if (about == About::next) {
        const bool left = !ui.next.text.empty() && !controls.has_focus(next_field.name);
        return left && is_too_short(ui.next.text) ? "It needs 8 characters or more." : "";
    }
    if (about != About::again || ui.again.text.empty()) return "";
    const bool begins_so = ui.next.text.view().starts_with(ui.again.text.view());
    const bool typing = controls.has_focus(again_field.name) && begins_so;
    return typing || ui.again.text.same_as(ui.next.text) ? "" : "The two are not the same.";
}

PassphraseResult draw_field(const LockField& field, LockUi& ui, Canvas& canvas, Column& column) {
    PassphraseUi& text = ui.*field.text;
    const bool refused = !ui.problem.empty() && ui.about == field.about;
    if (refused && std::exchange(ui.to_problem, false)) {
        text.select_all();
        canvas.controls.focus(field.name, canvas.controls.shows_ring());
    }
    const std::string_view live = live_note(ui, field.about, canvas.controls);
    const PassphraseResult typed =
        passphrase_field(canvas, column,
                         {.name = field.name,
                          .label = field.label,
                          .shown = ui.shown,
                          .enabled = !ui.busy,
                          .note = refused ? std::string_view(ui.problem) : live,
                          .room_for_note = field.about != About::current},
                         text);
    if (typed.touched) ui.problem.clear();  // it was said of what stood there before
    return typed;
}

// True when Enter says that all is typed.
bool draw_fields(LockUi& ui, Canvas& canvas, Column& column) {
    bool confirmed = false;
    if (*ui.form != Kind::set) confirmed = draw_field(current_field, ui, canvas, column).confirmed;
    if (*ui.form != Kind::take_off) {
        if (std::exchange(confirmed, false)) canvas.controls.focus(next_field.name);
        if (draw_field(next_field, ui, canvas, column).confirmed)
            canvas.controls.focus(again_field.name);
        confirmed = draw_field(again_field, ui, canvas, column).confirmed;
    }
    if (tick_box(canvas, column, "settings.lock.show", "Show what is typed", ui.shown, !ui.busy))
        ui.shown = !ui.shown;
    return confirmed;
}

void draw_choices(LockUi& ui, Canvas& canvas, Column& column) {
    if (*ui.form == Kind::take_off) return;
    column.skip(canvas.px(2));
    if (tick_box(canvas, column, "settings.lock.recovery",
                 "Make a recovery code, too, to be kept on paper: it opens the journal when the "
                 "passphrase is forgotten",
                 ui.recovery, !ui.busy))
        ui.recovery = !ui.recovery;
    if (*ui.form != Kind::change) return;
    if (tick_box(canvas, column, "settings.lock.new_key", about_a_new_key, ui.new_key, !ui.busy))
        ui.new_key = !ui.new_key;
}

// What is about none of the fields.
void draw_refused(LockUi& ui, Canvas& canvas, Column& column) {
    if (ui.problem.empty() || ui.about != About::form) return;
    draw_wrapped(canvas, column, Type::secondary, Colour::notice, ui.problem);
    column.skip(canvas.px(6));
    if (std::exchange(ui.to_problem, false)) canvas.controls.focus("settings.lock.apply");
}

void draw_form(LockUi& ui, Canvas& canvas, Column& column, Actions& out) {
    if (*ui.form == Kind::set) {
        draw_wrapped(canvas, column, Type::secondary, Colour::ink, about_forgetting);
        column.skip(canvas.px(8));
    }
    const bool confirmed = draw_fields(ui, canvas, column);
    draw_choices(ui, canvas, column);
    column.skip(canvas.px(8));
    if (*ui.form != Kind::take_off)
        draw_wrapped(canvas, column, Type::label, Colour::muted, about_the_disk);
    else
        draw_wrapped(canvas, column, Type::label, Colour::muted,
                     "Everything here becomes plain text again, the earlier states too.");
    column.skip(canvas.px(8));
    draw_refused(ui, canvas, column);
    const std::string_view word = ui.busy                    ? "Being done …"
                                  : *ui.form == Kind::set    ? "Lock the journal"
                                  : *ui.form == Kind::change ? "Change it"
                                                             : "Take the lock off";
    Flow flow{canvas, column};
    flow.step = button_height;
    flow.gap = 14;
    const bool pressed = flow_button(canvas, flow,
                                     {.name = "settings.lock.apply",
                                      .label = word,
                                      .style = ButtonStyle::primary,
                                      .enabled = !ui.busy});
    if ((pressed || confirmed) && !ui.busy) out.add(ChangeLock{});
    if (flow_button(canvas, flow,
                    {.name = "settings.lock.leave", .label = "Leave it", .enabled = !ui.busy}))
        fold(ui);
    flow.end();
}

void draw_code(LockUi& ui, Canvas& canvas, Column& column) {
    draw_wrapped(canvas, column, Type::secondary, Colour::ink,
                 "The recovery code opens the journal like the passphrase. It is shown this once: "
                 "write it on paper and keep that where nobody else looks.");
    column.skip(canvas.px(6));
    draw_wrapped(canvas, column, Type::strong, Colour::ink, ui.code->view());
    column.skip(canvas.px(8));
    Flow flow{canvas, column};
    flow.step = button_height;
    flow.gap = 14;
    if (flow_button(canvas, flow, {.name = "settings.lock.code.copy", .label = "Copy it"})) {
        canvas.fields.copied = std::string(ui.code->view());
        canvas.clipboard.give(Selection::clipboard, canvas.fields.copied);
    }
    const bool kept =
        flow_button(canvas, flow, {.name = "settings.lock.code.kept", .label = "It is on paper"});
    flow.end();
    if (kept) ui.code.reset();
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

void open_form(LockUi& ui, Canvas& canvas, Kind kind) {
    fold(ui);
    ui.said.clear();
    ui.form = kind;
    canvas.controls.focus(kind == Kind::set ? "settings.lock.next" : "settings.lock.current");
}

void draw_what_came_of_it(const Screen& screen, LockUi& ui, Canvas& canvas, Column& column) {
    for (const auto& [words, colour] :
         {std::pair(&ui.said, Colour::ink), std::pair(&ui.problem, Colour::notice)}) {
        if (words->empty()) continue;
        draw_wrapped(canvas, column, Type::secondary, colour, *words);
        column.skip(canvas.px(8));
    }
    if (!std::exchange(ui.ended, false)) return;
    canvas.controls.focus(ui.code         ? "settings.lock.code.copy"
                          : screen.locked ? "settings.lock.now"
                                          : "settings.lock.set");
}

void draw_openers(const Screen& screen, LockUi& ui, Canvas& canvas, Column& column, Actions& out) {
    Flow flow{canvas, column};
    flow.step = button_height;
    flow.gap = 14;
    if (!screen.locked) {
        if (flow_button(canvas, flow, {.name = "settings.lock.set", .label = "Set a passphrase"}))
            open_form(ui, canvas, Kind::set);
    } else {
        if (flow_button(canvas, flow, {.name = "settings.lock.now", .label = "Lock now"}))
            out.add(LockNow{});
        if (flow_button(canvas, flow,
                        {.name = "settings.lock.change", .label = "Change the passphrase"}))
            open_form(ui, canvas, Kind::change);
        if (flow_button(canvas, flow, {.name = "settings.lock.off", .label = "Take the lock off"}))
            open_form(ui, canvas, Kind::take_off);
    }
    flow.end();
}

}  // namespace

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
        if (!ui.form) draw_what_came_of_it(screen, ui, canvas, inside);
        if (ui.code) draw_code(ui, canvas, inside);
        if (screen.locked && !ui.form && !ui.code) draw_when(screen, canvas, inside, out);
        if (ui.form)
            draw_form(ui, canvas, inside, out);
        else if (!ui.code)
            draw_openers(screen, ui, canvas, inside, out);
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
