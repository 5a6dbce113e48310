// What each kind of exercise is on screen, one line each: how it draws itself on its card, and what
// of it Practices can list and search. What a kind is otherwise stands in workbook/content/kinds.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/exercises/exercises.hpp"
#include "workbook/content/practice_sources.hpp"

namespace rekindle::app {

// A line, a promise, a plan, a conversation …, as far as it can be looked for.
struct PracticeEntry {
    std::string id;
    std::string state;                      // its title; empty: it has none
    std::vector<const std::string*> words;  // of the journal shown
};
using PracticeEntries = std::vector<PracticeEntry>;

struct ShownKind {
    ExerciseKind kind;
    // Null for `scale`, whose sliders the card draws itself.
    void (*draw)(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                 Column& column, Actions& out) = nullptr;
    // What is kept under `id` that the person may see; null: Practices does not gather the kind.
    PracticeEntries (*entries)(const Screen& screen, const PracticeSource& source,
                               const std::string& id) = nullptr;
};

const ShownKind& shown_kind(ExerciseKind kind);

}  // namespace rekindle::app
