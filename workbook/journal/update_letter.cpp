// Commands that change a letter.
#include <algorithm>

#include "workbook/journal/as_seen_by.hpp"
#include "workbook/journal/update_parts.hpp"

namespace rekindle {
namespace {

auto find_letter(std::vector<Letter>& letters, std::string_view id) {
    return std::find_if(letters.begin(), letters.end(),
                        [&](const Letter& letter) { return letter.id == id; });
}

// A letter is changed and taken out by whoever writes it.
bool is_of_other(const Journal& journal, const Letter& letter, const Stamp& stamp) {
    return !is_own(*journal.profile, letter.person, stamp.person);
}

void write_part(Letter& letter, const WriteLetterPart& command, Date today) {
    const auto part = letter.parts.find(command.part);
    const bool same =
        part == letter.parts.end() ? command.text.empty() : part->second == command.text;
    if (same) return;
    if (command.text.empty())
        letter.parts.erase(part);
    else
        letter.parts.insert_or_assign(command.part, command.text);
    letter.changed = today;
}

}  // namespace

Result<Journal> update(const Journal& journal, const WriteLetterPart& command, const Stamp& stamp) {
    if (!is_id(command.letter) || !is_id(command.part)) return unusable_id();
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    const Date today = day_of(journal, stamp);
    bool of_other = false;
    auto next = edit_exercise(journal, command.exercise, stamp, [&](ExerciseAnswers& exercise) {
        auto& letters = exercise.letters;
        auto letter = find_letter(letters, command.letter);
        of_other = letter != letters.end() && is_of_other(journal, *letter, stamp);
        if (of_other) return;
        if (letter == letters.end()) {
            letters.push_back({command.letter, today, today, stamp.person, {}});
            letter = std::prev(letters.end());
        }
        write_part(*letter, command, today);
        if (letter->parts.empty()) letters.erase(letter);
    });
    if (next && of_other) return not_yours();
    return next;
}

Result<Journal> update(const Journal& journal, const RemoveLetter& command, const Stamp& stamp) {
    bool of_other = false;
    auto next = edit_exercise(journal, command.exercise, stamp, [&](ExerciseAnswers& exercise) {
        const auto letter = find_letter(exercise.letters, command.letter);
        if (letter == exercise.letters.end()) return;
        of_other = is_of_other(journal, *letter, stamp);
        if (!of_other) exercise.letters.erase(letter);
    });
    if (next && of_other) return not_yours();
    return next;
}

template Command::Command(WriteLetterPart);
template Command::Command(RemoveLetter);

}  // namespace rekindle
