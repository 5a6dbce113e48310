#include "tests/unit/support/generators.hpp"

#include <algorithm>
#include <array>

#include "tests/unit/support/practice_generators.hpp"
#include "workbook/journal/order.hpp"

namespace rekindle::test {
namespace {

using rc::gen::arbitrary;
using rc::gen::element;
using rc::gen::exec;
using rc::gen::inRange;

const std::vector<std::string>& line_pieces() {
    static const std::vector<std::string> pieces{"a",
                                                 "word",
                                                 " ",
                                                 "  ",
                                                 "\"",
                                                 "'",
                                                 "'''",
                                                 "\"\"\"",
                                                 "\\",
                                                 "\\n",
                                                 "\\u0041",
                                                 "#",
                                                 "=",
                                                 "[",
                                                 "]",
                                                 "{}",
                                                 "mood = 10",
                                                 ",",
                                                 ";",
                                                 ":",
                                                 "|",
                                                 "é",
                                                 "ß",
                                                 "e\u0301",
                                                 "Ω",
                                                 "ж",
                                                 "日本",
                                                 "\U0001F600",
                                                 "\U0001F468\u200D\U0001F469\u200D\U0001F467",
                                                 "\u05D0\u05D1",
                                                 "\u202Eabc\u202C",
                                                 "\u00A0",
                                                 "\u2028",
                                                 "\uFEFF",
                                                 "\uFFFD",
                                                 "\U0010FFFF",
                                                 "%s",
                                                 "0",
                                                 "10",
                                                 "-",
                                                 "milestone",
                                                 "<b>",
                                                 "&amp;",
                                                 "*",
                                                 "_"};
    return pieces;
}

const std::vector<std::string>& text_pieces() {
    static const std::vector<std::string> pieces = [] {
        std::vector<std::string> all = line_pieces();
        for (const char* more : {"\n", "\n\n", "\r\n", "\r", "\t", "\x01", "\x1b[31m", "\x7f",
                                 "\u0085", "\n[checkin]\nmood = 10\n", "\n'''\n", "\n\"\"\"\n"})
            all.emplace_back(more);
        all.emplace_back(1, '\0');
        return all;
    }();
    return pieces;
}

std::string some_pieces(const std::vector<std::string>& pieces) {
    std::string text;
    const int count = number(0, 6);
    for (int i = 0; i < count; ++i) text += one_of(pieces);
    return text;
}

const std::vector<std::string> scales{"mood", "trust", "hurt", "calm", "own-1", "sleep"};
const std::vector<std::string> checkin_ids{"c1", "c2", "c3", "c4"};
const std::vector<std::string> workbooks{"seven-steps", "guide"};
const std::vector<std::string> cards{"boundaries", "talk", "patience"};
const std::vector<std::string> exercises{"write", "try", "7"};
const std::vector<std::string> items{"i1", "i2", "i3", "i4"};
const std::vector<std::string> lists{"boundaries", "triggers", "seven-steps/boundaries/list"};
const std::vector<std::string> statuses{"", "agreed", "to-discuss"};

std::optional<TimeOfDay> some_time_or_none() {
    return chance(60) ? std::optional(*any_time()) : std::nullopt;
}

std::string some_person(const Journal& journal) { return one_of(journal.profile->people).id; }

Event some_event() {
    Event event{static_cast<EventKind>(number(0, 5)), *any_line()};
    if (event.kind == EventKind::own && event.text.empty()) event.text = "own word";
    return event;
}

Profile some_profile() {
    Profile profile;
    profile.people.front().name = *any_line();
    profile.people.front().role = static_cast<Role>(number(0, 3));
    if (chance(40)) profile.people.push_back({"you", *any_line(), Role::broke});
    profile.day_end = TimeOfDay{number(0, 8 * 60)};
    profile.week_start = static_cast<Weekday>(number(0, 6));
    if (chance(40))
        profile.own_scales.push_back({"own-1", "Sleep " + *any_line(), *any_line(), {}});
    if (chance(40)) profile.workbook = one_of(workbooks);
    for (int i = number(0, 2); i > 0; --i)
        profile.supporters.push_back({"p" + std::to_string(i), *any_line(), *any_line()});
    if (chance(40)) profile.relationship = static_cast<Relationship>(number(0, 4));
    return profile;
}

CheckIn some_checkin(const Journal& journal) {
    CheckIn checkin{one_of(checkin_ids), *any_date(), {}, some_person(journal), {}, {}, {}};
    if (chance(70)) checkin.time = *any_time();
    for (int i = number(0, 4); i > 0; --i) checkin.ratings[one_of(scales)] = number(0, 10);
    for (int i = number(0, 2); i > 0; --i) {
        const Event event = some_event();
        auto& all = checkin.events;
        if (std::find(all.begin(), all.end(), event) == all.end()) all.push_back(event);
    }
    if (chance(60)) checkin.note = *any_text();
    return checkin;
}

void add_months(Journal& journal) {
    std::map<YearMonth, Month> months;
    for (int i = number(0, 8); i > 0; --i) {
        CheckIn checkin = some_checkin(journal);
        auto& all = months[checkin.date.year_month()].checkins;
        const bool taken = std::any_of(all.begin(), all.end(), [&](const CheckIn& other) {
            return other.date == checkin.date && other.id == checkin.id;
        });
        if (!taken && !is_empty(checkin)) all.push_back(std::move(checkin));
    }
    for (auto& [key, month] : months) {
        if (month.checkins.empty()) continue;
        put_in_order(month.checkins, journal.profile->day_end);
        journal.months.emplace(key, std::move(month));
    }
}

// The journal after some of the commands that `make` gives; what is refused changes nothing.
template <class Make>
void carry_out_some(Journal& journal, int most, Make make) {
    const Stamp stamp = end_of_time(some_person(journal));
    for (int i = number(0, most); i > 0; --i)
        if (auto next = update(journal, make(), stamp)) journal = std::move(*next);
}

ExerciseAnswers some_exercise(const Journal& journal) {
    ExerciseAnswers answers;
    for (int i = number(0, 2); i > 0; --i)
        answers.written.push_back({"w" + std::to_string(i), *any_date(), *any_time(),
                                   some_person(journal), 'w' + *any_text()});
    if (chance(50)) answers.ticks.push_back({one_of(items), *any_date(), some_person(journal)});
    for (int i = number(0, 2); i > 0; --i)
        answers.pauses.push_back({"z" + std::to_string(i), *any_date(), *any_time(),
                                  some_person(journal), some_time_or_none(), chance(30)});
    put_in_order(answers);
    return answers;
}

CardAnswers some_card(const Journal& journal) {
    CardAnswers card;
    if (chance(30))
        card.marks.push_back({chance(50) ? CardMark::worked_through : CardMark::set_aside,
                              *any_date(), some_person(journal)});
    for (int i = number(0, 3); i > 0; --i)
        card.rated.push_back(
            {"s" + std::to_string(i), *any_date(), some_person(journal), number(0, 10)});
    put_in_order(card.rated);
    ExerciseAnswers answers = some_exercise(journal);
    if (!(answers == ExerciseAnswers{})) card.exercises[one_of(exercises)] = std::move(answers);
    return card;
}

void add_answers(Journal& journal) {
    for (const std::string& workbook : workbooks) {
        if (chance(50)) continue;
        Answers answers;
        for (const std::string& id : cards) {
            CardAnswers card = some_card(journal);
            if (!(card == CardAnswers{})) answers.cards[id] = std::move(card);
        }
        if (!answers.cards.empty()) journal.answers.emplace(workbook, std::move(answers));
    }
}

void add_practices(Journal& journal) {
    Practices practices;
    for (const std::string& list : lists) {
        const int count = number(0, 2);
        for (int i = 0; i < count; ++i)
            practices.lists[list].push_back({items[static_cast<std::size_t>(i)], *any_text(),
                                             one_of(statuses), *any_text(), some_person(journal),
                                             *any_date(), *any_date()});
    }
    journal.practices = std::move(practices);
    carry_out_some(journal, 8, [&] { return some_practice_command(journal); });
}

void add_letters(Journal& journal) {
    const ExerciseRef exercise{workbooks.front(), cards.front(), exercises.front()};
    carry_out_some(journal, 6, [&] { return some_letter_command(journal, exercise); });
}

// One that is there, more often than not.
CheckInRef some_checkin_ref(const Journal& journal) {
    if (!journal.months.empty() && chance(60)) {
        auto month = journal.months.begin();
        std::advance(month, number(0, static_cast<int>(journal.months.size()) - 1));
        const CheckIn& checkin = one_of(month->second->checkins);
        return {checkin.id, checkin.date, checkin.person};
    }
    return {one_of(checkin_ids), *any_date(), some_person(journal)};
}

std::optional<int> some_value() {
    if (chance(25)) return std::nullopt;
    return number(chance(5) ? -1 : 0, chance(5) ? 11 : 10);
}

Event event_of(const Journal& journal, const CheckInRef& ref) {
    const CheckIn* checkin = find_checkin(journal, ref.date, ref.id);
    return checkin && !checkin->events.empty() ? checkin->events.front() : some_event();
}

ExerciseRef some_exercise_ref() { return {one_of(workbooks), one_of(cards), one_of(exercises)}; }

std::string some_answer_id(const Journal& journal, const ExerciseRef& ref) {
    const auto& card = card_answers(journal, ref.workbook, ref.card);
    const auto& written = exercise_answers(card, ref.exercise).written;
    return written.empty() || chance(20) ? std::string{} : written.back().id;
}

Command some_day_command(const Journal& journal) {
    const CheckInRef ref = some_checkin_ref(journal);
    switch (number(0, 6)) {
        case 0:
            return RateFeeling{ref, one_of(scales), some_value()};
        case 1:
            return WriteNote{ref, *any_text()};
        case 2:
            return AddEvent{ref, chance(30) ? event_of(journal, ref) : some_event()};
        case 3:
            return RemoveEvent{ref, event_of(journal, ref)};
        case 4:
            return SetCheckInTime{ref, chance(50) ? std::optional(*any_time()) : std::nullopt};
        case 5:
            return DeleteCheckIn{ref};
        default:
            return AddCheckIns{{some_checkin(journal), some_checkin(journal)}};
    }
}

Command some_pause_command(const ExerciseRef& ref) {
    const std::string id = "z" + std::to_string(number(1, 3));
    if (chance(50)) return TakePause{ref, id, some_time_or_none()};
    if (chance(50)) return ComeBack{ref, id, chance(70)};
    return RemovePause{ref, id};
}

Command some_card_command(const Journal& journal) {
    const ExerciseRef ref = some_exercise_ref();
    const CardRef card{ref.workbook, ref.card};
    switch (number(0, 6)) {
        case 0:
            return WriteAnswer{ref, some_answer_id(journal, ref),
                               "f" + std::to_string(number(1, 9)), *any_text()};
        case 1:
            return TickAction{ref, one_of(items), chance(60)};
        case 2:
            return RateCard{card, "s" + std::to_string(number(1, 3)), some_value()};
        case 3:
        case 4:
            return some_letter_command(journal, ref);
        case 5:
            return some_pause_command(ref);
        default:
            return MarkCard{card, static_cast<CardMark>(number(0, 2))};
    }
}

Command some_list_command() {
    const std::string& list = one_of(lists);
    const std::string& item = one_of(items);
    switch (number(0, 5)) {
        case 0:
            return AddListItem{list, item, *any_text()};
        case 1:
            return EditListItem{list, item, *any_text()};
        case 2:
            return SetItemStatus{list, item, one_of(statuses)};
        case 3:
            return NoteListItem{list, item, *any_text()};
        case 4:
            return KeepItemToMyself{list, item, chance(60)};
        default:
            return RemoveListItem{list, item};
    }
}

Command some_profile_command(const Journal& journal) {
    const std::string supporter = "p" + std::to_string(number(1, 3));
    switch (number(0, 12)) {
        case 0:
            return RenamePerson{some_person(journal), *any_line()};
        case 1:
            return SetRole{some_person(journal), static_cast<Role>(number(0, 3))};
        case 2:
            return AddPerson{{"you", *any_line(), Role::neither}};
        case 3:
            return RemovePerson{"you"};
        case 4:
            return SetDayEnd{TimeOfDay{number(0, 23 * 60)}};
        case 5:
            return SetWeekStart{static_cast<Weekday>(number(0, 6))};
        case 6:
            return AddOwnScale{{"own-" + std::to_string(number(1, 3)), "Own", {}, *any_line()}};
        case 7:
            return RemoveOwnScale{"own-" + std::to_string(number(1, 3))};
        case 8:
            return AddSupporter{{supporter, *any_line(), *any_line()}};
        case 9:
            return EditSupporter{{supporter, *any_line(), *any_line()}};
        case 10:
            return RemoveSupporter{supporter};
        case 11:
            return SetRelationship{static_cast<Relationship>(number(0, 4))};
        default:
            return ChooseWorkbook{one_of(workbooks)};
    }
}

}  // namespace

int number(int from, int to) { return *rc::gen::inRange(from, to + 1); }
bool chance(int percent) { return number(1, 100) <= percent; }

rc::Gen<std::string> any_text() {
    return exec([] { return some_pieces(text_pieces()); });
}

rc::Gen<std::string> any_line() {
    return exec([] { return some_pieces(line_pieces()); });
}

rc::Gen<Date> any_date() {
    return exec([] {
        const YearMonth month =
            *element(YearMonth{1900, 1}, YearMonth{2024, 2}, YearMonth{2026, 9},
                     YearMonth{2026, 10}, YearMonth{2026, 11}, YearMonth{9999, 12});
        // Few days, so that several check-ins fall on one.
        const int day = *element(0, 1, 2, 27, days_in(month) - 1);
        return first_of(month) + day;
    });
}

rc::Gen<TimeOfDay> any_time() {
    return exec([] { return TimeOfDay{number(0, 24 * 60 - 1)}; });
}

rc::Gen<Journal> any_journal() {
    return exec([] {
        Journal journal;
        journal.profile = some_profile();
        add_months(journal);
        add_answers(journal);
        add_practices(journal);
        add_letters(journal);
        return journal;
    });
}

rc::Gen<Command> any_command(const Journal& journal) {
    return exec([journal]() -> Command {
        switch (number(0, 7)) {
            case 0:
            case 1:
            case 2:
                return some_day_command(journal);
            case 3:
                return some_card_command(journal);
            case 4:
                return some_list_command();
            case 5:
            case 6:
                return some_practice_command(journal);
            default:
                return some_profile_command(journal);
        }
    });
}

Stamp end_of_time(std::string_view person) {
    return {{*make_date(9999, 12, 31), TimeOfDay{23 * 60 + 59}}, std::string(person)};
}

}  // namespace rekindle::test
