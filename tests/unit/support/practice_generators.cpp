#include "tests/unit/support/practice_generators.hpp"

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "tests/unit/support/generators.hpp"

namespace rekindle::test {
namespace {

const std::vector<std::string> ledgers{"promises", "seven-steps/talk/promise"};
const std::vector<std::string> ids{"p1", "p2"};
const std::vector<std::string> letters{"l1", "l2"};
const std::vector<std::string> talks{"t1", "t2"};

Schedule some_schedule() {
    Schedule schedule{static_cast<Recurrence>(number(0, 3)), *any_date(), {}};
    for (int i = number(0, 3); i > 0; --i)
        schedule.weekdays.push_back(static_cast<Weekday>(number(0, 6)));
    return schedule;
}

std::string some_maker(const Journal& journal) {
    const std::vector<std::string> makers{journal.profile->people.front().id, someone_else,
                                          both_of_us, "nobody-here"};
    return one_of(makers);
}

std::optional<Kept> some_kept() {
    if (chance(20)) return std::nullopt;
    return static_cast<Kept>(number(0, 2));
}

Command some_promise_command(const Journal& journal) {
    const std::string& ledger = one_of(ledgers);
    const std::string& id = one_of(ids);
    switch (number(0, 8)) {
        case 0:
        case 1:
            return AddPromise{ledger, id, *any_text(), some_maker(journal), some_schedule()};
        case 2:
            return EditPromise{ledger, id, *any_text()};
        case 3:
            return SetPromiseMaker{ledger, id, some_maker(journal)};
        case 4:
            return SchedulePromise{ledger, id, some_schedule()};
        case 5:
            return MarkPromise{ledger, id, *any_date(), some_kept()};
        case 6:
            return PausePromise{ledger, id, chance(60)};
        case 7:
            return EndPromise{ledger, id, chance(60)};
        default:
            return RemovePromise{ledger, id};
    }
}

Command some_ritual_command() {
    const std::string& ritual = one_of(ledgers);
    switch (number(0, 3)) {
        case 0:
            return DescribeRitual{ritual, *any_text()};
        case 1:
            return SetRitualRhythm{ritual, chance(30)
                                               ? std::nullopt
                                               : std::optional(static_cast<Rhythm>(number(0, 2)))};
        default:
            return MarkRitual{ritual, *any_date(), chance(75)};
    }
}

Command some_plan_command() {
    const std::string& list = one_of(ledgers);
    const std::string& id = one_of(ids);
    switch (number(0, 5)) {
        case 0:
        case 1:
            return AddPlan{list, id, *any_text(), *any_date()};
        case 2:
            return EditPlan{list, id, *any_text()};
        case 3:
            return MovePlan{list, id, *any_date()};
        case 4:
            return FinishPlan{list, id, chance(60)};
        default:
            return RemovePlan{list, id};
    }
}

std::optional<int> some_rating() {
    if (chance(25)) return std::nullopt;
    return number(0, chance(5) ? 11 : 10);
}

Command some_talk_command(const Journal& journal, const ExerciseRef& exercise) {
    const std::string& talk = one_of(talks);
    switch (number(0, 4)) {
        case 0:
        case 1:
            return AddTalk{exercise, talk, *any_line()};
        case 2:
            return WriteTalkTopic{exercise, talk, *any_line()};
        case 3:
            return WriteTalkLesson{exercise, talk, *any_text()};
        default:
            return RateTalk{exercise, talk, some_maker(journal),
                            static_cast<TalkScale>(number(0, 1)), some_rating()};
    }
}

}  // namespace

Command some_practice_command(const Journal& journal) {
    switch (number(0, 3)) {
        case 0:
        case 1:
            return some_promise_command(journal);
        case 2:
            return some_ritual_command();
        default:
            return some_plan_command();
    }
}

Command some_letter_command(const Journal& journal, const ExerciseRef& exercise) {
    const std::vector<std::string> entries{"l1", "l2", "t1", "t2", "w1", "f1"};
    switch (number(0, 6)) {
        case 0:
        case 1:
            return WriteLetterPart{exercise, one_of(letters), chance(50) ? "the-act" : "the-effect",
                                   *any_text()};
        case 2:
            return KeepToMyself{exercise, one_of(entries), chance(60)};
        case 3:
            return chance(50) ? Command{RemoveLetter{exercise, one_of(letters)}}
                              : Command{RemoveTalk{exercise, one_of(talks)}};
        default:
            return some_talk_command(journal, exercise);
    }
}

}  // namespace rekindle::test
