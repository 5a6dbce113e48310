// Commands that change the log of a conversation, and the one that keeps an entry to its writer.
#include <algorithm>

#include "workbook/journal/as_seen_by.hpp"
#include "workbook/journal/update_parts.hpp"

namespace rekindle {
namespace {

template <class Entry>
auto find_entry(std::vector<Entry>& entries, std::string_view id) {
    return std::find_if(entries.begin(), entries.end(),
                        [&](const Entry& entry) { return entry.id == id; });
}

// What is said about a conversation is its writer's; how it felt can be said by both, unless the
// writer keeps it to themself.
enum class Whose { writers_alone, of_both };

bool may_change(const Journal& journal, const Talk& talk, Whose whose, const Stamp& stamp) {
    if (is_own(*journal.profile, talk.person, stamp.person)) return true;
    return whose == Whose::of_both && !talk.only_for_me;
}

// Carries `edit` out on one conversation.
template <class Edit>
Result<Journal> edit_talk(const Journal& journal, const ExerciseRef& ref, std::string_view id,
                          Whose whose, const Stamp& stamp, Edit edit) {
    bool found = false;
    bool allowed = false;
    auto next = edit_exercise(journal, ref, stamp, [&](ExerciseAnswers& exercise) {
        const auto talk = find_entry(exercise.talks, id);
        found = talk != exercise.talks.end();
        allowed = found && may_change(journal, *talk, whose, stamp);
        if (allowed) edit(exercise.talks, talk);
    });
    if (next && !found)
        return fail(ErrorCode::usage, "This conversation is not in the journal any more.");
    if (next && !allowed) return not_yours();
    return next;
}

std::optional<int>& rating_in(Felt& felt, TalkScale scale) {
    return scale == TalkScale::safe ? felt.safe : felt.heard;
}

enum class Found { nowhere, of_someone_else, own };

template <class Entry>
Found keep_entry(std::vector<Entry>& entries, const KeepToMyself& command, const Stamp& stamp) {
    const auto entry = find_entry(entries, command.entry);
    if (entry == entries.end()) return Found::nowhere;
    if (entry->person != stamp.person) return Found::of_someone_else;
    entry->only_for_me = command.only_for_me;
    return Found::own;
}

}  // namespace

Result<Journal> update(const Journal& journal, const AddTalk& command, const Stamp& stamp) {
    if (!is_id(command.talk)) return unusable_id();
    if (auto problem = problem_with_line(command.topic)) return fail(*problem);
    const Talk talk{
        command.talk, day_of(journal, stamp), stamp.now.time, stamp.person, command.topic, {}, {}};
    return edit_exercise(journal, command.exercise, stamp, [&](ExerciseAnswers& exercise) {
        if (find_entry(exercise.talks, talk.id) == exercise.talks.end())
            exercise.talks.push_back(talk);
    });
}

Result<Journal> update(const Journal& journal, const WriteTalkTopic& command, const Stamp& stamp) {
    if (auto problem = problem_with_line(command.topic)) return fail(*problem);
    return edit_talk(journal, command.exercise, command.talk, Whose::writers_alone, stamp,
                     [&](auto&, auto talk) { talk->topic = command.topic; });
}

Result<Journal> update(const Journal& journal, const WriteTalkLesson& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    return edit_talk(journal, command.exercise, command.talk, Whose::writers_alone, stamp,
                     [&](auto&, auto talk) { talk->learned = command.text; });
}

Result<Journal> update(const Journal& journal, const RateTalk& command, const Stamp& stamp) {
    if (command.person != someone_else)
        if (auto problem = problem_with_person(journal, command.person)) return fail(*problem);
    if (command.value)
        if (auto problem = problem_with_rating(*command.value)) return fail(*problem);
    return edit_talk(
        journal, command.exercise, command.talk, Whose::of_both, stamp, [&](auto&, auto talk) {
            rating_in(talk->felt[command.person], command.scale) = command.value;
            std::erase_if(talk->felt, [](const auto& entry) { return entry.second == Felt{}; });
        });
}

Result<Journal> update(const Journal& journal, const RemoveTalk& command, const Stamp& stamp) {
    return edit_talk(journal, command.exercise, command.talk, Whose::writers_alone, stamp,
                     [&](auto& talks, auto talk) { talks.erase(talk); });
}

Result<Journal> update(const Journal& journal, const KeepToMyself& command, const Stamp& stamp) {
    Found found = Found::nowhere;
    auto next = edit_exercise(journal, command.exercise, stamp, [&](ExerciseAnswers& exercise) {
        for_each_entry_list([&](ExerciseKind, auto list) {
            if constexpr (requires { (exercise.*list).front().only_for_me; })
                if (found == Found::nowhere) found = keep_entry(exercise.*list, command, stamp);
        });
    });
    if (!next) return next;
    if (found == Found::of_someone_else) return not_yours();
    if (found == Found::nowhere)
        return fail(ErrorCode::usage, "This answer is not in the journal any more.");
    return next;
}

template Command::Command(AddTalk);
template Command::Command(WriteTalkTopic);
template Command::Command(WriteTalkLesson);
template Command::Command(RateTalk);
template Command::Command(RemoveTalk);
template Command::Command(KeepToMyself);

}  // namespace rekindle
