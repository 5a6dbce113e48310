#include "workbook/exchange/sample_cards.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "workbook/journal/order.hpp"

namespace rekindle {
namespace {

constexpr std::string_view sampled_workbook = "seven-steps";
constexpr int told_for = 84;  // the days before the end are told for a sample of twelve weeks

constexpr std::string_view pain = "acknowledge-the-pain";
constexpr std::string_view talks = "open-communication";
constexpr std::string_view part = "take-responsibility";
constexpr std::string_view limits = "boundaries-and-expectations";

struct Answered {
    std::string_view card, exercise;
    int days_before;
    std::string_view text;
};
constexpr std::array<Answered, 9> answered{{
    {pain, "what-it-meant", 80,
     "I believed that we told each other the large things. I look at old evenings now and do not "
     "know what I am looking at."},
    {pain, "what-it-meant", 41,
     "Less of the past has gone than I thought. Some evenings were what they seemed."},
    {pain, "one-feeling", 77,
     "Anger. It would say that I am not difficult, that I was left alone with something too big."},
    {talks, "one-speaks", 60,
     "We did five minutes each about the holidays. I was heard, I think; it was odd and good."},
    {talks, "what-i-hold-back", 58,
     "That I am afraid to ask, because an answer cannot be taken back. I could begin with: there "
     "is something I would like to understand, and I do not need to solve it tonight."},
    {talks, "weekly-check-in", 52, "Sundays after breakfast, half an hour, both phones away."},
    {part, "through-their-eyes", 30,
     "The alarm, then the question whether today is a day on which it comes back. The drive past "
     "that street. The evening, waiting for a sentence that does not come."},
    {limits, "unsafe-moments", 48,
     "Two evenings when plans changed late. A word at noon would have been enough."},
    {limits, "unsafe-moments", 3,
     "When the phone was turned face down at dinner. I would have liked to be told who it was "
     "without asking."},
}};

// The parts of a letter, and of a conversation what was felt and learned.
struct ApologyPart {
    std::string_view id, text;
};
constexpr std::array<ApologyPart, 3> apology{{
    {"the-act", "I kept something from you for months and let you plan around it."},
    {"the-effect",
     "You asked yourself every evening whether you were imagining things. You were not."},
    {"my-part", "I decided it again each time. Nobody else did."},
}};
constexpr int apology_begun = 33;
constexpr int apology_changed = 29;

struct Held {
    std::string_view id, topic, learned;
    int days_before, minute;
    Felt mine, theirs;
};
constexpr std::array<Held, 2> held{{
    {"sample-talk-1",
     "A moment this week when I felt close to you, or far away",
     "Five minutes are long when nobody interrupts.",
     60,
     20 * 60 + 40,
     {5, 6},
     {4, 6}},
    {"sample-talk-2",
     "What I need in the evenings at the moment",
     "A message when the train is late is worth more than an explanation afterwards.",
     18,
     19 * 60 + 15,
     {7, 7},
     {6, 8}},
}};

struct Ticked {
    std::string_view card, exercise, item;
    int days_before;
};
constexpr std::array<Ticked, 6> ticked{{
    {pain, "let-it-out", "write-ten-minutes", 79},
    {pain, "let-it-out", "tell-one-person", 70},
    {talks, "set-up", "time-and-place", 62},
    {talks, "set-up", "pause-word", 61},
    {limits, "try", "one-trigger-each", 20},
    {limits, "try", "if-crossed", 9},
}};

// A card's first, second … scale, so that words of the content may change.
struct Rating {
    std::string_view card;
    int days_before;
    std::array<int, 3> values;
};
constexpr std::array<Rating, 7> ratings{{
    {pain, 80, {2, 8, 2}},
    {pain, 41, {5, 6, 5}},
    {talks, 60, {3, 4, 3}},
    {part, 30, {3, 2, 4}},
    {limits, 48, {2, 3, 4}},
    {limits, 22, {3, 5, 4}},
    {limits, 3, {4, 6, 5}},
}};

struct Line {
    std::string_view id, status, text;
    int days_before;
};
constexpr std::array<Line, 2> agreement{{
    {"sample-1", "agreed", "Phones stay on the table in the evening", 46},
    {"sample-2", "to-discuss", "No contact with the third person", 12},
}};

// Puts things on a day of the sample, also of a short one.
struct Calendar {
    Date last_day;
    int days;
    Date before(int days_before) const {
        return last_day - (days < told_for ? days_before * (days - 1) / told_for : days_before);
    }
};

bool has_item(const Exercise& exercise, std::string_view id) {
    return std::any_of(exercise.items.begin(), exercise.items.end(),
                       [&](const Choice& item) { return item.id == id; });
}

void write(CardAnswers& answers, const Card& card, Calendar calendar, const std::string& person) {
    int number = 0;
    for (const Answered& each : answered) {
        ++number;
        if (each.card != card.id || !find_exercise(card, each.exercise)) continue;
        answers.exercises[std::string(each.exercise)].written.push_back(
            {"sample-" + std::to_string(number), calendar.before(each.days_before),
             TimeOfDay{20 * 60 + number}, person, std::string(each.text)});
    }
}

void compose(CardAnswers& answers, const Card& card, Calendar calendar, const std::string& person) {
    const Exercise* exercise = card.id == part ? find_exercise(card, "apology") : nullptr;
    if (!exercise) return;
    Letter letter{"sample-letter",
                  calendar.before(apology_begun),
                  calendar.before(apology_changed),
                  person,
                  {}};
    for (const ApologyPart& each : apology)
        if (has_item(*exercise, each.id))
            letter.parts.emplace(std::string(each.id), std::string(each.text));
    if (!letter.parts.empty()) answers.exercises[exercise->id].letters.push_back(std::move(letter));
}

void talk(CardAnswers& answers, const Card& card, Calendar calendar, const std::string& person) {
    const Exercise* exercise = card.id == talks ? find_exercise(card, "one-speaks") : nullptr;
    if (!exercise) return;
    for (const Held& each : held)
        answers.exercises[exercise->id].talks.push_back(
            {std::string(each.id),
             calendar.before(each.days_before),
             TimeOfDay{each.minute},
             person,
             std::string(each.topic),
             {{person, each.mine}, {someone_else, each.theirs}},
             std::string(each.learned)});
}

void tick(CardAnswers& answers, const Card& card, Calendar calendar, const std::string& person) {
    for (const Ticked& each : ticked) {
        const Exercise* exercise =
            each.card == card.id ? find_exercise(card, each.exercise) : nullptr;
        if (!exercise || !has_item(*exercise, each.item)) continue;
        answers.exercises[exercise->id].ticks.push_back(
            {std::string(each.item), calendar.before(each.days_before), person});
    }
}

// A short sample may put two ratings on one day, which has room for the first only.
void rate(CardAnswers& answers, const Card& card, Calendar calendar, const std::string& person) {
    for (const Rating& each : ratings) {
        if (each.card != card.id) continue;
        const Date date = calendar.before(each.days_before);
        if (!answers.rated.empty() && answers.rated.back().date == date) continue;
        for (std::size_t i = 0; i < std::min(card.scales.size(), each.values.size()); ++i)
            answers.rated.push_back({card.scales[i].id, date, person, each.values[i]});
    }
    put_in_order(answers.rated);
}

void mark(CardAnswers& answers, const Card& card, Calendar calendar, const std::string& person) {
    if (card.id == pain)
        answers.marks.push_back({CardMark::worked_through, calendar.before(40), person});
    if (card.id == talks)
        answers.marks.push_back({CardMark::worked_through, calendar.before(24), person});
}

void add_agreement(Practices& practices, const Workbook& workbook, const Card& card,
                   Calendar calendar, const std::string& person) {
    const Exercise* exercise = card.id == limits ? find_exercise(card, "boundaries") : nullptr;
    if (!exercise) return;
    auto& items = practices.lists[practice_id(workbook, card, *exercise)];
    for (const Line& line : agreement) {
        const std::string status = has_item(*exercise, line.status) ? std::string(line.status) : "";
        const Date date = calendar.before(line.days_before);
        items.push_back(
            {std::string(line.id), std::string(line.text), status, {}, person, date, date});
    }
}

}  // namespace

Journal with_sample_cards(const Journal& journal, const Content& content, Date last_day, int days,
                          const std::string& person) {
    const Workbook* workbook = find_workbook(content, sampled_workbook);
    if (!workbook) return journal;
    const Calendar calendar{last_day, days};
    Answers answers;
    Practices practices = *journal.practices;
    for (const Card& card : workbook->cards) {
        CardAnswers own;
        write(own, card, calendar, person);
        compose(own, card, calendar, person);
        talk(own, card, calendar, person);
        tick(own, card, calendar, person);
        rate(own, card, calendar, person);
        mark(own, card, calendar, person);
        add_agreement(practices, *workbook, card, calendar, person);
        if (!(own == CardAnswers{})) answers.cards.emplace(card.id, std::move(own));
    }
    Journal next = journal;
    if (!answers.cards.empty()) next.answers.insert_or_assign(workbook->id, std::move(answers));
    next.practices = std::move(practices);
    return next;
}

}  // namespace rekindle
