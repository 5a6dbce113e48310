// The letters and conversations of an answers file.
#include "workbook/files/toml_moments.hpp"
#include "workbook/store/answers_parts.hpp"

namespace rekindle {
namespace {

Letter read_letter(const TomlReader& entry, const AnswerOrigin& origin) {
    Letter letter{entry.require_text("id"),
                  origin.date,
                  entry.date("changed").value_or(origin.date),
                  origin.person,
                  {}};
    for (const TomlReader& part : entry.tables("parts")) {
        const std::string id = part.require_id("part");
        std::string text = part.require_text("text");
        if (id.empty() || text.empty()) continue;
        if (!letter.parts.emplace(id, std::move(text)).second)
            part.problem("part", "This part stands twice in one letter.",
                         "Bring both together, or make one of them a letter of its own.");
    }
    letter.only_for_me = entry.truth_when_in_doubt("only_for_me");
    return letter;
}

Talk read_talk(const TomlReader& entry, const AnswerOrigin& origin) {
    Talk talk;
    talk.id = entry.require_text("id");
    talk.date = origin.date;
    talk.time = entry.time("time").value_or(TimeOfDay{});
    talk.person = origin.person;
    talk.topic = entry.text("topic").value_or(std::string{});
    talk.learned = entry.text("learned").value_or(std::string{});
    talk.only_for_me = entry.truth_when_in_doubt("only_for_me");
    for (const TomlReader& felt : entry.tables("felt")) {
        const std::string person = felt.require_id("person");
        const Felt ratings{felt.whole("safe", 0, 10), felt.whole("heard", 0, 10)};
        if (person.empty() || ratings == Felt{}) continue;
        if (!talk.felt.emplace(person, ratings).second)
            felt.problem("person", "This person stands twice in one conversation.",
                         "Keep one of the two.");
    }
    return talk;
}

void fill_letter(const Letter& letter, TomlTable& table) {
    table.set("date", to_moment(letter.date));
    table.set("changed", to_moment(letter.changed));
    table.set("id", letter.id);
    table.set("person", letter.person);
    if (letter.only_for_me) table.set("only_for_me", true);
    TomlArray parts;
    for (const auto& [part, text] : letter.parts)
        parts.emplace_back(TomlTable{{"part", part}, {"text", text}});
    if (!parts.empty()) table.set("parts", std::move(parts));
}

void fill_talk(const Talk& talk, TomlTable& table) {
    table.set("date", to_moment(talk.date));
    table.set("time", to_moment(talk.time));
    table.set("id", talk.id);
    table.set("person", talk.person);
    table.set("topic", talk.topic);
    if (!talk.learned.empty()) table.set("learned", talk.learned);
    if (talk.only_for_me) table.set("only_for_me", true);
    TomlArray all;
    for (const auto& [person, ratings] : talk.felt) {
        TomlTable felt{{"person", person}};
        if (ratings.safe) felt.set("safe", *ratings.safe);
        if (ratings.heard) felt.set("heard", *ratings.heard);
        all.emplace_back(std::move(felt));
    }
    if (!all.empty()) table.set("felt", std::move(all));
}

}  // namespace

void write_letters(const Answers& answers, TomlTable& file) {
    write_list(answers, &ExerciseAnswers::letters, "letter", fill_letter, file);
}

void read_letters(const TomlReader& file, const Profile& profile, Answers& out) {
    read_list(file, profile, "letter", &ExerciseAnswers::letters, read_letter, out);
}

void write_talks(const Answers& answers, TomlTable& file) {
    write_list(answers, &ExerciseAnswers::talks, "talk", fill_talk, file);
}

void read_talks(const TomlReader& file, const Profile& profile, Answers& out) {
    read_list(file, profile, "talk", &ExerciseAnswers::talks, read_talk, out);
}

}  // namespace rekindle
