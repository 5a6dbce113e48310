// What the window remembers of exercises: one memory for the Workbook and the Practices screen, so
// that what was begun on one goes on on the other. Keys are WORKBOOK/CARD/EXERCISE or a practice's
// id, never a place.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/widgets/day_field.hpp"
#include "workbook/base/date.hpp"
#include "workbook/content/phrases.hpp"
#include "workbook/journal/practices.hpp"

namespace rekindle::app {

// A promise or a plan that is being put together or changed: nothing is in the journal before it is
// said to be done.
struct PromiseDraft {
    std::string text;
    std::string who;
    Schedule schedule;
    bool operator==(const PromiseDraft&) const = default;
};
struct PlanDraft {
    std::string text;
    std::optional<Date> date;
    bool operator==(const PlanDraft&) const = default;
};

// The conversation under way, of which there is one at a time. Its clock goes on while its card is
// folded or another screen is open.
struct TalkUi {
    enum class Step { none, preparing, speaking, saying_back, paused, closing };
    std::string exercise;  // WORKBOOK/CARD/EXERCISE; empty: none is under way
    std::string talk;      // its id in the journal, from the closing on
    std::string topic;
    Step step = Step::none;
    Step resumes = Step::none;    // what a pause goes back to
    int turn = 0;                 // 0: the first speaks, 1: the second
    double ends_at = 0;           // of the running turn, in Canvas::seconds; 0: not running
    double left = 0;              // seconds left of it while paused
    std::string first_speaker{};  // a person's id, or `someone_else`
    bool time_hidden = false;     // the turn ends all the same, and is only said to be over
};

// Slow breathing, at one exercise at a time.
struct BreathingUi {
    std::string exercise;  // WORKBOOK/CARD/EXERCISE; empty: nobody breathes by it
    double since = 0;      // in Canvas::seconds
    bool still = false;    // the words alone; kept for the next time
};

// A letter on its way into a file of the person's choosing, one at a time.
struct TextCopyUi {
    enum class Step { none, asking, writing, written, refused };
    std::string letter;  // the letter it is asked at, by the key of its exercise
    std::string path;
    std::string problem;  // for `refused`: a sentence, and what to do
    Step step = Step::none;
};

// The phrases pointed out beside a field, kept until its text differs.
struct NoticedText {
    std::string of;
    std::vector<FoundPhrase> found;
};

struct ExerciseUi {
    std::set<std::string> earlier;           // whose earlier answers are shown
    std::map<std::string, bool> begun_anew;  // a further answer or letter was asked for
    std::map<std::string, PromiseDraft> promises;
    std::map<std::string, PlanDraft> plans;
    std::set<std::string> open;  // folded-away parts that are shown: a note, a ledger, a letter
                                 // read through
    std::map<std::string, std::string> letters;  // the draft shown, by exercise; absent: the latest
    std::string shown_from_top;  // the letter whose beginning comes into view once, by exercise
    std::map<std::string, float> left_at;  // where an exercise stood before its letter was read
    TextCopyUi copy;
    std::map<std::string, NoticedText> noticed;  // by the field's name
    TalkUi talk;
    BreathingUi breathing;
    DayFieldUi days;                               // of promises and plans
    std::map<std::string, Date> calendar_cursors;  // of rituals, moved by the arrow keys
};

}  // namespace rekindle::app
