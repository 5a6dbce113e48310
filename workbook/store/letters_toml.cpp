#include "workbook/store/letters_toml.hpp"

#include <set>
#include <tuple>

#include "workbook/files/toml_moments.hpp"
#include "workbook/store/entry_ids.hpp"

namespace rekindle {
namespace {

// An entry's id within its exercise, to be found only once.
using Ids = std::set<std::tuple<std::string, std::string, std::string>>;

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

}  // namespace

std::optional<AnswerOrigin> read_origin(const TomlReader& entry, const Profile& profile) {
    std::string card = entry.require_text("card");
    std::string person = entry.text("person").value_or(profile.people.front().id);
    const auto date = entry.require_date("date");
    if (card.empty() || !date) return std::nullopt;
    return AnswerOrigin{std::move(card), std::move(person), *date};
}

TomlTable to_toml(const std::string& card, const std::string& exercise, const Letter& letter) {
    TomlTable table{{"card", card},
                    {"exercise", exercise},
                    {"date", to_moment(letter.date)},
                    {"changed", to_moment(letter.changed)},
                    {"id", letter.id},
                    {"person", letter.person}};
    if (letter.only_for_me) table.set("only_for_me", true);
    TomlArray parts;
    for (const auto& [part, text] : letter.parts)
        parts.emplace_back(TomlTable{{"part", part}, {"text", text}});
    if (!parts.empty()) table.set("parts", std::move(parts));
    return table;
}

TomlTable to_toml(const std::string& card, const std::string& exercise, const Talk& talk) {
    TomlTable table{{"card", card},
                    {"exercise", exercise},
                    {"date", to_moment(talk.date)},
                    {"time", to_moment(talk.time)},
                    {"id", talk.id},
                    {"person", talk.person},
                    {"topic", talk.topic}};
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
    return table;
}

void read_letters(const TomlReader& file, const Profile& profile, Answers& out) {
    Ids ids;
    for (const TomlReader& entry : file.tables("letter")) {
        const auto origin = read_origin(entry, profile);
        const std::string exercise = entry.require_text("exercise");
        if (!origin) continue;
        Letter letter = read_letter(entry, *origin);
        if (!ids.emplace(origin->card, exercise, letter.id).second) report_second_id(entry);
        out.cards[origin->card].exercises[exercise].letters.push_back(std::move(letter));
    }
}

void read_talks(const TomlReader& file, const Profile& profile, Answers& out) {
    Ids ids;
    for (const TomlReader& entry : file.tables("talk")) {
        const auto origin = read_origin(entry, profile);
        const std::string exercise = entry.require_text("exercise");
        if (!origin) continue;
        Talk talk = read_talk(entry, *origin);
        if (!ids.emplace(origin->card, exercise, talk.id).second) report_second_id(entry);
        out.cards[origin->card].exercises[exercise].talks.push_back(std::move(talk));
    }
}

}  // namespace rekindle
