#include "app/screens/workbook/card.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/exercises/exercises.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float header_height = 58;
constexpr float two_columns_from = 720;  // of the card's inside, at scale 1

struct Head {
    CardState state = CardState::not_started;
    Progress progress;
    bool open = false;
    bool narrow = false;
};

Colour state_colour(CardState state) {
    switch (state) {
        case CardState::worked_through:
            return Colour::accent;
        case CardState::in_progress:
            return Colour::trust;
        default:
            return Colour::faint;
    }
}

std::string_view state_word(CardState state) {
    switch (state) {
        case CardState::not_started:
            return "not-started";
        case CardState::in_progress:
            return "in-progress";
        case CardState::worked_through:
            return "worked-through";
        case CardState::set_aside:
            return "set-aside";
    }
    return "-";
}

void draw_number(Canvas& canvas, float x, float middle, int number, CardState state) {
    const float radius = canvas.px(15);
    const ImVec2 centre{x + radius, middle};
    canvas.list()->AddCircle(centre, radius - 1, canvas.colour(state_colour(state)), 40,
                             std::max(1.2f, 1.8f * canvas.scale));
    const Colour ink = state == CardState::in_progress || state == CardState::worked_through
                           ? state_colour(state)
                           : Colour::muted;
    draw_text_centred(canvas, {x, middle - radius, 2 * radius, 2 * radius}, Type::secondary_strong,
                      ink, std::to_string(number));
}

constexpr float words_left = 99;  // of the header's words, from the card's edge
constexpr float words_right = 22;

// In a narrow card title, state and summary stand under each other and wrap.
float header_height_of(Canvas& canvas, const Card& card, const Head& head, float width) {
    if (!head.narrow) return canvas.px(header_height);
    const float room = width - canvas.px(words_left + words_right);
    return canvas.px(16 + 16) + wrapped_height(canvas, Type::heading, card.title, room) +
           line_height(canvas, Type::secondary) +
           wrapped_height(canvas, Type::secondary, card.summary, room);
}

std::string count_words(const Head& head) {
    return fmt::format("{} of {}", head.progress.done, head.progress.all);
}

void draw_narrow_words(const Card& card, const Head& head, const Rect& row, Canvas& canvas) {
    Column words{row.x + canvas.px(words_left), row.y + canvas.px(16),
                 row.w - canvas.px(words_left + words_right)};
    draw_wrapped({canvas, words}, Type::heading, Colour::ink, card.title);
    draw_wrapped({canvas, words}, Type::secondary, Colour::muted,
                 fmt::format("{} · {}", state_title(head.state), count_words(head)));
    draw_wrapped({canvas, words}, Type::secondary, Colour::muted, card.summary);
}

// Title, summary, state and count on one line; nothing here can be pressed by itself.
void draw_wide_words(const Card& card, const Head& head, const Rect& row, Canvas& canvas) {
    const float middle = row.y + row.h / 2;
    const auto y_of = [&](Type type) { return middle - canvas.fonts[type]->FontSize / 2; };
    float right = row.right() - canvas.px(words_right);
    right -= badge(canvas, right, middle - canvas.px(chip_height) / 2, state_title(head.state),
                   state_colour(head.state)) +
             canvas.px(14);
    draw_text_right(canvas, right, y_of(Type::secondary), Type::secondary, Colour::muted,
                    count_words(head));
    right -= text_width(canvas, Type::secondary, count_words(head)) + canvas.px(16);
    const float left = row.x + canvas.px(words_left);
    draw_text_cut(canvas, {left, y_of(Type::heading)}, right - left, Type::heading, Colour::ink,
                  card.title);
    const float summary_x = left + text_width(canvas, Type::heading, card.title) + canvas.px(16);
    if (!head.open && right - summary_x > canvas.px(80))
        draw_text_cut(canvas, {summary_x, y_of(Type::secondary) + canvas.px(1)}, right - summary_x,
                      Type::secondary, Colour::muted, card.summary);
}

void draw_header_words(const Card& card, int number, const Head& head, const Rect& row,
                       Canvas& canvas) {
    const float middle = row.y + canvas.px(header_height) / 2;
    draw_text(canvas, row.x + canvas.px(28), middle - canvas.fonts[Type::heading]->FontSize / 2,
              Type::heading, Colour::muted, head.open ? icon::open : icon::folded);
    draw_number(canvas, row.x + canvas.px(54), middle, number, head.state);
    if (head.narrow)
        draw_narrow_words(card, head, row, canvas);
    else
        draw_wide_words(card, head, row, canvas);
}

void draw_paragraphs(const Pen& pen, Type type, Colour colour, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        draw_wrapped(pen, type, colour, text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
        pen.skip(10);
    }
}

// A card speaks to one role at a time where it has something of its own to say to it; somebody who
// has not told their role reads both.
void draw_role_lines(const CardContext& context, const Pen& pen) {
    const Person* person = find_person(*context.screen.journal.profile, context.screen.person);
    const Role role = person ? person->role : Role::neither;
    const auto line = [&](Role other, std::string_view who, const std::string& words) {
        if (words.empty() || role == other) return;
        draw_wrapped(pen, Type::secondary_strong, Colour::ink, who);
        draw_wrapped(pen, Type::secondary, Colour::muted, words);
        pen.skip(10);
    };
    line(Role::broke, "For the person who was hurt", context.card.for_hurt);
    line(Role::hurt, "For the person who broke trust", context.card.for_broke);
}

void draw_writing(const CardContext& context, ExerciseUi& ui, const AskingPen& pen) {
    draw_paragraphs(pen, Type::secondary, Colour::muted, context.card.guidance);
    draw_role_lines(context, pen);
    for (const Exercise& exercise : context.card.exercises) {
        if (row_of(exercise.kind).little_writing) continue;
        pen.skip(10);
        draw_exercise(context, exercise, ui, pen);
    }
}

