#include "workbook/content/kinds.hpp"

namespace rekindle {

constexpr std::array<KindRow, kind_count> kinds{{
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
}};

namespace {

constexpr bool stand_in_order() {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (static_cast<std::size_t>(kinds[i].kind) != i) return false;
    return true;
}
static_assert(stand_in_order(), "a kind is found by its place");

}  // namespace

const KindRow& row_of(ExerciseKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::string_view to_word(ExerciseKind kind) { return row_of(kind).word; }

std::optional<PracticeSection> section_of(const Exercise& exercise) {
    const KindRow& kind = row_of(exercise.kind);
    return kind.fields.section != Use::none && exercise.section ? exercise.section : kind.section;
}

}  // namespace rekindle
