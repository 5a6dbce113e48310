#include "workbook/content/kinds.hpp"

#include "workbook/content/workbook.hpp"

namespace rekindle {

namespace {

constexpr bool stand_in_order() {
    for (std::size_t i = 0; i < exercise_kinds.size(); ++i)
        if (static_cast<std::size_t>(exercise_kinds[i].kind) != i) return false;
    return true;
}
static_assert(stand_in_order(), "a kind is found by its place");

}  // namespace

const KindRow& row_of(ExerciseKind kind) { return exercise_kinds[static_cast<std::size_t>(kind)]; }

std::string_view to_word(ExerciseKind kind) { return row_of(kind).word; }

std::string_view to_word(PracticeSection section) {
    switch (section) {
        case PracticeSection::agreements:
            return "agreements";
        case PracticeSection::promises:
            return "promises";
        case PracticeSection::triggers:
            return "triggers";
        case PracticeSection::questions:
            return "questions";
        case PracticeSection::rituals:
            return "rituals";
        case PracticeSection::plans:
            return "plans";
        case PracticeSection::conversations:
            return "conversations";
        case PracticeSection::strengths:
            return "strengths";
        case PracticeSection::lists:
            return "lists";
        case PracticeSection::letters:
            return "letters";
    }
    return "";
}

std::optional<PracticeSection> section_of(const Exercise& exercise) {
    const KindRow& kind = row_of(exercise.kind);
    return kind.fields.section != Use::none && exercise.section ? exercise.section : kind.section;
}

}  // namespace rekindle
