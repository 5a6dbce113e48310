// A workbook of two cards that share a ledger; the first has a ritual and a plan, too.
#pragma once

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace rekindle::tests {

inline Exercise practice(const char* id, ExerciseKind kind, const char* title, const char* uses,
                         Rhythm rhythm = Rhythm::none) {
    Exercise made;
    made.id = id;
    made.kind = kind;
    made.title = title;
    made.prompt = "Something small.";
    made.uses = uses;
    made.rhythm = rhythm;
    return made;
}

inline Content practice_content() {
    Content content = small_content();
    Card first;
    first.id = "first";
    first.title = "The first card";
    first.exercises = {practice("vow", ExerciseKind::promise, "A promise", "promises"),
                       practice("walk", ExerciseKind::ritual, "A walk", "walk", Rhythm::daily),
                       practice("day", ExerciseKind::plan, "A day to look again", "")};
    Card second;
    second.id = "second";
    second.title = "The second card";
    second.exercises = {
        practice("again", ExerciseKind::promise, "The same promises", "promises", Rhythm::daily)};
    content.workbooks.front().cards = {first, second};
    return content;
}

// The list in which the plans of the first card are kept.
inline constexpr const char* day_list = "steps/first/day";

inline HeadlessSetup practice_setup(app::Page page = app::Page::workbook, Journal journal = {}) {
    HeadlessSetup setup;
    setup.content = practice_content();
    setup.journal = std::move(journal);
    setup.page = page;
    setup.height = 1600;
    return setup;
}

// With both cards open.
inline void open_cards(Headless& desk) {
    desk.session().ui.workbook.open = {"steps/first", "steps/second"};
    desk.settle();
}

}  // namespace rekindle::tests
