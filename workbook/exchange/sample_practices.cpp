#include "workbook/exchange/sample_practices.hpp"

#include <algorithm>

#include "workbook/content/practice_sources.hpp"

namespace rekindle {
namespace {

constexpr const char* promises_ledger = "promises";
constexpr const char* check_in_ritual = "weekly-check-in";
constexpr const char* minute_ritual = "quiet-minute";
constexpr std::string_view practised_workbook = "seven-steps";

struct Span {
    Date first;
    Date last;
    Date before(int days) const { return std::max(first, last - days); }
};

bool is_shown(const Content& content, ExerciseKind kind, std::string_view id) {
    return !practice_sources(content, kind, id).empty();
}

// Kept more often than not; now and then nobody says anything.
std::optional<Kept> throw_mark(Dice& dice) {
    const int thrown = dice.between(1, 20);
    if (thrown <= 13) return Kept::kept;
    if (thrown <= 15) return Kept::late;
    if (thrown <= 17) return Kept::not_kept;
    return std::nullopt;
}

Promise make_promise(const char* id, const char* text, const char* who, Schedule schedule,
                     const std::string& person) {
    Promise promise;
    promise.id = id;
    promise.text = text;
    promise.who = who;
    promise.added = promise.changed = schedule.first;
    promise.schedule = std::move(schedule);
    promise.person = person;
    return promise;
}

void mark_days(Promise& promise, Date last, Dice& dice) {
    for (const Date due : due_days(promise, promise.schedule.first, last))
        if (const auto kept = throw_mark(dice)) promise.marks.push_back({due, *kept, due});
}

std::vector<Promise> sample_promises(const Span& span, const std::string& person, Dice& dice) {
    const Schedule working_days{Recurrence::weekdays,
                                span.before(40),
                                {Weekday::monday, Weekday::tuesday, Weekday::wednesday,
                                 Weekday::thursday, Weekday::saturday}};
    const Date saturday = start_of_week(span.before(26), Weekday::saturday) + 7;
    std::vector<Promise> promises{
        make_promise("sample-1", "Call if later than seven", someone_else, working_days, person),
        make_promise("sample-2", "Share the week's plans", both_of_us,
                     {Recurrence::weekly, std::min(saturday, span.last), {}}, person),
        make_promise("sample-3", "Bring the bank statements", someone_else,
                     {Recurrence::once, span.before(33), {}}, person)};
    for (Promise& promise : promises) mark_days(promise, span.last, dice);
    promises.back().marks = {
        {promises.back().schedule.first, Kept::late, promises.back().schedule.first}};
    return promises;
}

Ritual sample_ritual(const Span& span, int every, const std::string& person, Dice& dice) {
    Ritual ritual;
    for (Date day = span.before(52); day <= span.last; day = day + every)
        if (dice.happens(3, 4)) ritual.days.push_back({day, person});
    return ritual;
}

// Of every day by its card; this person takes it when it fits.
Ritual sample_minutes(const Span& span, const std::string& person, Dice& dice) {
    Ritual ritual = sample_ritual(span, 1, person, dice);
    ritual.rhythm = Rhythm::none;
    return ritual;
}

// The plan of a card that has one, under the id it is kept by.
std::string plan_of_card(const Workbook& workbook, std::string_view card_id) {
    const Card* card = find_card(workbook, card_id);
    if (!card) return {};
    for (const Exercise& exercise : card->exercises)
        if (exercise.kind == ExerciseKind::plan) return practice_id(workbook, *card, exercise);
    return {};
}

void add_plans(const Content& content, const Span& span, const std::string& person,
               Practices& practices) {
    const Workbook* workbook = find_workbook(content, practised_workbook);
    if (!workbook) return;
    const auto add = [&](std::string_view card, Plan plan) {
        const std::string list = plan_of_card(*workbook, card);
        plan.person = person;
        if (!list.empty()) practices.plans[list].push_back(std::move(plan));
    };
    const Date set = span.before(46);
    add("boundaries-and-expectations",
        {"sample-1", "Read our agreement together", span.last + 9, {}, {}, set, set});
    add("professional-guidance", {"sample-1",
                                  "First talk at the counselling centre",
                                  span.before(18),
                                  span.before(18),
                                  {},
                                  set,
                                  set});
}

}  // namespace

Journal with_sample_practices(const Journal& journal, const Content& content, Date last_day,
                              int days, const std::string& person, Dice& dice) {
    const Span span{last_day - (days - 1), last_day};
    Practices practices = *journal.practices;
    if (is_shown(content, ExerciseKind::promise, promises_ledger))
        practices.promises[promises_ledger] = sample_promises(span, person, dice);
    if (is_shown(content, ExerciseKind::ritual, check_in_ritual))
        practices.rituals[check_in_ritual] = sample_ritual(span, 7, person, dice);
    if (is_shown(content, ExerciseKind::ritual, minute_ritual))
        practices.rituals[minute_ritual] = sample_minutes(span, person, dice);
    std::erase_if(practices.rituals, [](const auto& each) { return each.second == Ritual{}; });
    add_plans(content, span, person, practices);
    Journal next = journal;
    next.practices = std::move(practices);
    return next;
}

}  // namespace rekindle
