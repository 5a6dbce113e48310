// The kinds of exercises, one line each: how a content file calls it, which fields it has a use
// for, and where what is done in it is kept and shown. The reader, `lint` and the screens go by it;
// what a kind is on screen stands in app/exercises/exercises.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace rekindle {

enum class ExerciseKind {
    reflect,
    check,
    scale,
    list,
    promise,
    letter,
    conversation,
    ritual,
    plan,
    pause
};
inline constexpr std::size_t kind_count = static_cast<std::size_t>(ExerciseKind::pause) + 1;

// Where Practices shows what grows between the cards, in the order in which it does.
enum class PracticeSection {
    agreements,
    promises,
    triggers,
    questions,
    rituals,
    plans,
    conversations,
    strengths,
    lists,
    letters
};

// Whether an exercise of a kind may or has to have a field.
enum class Use { none, may, must };

struct FieldUses {
    Use items = Use::none;
    Use uses = Use::none;  // the name it is shared under
    Use rates = Use::none;
    Use rhythm = Use::none;
    Use minutes = Use::none;
    Use topics = Use::none;
    Use notices = Use::none;
    Use section = Use::none;
};

struct KindRow {
    ExerciseKind kind;
    std::string_view word;
    FieldUses fields{};
    // Kept in `practices.toml`, whichever card shows it; else with the card's answers.
    bool in_practices = false;
    // Where Practices gathers it, unless the exercise says otherwise; none: it belongs to one card
    // and one sitting.
    std::optional<PracticeSection> section{};
    bool little_writing = false;  // done with a press or a day: it stands beside what is written
};

// In the order of ExerciseKind.
inline constexpr std::array<KindRow, kind_count> exercise_kinds{{
    {.kind = ExerciseKind::reflect, .word = "reflect"},
    {.kind = ExerciseKind::check,
     .word = "check",
     .fields = {.items = Use::must},
     .little_writing = true},
    {.kind = ExerciseKind::scale,
     .word = "scale",
     .fields = {.rates = Use::may},
     .little_writing = true},
    {.kind = ExerciseKind::list,
     .word = "list",
     .fields = {.items = Use::must, .uses = Use::may, .section = Use::may},
     .in_practices = true,
     .section = PracticeSection::lists},
    {.kind = ExerciseKind::promise,
     .word = "promise",
     .fields = {.uses = Use::may, .rhythm = Use::may},
     .in_practices = true,
     .section = PracticeSection::promises},
    {.kind = ExerciseKind::letter,
     .word = "letter",
     .fields = {.items = Use::must, .notices = Use::may},
     .section = PracticeSection::letters},
    {.kind = ExerciseKind::conversation,
     .word = "conversation",
     .fields = {.minutes = Use::must, .topics = Use::must},
     .section = PracticeSection::conversations},
    {.kind = ExerciseKind::ritual,
     .word = "ritual",
     .fields = {.uses = Use::may, .rhythm = Use::must, .section = Use::may},
     .in_practices = true,
     .section = PracticeSection::rituals,
     .little_writing = true},
    {.kind = ExerciseKind::plan,
     .word = "plan",
     .in_practices = true,
     .section = PracticeSection::plans,
     .little_writing = true},
    {.kind = ExerciseKind::pause,
     .word = "pause",
     .fields = {.minutes = Use::may},
     .little_writing = true},
}};

const KindRow& row_of(ExerciseKind kind);

std::string_view to_word(ExerciseKind kind);
std::string_view to_word(PracticeSection section);

}  // namespace rekindle
