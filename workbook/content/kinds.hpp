// The kinds of exercises, one line each: how a content file calls it, which fields it has a use
// for, and where what is done in it is kept and shown. The reader, `lint` and the screens go by it;
// how a kind is drawn stands in app/exercises/kinds.
#pragma once

#include <array>
#include <optional>

#include "workbook/content/workbook.hpp"

namespace rekindle {

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
extern const std::array<KindRow, kind_count> kinds;

const KindRow& row_of(ExerciseKind kind);

// Where Practices shows an exercise; nothing where it does not.
std::optional<PracticeSection> section_of(const Exercise& exercise);

}  // namespace rekindle
