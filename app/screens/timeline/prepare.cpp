#include <fmt/format.h>

#include <algorithm>

#include "app/screens/timeline/parts.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

Weekday week_start_of(const Screen& screen) { return screen.journal.profile->week_start; }

PreparedTimeline::Rated rated_in(const Days& days, const WeekSpans::Span& span) {
    return {days.days_rated(span.first, span.last), span.days()};
}

std::uint64_t version_beside(const Screen& screen, const TimelineUi& ui) {
    const Days* beside = days_beside(screen, ui);
    return beside ? beside->version() : 0;
}

PreparedTimeline::PersonWeeks weeks_of(const Screen& screen, const Drawn& drawn,
                                       const std::vector<std::string>& scales, Weekday week_start) {
    PreparedTimeline::PersonWeeks weeks;
    for (const std::string& scale : scales)
        weeks.rows.push_back(
            {scale_title(screen, scale), week_means(*drawn.days, scale, screen.today, week_start)});
    const WeekSpans spans = week_spans(screen.today, week_start);
    weeks.this_week = rated_in(*drawn.days, spans.this_week);
    weeks.last_week = rated_in(*drawn.days, spans.last_week);
    weeks.four_weeks = rated_in(*drawn.days, spans.four_weeks);
    return weeks;
}

}  // namespace

std::string days_in_words(const Screen& screen, const TimelineUi& ui, const TimeView& view) {
    const Date first = view.first_date();
    const Date last = view.last_date();
    std::string rated;
    const std::vector<Drawn> people = drawn_people(screen, ui);
    for (const Drawn& drawn : people) {
        if (!rated.empty()) rated += ", ";
        if (people.size() > 1) rated += name_of(*screen.journal.profile, drawn.person->id) + ' ';
        rated += fmt::format("{}", drawn.days->days_rated(first, last));
    }
    return fmt::format("{} · {} of {} days rated", in_words(view), rated, last - first + 1);
}

PreparedTimeline& prepared_of(TimelineUi& ui) {
    if (!ui.prepared) ui.prepared = std::make_shared<PreparedTimeline>();
    return *ui.prepared;
}

std::vector<std::string> chosen_scales(const Screen& screen, const TimelineUi& ui) {
    std::vector<std::string> chosen;
    for (const Scale& scale : screen.scales)
        if (ui.series.contains(scale.id)) chosen.push_back(scale.id);
    return chosen;
}

std::string scale_title(const Screen& screen, std::string_view scale) {
    const auto found = std::find_if(screen.scales.begin(), screen.scales.end(),
                                    [&](const Scale& one) { return one.id == scale; });
    return found == screen.scales.end() ? std::string(scale) : found->title;
}

const Plot& prepare_plot(const Screen& screen, TimelineUi& ui, Canvas& canvas, float width,
                         float height) {
    PreparedTimeline& prepared = prepared_of(ui);
    PreparedTimeline::PlotKey key{screen.days.version(),
                                  version_beside(screen, ui),
                                  days_beside(screen, ui) != nullptr,
                                  screen.person,
                                  view_of(screen, ui),
                                  chosen_scales(screen, ui),
                                  {},
                                  width,
                                  height,
                                  canvas.scale,
                                  latest_day(screen, ui),
                                  week_start_of(screen)};
    if (draws_promises(screen, ui)) key.promises = screen.journal.practices;
    if (prepared.has_plot && prepared.plot_key == key) return prepared.plot;
    PlotRequest request;
    request.scales = key.scales;
    request.view = key.view;
    request.today = key.today;
    request.week_start = key.week_start;
    request.width = width;
    request.height = height;
    request.unit = canvas.scale;
    request.label_height = canvas.fonts.size(Type::label);
    request.label_width = [&canvas](std::string_view label) {
        return text_width(canvas, Type::label, label);
    };
    request.beside = days_beside(screen, ui);
    prepared.plot = make_plot(screen.days, request);
    if (key.promises)
        prepared.plot.series.push_back(
            kept_series(**key.promises, prepared.plot, key.today, key.week_start));
    prepared.title_line = days_in_words(screen, ui, key.view);
    prepared.plot_key = std::move(key);
    prepared.has_plot = true;
    return prepared.plot;
}

void prepare_weeks(const Screen& screen, TimelineUi& ui) {
    PreparedTimeline& prepared = prepared_of(ui);
    PreparedTimeline::WeeksKey key{screen.days.version(),
                                   version_beside(screen, ui),
                                   days_beside(screen, ui) != nullptr,
                                   screen.person,
                                   chosen_scales(screen, ui),
                                   ui.year_series,
                                   screen.journal.practices,
                                   screen.today,
                                   week_start_of(screen)};
    if (prepared.has_weeks && prepared.weeks_key == key) return;
    prepared.weeks.clear();
    for (const Drawn& drawn : drawn_people(screen, ui)) {
        prepared.weeks.push_back(weeks_of(screen, drawn, key.scales, key.week_start));
        if (key.both)
            prepared.weeks.back().name = name_of(*screen.journal.profile, drawn.person->id);
    }
    prepared.kept.reset();
    if (has_promises(screen)) prepared.kept = kept_weeks(*key.promises, key.today, key.week_start);
    const Date end = end_of_view(screen.days, 365, screen.today);
    const Date first = calendar_first(end, key.week_start);
    prepared.year = {first, screen.days.series(key.year_series, first, end)};
    prepared.weeks_key = std::move(key);
    prepared.has_weeks = true;
}

}  // namespace rekindle::app
