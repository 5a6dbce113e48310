#include "workbook/store/answers_toml.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "workbook/files/toml_moments.hpp"
#include "workbook/store/entry_ids.hpp"
#include "workbook/store/letters_toml.hpp"

namespace rekindle {
namespace {

constexpr std::string_view worked_through = "worked-through";
constexpr std::string_view word_for_set_aside = "set-aside";

std::string to_word(CardMark mark) {
    if (mark == CardMark::worked_through) return std::string{worked_through};
    return mark == CardMark::set_aside ? std::string{word_for_set_aside} : "none";
}

// The arrays of the file while it is made.
struct Arrays {
    TomlArray answers;
    TomlArray ticks;
    TomlArray letters;
    TomlArray talks;
    TomlArray ratings;
    TomlArray marks;
};

void add_exercise(const std::string& card, const std::string& name, const ExerciseAnswers& exercise,
                  Arrays& out) {
    for (const Written& written : exercise.written) {
        TomlTable table{{"card", card},
                        {"exercise", name},
                        {"date", to_moment(written.date)},
                        {"time", to_moment(written.time)},
                        {"id", written.id},
                        {"person", written.person},
                        {"text", written.text}};
        if (written.only_for_me) table.set("only_for_me", true);
        out.answers.emplace_back(std::move(table));
    }
    for (const Letter& letter : exercise.letters)
        out.letters.emplace_back(to_toml(card, name, letter));
    for (const Talk& talk : exercise.talks) out.talks.emplace_back(to_toml(card, name, talk));
    for (const Tick& tick : exercise.ticks)
        out.ticks.emplace_back(TomlTable{{"card", card},
                                         {"exercise", name},
                                         {"item", tick.item},
                                         {"date", to_moment(tick.date)},
                                         {"person", tick.person}});
}

void add_card(const std::string& name, const CardAnswers& card, Arrays& out) {
    for (const auto& [exercise, answers] : card.exercises)
        add_exercise(name, exercise, answers, out);
    for (const Rated& rated : card.rated)
        out.ratings.emplace_back(TomlTable{{"card", name},
                                           {"scale", rated.scale},
                                           {"value", rated.value},
                                           {"date", to_moment(rated.date)},
                                           {"person", rated.person}});
    for (const Marked& marked : card.marks)
        out.marks.emplace_back(TomlTable{{"card", name},
                                         {"mark", to_word(marked.mark)},
                                         {"date", to_moment(marked.date)},
                                         {"person", marked.person}});
}

void read_written(const TomlReader& file, const Profile& profile, Answers& out) {
    std::set<std::tuple<std::string, std::string, std::string>> ids;
    for (const TomlReader& entry : file.tables("answer")) {
        const auto common = read_origin(entry, profile);
        const std::string exercise = entry.require_text("exercise");
        const std::string id = entry.require_text("id");
        const auto time = entry.time("time");
        std::string text = entry.require_text("text");
        if (!common) continue;
        if (!ids.emplace(common->card, exercise, id).second) report_second_id(entry);
        out.cards[common->card].exercises[exercise].written.push_back(
            {id, common->date, time.value_or(TimeOfDay{}), common->person, std::move(text),
             entry.truth_when_in_doubt("only_for_me")});
    }
}

void read_ticks(const TomlReader& file, const Profile& profile, Answers& out) {
    for (const TomlReader& entry : file.tables("tick")) {
        const auto common = read_origin(entry, profile);
        const std::string exercise = entry.require_text("exercise");
        const std::string item = entry.require_text("item");
        if (!common) continue;
        out.cards[common->card].exercises[exercise].ticks.push_back(
            {item, common->date, common->person});
    }
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

// Oldest first, and otherwise as the file has them.
template <class Entry>
void sort_by_date(std::vector<Entry>& entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.date < b.date; });
}

}  // namespace

TomlTable to_toml(const Answers& answers) {
    Arrays arrays;
    for (const auto& [name, card] : answers.cards) add_card(name, card, arrays);
    TomlTable file;
    if (!arrays.answers.empty()) file.set("answer", std::move(arrays.answers));
    if (!arrays.ticks.empty()) file.set("tick", std::move(arrays.ticks));
    if (!arrays.letters.empty()) file.set("letter", std::move(arrays.letters));
    if (!arrays.talks.empty()) file.set("talk", std::move(arrays.talks));
    if (!arrays.ratings.empty()) file.set("rating", std::move(arrays.ratings));
    if (!arrays.marks.empty()) file.set("mark", std::move(arrays.marks));
    return file;
}

void complete_answers(TomlTable& file) {
    complete_ids(file, "answer", {"date", "time"});
    complete_ids(file, "letter", {"date"});
    complete_ids(file, "talk", {"date", "time"});
}

void put_in_order(Answers& answers) {
    for (auto& [name, card] : answers.cards) {
        sort_by_date(card.rated);
        for (auto& [exercise, given] : card.exercises) {
            sort_by_date(given.written);
            sort_by_date(given.letters);
            sort_by_date(given.talks);
        }
    }
}

Answers read_answers(const TomlReader& file, const Profile& profile) {
    Answers answers;
    read_written(file, profile, answers);
    read_ticks(file, profile, answers);
    read_letters(file, profile, answers);
    read_talks(file, profile, answers);
    read_ratings(file, profile, answers);
    read_marks(file, profile, answers);
    put_in_order(answers);
    return answers;
}

}  // namespace rekindle
