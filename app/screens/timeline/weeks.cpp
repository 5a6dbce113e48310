#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/screens/timeline/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/series_look.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/tooltip.hpp"

namespace rekindle::app {
namespace {

constexpr float inside_side = 22;  // of a card, as CardGround has it
constexpr float inside_top = 20;
constexpr float heading_height = 30;
constexpr float row_height = 23;
constexpr float between_cards = 20;
constexpr float width_for_two = 760;
constexpr float widest_table = 560;
// Where the three columns of figures begin, as shares of the table's width.
constexpr std::array<float, 3> figure_columns{0.335f, 0.53f, 0.745f};

struct Figure {
    std::string value;
    std::string count;  // over how many days; left out where there is no room for it
};

Figure figure_of(const std::optional<Mean>& mean) {
    if (!mean) return {"–", "no entry"};
    return {to_decimal(mean->value),
            fmt::format("{} {}", mean->days, mean->days == 1 ? "day" : "days")};
}

Figure figure_of(const PreparedTimeline::Rated& rated) {
    return {fmt::format("{} of {}", rated.rated, rated.days), {}};
}

Figure figure_of(const KeptCount& count) {
    if (count.marked == 0) return {"–", "no mark"};
    return {to_words(count), {}};
}

struct Table {
    float x = 0;
    float width = 0;
    float left_of(std::size_t column) const { return x + width * figure_columns[column]; }
    float width_of(std::size_t column) const {
        return (column + 1 < figure_columns.size() ? left_of(column + 1) : x + width) -
               left_of(column);
    }
};

// Body text in a row, its middle where the middle of the row is.
void draw_figure(Canvas& canvas, const Table& table, std::size_t column, const Rect& row,
                 const Figure& figure) {
    const Type type = column == 0 ? Type::strong : Type::body;
    const float x = table.left_of(column);
    const float y = row.y + (row.h - canvas.fonts.size(type)) / 2;
    const bool none = figure.value == "–";
    const float used =
        draw_text(canvas, x, y, type, none ? Colour::muted : Colour::ink, figure.value) +
        canvas.px(6);
    if (figure.count.empty() ||
        used + text_width(canvas, Type::label, figure.count) > table.width_of(column))
        return;
    draw_text(canvas, x + used,
              y + canvas.fonts.size(type) - canvas.fonts.size(Type::label) - canvas.px(1),
              Type::label, Colour::muted, figure.count);
}

void draw_row(const Pen& pen, const Table& table, std::string_view title,
              const std::array<Figure, 3>& figures) {
    const Rect row = pen.column.take(pen.px(row_height));
    draw_text_cut(pen.canvas, {row.x, row.y + (row.h - pen.canvas.fonts.size(Type::body)) / 2},
                  table.left_of(0) - row.x - pen.px(6), Type::body, Colour::ink, title);
    for (std::size_t column = 0; column < figures.size(); ++column)
        draw_figure(pen.canvas, table, column, row, figures[column]);
}

void draw_table_head(const Pen& pen, const Table& table) {
    const Rect row = pen.column.take(pen.px(row_height));
    const float y = row.y + (row.h - pen.canvas.fonts.size(Type::secondary)) / 2;
    constexpr std::array<std::string_view, 3> titles{"average", "last week", "four weeks"};
    for (std::size_t column = 0; column < titles.size(); ++column)
        draw_text_cut(pen.canvas, {table.left_of(column), y}, table.width_of(column) - pen.px(4),
                      Type::secondary, Colour::muted, titles[column]);
}

void draw_heading(const Pen& pen, std::string_view words) {
    const Rect row = pen.column.take(pen.px(heading_height));
    draw_text_cut(pen.canvas, {row.x, row.y + pen.px(3)}, row.w, Type::heading, Colour::ink, words);
}

void draw_person_weeks(const PreparedTimeline::PersonWeeks& weeks, const Table& table,
                       const Pen& pen) {
    if (!weeks.name.empty()) {
        const Rect row = pen.column.take(pen.px(row_height));
        draw_text_cut(pen.canvas,
                      {row.x, row.y + (row.h - pen.canvas.fonts.size(Type::secondary)) / 2},
                      table.width, Type::secondary_strong, Colour::ink, weeks.name);
    }
    for (const PreparedTimeline::WeekRow& row : weeks.rows)
        draw_row(pen, table, row.title,
                 {figure_of(row.means.this_week), figure_of(row.means.last_week),
                  figure_of(row.means.four_weeks)});
    draw_row(pen, table, "Days rated",
             {figure_of(weeks.this_week), figure_of(weeks.last_week), figure_of(weeks.four_weeks)});
}

void draw_this_week(const PreparedTimeline& prepared, const Pen& pen) {
    draw_heading(pen, "This week");
    const Table table{pen.column.x, std::min(pen.column.width, pen.px(widest_table))};
    draw_table_head(pen, table);
    for (const PreparedTimeline::PersonWeeks& weeks : prepared.weeks)
        draw_person_weeks(weeks, table, pen);
    if (prepared.kept)
        draw_row(pen, table, "Promises kept",
                 {figure_of(prepared.kept->this_week), figure_of(prepared.kept->last_week),
                  figure_of(prepared.kept->four_weeks)});
}

float this_week_height(const Canvas& canvas, const PreparedTimeline& prepared) {
    std::size_t rows = prepared.kept ? 2 : 1;
    for (const PreparedTimeline::PersonWeeks& weeks : prepared.weeks)
        rows += weeks.rows.size() + (weeks.name.empty() ? 1 : 2);
    return canvas.px(2 * inside_top + heading_height) +
           static_cast<float>(rows) * canvas.px(row_height);
}

std::string year_words(const Screen& screen, const TimelineUi& ui, Date date) {
    const std::string title = scale_title(screen, ui.year_series);
    const auto value = screen.days.value(ui.year_series, date);
    const std::string day = fmt::format("{} {}", to_words(date), date.year());
    if (!value) return fmt::format("{} · {} not rated", day, title);
    if (value->count > 1)
        return fmt::format("{} · {} {} (average of {})", day, title, to_decimal(value->mean),
                           value->count);
    return fmt::format("{} · {} {:.0f}", day, title, value->mean);
}

// The year is always that of who is writing; where two are drawn it says so.
std::string year_title(const Screen& screen, const TimelineUi& ui) {
    if (!days_beside(screen, ui)) return "Year at a glance";
    return "Year · " + name_of(*screen.journal.profile, screen.person);
}

// Which scale the year shows: mood, trust, and what else is drawn above, as far as there is room.
void draw_year_chips(const Screen& screen, TimelineUi& ui, Canvas& canvas, const Rect& row) {
    std::vector<std::string> scales = chosen_scales(screen, ui);
    for (const char* always : {trust_scale, mood_scale})
        if (!ui.series.contains(always)) scales.insert(scales.begin(), always);
    float x = row.right();
    const float least_x =
        row.x + text_width(canvas, Type::heading, year_title(screen, ui)) + canvas.px(16);
    std::vector<std::pair<std::string, float>> places;
    for (const std::string& scale : scales) {
        const std::string title = scale_title(screen, scale);
        const float width =
            chip_width(canvas, {.name = {}, .label = title, .type = Type::label}) + canvas.px(6);
        if (x - width < least_x && places.size() >= 2) break;
        x -= width;
        places.push_back({scale, width});
    }
    x += canvas.px(6);
    for (const auto& [scale, width] : places) {
        const std::string name = "timeline.year." + scale;
        if (chip(canvas, x, row.y - canvas.px(3),
                 {.name = name,
                  .label = scale_title(screen, scale),
                  .selected = ui.year_series == scale,
                  .type = Type::label}))
            ui.year_series = scale;
        x += width;
    }
}

void draw_year(const Screen& screen, TimelineUi& ui, const AskingPen& pen) {
    const Rect head{pen.column.x, pen.column.y, pen.column.width, pen.px(heading_height)};
    draw_heading(pen, year_title(screen, ui));
    draw_year_chips(screen, ui, pen.canvas, head);
    pen.skip(2);
    const std::string words =
        ui.year_cursor ? year_words(screen, ui, *ui.year_cursor) : std::string{};
    const SeriesLook look = series_look(pen.canvas.theme, screen.scales, ui.year_series);
    const auto result = calendar_strip(pen, {.name = "timeline.year",
                                             .days = ui.prepared->year,
                                             .colour = look.colour,
                                             .cursor = ui.year_cursor,
                                             .words = words});
    ui.year_cursor = result.cursor;
    if (result.pointed && result.hovered)
        tooltip_beside(pen.canvas, result.cell, year_words(screen, ui, *result.pointed));
    if (result.pressed) pen.out.add(ShowDay{*result.pressed});
}

float year_height(const Canvas& canvas) {
    return canvas.px(2 * inside_top + heading_height + 2 + calendar_strip_height - 6);
}

// A card of a known height; gives the column inside it.
Column begin_card(Canvas& canvas, const Rect& card) {
    draw_card_ground(canvas, card);
    return {card.x + canvas.px(inside_side), card.y + canvas.px(inside_top),
            card.w - 2 * canvas.px(inside_side)};
}

}  // namespace

void draw_weeks_and_year(const Screen& screen, TimelineUi& ui, const AskingPen& pen) {
    prepare_weeks(screen, ui);
    const PreparedTimeline& prepared = *ui.prepared;
    const bool beside = pen.column.width >= pen.px(width_for_two);
    const float gap = pen.px(between_cards);
    const float left_height = this_week_height(pen.canvas, prepared);
    const float right_height = year_height(pen.canvas);
    Rect week{pen.column.x, pen.column.y, pen.column.width, left_height};
    Rect year{pen.column.x, week.bottom() + gap, pen.column.width, right_height};
    if (beside) {
        week.w = std::round((pen.column.width - gap) / 2);
        week.h = std::max(left_height, right_height);
        year = {week.right() + gap, pen.column.y, pen.column.width - gap - week.w, week.h};
    }
    if (!is_hidden(pen.canvas, week)) {
        Column inside = begin_card(pen.canvas, week);
        draw_this_week(prepared, pen.in(inside));
    }
    Column inside = begin_card(pen.canvas, year);
    draw_year(screen, ui, pen.in(inside));
    pen.column.y = year.bottom();
}

}  // namespace rekindle::app
