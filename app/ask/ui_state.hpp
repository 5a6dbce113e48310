// What the window remembers that is not the person's: where they are and what is unfolded.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "app/ask/action.hpp"
#include "app/ask/exercise_ui.hpp"
#include "app/ask/lock_request.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/passphrase_field.hpp"
#include "app/widgets/text_field.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle::app {

struct TodayUi {
    std::optional<Date> date;  // the day shown; none: whatever day it is
    std::string checkin;       // the check-in shown of that day; empty: the latest
    bool another = false;      // a further check-in has been asked for and nothing said in it yet
    bool more_feelings = false;
    std::string own_event;  // what is being typed as an event of one's own
    bool adding_event = false;
    std::string time;  // what is being typed as the check-in's time
    bool changing_time = false;
    MonthPicker month;
    DayFieldUi plan_days;                    // to which a plan is moved
    bool more_words = false;                 // more of the own words used before are offered
    std::shared_ptr<struct UsedWords> used;  // what was worked out for the last frame

    // Nothing begun on the day or by the person before goes on with the next.
    void begin_anew() {
        checkin.clear();
        another = false;
        own_event.clear();
        adding_event = false;
        changing_time = false;
        more_words = false;
    }
};

// `workbook/card` of what is unfolded, and so on; ids, never places.
struct WorkbookUi {
    std::set<std::string> open;
    std::map<std::string, float> heights;  // of a card as last drawn, for what is scrolled away
    std::string scroll_to;                 // card to bring into view once
    std::string search;
    bool searching = false;                           // the field and the filters are shown
    bool to_search = false;                           // the field is to get the keys once
    std::optional<CardState> state;                   // only cards of this state
    std::optional<Audience> speaking_to;              // only cards for this side
    bool aside_open = false;                          // the cards set aside, at the end of the page
    std::shared_ptr<struct PreparedSearch> prepared;  // of the workbook searched, prepared

    // All cards again.
    void show_all() {
        search.clear();
        state.reset();
        speaking_to.reset();
    }
};

enum class TimelineRange { two_weeks, six_weeks, twelve_weeks, year, all, own };
struct TimelineUi {
    TimelineRange range = TimelineRange::twelve_weeks;
    double first_day =
        0;  // for `own`: what is in view, in days since 1970, fractions while dragging
    double last_day = 0;
    std::set<std::string> series{mood_scale, trust_scale};
    std::optional<double> dragged_from;  // the day that the mouse took hold of
    std::string hovered;
    bool dragging = false;  // the mouse has moved since, so letting go is no click
    TimelineRange home = TimelineRange::twelve_weeks;  // where a double click goes back to
    // A click waits for a moment, since it may be the first half of a double click.
    struct Click {
        Date day;
        double due = 0;  // in Canvas::seconds
    };
    std::optional<Click> click;
    bool both_people = false;               // with two of them: draws the other's days as well
    bool all_series = false;                // every scale is offered, not only the first ones
    std::string year_series = trust_scale;  // what the year at a glance shows
    std::optional<Date> year_cursor;
    std::optional<Date> cursor;  // the day that the keys moved to in the plot
    std::optional<Date> told;    // the one whose words were last brought into view
    std::shared_ptr<struct PreparedTimeline> prepared;  // what was worked out for the last frame
};

struct PracticesUi {
    std::string section;  // the one shown; empty: all
    std::string filter;   // the state shown; empty: all
    std::string search;
    bool to_search = false;                              // the field is to get the keys once
    std::map<std::string, float> heights;                // of what was gathered, as last drawn
    std::shared_ptr<struct PreparedPractices> prepared;  // what was worked out for the last frame
};

// The form in which the lock is set, changed or taken off, and its ways in are.
struct LockUi {
    std::optional<LockRequest::Kind> form;  // none: folded
    PassphraseUi current;
    PassphraseUi next;
    PassphraseUi again;
    bool shown = false;
    bool recovery = false;
    bool new_key = false;
    std::string way;     // the name of the one that is added or removed
    bool busy = false;   // it is being done
    bool ended = false;  // just now: what came of it is brought into view
    // Said beside the field that it is about until the next key in one of them.
    std::string problem;
    enum class About { form, current, next, again } about = About::form;
    bool to_problem = false;  // that field is to get the keys, its text selected
    void refuse(std::string sentence, About what) {
        problem = std::move(sentence);
        about = what;
        to_problem = true;
    }
    std::string said;               // what was done
    std::vector<OtherFile> others;  // what stayed plain in its folder and was not left so
    std::optional<Secret> code;     // a new recovery code, until it has been put on paper
};

struct SettingsUi {
    std::map<std::string, std::string> drafts;
    LockUi lock;
    // Of the copies beside the journal's files, as last drawn here; none before that.
    std::optional<std::size_t> copies;
    float copies_height = 0;
};

struct HelpUi {
    std::string name;  // of someone to turn to, being typed before they are added
    std::string reach;
    bool to_keys = false;  // what the keys do is to be brought into view once
};

struct UiState {
    Page page = Page::today;
    TodayUi today;
    WorkbookUi workbook;
    TimelineUi timeline;
    PracticesUi practices;
    ExerciseUi exercises;  // of both of them
    SettingsUi settings;
    HelpUi help;
    std::optional<Page> drawn;  // the page of the last frame: where another comes, Tab begins anew
    // While a neutral page stands over all: when it was last asked for, in Canvas::seconds.
    std::optional<double> hidden_since;
    TextFields fields;
    std::map<Page, float> scroll;
};

}  // namespace rekindle::app
