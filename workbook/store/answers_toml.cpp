#include "workbook/store/answers_toml.hpp"

#include <algorithm>

#include "workbook/files/toml_moments.hpp"
#include "workbook/journal/order.hpp"
#include "workbook/store/answers_parts.hpp"

namespace rekindle {
namespace {

constexpr std::string_view worked_through = "worked-through";
constexpr std::string_view word_for_set_aside = "set-aside";

std::string to_word(CardMark mark) {
    if (mark == CardMark::worked_through) return std::string{worked_through};
    return mark == CardMark::set_aside ? std::string{word_for_set_aside} : "none";
}

void fill_written(const Written& written, TomlTable& table) {
    table.set("date", to_moment(written.date));
    table.set("time", to_moment(written.time));
    table.set("id", written.id);
    table.set("person", written.person);
    table.set("text", written.text);
    if (written.only_for_me) table.set("only_for_me", true);
}

Written read_one_written(const TomlReader& entry, const AnswerOrigin& origin) {
    Written written;
    written.id = entry.require_text("id");
    written.date = origin.date;
    written.time = entry.time("time").value_or(TimeOfDay{});
    written.person = origin.person;
    written.text = entry.require_text("text");
    written.only_for_me = entry.truth_when_in_doubt("only_for_me");
    return written;
}

void fill_tick(const Tick& tick, TomlTable& table) {
    table.set("item", tick.item);
    table.set("date", to_moment(tick.date));
    table.set("person", tick.person);
}

Tick read_tick(const TomlReader& entry, const AnswerOrigin& origin) {
    return {entry.require_text("item"), origin.date, origin.person};
}

}  // namespace

std::optional<AnswerOrigin> read_origin(const TomlReader& entry, const Profile& profile) {
    std::string card = entry.require_text("card");
    std::string person = entry.text("person").value_or(profile.people.front().id);
    const auto date = entry.require_date("date");
    if (card.empty() || !date) return std::nullopt;
    return AnswerOrigin{std::move(card), std::move(person), *date};
}

void write_written(const Answers& answers, TomlTable& file) {
    write_list(answers, &ExerciseAnswers::written, "answer", fill_written, file);
}

void read_written(const TomlReader& file, const Profile& profile, Answers& out) {
    read_list(file, profile, "answer", &ExerciseAnswers::written, read_one_written, out);
}

void write_ticks(const Answers& answers, TomlTable& file) {
    write_list(answers, &ExerciseAnswers::ticks, "tick", fill_tick, file);
}

void read_ticks(const TomlReader& file, const Profile& profile, Answers& out) {
    read_list(file, profile, "tick", &ExerciseAnswers::ticks, read_tick, out);
}

void write_ratings(const Answers& answers, TomlTable& file) {
    TomlArray ratings;
    for (const auto& [name, card] : answers.cards)
        for (const Rated& rated : card.rated)
            ratings.emplace_back(TomlTable{{"card", name},
                                           {"scale", rated.scale},
                                           {"value", rated.value},
                                           {"date", to_moment(rated.date)},
                                           {"person", rated.person}});
    if (!ratings.empty()) file.set("rating", std::move(ratings));
}

void read_ratings(const TomlReader& file, const Profile& profile, Answers& out) {
    for (const TomlReader& entry : file.tables("rating")) {
        const auto common = read_origin(entry, profile);
        const std::string scale = entry.require_text("scale");
        const auto value = entry.require_whole("value", 0, 10);
        if (!common || !value) continue;
        out.cards[common->card].rated.push_back({scale, common->date, common->person, *value});
    }
}

void write_marks(const Answers& answers, TomlTable& file) {
    TomlArray marks;
    for (const auto& [name, card] : answers.cards)
        for (const Marked& marked : card.marks)
            marks.emplace_back(TomlTable{{"card", name},
                                         {"mark", to_word(marked.mark)},
                                         {"date", to_moment(marked.date)},
                                         {"person", marked.person}});
    if (!marks.empty()) file.set("mark", std::move(marks));
}

void read_marks(const TomlReader& file, const Profile& profile, Answers& out) {
    for (const TomlReader& entry : file.tables("mark")) {
        const auto common = read_origin(entry, profile);
        const std::string word = entry.require_text("mark");
        const auto known = {CardMark::none, CardMark::worked_through, CardMark::set_aside};
        const auto mark = std::find_if(known.begin(), known.end(),
                                       [&](CardMark each) { return to_word(each) == word; });
        if (mark == known.end() && !word.empty())
            entry.problem("mark", "`mark` is none that Rekindle knows.",
                          "Use worked-through or set-aside.");
        if (!common || mark == known.end()) continue;
        out.cards[common->card].marks.push_back({*mark, common->date, common->person});
    }
}

TomlTable to_toml(const Answers& answers) { return write_parts(answers_parts, answers); }

void complete_answers(TomlTable& file) { complete_parts(answers_parts, file); }

void put_in_order(Answers& answers) {
    for (auto& [name, card] : answers.cards) {
        put_in_order(card.rated);
        for (auto& [exercise, given] : card.exercises) put_in_order(given);
    }
}

Answers read_answers(const TomlReader& file, const Profile& profile) {
    Answers answers = read_parts(answers_parts, file, profile);
    put_in_order(answers);
    return answers;
}

}  // namespace rekindle
