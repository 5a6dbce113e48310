// The parts of the Timeline, each drawn by the file it is named for, and what they share.
#pragma once

#include <string>
#include <vector>

#include "app/ask/asking_pen.hpp"
#include "app/screens/screens.hpp"
#include "app/widgets/calendar_strip.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/series_look.hpp"
#include "workbook/insight/plot.hpp"
#include "workbook/insight/promises.hpp"
#include "workbook/insight/weeks.hpp"

namespace rekindle::app {

// What was worked out for the timeline, kept until what it was made from differs.
struct PreparedTimeline {
    struct PlotKey {
        std::uint64_t days = 0;
        std::uint64_t beside = 0;
        bool both = false;
        std::string person;
        TimeView view;
        std::vector<std::string> scales;
        std::optional<Shared<Practices>> promises;  // while their series is drawn
        float width = 0;
        float height = 0;
        float scale = 0;
        Date today;
        Weekday week_start = Weekday::monday;
        bool operator==(const PlotKey&) const = default;
    };
    struct WeeksKey {
        std::uint64_t days = 0;
        std::uint64_t beside = 0;
        bool both = false;
        std::string person;
        std::vector<std::string> scales;
        std::string year_series;
        Shared<Practices> promises;
        Date today;
        Weekday week_start = Weekday::monday;
        bool operator==(const WeeksKey&) const = default;
    };
    struct WeekRow {
        std::string title;
        WeekMeans means;
    };
    // Days on which anything was rated, of the days there were.
    struct Rated {
        int rated = 0;
        int days = 0;
    };
    struct PersonWeeks {
        std::string name;  // empty while only one person's are shown
        std::vector<WeekRow> rows;
        Rated this_week, last_week, four_weeks;
    };
    PlotKey plot_key;
    Plot plot;
    std::string title_line;  // as days_in_words has it
    WeeksKey weeks_key;
    std::vector<PersonWeeks> weeks;
    std::optional<KeptWeeks> kept;  // of promises, where there are any
    CalendarDays year;
    bool has_plot = false;
    bool has_weeks = false;
};

// --- timeline_view: which days are looked at ---
TimeView view_of(const Screen& screen, const TimelineUi& ui);
void look_at(TimelineUi& ui, const TimeView& view);  // makes it a view of one's own
TimeLimits limits_of(const Screen& screen, const TimelineUi& ui);
// Today, or the last day with an entry of anyone who is drawn where that is later.
Date latest_day(const Screen& screen, const TimelineUi& ui);
// "31 August – 21 November 2026"
std::string in_words(const TimeView& view);

// --- timeline_people: one of two people, or both ---
// A person whose days are drawn.
struct Drawn {
    const Person* person = nullptr;
    const Days* days = nullptr;
    bool beside = false;  // not the one who is writing
    bool second = false;  // of the two, who has the look of the second wherever both are drawn
};
// Who is writing; while both are drawn both, in the order of the profile.
std::vector<Drawn> drawn_people(const Screen& screen, const TimelineUi& ui);
// The other's days while both are drawn; else null.
const Days* days_beside(const Screen& screen, const TimelineUi& ui);
std::vector<SeriesLook> looks_of(const Screen& screen, const TimelineUi& ui, const Theme& theme,
                                 const Plot& plot);
// The first day with an entry of anyone who is drawn.
std::optional<Date> first_day(const Screen& screen, const TimelineUi& ui);
// The choice and, while both are drawn, whose line looks how; nothing where one person writes.
void draw_people_choice(const Screen& screen, TimelineUi& ui, const Pen& pen);

// --- timeline_prepare ---
// The scales chosen, in the order of the content, with those left out that are no longer there.
std::vector<std::string> chosen_scales(const Screen& screen, const TimelineUi& ui);
std::string scale_title(const Screen& screen, std::string_view scale);
PreparedTimeline& prepared_of(TimelineUi& ui);
// "31 August – 21 November 2026 · 76 of 84 days rated", or "… · Ada 76, Bo 50 of 84 days rated".
std::string days_in_words(const Screen& screen, const TimelineUi& ui, const TimeView& view);
const Plot& prepare_plot(const Screen& screen, TimelineUi& ui, Canvas& canvas, float width,
                         float height);
void prepare_weeks(const Screen& screen, TimelineUi& ui);

// --- timeline_promises: the weekly share of promises kept, as a series and in words ---
bool has_promises(const Screen& screen);
bool draws_promises(const Screen& screen, const TimelineUi& ui);
SeriesLook promises_look(const Theme& theme);
// The chip that turns the series on and off, and its width; nothing where there are no promises.
void draw_promises_chip(const Screen& screen, TimelineUi& ui, Flow& chips);
float promises_chip_width(const Screen& screen, const TimelineUi& ui, Canvas& canvas);
// What the series stands for, while it is drawn.
void draw_promises_legend(const Screen& screen, const TimelineUi& ui, const Pen& pen);
// "Promises kept that week: 4 of 5 marked", on a line of its own; empty where none was marked.
std::string kept_in_words(const Screen& screen, const TimelineUi& ui, Date date);

// --- timeline_day: what is told about a day under the pointer ---
// Of the other only the values are told, never the words.
std::string day_in_words(const Screen& screen, const TimelineUi& ui,
                         const std::vector<std::string>& scales, Date date);
std::string events_in_words(const PlotEvents& mark);
// The same in one line for the day with the cursor: mood, trust and what is drawn, also where it
// was not rated. Only of who is writing.
std::string cursor_in_words(const Screen& screen, const TimelineUi& ui, Date date);

// --- timeline_cursor: a day chosen with the keys ---
// Gives the plot the focus when an arrow is pressed while nothing has it. Before it is drawn.
void take_arrows_for_plot(Canvas& canvas);
// The day with the cursor while the plot is used by keyboard: the last one in view until a key
// moves it.
std::optional<Date> plot_cursor(const Screen& screen, const TimelineUi& ui, const Canvas& canvas);
// Moves it by days, weeks and months, the view along with it; Enter opens its day.
void take_cursor_keys(const Screen& screen, TimelineUi& ui, const AskingPen& pen);
// Its words, in view with each new day; nothing while there is no cursor.
void draw_cursor_words(const Screen& screen, TimelineUi& ui, const Pen& pen,
                       std::optional<Date> date);

// --- timeline_chart: the card with chips, legend and plot ---
void draw_timeline_chart(const Screen& screen, TimelineUi& ui, const AskingPen& pen);
void draw_series_chips(const Screen& screen, TimelineUi& ui, const Pen& pen);

// The size of the plot in a card this wide inside, in pixels.
ImVec2 plot_size(const Canvas& canvas, float inside);

// --- timeline_plot: the plot itself, and what mouse and keyboard do to it ---
void draw_timeline_plot(const Screen& screen, TimelineUi& ui, const AskingPen& pen);

// --- timeline_weeks: the two cards below ---
void draw_weeks_and_year(const Screen& screen, TimelineUi& ui, const AskingPen& pen);

}  // namespace rekindle::app
