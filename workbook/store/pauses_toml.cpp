// The pauses of an answers file.
#include "workbook/files/toml_moments.hpp"
#include "workbook/store/answers_parts.hpp"

namespace rekindle {
namespace {

void fill_pause(const PauseTaken& pause, TomlTable& table) {
    table.set("date", to_moment(pause.date));
    table.set("time", to_moment(pause.time));
    table.set("id", pause.id);
    table.set("person", pause.person);
    if (pause.back_at) table.set("back_at", to_moment(*pause.back_at));
    if (pause.came_back) table.set("came_back", true);
}

PauseTaken read_pause(const TomlReader& entry, const AnswerOrigin& origin) {
    PauseTaken pause;
    pause.id = entry.require_text("id");
    pause.date = origin.date;
    pause.time = entry.time("time").value_or(TimeOfDay{});
    pause.person = origin.person;
    pause.back_at = entry.time("back_at");
    pause.came_back = entry.truth("came_back").value_or(false);
    return pause;
}

}  // namespace

void write_pauses(const Answers& answers, TomlTable& file) {
    write_list(answers, &ExerciseAnswers::pauses, "pause", fill_pause, file);
}

void read_pauses(const TomlReader& file, const Profile& profile, Answers& out) {
    read_list(file, profile, "pause", &ExerciseAnswers::pauses, read_pause, out);
}

}  // namespace rekindle
