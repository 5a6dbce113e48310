#include <algorithm>

#include "app/exercises/exercises.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

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

struct LineEnd {
    float width = 0;  // what the status and the cross take at the right
    bool removed = false;
    bool next = false;
};

LineEnd draw_line_end(const CardPlace& place, const std::string& name, const Choice* status,
                      const Rect& row, Canvas& canvas) {
    LineEnd end;
    const std::string remove = name + ".remove";
    const Rect cross{row.right() - canvas.px(28), row.y, canvas.px(28), canvas.px(32)};
    if (place.writable) {
        const auto seen = interact(canvas, {.name = remove, .hit = cross, .rounding = 6});
        end.removed = seen.pressed;
        draw_text_centred(canvas, cross, Type::secondary,
                          seen.hovered || seen.focused ? Colour::ink : Colour::faint, icon::remove);
        if (seen.hovered) tooltip(canvas, "Take this line out");
    }
    end.width = canvas.px(34);
    if (!status) return end;
    const std::string chip_name = name + ".status";
    const ChipSpec spec{.name = chip_name, .label = status->title, .enabled = place.writable};
    const float width = chip_width(canvas, spec);
    end.next = chip(canvas, cross.x - canvas.px(4) - width, row.y + canvas.px(2), spec);
    end.width += width + canvas.px(4);
    return end;
}

}  // namespace

void draw_list(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
               Column& column, Actions& out) {
    draw_exercise_head(canvas, column, exercise.title, exercise.prompt);
    const std::string list = practice_id(place.workbook, place.card, exercise);
    const std::string base = place.name + '.' + exercise.id;
    const auto& items = list_items(place.screen.journal, list);
    const float text_inset = canvas.px(18);

    int line = 0;
    for (const ListItem& item : items) {
        const std::string name = base + '.' + std::to_string(++line);
        const Choice* status = status_of(exercise, item);
        const Rect row{column.x, column.y, column.width, canvas.px(32)};
        draw_dot(canvas, row);
        const LineEnd end = draw_line_end(place, name, status, row, canvas);
        Column words{column.x + text_inset, column.y + canvas.px(5),
                     column.width - text_inset - end.width - canvas.px(8)};
        const auto result = text_field(canvas, words,
                                       {.name = name,
                                        .min_lines = 1,
                                        .single_line = true,
                                        .enabled = place.writable,
                                        .framed = false},
                                       item.text);
        column.y = std::max(words.y + canvas.px(3), row.bottom());
        if (result.changed) out.add(EditListItem{list, item.id, *result.changed});
        if (end.next) out.add(SetItemStatus{list, item.id, next_status(exercise, status)});
        if (end.removed) out.add(RemoveListItem{list, item.id});
        if (result.confirmed) canvas.controls.focus(base + '.' + std::to_string(items.size() + 1));
    }
    if (!place.writable) return;

    // One empty line always waits under the last. It has the name of the line it will become, so
    // that whoever types into it goes on typing in the line that this made.
    const std::string name = base + '.' + std::to_string(items.size() + 1);
    const bool waiting = canvas.controls.has_focus(name);
    if (waiting) {
        Column words{column.x + text_inset, column.y + canvas.px(5),
                     column.width - text_inset - canvas.px(40)};
        draw_dot(canvas, {column.x, column.y, column.width, canvas.px(32)});
        const auto result = text_field(canvas, words,
                                       {.name = name,
                                        .hint = "a line of your own",
                                        .min_lines = 1,
                                        .single_line = true,
                                        .framed = false},
                                       "");
        column.y = std::max(words.y + canvas.px(3), column.y + canvas.px(32));
        if (result.changed) out.add(AddListItem{list, ui.fresh, *result.changed});
    }
    const ButtonSpec add{base, "+ add a line", ButtonStyle::link};
    if (button(canvas, column.x, column.y - canvas.px(2), add)) canvas.controls.focus(name);
    column.skip(canvas.px(32));
}

}  // namespace rekindle::app
