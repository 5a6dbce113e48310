#include <fmt/format.h>

#include "app/exercises/exercises.hpp"

namespace rekindle::app {

bool is_shown(const CardPlace& place, const std::string& id) {
    return !place.shown || place.shown->contains(id);
}

std::string exercise_key(const CardPlace& place, const Exercise& exercise) {
    return place.workbook.id + '/' + place.card.id + '/' + exercise.id;
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

bool is_practice(ExerciseKind kind) {
    switch (kind) {
        case ExerciseKind::list:
        case ExerciseKind::promise:
        case ExerciseKind::ritual:
        case ExerciseKind::plan:
            return true;
        default:
            return false;
    }
}

void draw_exercise(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                   Column& column, Actions& out) {
    CardPlace here = place;
    if (is_practice(exercise.kind))
        here.writable = !place.screen.why_read_only({PartKind::practices, {}, {}});
    switch (exercise.kind) {
        case ExerciseKind::scale:  // the card draws its sliders itself
            return;
        case ExerciseKind::reflect:
            return draw_reflect(here, exercise, ui, canvas, column, out);
        case ExerciseKind::check:
            return draw_check(here, exercise, canvas, column, out);
        case ExerciseKind::list:
            return draw_list(here, exercise, ui, canvas, column, out);
        case ExerciseKind::promise:
            return draw_promise(here, exercise, ui, canvas, column, out);
        case ExerciseKind::letter:
            return draw_letter(here, exercise, ui, canvas, column, out);
        case ExerciseKind::conversation:
            return draw_conversation(here, exercise, ui, canvas, column, out);
        case ExerciseKind::ritual:
            return draw_ritual(here, exercise, ui, canvas, column, out);
        case ExerciseKind::plan:
            return draw_plan(here, exercise, ui, canvas, column, out);
    }
}

}  // namespace rekindle::app
