// The forms of the lock: set it, change the passphrase, take it off, add a way in or remove one.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "workbook/base/utf8_text.hpp"

namespace rekindle::app {
namespace {

using Kind = LockRequest::Kind;

constexpr std::string_view about_forgetting =
    "Nobody can open the journal without its passphrase: no shop, no program, nobody who made "
    "this. If you forget it, all that is written here is gone. Four or five words that nobody "
    "would guess are easier to keep in mind than symbols and numbers.";
constexpr std::string_view about_the_disk =
    "Everything here is written anew, the earlier states too, and no plain copy stays in the "
    "journal’s folder. What this disk held before can still be there for a while, as it can in "
    "snapshots and with a sync tool. File names, sizes and times can be seen as before.";
constexpr std::string_view about_a_new_key =
    "Archives and copies made before open with the old passphrase. Encrypt everything anew, so "
    "that nothing here does";

constexpr std::size_t longest_name = 120;  // bytes; what the store takes is 40 characters

bool has_new(Kind kind) {
    return kind == Kind::set || kind == Kind::change || kind == Kind::add_passphrase;
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
constexpr LockField again_field{About::again, "settings.lock.again", "The same again",
                                &LockUi::again};

bool is_too_short(const Secret& text) { return count_characters(text.view()) < fewest_characters; }

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

PassphraseResult draw_field(const LockField& field, LockUi& ui, const Pen& pen) {
    PassphraseUi& text = ui.*field.text;
    const bool refused = !ui.problem.empty() && ui.about == field.about;
    if (refused && std::exchange(ui.to_problem, false)) {
        text.select_all();
        pen.canvas.controls.focus(field.name, pen.canvas.controls.shows_ring());
    }
    const std::string_view live = live_note(ui, field.about, pen.canvas.controls);
    const PassphraseResult typed =
        passphrase_field(pen,
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
bool draw_fields(LockUi& ui, const Pen& pen) {
    bool confirmed = false;
    if (*ui.form != Kind::set) confirmed = draw_field(current_field, ui, pen).confirmed;
    if (has_new(*ui.form)) {
        if (std::exchange(confirmed, false)) pen.canvas.controls.focus(next_field.name);
        if (draw_field(next_field, ui, pen).confirmed) pen.canvas.controls.focus(again_field.name);
        confirmed = draw_field(again_field, ui, pen).confirmed;
    }
    if (tick_box(pen, "settings.lock.show", "Show what is typed", ui.shown, !ui.busy))
        ui.shown = !ui.shown;
    return confirmed;
}

// What a recovery code is for, or, where there is one, what becomes of it.
std::string_view about_a_code(const Screen& screen, const LockUi& ui) {
    if (*ui.form == Kind::set || !has_code(screen))
        return "Make a recovery code, too, to be kept on paper: it opens the journal when the "
               "passphrase is forgotten";
    return ui.new_key ? "Make a new recovery code, too: the one on paper opens nothing once "
                        "everything is encrypted anew"
                      : "Make a new recovery code, too; without this the one on paper stays good";
}

void draw_choices(const Screen& screen, LockUi& ui, const Pen& pen) {
    if (*ui.form != Kind::set && *ui.form != Kind::change) return;
    pen.skip(2);
    if (tick_box(pen, "settings.lock.recovery", about_a_code(screen, ui), ui.recovery, !ui.busy))
        ui.recovery = !ui.recovery;
    if (*ui.form != Kind::change) return;
    if (tick_box(pen, "settings.lock.new_key", about_a_new_key, ui.new_key, !ui.busy)) {
        ui.new_key = !ui.new_key;
        // The paper would be void without a word.
        if (ui.new_key && has_code(screen)) ui.recovery = true;
    }
    if (ui.new_key && screen.ways.size() > 1)
        draw_wrapped(pen, Type::label, Colour::muted,
                     "Only the new passphrase opens the journal then: every other way in has to be "
                     "made anew.");
}

// What is about none of the fields.
void draw_refused(LockUi& ui, const Pen& pen) {
    if (ui.problem.empty() || ui.about != About::form) return;
    draw_wrapped(pen, Type::secondary, Colour::notice, ui.problem);
    pen.skip(6);
    if (std::exchange(ui.to_problem, false)) pen.canvas.controls.focus("settings.lock.apply");
}

std::string_view before_the_form(const Screen& screen, Kind kind) {
    switch (kind) {
        case Kind::set:
            return about_forgetting;
        case Kind::add_passphrase:
            return "Somebody else types a passphrase of their own here. Whoever has it can read "
                   "everything, change everything, and take your passphrase out.";
        case Kind::new_code:
            return has_code(screen)
                       ? "A new recovery code takes the place of the one on paper, which then "
                         "opens nothing."
                       : "A recovery code, kept on paper, opens the journal when the passphrase is "
                         "forgotten.";
        default:
            return {};
    }
}

std::string_view below_the_form(Kind kind, bool new_key) {
    switch (kind) {
        case Kind::set:
            return about_the_disk;
        case Kind::change:
            return new_key ? about_the_disk : "The other ways in stay as they are.";
        case Kind::take_off:
            return "Everything here becomes plain text again, the earlier states too.";
        case Kind::remove:
            return "Archives and copies made before still open with it. With “Change the "
                   "passphrase” everything can be encrypted anew, so that nothing here does.";
        default:
            return {};
    }
}

std::string_view apply_word(Kind kind) {
    switch (kind) {
        case Kind::set:
            return "Lock the journal";
        case Kind::change:
            return "Change it";
        case Kind::take_off:
            return "Take the lock off";
        case Kind::add_passphrase:
            return "Add it";
        case Kind::new_code:
            return "Make the code";
        case Kind::remove:
            return "Remove it";
    }
    return {};
}

// What is removed, in the words of the list.
void draw_what_goes(const Screen& screen, const LockUi& ui, const Pen& pen) {
    for (const ShownWay& way : screen.ways)
        if (way.label == ui.way) {
            draw_wrapped(pen, Type::strong, Colour::ink, way.words);
            pen.skip(8);
        }
}

void draw_name(LockUi& ui, const Pen& pen) {
    draw_wrapped(pen, Type::secondary, Colour::muted,
                 "A name for it in the list, which anybody can read");
    pen.skip(4);
    const auto typed = text_field(pen,
                                  {.name = "settings.lock.name",
                                   .hint = "none is needed",
                                   .single_line = true,
                                   .enabled = !ui.busy,
                                   .most_bytes = longest_name},
                                  ui.way);
    if (typed.changed) {
        ui.way = *typed.changed;
        ui.problem.clear();
    }
    pen.skip(8);
}

// What opens the form, and has the keys again when it is left.
std::string_view opener_of(Kind kind) {
    switch (kind) {
        case Kind::set:
            return "settings.lock.set";
        case Kind::change:
            return "settings.lock.change";
        case Kind::take_off:
            return "settings.lock.off";
        case Kind::add_passphrase:
            return "settings.lock.add";
        case Kind::new_code:
            return "settings.lock.new_code";
        case Kind::remove:
            break;  // one of several, of which none is meant any more
    }
    return "settings.lock.now";
}

void fold(LockUi& ui) {
    ui.form.reset();
    for (PassphraseUi* field : {&ui.current, &ui.next, &ui.again}) field->clear();
    ui.shown = ui.recovery = ui.new_key = false;
    ui.way.clear();
    ui.problem.clear();
}

// What the form says, unless the new passphrase was not typed the same twice.
void ask_for_it(LockUi& ui, Actions& out) {
    if (has_new(*ui.form) && !ui.next.text.same_as(ui.again.text))
        return ui.refuse("The two are not the same.", About::again);
    ui.problem.clear();
    out.add(ChangeLock{std::make_shared<LockRequest>(
        LockRequest{*ui.form, Secret(ui.current.text.view()), Secret(ui.next.text.view()),
                    ui.recovery, ui.new_key, ui.way})});
}

void leave(LockUi& ui, Canvas& canvas) {
    canvas.controls.focus(opener_of(*ui.form), canvas.controls.shows_ring());
    fold(ui);
}

}  // namespace

bool has_code(const Screen& screen) {
    return std::any_of(screen.ways.begin(), screen.ways.end(),
                       [](const ShownWay& way) { return way.is_code; });
}

void open_lock_form(LockUi& ui, Canvas& canvas, Kind kind) {
    fold(ui);
    ui.said.clear();
    ui.form = kind;
    canvas.controls.focus(kind == Kind::set ? "settings.lock.next" : "settings.lock.current");
}

void draw_lock_form(const Screen& screen, LockUi& ui, const AskingPen& pen) {
    const Kind kind = *ui.form;
    if (const auto words = before_the_form(screen, kind); !words.empty()) {
        draw_wrapped(pen, Type::secondary, Colour::ink, words);
        pen.skip(8);
    }
    if (kind == Kind::remove) draw_what_goes(screen, ui, pen);
    const bool confirmed = draw_fields(ui, pen);
    if (kind == Kind::add_passphrase) draw_name(ui, pen);
    draw_choices(screen, ui, pen);
    pen.skip(8);
    if (const auto words = below_the_form(kind, ui.new_key); !words.empty()) {
        draw_wrapped(pen, Type::label, Colour::muted, words);
        pen.skip(8);
    }
    draw_refused(ui, pen);
    const std::string_view word = ui.busy ? "Working …" : apply_word(kind);
    Flow flow{pen};
    flow.step = button_height;
    flow.gap = 14;
    const bool pressed = flow_button(flow, {.name = "settings.lock.apply",
                                            .label = word,
                                            .style = ButtonStyle::primary,
                                            .enabled = !ui.busy});
    if ((pressed || confirmed) && !ui.busy) ask_for_it(ui, pen.out);
    if (flow_button(flow,
                    {.name = "settings.lock.leave", .label = "Leave it", .enabled = !ui.busy}))
        leave(ui, pen.canvas);
    flow.end();
}

}  // namespace rekindle::app
