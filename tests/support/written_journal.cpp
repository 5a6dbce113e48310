#include "tests/support/written_journal.hpp"

#include <set>
#include <string>

#include "tests/support/builders.hpp"
#include "workbook/journal/command.hpp"

namespace rekindle::tests {
namespace {

constexpr const char* day_of_writing = "2026-11-21";
constexpr const char* words = "The long way home on a Thursday, and nothing to be solved on it";

// Something in every place where a card can hold it; what cards share is filled once.
class Writer {
  public:
    Writer(const Content& content, Journal journal) : journal_(std::move(journal)) {
        for (const Workbook& workbook : content.workbooks)
            for (const Card& card : workbook.cards) write_on(workbook, card);
    }
    const Journal& journal() const { return journal_; }

  private:
    void say(const Command& command) { journal_ = after(journal_, command, day_of_writing); }

    void write_on(const Workbook& workbook, const Card& card) {
        for (const Scale& scale : card.scales)
            say(RateCard{{workbook.id, card.id}, scale.id, ++number_ % 11});
        for (const Exercise& exercise : card.exercises) {
            const std::string id = "w" + std::to_string(++number_);
            write_answer({workbook.id, card.id, exercise.id}, exercise, id);
            const std::string practice = practice_id(workbook, card, exercise);
            if (filled_.insert(practice).second) write_practice(practice, exercise, id);
        }
    }

    void write_answer(const ExerciseRef& ref, const Exercise& exercise, const std::string& id) {
        if (exercise.kind == ExerciseKind::reflect) say(WriteAnswer{ref, {}, id, words});
        if (exercise.kind == ExerciseKind::check) say(TickAction{ref, exercise.items.front().id});
        if (exercise.kind == ExerciseKind::letter)
            for (const Choice& part : exercise.items) say(WriteLetterPart{ref, id, part.id, words});
        if (exercise.kind == ExerciseKind::pause) say(TakePause{ref, id, TimeOfDay{21 * 60}});
        if (exercise.kind != ExerciseKind::conversation) return;
        say(AddTalk{ref, id, exercise.topics.front()});
        say(WriteTalkLesson{ref, id, words});
        say(RateTalk{ref, id, "me", TalkScale::safe, 6});
        say(RateTalk{ref, id, "other", TalkScale::heard, 7});
    }

    void write_practice(const std::string& practice, const Exercise& exercise,
                        const std::string& id) {
        const Date now = day(day_of_writing);
        if (exercise.kind == ExerciseKind::list) {
            say(AddListItem{practice, id, words});
            say(NoteListItem{practice, id, words});
        }
        if (exercise.kind == ExerciseKind::promise) {
            say(AddPromise{practice, id, words, both_of_us, {Recurrence::daily, now - 3}});
            say(MarkPromise{practice, id, now - 2, Kept::late});
            say(AddPromise{practice, id + "b", "Ring", "me", {Recurrence::once, now}});
        }
        if (exercise.kind == ExerciseKind::ritual) {
            say(DescribeRitual{practice, words});
            say(MarkRitual{practice, now - 1});
        }
        if (exercise.kind == ExerciseKind::plan) {
            say(AddPlan{practice, id, words, now});
            say(AddPlan{practice, id + "b", {}, now + 30});
        }
    }

    Journal journal_;
    std::set<std::string> filled_;
    int number_ = 0;
};

}  // namespace

Journal written_journal(const Content& content) {
    Journal journal = weeks_before(day("2026-11-21"), 8);
    journal = after(journal, AddPerson{{"other", "Bartholomew", Role::broke}}, day_of_writing);
    journal = after(journal, RenamePerson{"me", "Charlotte"}, day_of_writing);
    return Writer{content, std::move(journal)}.journal();
}

}  // namespace rekindle::tests
