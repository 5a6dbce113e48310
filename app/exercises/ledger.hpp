// What a ledger of promises and one of plans have in common on their cards: lines that can be
// changed in place, a new one that is being put together, and those that are over, folded away.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/ask/asking_pen.hpp"
#include "app/exercises/exercises.hpp"

namespace rekindle::app {

// A ledger on a card, and what it is drawn with.
struct Ledger {
    const CardContext& card;
    std::string id;    // among the practices
    std::string base;  // of its controls: "card.ID.EXERCISE"
    ExerciseUi& ui;
    AskingPen pen;

    // Of the Nth line’s field, and of the one a draft is written in, which will be the next line.
    std::string line_name(std::size_t number) const { return base + '.' + std::to_string(number); }
};

// What it says.
struct LedgerWords {
    std::string_view begin;   // "Make a promise"
    std::string_view hint;    // in the field of a draft
    std::string_view add;     // "Make this promise"
    std::string_view over;    // "Earlier promises", with their number behind it
    std::string_view fold;    // "Hide earlier promises"
    std::string_view folded;  // what its fold is known as in `ExerciseUi::open`
};

// A link that begins a new line; true when it was pressed. From then on the draft is shown.
bool draw_begin(const Ledger& ledger, const LedgerWords& words, const std::string& field);

// The line that is being put together: its words, what `choose` draws below them, and how to add it
// or leave it. `choose(confirmed)` hears whether Enter was pressed in the words and says whether
// there is enough to add it. True when it was added; added or left, it is not shown any more.
bool draw_draft(const Ledger& ledger, const LedgerWords& words, const std::string& field,
                std::string& text, const std::function<bool(bool)>& choose);

// The link that shows `count` lines that are over or folds them away again; true while they are
// shown.
bool draw_fold(const Ledger& ledger, const LedgerWords& words, int count);

// Draws the lines of which `kind.is_over(entry)` is `over`.
template <class Entry, class Kind>
void draw_lines(const Ledger& ledger, const std::vector<Entry>& entries, bool over, Kind& kind) {
    std::size_t line = 0;
    for (const Entry& entry : entries) {
        ++line;
        if (kind.is_over(entry) == over && is_shown(ledger.card, entry.id))
            kind.draw_line(entry, ledger.line_name(line));
    }
}

// The whole ledger. Of a kind it asks
//   words                   its LedgerWords
//   is_over(entry)          whether a line is folded away
//   draw_line(entry, name)
//   begin()                 a draft is begun
//   text()                  the draft’s words, to be changed
//   choose(confirmed)       see `draw_draft`
//   add()                   the draft becomes a line
template <class Entry, class Kind>
void draw_ledger(const Ledger& ledger, const std::vector<Entry>& entries, Kind kind) {
    draw_lines(ledger, entries, false, kind);
    // What is looked for is shown at once, be it over or not.
    if (ledger.card.shown) return draw_lines(ledger, entries, true, kind);
    if (ledger.card.writable) {
        const std::string field = ledger.line_name(entries.size() + 1);
        if (ledger.ui.open.contains(ledger.id + " new")) {
            const auto choose = [&](bool confirmed) { return kind.choose(confirmed); };
            if (draw_draft(ledger, kind.words, field, kind.text(), choose)) kind.add();
        } else if (draw_begin(ledger, kind.words, field)) {
            kind.begin();
        }
    }
    int count = 0;
    for (const Entry& entry : entries)
        if (kind.is_over(entry)) ++count;
    if (count > 0 && draw_fold(ledger, kind.words, count)) draw_lines(ledger, entries, true, kind);
}

}  // namespace rekindle::app
