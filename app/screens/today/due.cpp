// What is due: promises of today (and of yesterday, where nothing was said of them yet), plans
// whose day has come, and rituals that come round every day. Nothing due: nothing is drawn.
#include <fmt/format.h>

#include <algorithm>

#include "app/exercises/promise_parts.hpp"
#include "app/screens/today/parts.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "workbook/content/practice_sources.hpp"
#include "workbook/journal/practice_words.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t handful = 6;     // of lines of one kind; the others stand on the Practices
constexpr int ritual_remembered = 14;  // days a ritual is offered after it was last marked

bool is_writable(const Screen& screen) {
    return !screen.why_read_only({PartKind::practices, {}, {}});
}

// A link to the card that shows a practice; none where no card does.
struct CardLink {
    ExerciseKind kind;
    const std::string& id;  // of the practice
    std::string name;       // of the control
};
void flow_card_link(const Screen& screen, const CardLink& link, Flow& flow, Actions& out) {
    const auto sources = practice_sources(screen.content, link.kind, link.id);
    const PracticeSource* source = nearest_source(sources, screen.journal.profile->workbook);
    if (!source) return;
    const ButtonSpec spec{.name = link.name, .label = "Open card", .style = ButtonStyle::link};
    const ImVec2 at = flow.place(button_width(flow.pen.canvas, spec));
    if (button(flow.pen.canvas, at.x, at.y - flow.pen.px(2), spec))
        out.add(ShowCard{{source->workbook->id, source->card->id}});
}

std::string title_of(const Screen& screen, ExerciseKind kind, const std::string& id) {
    const auto sources = practice_sources(screen.content, kind, id);
    const PracticeSource* source = nearest_source(sources, screen.journal.profile->workbook);
    return source ? source->exercise->title : std::string{};
}

Flow line_below(const Pen& pen) {
    Flow flow{pen};
    flow.step = 32;
    flow.between_lines = 0;
    flow.gap = 10;
    return flow;
}

void draw_more(std::size_t hidden, const char* name, const AskingPen& pen) {
    if (hidden == 0) return;
    const std::string label = fmt::format("{} more in Practices", hidden);
    if (button(pen.canvas, pen.column.x, pen.column.y,
               {.name = name, .label = label, .style = ButtonStyle::link}))
        pen.out.add(GoTo{Page::practices});
    pen.skip(button_height);
}

// --- promises ---

struct DuePromise {
    const std::string* ledger;
    const Promise* promise;
    Date due;
};

bool is_due(const Promise& promise, Date day) {
    return mark_for(promise, day) || !due_days(promise, day, day).empty();
}

std::vector<DuePromise> find_promises(const Screen& screen, Date day) {
    std::vector<DuePromise> found;
    for (const auto& [ledger, promises] : screen.journal.practices->promises)
        for (const Promise& promise : promises) {
            if (is_due(promise, day)) found.push_back({&ledger, &promise, day});
            const bool unspoken = day == screen.today && !mark_for(promise, day - 1) &&
                                  !due_days(promise, day - 1, day - 1).empty();
            if (unspoken) found.push_back({&ledger, &promise, day - 1});
        }
    std::stable_sort(found.begin(), found.end(),
                     [](const DuePromise& a, const DuePromise& b) { return a.due > b.due; });
    return found;
}

// Of whom and of which day, where that does not go without saying.
std::string promise_words(const Screen& screen, const DuePromise& due, Date day) {
    std::string words = due.due == day ? std::string{} : "Yesterday";
    const std::string& who = due.promise->who;
    if (who == screen.person && screen.journal.profile->people.size() < 2) return words;
    if (!words.empty()) words += " · ";
    return words +
           (who == someone_else ? "The other person" : maker_title(*screen.journal.profile, who));
}

void draw_promise(const Screen& screen, const DuePromise& due, Date day, const AskingPen& pen) {
    const Promise& promise = *due.promise;
    const std::string base = "today.promise." + promise.id;
    const std::string name = due.due == day ? base : base + ".yesterday";
    const PromiseMark* mark = mark_for(promise, due.due);
    const bool kept = mark && mark->kept == Kept::kept;
    const bool writable = is_writable(screen);
    const auto say = [&](std::optional<Kept> what) {
        pen.out.add(MarkPromise{*due.ledger, promise.id, due.due, what});
    };
    if (tick_box(pen, name + ".kept",
                 promise.text.empty() ? "A promise without words" : promise.text, kept, writable))
        say(kept ? std::nullopt : std::optional(Kept::kept));
    const float inset = pen.px(32);
    Column below{pen.column.x + inset, pen.column.y, pen.column.width - inset};
    Flow flow = line_below(pen.in(below));
    const std::string words = promise_words(screen, due, day);
    if (!words.empty()) flow_text(flow, Type::label, Colour::muted, words);
    for (const Kept other : {Kept::late, Kept::not_kept}) {
        const std::string chip_name = fmt::format("{}.{}", name, to_word(other));
        const bool on = mark && mark->kept == other;
        const ChipSpec spec{.name = chip_name,
                            .label = kept_title(other),
                            .selected = on,
                            .type = Type::label,
                            .enabled = writable};
        const ImVec2 at = flow.place(chip_width(pen.canvas, spec));
        if (chip(pen.canvas, at.x, at.y + pen.px(1), spec))
            say(on ? std::nullopt : std::optional(other));
    }
    flow_card_link(screen, {ExerciseKind::promise, *due.ledger, name + ".card"}, flow, pen.out);
    flow.end();
    pen.column.y = below.y + pen.px(4);
}

