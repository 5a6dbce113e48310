// Of the days on which promises were due, how many were kept. Only marked days count: what nobody
// spoke about is neither kept nor broken.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/insight/plot.hpp"
#include "workbook/insight/series.hpp"
#include "workbook/insight/weeks.hpp"
#include "workbook/journal/practices.hpp"

namespace rekindle {

struct KeptCount {
    int kept = 0;
    int marked = 0;  // kept, late and not kept together
    // 4 of 5 is 0.8. None where nothing was marked: no week is a zero because it was silent.
    std::optional<double> share() const;
    bool operator==(const KeptCount&) const = default;
};

// Marks on days from `from` to `to`, both included, over all promises, also those that ended or
// come round on other days by now.
KeptCount kept_between(const Practices& practices, Date from, Date to);

// One promise's marks in that span.
struct MarkCount {
    int kept = 0;
    int late = 0;
    int not_kept = 0;
    int all() const { return kept + late + not_kept; }
    bool operator==(const MarkCount&) const = default;
};
MarkCount count_marks(const Promise& promise, Date from, Date to);

// "4 of 5"; empty where nothing was marked.
std::string to_words(const KeptCount& count);

struct KeptWeeks {
    KeptCount this_week;
    KeptCount last_week;
    KeptCount four_weeks;
    bool operator==(const KeptWeeks&) const = default;
};
KeptWeeks kept_weeks(const Practices& practices, Date today, Weekday week_start);

struct PeriodKept {
    Period period;
    KeptCount count;
};

// Every period of `grain` that touches `from` to `to` and has a mark, in order; `last` (today) cuts
// one short, as in `period_means`.
std::vector<PeriodKept> kept_periods(const Practices& practices, Date from, Date to, Date last,
                                     Grain grain, Weekday week_start);

// What the series is called where a scale's id stands.
inline constexpr const char* promises_series = "promises";

// The kept share times ten over a prepared plot: a mark in the middle of each week (or of the
// plot's coarser periods) that has marks, and a line only from one such week to the next. A week
// without marks leaves a gap.
PlotSeries kept_series(const Practices& practices, const Plot& plot, Date today,
                       Weekday week_start);

}  // namespace rekindle
