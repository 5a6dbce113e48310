#include <algorithm>

#include "app/exercises/exercises.hpp"
#include "app/exercises/only_for_me.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "app/widgets/tooltip.hpp"

namespace rekindle::app {
namespace {

const Choice* status_of(const Exercise& exercise, const ListItem& item) {
    for (const Choice& status : exercise.items)
        if (status.id == item.status) return &status;
    return exercise.items.empty() ? nullptr : &exercise.items.front();
}

// Pressing the status goes on to the next, around the end.
std::string next_status(const Exercise& exercise, const Choice* now) {
    const auto place = static_cast<std::size_t>(now - exercise.items.data());
    return exercise.items[(place + 1) % exercise.items.size()].id;
}

void draw_dot(Canvas& canvas, const Rect& row) {
    canvas.list()->AddCircleFilled({row.x + canvas.px(6), row.y + canvas.px(16)}, canvas.px(3),
                                   canvas.colour(Colour::muted));
}

constexpr float narrow_below = 400;  // of the column, at scale 1

// A line of the list as it is drawn.
struct Line {
    const CardContext& context;
    const std::string& list;
    const ListItem& item;
    const Choice* status;  // null where the exercise has none
    std::string name;      // of its controls: "card.ID.EXERCISE.N"
    std::string key;       // in ExerciseUi::open while its details are shown
    bool mine = false;     // its words can be changed by who is writing now
};

struct LineEnd {
    bool removed = false;
    bool next = false;
    bool kept = false;  // the mark "only for me" is to be turned
    bool more = false;  // its note and dates are to be shown, or folded again
};

struct LineButton {
    std::string name;
    const char* icon;
    std::string_view hint;
    std::string state = "-";
    bool strong = false;  // there is something behind it
};

// A small square with an icon at the right of a line; its words are told to a hovering mouse.
bool draw_line_button(Canvas& canvas, const Rect& square, const LineButton& spec) {
    const auto seen =
        interact(canvas, {.name = spec.name, .hit = square, .state = spec.state, .rounding = 6});
    const bool on = seen.hovered || seen.focused || spec.state == "checked" || spec.strong;
    draw_text_centred(canvas, square, Type::secondary, on ? Colour::ink : Colour::faint, spec.icon);
    if (seen.hovered) tooltip(canvas, spec.hint);
    return seen.pressed;
}

// Where stands what can be done with a line: its width is known before its words are drawn, and it
// is drawn after them, as it is read.
struct LineEndPlaces {
    bool can_keep = false;
    Rect status{};
    Rect more{};
    Rect keep{};
    Rect cross{};
    float width = 0;
};

ChipSpec status_chip(const CardContext& context, std::string_view name, const Choice& status) {
    return {.name = name, .label = status.title, .enabled = context.writable};
}

// From the right: taking the line out and keeping it to oneself, for whoever wrote it; its note and
// its status, for either of two people.
LineEndPlaces lay_out_line_end(const Line& line, const Rect& row, Canvas& canvas) {
    LineEndPlaces at;
    float right = row.right();
    const auto take = [&](float width) {
        right -= canvas.px(width);
        return Rect{right, row.y, canvas.px(width), canvas.px(32)};
    };
    at.can_keep = line.mine && offers_only_for_me(line.context.screen, line.item.only_for_me);
    at.cross = take(28);
    if (at.can_keep) at.keep = take(28);
    at.more = take(28);
    if (line.status) {
        const float width = chip_width(canvas, status_chip(line.context, {}, *line.status));
        right -= canvas.px(4) + width;
        at.status = {right, row.y + canvas.px(2), width, canvas.px(chip_height)};
    }
    at.width = row.right() - right + canvas.px(6);
    return at;
}

LineEnd draw_line_end(const Line& line, const LineEndPlaces& at, bool open, Canvas& canvas) {
    LineEnd end;
    const std::string status_name = line.name + ".status";
    if (line.status)
        end.next = chip(canvas, at.status.x, at.status.y,
                        status_chip(line.context, status_name, *line.status));
    end.more = draw_line_button(canvas, at.more,
                                {line.name + ".more", icon::talk, "Its note and its days",
                                 open ? "open" : "closed", !line.item.note.empty()});
    if (at.can_keep)
        end.kept = draw_line_button(
            canvas, at.keep,
            {line.name + ".only-for-me", icon::hide,
             line.item.only_for_me
                 ? "Only for me: hidden from the other person and from exports. It is not locked. "
                   "Click to show it again."
                 : "Only for me: hides it from the other person and from exports. It does not lock "
                   "it.",
             line.item.only_for_me ? "checked" : "-"});
    if (line.mine)
        end.removed = draw_line_button(canvas, at.cross,
                                       {line.name + ".remove", icon::remove, "Delete this line…"});
    return end;
}

// Whose line it is, below its words, where two people write.
void draw_line_writer(const Screen& screen, const ListItem& item, const Pen& pen) {
    const std::string writer = writer_of(screen, item.person);
    if (writer.empty() && !item.only_for_me) return;
    pen.skip(-2);
    std::string line = writer;
    if (item.only_for_me) line += writer.empty() ? "only for me" : " · only for me";
    draw_wrapped(pen, Type::label, Colour::muted, line);
}

std::string dates_of(const Screen& screen, const ListItem& item) {
    std::string words = "Added " + day_words(screen, item.added);
    if (item.changed != item.added) words += " · changed " + day_words(screen, item.changed);
    return words;
}

// Below a line that was opened: what there is to say about it, and since when it stands there.
void draw_line_details(const Line& line, const AskingPen& pen) {
    pen.skip(4);
    const auto note = text_field(
        pen, {.name = line.name + ".note", .hint = "A note", .min_lines = 1, .enabled = line.mine},
        line.item.note);
    if (note.changed) pen.out.add(NoteListItem{line.list, line.item.id, *note.changed});
    pen.skip(4);
    draw_wrapped(pen, Type::label, Colour::muted, dates_of(line.context.screen, line.item));
    pen.skip(6);
}

constexpr float text_inset = 18;  // of a line’s words behind its dot, at scale 1

// What someone did with a line; true when Enter asks for the next one.
bool draw_line(const Line& line, const Exercise& exercise, ExerciseUi& ui, const AskingPen& pen) {
    const ListItem& item = line.item;
    const Rect row{pen.column.x, pen.column.y, pen.column.width, pen.px(32)};
    draw_dot(pen.canvas, row);
    const bool open = ui.open.contains(line.key);
    // In a narrow column the words have the whole width, and what can be done stands below.
    const bool narrow = pen.column.width < pen.px(narrow_below);
    const LineEndPlaces beside = lay_out_line_end(line, row, pen.canvas);
    const float inset = pen.px(text_inset);
    Column words{pen.column.x + inset, pen.column.y + pen.px(5),
                 pen.column.width - inset - (narrow ? 0 : beside.width) - pen.px(8)};
    const auto result = text_field(pen.in(words),
                                   {.name = line.name,
                                    .min_lines = 1,
                                    .single_line = true,
                                    .enabled = line.mine,
                                    .framed = false},
                                   item.text);
    draw_line_writer(line.context.screen, item, pen.in(words));
    pen.column.y = std::max(words.y + pen.px(3), row.bottom());
    const LineEndPlaces at =
        narrow ? lay_out_line_end(line, pen.column.take(pen.px(34)), pen.canvas) : beside;
    const LineEnd end = draw_line_end(line, at, open, pen.canvas);
    if (open) {
        Column details{words.x, pen.column.y, pen.column.x + pen.column.width - words.x};
        draw_line_details(line, pen.in(details));
        pen.column.y = details.y;
    }
    if (end.more && !ui.open.insert(line.key).second) ui.open.erase(line.key);
    if (end.kept) pen.out.add(KeepItemToMyself{line.list, item.id, !item.only_for_me});
    if (result.changed) pen.out.add(EditListItem{line.list, item.id, *result.changed});
    if (end.next)
        pen.out.add(SetItemStatus{line.list, item.id, next_status(exercise, line.status)});
    if (end.removed) pen.out.add(RemoveListItem{line.list, item.id});
    return result.confirmed;
}

// One empty line always waits under the last. It has the `name` of the line it will become, so that
// whoever types into it goes on typing in the line that this made. `base` names the link to it,
// `id` is that line’s.
void draw_waiting_line(const std::string& list, const std::string& base, const std::string& name,
                       const std::string& id, const AskingPen& pen) {
    if (pen.canvas.controls.has_focus(name)) {
        const float inset = pen.px(text_inset);
        Column words{pen.column.x + inset, pen.column.y + pen.px(5),
                     pen.column.width - inset - pen.px(40)};
        draw_dot(pen.canvas, {pen.column.x, pen.column.y, pen.column.width, pen.px(32)});
        const auto result = text_field(pen.in(words),
                                       {.name = name,
                                        .hint = "a line of your own",
                                        .min_lines = 1,
                                        .single_line = true,
                                        .framed = false},
                                       "");
        pen.column.y = std::max(words.y + pen.px(3), pen.column.y + pen.px(32));
        if (result.changed) pen.out.add(AddListItem{list, id, *result.changed});
    }
    const ButtonSpec add{base, "Add a line", ButtonStyle::link};
    if (button(pen.canvas, pen.column.x, pen.column.y - pen.px(2), add))
        pen.canvas.controls.focus(name);
    pen.skip(32);
}

}  // namespace

void draw_list(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
               const AskingPen& pen) {
    draw_exercise_head(pen, exercise.title, exercise.prompt);
    const std::string list = practice_id(context.workbook, context.card, exercise);
    const std::string base = context.name + '.' + exercise.id;
    const auto& items = list_items(context.screen.journal, list);
    const std::string next = base + '.' + std::to_string(items.size() + 1);
    int number = 0;
    for (const ListItem& item : items) {
        ++number;
        if (!is_shown(context, item.id)) continue;
        const Line line{.context = context,
                        .list = list,
                        .item = item,
                        .status = status_of(exercise, item),
                        .name = base + '.' + std::to_string(number),
                        .key = "line " + list + '/' + item.id,
                        .mine = context.writable && is_mine(context.screen, item.person)};
        if (draw_line(line, exercise, ui, pen)) pen.canvas.controls.focus(next);
    }
    if (context.writable && !context.shown)
        draw_waiting_line(list, base, next, context.screen.next_id, pen);
}

}  // namespace rekindle::app
