// What is said of the days on which a promise was due.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/exercises/promise_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "workbook/insight/promises.hpp"
#include "workbook/journal/practice_words.hpp"

namespace rekindle::app {
namespace {

constexpr int days_back = 8 * 7;    // of the ledger that can be seen
constexpr std::size_t handful = 5;  // earlier days seen without asking for more
constexpr float title_width = 150;  // of a day's name, so that the marks stand in one line

void draw_day(const PromiseContext& context, const Promise& promise, Date due,
              const std::string& name, const AskingPen& pen) {
    const std::string title = due_title(due, context.card.screen.today);
    const float wanted =
        std::max(pen.px(title_width), text_width(pen.canvas, Type::secondary, title));
    Flow flow{pen};
    flow.step = 32;
    flow.between_lines = 0;
    flow.gap = 6;
    const ImVec2 at = flow.place(std::min(wanted, pen.column.width));
    draw_text_cut(pen.canvas,
                  {at.x, at.y + (pen.px(32) - pen.canvas.fonts.size(Type::secondary)) / 2},
                  pen.column.width, Type::secondary, Colour::ink, title);
    const auto asked = mark_chips(flow, name, mark_for(promise, due), context.card.writable);
    flow.end();
    if (asked) pen.out.add(MarkPromise{context.ledger, promise.id, due, asked->kept});
}

std::vector<Date> earlier_days(const Promise& promise, Date today) {
    std::vector<Date> days = ledger_days(promise, today - days_back, today);
    if (const auto current = current_day(promise, today)) std::erase(days, *current);
    return days;
}

std::string four_weeks_words(const Promise& promise, Date today) {
    const MarkCount count = count_marks(promise, today - 27, today);
    if (count.all() == 0) return {};
    std::string words;
    const auto add = [&](int number, Kept kept) {
        if (number > 0)
            words += fmt::format("{}{} {}", words.empty() ? "" : " · ", number, kept_title(kept));
    };
    add(count.kept, Kept::kept);
    add(count.late, Kept::late);
    add(count.not_kept, Kept::not_kept);
    return "Marked in the last four weeks: " + words;
}

}  // namespace

std::optional<MarkAsked> mark_chips(Flow& flow, const std::string& name, const PromiseMark* mark,
                                    bool enabled, Type type) {
    std::optional<MarkAsked> asked;
    for (const Kept kept : {Kept::kept, Kept::late, Kept::not_kept}) {
        const bool on = mark && mark->kept == kept;
        const ChipSpec spec{.name = fmt::format("{}.{}", name, to_word(kept)),
                            .label = kept_title(kept),
                            .selected = on,
                            .type = type,
                            .enabled = enabled};
        const ImVec2 at = flow.place(chip_width(flow.pen.canvas, spec));
        const float down = (flow.pen.px(flow.step) - flow.pen.px(chip_height)) / 2;
        if (chip(flow.pen.canvas, at.x, at.y + std::max(0.0f, down), spec))
            asked = MarkAsked{on ? std::nullopt : std::optional(kept)};
    }
    return asked;
}

std::vector<Date> ledger_days(const Promise& promise, Date from, Date to) {
    std::vector<Date> days = due_days(promise, from, to);
    for (const PromiseMark& mark : promise.marks)
        if (mark.due >= from && mark.due <= to) days.push_back(mark.due);
    std::sort(days.rbegin(), days.rend());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

std::string due_title(Date due, Date today) {
    if (due == today) return "Today";
    if (due == today - 1) return "Yesterday";
    return day_in_full(due, today);
}

std::optional<Date> current_day(const Promise& promise, Date today) {
    const Date from = promise.schedule.recurrence == Recurrence::once
                          ? std::min(promise.schedule.first, today)
                          : today - 6;
    const std::vector<Date> days = ledger_days(promise, from, today);
    return days.empty() ? std::nullopt : std::optional(days.front());
}

void draw_current_day(const PromiseContext& context, const Promise& promise, const AskingPen& pen) {
    const Date today = context.card.screen.today;
    const auto current = current_day(promise, today);
    if (current) {
        draw_day(context, promise, *current, context.name, pen);
        return;
    }
    const std::vector<Date> next = due_days(promise, today + 1, today + 14);
    const Date first = promise.schedule.first;
    const auto day = !next.empty()                     ? std::optional(next.front())
                     : first > today && !promise.ended ? std::optional(first)
                                                       : std::nullopt;
    if (!day || is_resting(promise, today)) return;
    draw_wrapped(pen, Type::secondary, Colour::muted, "Next on " + day_in_full(*day, today));
    pen.skip(6);
}

void draw_earlier_days(const PromiseContext& context, const Promise& promise, ExerciseUi& ui,
                       const AskingPen& pen) {
    const Date today = context.card.screen.today;
    const std::vector<Date> days = earlier_days(promise, today);
    if (days.empty()) return;
    draw_wrapped(pen, Type::secondary_strong, Colour::ink, "Earlier days");
    const std::string key = context.ledger + '/' + promise.id + " older";
    const bool all = ui.open.contains(key);
    const std::size_t shown = all ? days.size() : std::min(handful, days.size());
    for (std::size_t i = 0; i < shown; ++i)
        draw_day(context, promise, days[i], context.name + '.' + to_iso(days[i]), pen);
    const std::string words = four_weeks_words(promise, today);
    if (!words.empty()) draw_wrapped(pen, Type::label, Colour::muted, words);
    if (days.size() > handful) {
        const std::string name = context.name + ".older";
        if (button(pen.canvas, pen.column.x, pen.column.y,
                   {.name = name,
                    .label = all ? "Only the latest days" : "Older days",
                    .style = ButtonStyle::link,
                    .state = all ? "open" : "closed"}) &&
            !ui.open.insert(key).second)
            ui.open.erase(key);
        pen.skip(button_height);
    }
    pen.skip(6);
}

}  // namespace rekindle::app
