#include <fmt/format.h>

#include "app/exercises/exercises.hpp"

namespace rekindle::app {
namespace {

constexpr bool stand_in_order() {
    for (std::size_t i = 0; i < shown_kinds.size(); ++i)
        if (static_cast<std::size_t>(shown_kinds[i].kind) != i) return false;
    return true;
}
static_assert(stand_in_order(), "a kind is found by its place");

}  // namespace

const ShownKind& shown_kind(ExerciseKind kind) {
    return shown_kinds[static_cast<std::size_t>(kind)];
}

bool is_shown(const CardContext& context, const std::string& id) {
    return !context.shown || context.shown->contains(id);
}

std::string exercise_key(const CardContext& context, const Exercise& exercise) {
    return context.workbook.id + '/' + context.card.id + '/' + exercise.id;
}

std::optional<CardRef> card_of_key(std::string_view key) {
    const std::size_t first = key.find('/');
    const std::size_t last = key.rfind('/');
    if (first == std::string_view::npos || first == last) return std::nullopt;
    return CardRef{std::string(key.substr(0, first)),
                   std::string(key.substr(first + 1, last - first - 1))};
}

std::string day_words(const Screen& screen, Date date) {
    if (date == screen.today) return "today";
    return date.year() == screen.today.year()
               ? fmt::format("{} {}", date.day(), month_name(date.month()))
               : to_words_with_year(date);
}

void draw_exercise(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                   const AskingPen& pen) {
    const auto draw = shown_kind(exercise.kind).draw;
    if (!draw) return;
    CardContext here = context;
    if (row_of(exercise.kind).in_practices)
        here.writable = !context.screen.why_read_only({PartKind::practices, {}, {}});
    draw(here, exercise, ui, pen);
}

}  // namespace rekindle::app
