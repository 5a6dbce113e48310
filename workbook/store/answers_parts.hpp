// The parts of `answers/WORKBOOK.toml`, in the order of the file: how each is written and read. A
// further part is two functions and a line here.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "workbook/journal/answers.hpp"
#include "workbook/store/file_part.hpp"

namespace rekindle {

// What every entry of the file says: whose it is, of what day and card.
struct AnswerOrigin {
    std::string card;
    std::string person;
    Date date;
};

// None after a problem. Without `person` it is the first person's.
std::optional<AnswerOrigin> read_origin(const TomlReader& entry, const Profile& profile);

// Writes the entries of one list under `array`; `fill(entry, table)` says what stands behind card
// and exercise.
template <class Entry, class Fill>
void write_list(const Answers& answers, std::vector<Entry> ExerciseAnswers::*list,
                std::string_view array, Fill fill, TomlTable& file) {
    TomlArray entries;
    for (const auto& [card, given] : answers.cards)
        for (const auto& [exercise, all] : given.exercises)
            for (const Entry& entry : all.*list) {
                TomlTable table{{"card", card}, {"exercise", exercise}};
                fill(entry, table);
                entries.emplace_back(std::move(table));
            }
    if (!entries.empty()) file.set(array, std::move(entries));
}

// Reads what stands under `array` into a list; `read(table, origin)` gives an entry. One without an
// origin is left out, a second one with the same id within its exercise is a problem.
template <class Entry, class Read>
void read_list(const TomlReader& file, const Profile& profile, std::string_view array,
               std::vector<Entry> ExerciseAnswers::*list, Read read, Answers& out) {
    std::set<std::tuple<std::string, std::string, std::string>> ids;
    for (const TomlReader& table : file.tables(array)) {
        const auto origin = read_origin(table, profile);
        const std::string exercise = table.require_text("exercise");
        Entry entry = read(table, origin.value_or(AnswerOrigin{}));
        if (!origin) continue;
        if constexpr (requires { entry.id; })
            if (!ids.emplace(origin->card, exercise, entry.id).second) report_second_id(table);
        (out.cards[origin->card].exercises[exercise].*list).push_back(std::move(entry));
    }
}

// [[answer]], one for each text written to a prompt.
void write_written(const Answers& answers, TomlTable& file);
void read_written(const TomlReader& file, const Profile& profile, Answers& out);

// [[tick]], one for each small action that was done.
void write_ticks(const Answers& answers, TomlTable& file);
void read_ticks(const TomlReader& file, const Profile& profile, Answers& out);

// [[letter]], one for each draft, with its parts.
void write_letters(const Answers& answers, TomlTable& file);
void read_letters(const TomlReader& file, const Profile& profile, Answers& out);

// [[talk]], one for each conversation, with how each felt.
void write_talks(const Answers& answers, TomlTable& file);
void read_talks(const TomlReader& file, const Profile& profile, Answers& out);

// [[pause]], one for each pause that was taken.
void write_pauses(const Answers& answers, TomlTable& file);
void read_pauses(const TomlReader& file, const Profile& profile, Answers& out);

// [[rating]] and [[mark]], of whole cards.
void write_ratings(const Answers& answers, TomlTable& file);
void read_ratings(const TomlReader& file, const Profile& profile, Answers& out);
void write_marks(const Answers& answers, TomlTable& file);
void read_marks(const TomlReader& file, const Profile& profile, Answers& out);

using AnswersPart = FilePart<Answers>;
inline constexpr std::array answers_parts{
    AnswersPart{
        write_written, read_written, {{{"answer", {"card", "exercise", "id"}}}}, {"date", "time"}},
    AnswersPart{
        write_ticks, read_ticks, {{{"tick", {"card", "exercise", "item", "date", "person"}}}}},
    AnswersPart{write_letters,
                read_letters,
                {{{"letter", {"card", "exercise", "id"}}, {"parts", {"part"}}}},
                {"date"}},
    AnswersPart{write_talks,
                read_talks,
                {{{"talk", {"card", "exercise", "id"}}, {"felt", {"person"}}}},
                {"date", "time"}},
    AnswersPart{
        write_pauses, read_pauses, {{{"pause", {"card", "exercise", "id"}}}}, {"date", "time"}},
    AnswersPart{write_ratings, read_ratings, {{{"rating", {"card", "scale", "date", "person"}}}}},
    AnswersPart{write_marks, read_marks, {{{"mark", {"card", "person"}}}}}};
static_assert(answers_parts.size() == count_entry_lists() + 2,
              "a list of the answers is not written");

}  // namespace rekindle