void draw_promises(const Screen& screen, Date day, const AskingPen& pen) {
    const std::vector<DuePromise> found = find_promises(screen, day);
    if (found.empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink,
                     day == screen.today ? "Promises due today" : "Promises due that day");
        const std::size_t shown = std::min(found.size(), handful);
        for (std::size_t i = 0; i < shown; ++i) draw_promise(screen, found[i], day, inside);
        draw_more(found.size() - shown, "today.promises.more", inside);
        inside.skip(-6);
    }
    pen.skip(16);
}

// --- plans ---

struct DuePlan {
    const std::string* list;
    const Plan* plan;
};

// Those that are done today stay, so that it can be taken back.
std::vector<DuePlan> find_plans(const Screen& screen) {
    std::vector<DuePlan> found;
    for (const auto& [list, plans] : screen.journal.practices->plans)
        for (const Plan& plan : plans)
            if (plan.date <= screen.today && (!plan.done || *plan.done == screen.today))
                found.push_back({&list, &plan});
    return found;
}

std::string name_of(const Plan& plan) { return "today.plan." + plan.id; }

void move_plan(const Screen& screen, const DuePlan& due, TodayUi& ui, Flow& flow, Actions& out) {
    const std::string week_name = name_of(*due.plan) + ".week";
    const std::string day_name = name_of(*due.plan) + ".day";
    const auto link = [&](const std::string& link_name, const char* label) {
        const ButtonSpec spec{.name = link_name, .label = label, .style = ButtonStyle::link};
        const ImVec2 at = flow.place(button_width(flow.pen.canvas, spec));
        return button(flow.pen.canvas, at.x, at.y - flow.pen.px(2), spec);
    };
    const DayFieldSpec days{.name = day_name,
                            .date = due.plan->date,
                            .today = screen.today,
                            .week_start = screen.journal.profile->week_start};
    if (link(week_name, "A week later"))
        out.add(MovePlan{*due.list, due.plan->id, screen.today + 7});
    if (link(day_name, "Another day")) open_days(days, ui.plan_days);
    if (const auto picked = day_picked(flow.pen.canvas, days, ui.plan_days))
        out.add(MovePlan{*due.list, due.plan->id, *picked});
}

void draw_plan(const Screen& screen, const DuePlan& due, TodayUi& ui, const AskingPen& pen) {
    const Plan& plan = *due.plan;
    const std::string name = name_of(plan);
    const bool writable = is_writable(screen);
    std::string words =
        plan.text.empty() ? title_of(screen, ExerciseKind::plan, *due.list) : plan.text;
    if (words.empty()) words = "A plan without words";
    if (tick_box(pen, name + ".done", words, plan.done.has_value(), writable))
        pen.out.add(FinishPlan{*due.list, plan.id, !plan.done});
    const float inset = pen.px(32);
    Column below{pen.column.x + inset, pen.column.y, pen.column.width - inset};
    if (plan.date < screen.today && !plan.done)
        draw_wrapped(pen.in(below), Type::label, Colour::muted,
                     "Planned for " + to_words_with_year(plan.date));
    Flow flow = line_below(pen.in(below));
    flow.gap = 16;
    if (writable && !plan.done) move_plan(screen, due, ui, flow, pen.out);
    flow_card_link(screen, {ExerciseKind::plan, *due.list, name + ".card"}, flow, pen.out);
    flow.end();
    pen.column.y = below.y + pen.px(4);
}

void draw_plans(const Screen& screen, TodayUi& ui, const AskingPen& pen) {
    const std::vector<DuePlan> found = find_plans(screen);
    if (found.empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Planned for today");
        const std::size_t shown = std::min(found.size(), handful);
        for (std::size_t i = 0; i < shown; ++i) draw_plan(screen, found[i], ui, inside);
        draw_more(found.size() - shown, "today.plans.more", inside);
        inside.skip(-6);
    }
    pen.skip(16);
}

// --- rituals ---

bool is_marked(const Ritual& ritual, Date date, std::string_view person) {
    return std::any_of(ritual.days.begin(), ritual.days.end(), [&](const RitualDay& day) {
        return day.date == date && day.person == person;
    });
}

// Somebody's of every day: chosen so by hand, or offered so by its card and marked not long ago.
bool is_daily(const Screen& screen, const std::string& id, const Ritual& ritual) {
    if (ritual.rhythm) return *ritual.rhythm == Rhythm::daily;
    const bool lately =
        !ritual.days.empty() && ritual.days.back().date > screen.today - ritual_remembered;
    if (!lately) return false;
    const auto sources = practice_sources(screen.content, ExerciseKind::ritual, id);
    return !sources.empty() && sources.front().exercise->rhythm == Rhythm::daily;
}

void draw_rituals(const Screen& screen, Date day, const AskingPen& pen) {
    std::vector<std::pair<const std::string*, const Ritual*>> found;
    for (const auto& [id, ritual] : screen.journal.practices->rituals)
        if (is_daily(screen, id, ritual)) found.emplace_back(&id, &ritual);
    if (found.empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Rituals");
        for (const auto& [id, ritual] : found) {
            std::string words =
                ritual->text.empty() ? title_of(screen, ExerciseKind::ritual, *id) : ritual->text;
            if (words.empty()) words = *id;
            const bool marked = is_marked(*ritual, day, screen.person);
            if (tick_box(inside, "today.ritual." + *id, words, marked, is_writable(screen)))
                pen.out.add(MarkRitual{*id, day, !marked});
        }
        inside.skip(-4);
    }
    pen.skip(16);
}

}  // namespace

void draw_due(const Screen& screen, const DayShown& day, TodayUi& ui, const AskingPen& pen) {
    if (day.date > screen.today) return;
    draw_promises(screen, day.date, pen);
    if (day.date == screen.today) draw_plans(screen, ui, pen);
    draw_rituals(screen, day.date, pen);
}

}  // namespace rekindle::app