void draw_marks(const CardContext& context, CardState state, const AskingPen& pen) {
    const CardRef card{context.workbook.id, context.card.id};
    const bool through = state == CardState::worked_through;
    const bool aside = state == CardState::set_aside;
    const std::string state_name = context.name + ".state";
    const std::string aside_name = context.name + ".aside";
    const ButtonSpec mark{state_name,
                          through ? "Not worked through yet" : "Mark worked through",
                          through ? ButtonStyle::plain : ButtonStyle::primary,
                          {},
                          context.writable,
                          std::string(state_word(state))};
    const ButtonSpec later{
        aside_name, aside ? "Bring back" : "Set aside", ButtonStyle::plain, {}, context.writable};
    float x = pen.column.x;
    if (button(pen.canvas, x, pen.column.y, mark))
        pen.out.add(MarkCard{card, through ? CardMark::none : CardMark::worked_through});
    x += button_width(pen.canvas, mark) + pen.px(14);
    if (x + button_width(pen.canvas, later) > pen.column.x + pen.column.width) {
        x = pen.column.x;
        pen.skip(button_height + 10);
    }
    if (button(pen.canvas, x, pen.column.y, later))
        pen.out.add(MarkCard{card, aside ? CardMark::none : CardMark::set_aside});
    pen.skip(button_height);
}

// Sliders, small actions, rituals and plans: what can be done with hardly any writing.
void draw_doing(const CardContext& context, CardState state, ExerciseUi& ui, const AskingPen& pen) {
    const auto scale =
        std::find_if(context.card.exercises.begin(), context.card.exercises.end(),
                     [](const Exercise& e) { return e.kind == ExerciseKind::scale; });
    draw_scale(context, scale == context.card.exercises.end() ? nullptr : &*scale, pen);
    for (const Exercise& exercise : context.card.exercises) {
        if (exercise.kind == ExerciseKind::scale || !row_of(exercise.kind).little_writing) continue;
        pen.skip(14);
        draw_exercise(context, exercise, ui, pen);
    }
    pen.skip(16);
    draw_marks(context, state, pen);
}

void draw_inside(const CardContext& context, CardState state, ExerciseUi& ui,
                 const AskingPen& pen) {
    if (pen.column.width < pen.px(two_columns_from)) {
        draw_writing(context, ui, pen);
        pen.skip(18);
        draw_doing(context, state, ui, pen);
        return;
    }
    const float gap = pen.px(26);
    const float left_width = std::round((pen.column.width - gap) * 0.556f);
    Column left{pen.column.x, pen.column.y, left_width};
    Column right{pen.column.x + left_width + gap, pen.column.y,
                 pen.column.width - gap - left_width};
    draw_writing(context, ui, pen.in(left));
    draw_doing(context, state, ui, pen.in(right));
    pen.column.y = std::max(left.y, right.y);
}

}  // namespace

void draw_card(const ShownCard& shown, WorkbookUi& ui, ExerciseUi& exercises,
               const AskingPen& pen) {
    const auto& [screen, workbook, card, number] = shown;
    const std::string key = workbook.id + '/' + card.id;
    const Head head{card_state(screen.journal, workbook, card, screen.person),
                    card_progress(screen.journal, workbook, card, screen.person),
                    ui.open.contains(key), pen.column.width < pen.px(two_columns_from)};
    const float header = header_height_of(pen.canvas, card, head, pen.column.width);
    const float known = head.open && ui.heights.contains(key) ? ui.heights[key] : header;
    const Rect whole{pen.column.x, pen.column.y, pen.column.width, known};
    if (is_hidden(pen.canvas, whole) && (!head.open || ui.heights.contains(key)) &&
        ui.scroll_to != card.id) {
        pen.column.skip(known);
        return;
    }

    pen.canvas.list()->ChannelsSplit(2);
    pen.canvas.list()->ChannelsSetCurrent(1);
    const Rect row = pen.column.take(header);
    const std::string name = "card." + card.id;
    const std::string header_name = name + ".header";
    const auto seen = interact(
        pen.canvas,
        {.name = header_name, .hit = row, .state = head.open ? "open" : "closed", .rounding = 14});
    if (seen.pressed && !ui.open.insert(key).second) ui.open.erase(key);
    draw_header_words(card, number, head, row, pen.canvas);
    if (head.open) {
        const Part part{PartKind::answers, {}, workbook.id};
        const CardContext context{screen, workbook,
                                  card,   card_answers(screen.journal, workbook.id, card.id),
                                  name,   !screen.why_read_only(part)};
        Column inside{pen.column.x + pen.px(22), pen.column.y + pen.px(4),
                      pen.column.width - pen.px(44)};
        draw_inside(context, head.state, exercises, pen.in(inside));
        pen.column.y = inside.y + pen.px(20);
    }
    pen.canvas.list()->ChannelsSetCurrent(0);
    draw_card_ground(pen.canvas, {row.x, row.y, row.w, pen.column.y - row.y});
    pen.canvas.list()->ChannelsMerge();
    ui.heights[key] = pen.column.y - row.y;
    if (ui.scroll_to == card.id) {
        const float top = pen.canvas.list()->GetClipRectMin().y;
        ImGui::SetScrollY(ImGui::GetScrollY() + row.y - top - pen.px(24));
        ui.scroll_to.clear();
        // From its header Tab goes on into the card.
        pen.canvas.controls.grab(header_name, pen.canvas.controls.shows_ring());
    }
}

}  // namespace rekindle::app
