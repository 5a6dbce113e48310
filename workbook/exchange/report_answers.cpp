#include "workbook/exchange/report_answers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rekindle {
namespace {

using Kind = Block::Kind;

// The title the content gives to an id, or the id itself.
template <class List>
std::string title_in(const List& list, const std::string& id) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
    return found == list.end() || found->title.empty() ? id : found->title;
}

bool names(const std::vector<Choice>& items, const std::string& id) {
    return std::any_of(items.begin(), items.end(),
                       [&](const Choice& item) { return item.id == id; });
}

// Adds a card's blocks; nothing when nothing on it falls into the span.
struct CardReport {
    const Journal& journal;
    const Card& card;  // with an id alone where the content does not know it
    Date from;
    Date to;
    std::vector<Block> blocks{};

    bool is_in_span(Date date) const { return date >= from && date <= to; }

    // A letter belongs to the days from its first word to its last.
    template <class Entry>
    bool is_told(const Entry& entry) const {
        if constexpr (requires { entry.only_for_me; })
            if (entry.only_for_me) return false;
        if constexpr (requires { entry.changed; })
            return entry.date <= to && entry.changed >= from;
        else
            return is_in_span(entry.date);
    }

    std::string when_and_who(Date date, const std::string& person) const {
        const Profile& profile = *journal.profile;
        if (profile.people.size() < 2) return to_words_with_year(date);
        return fmt::format("{}, {}", to_words_with_year(date), name_of(profile, person));
    }

    void add_marks(const CardAnswers& answers) {
        for (const Marked& marked : answers.marks)
            if (is_in_span(marked.date))
                blocks.push_back({Kind::paragraph,
                                  fmt::format("{}: {}",
                                              marked.mark == CardMark::set_aside ? "Set aside"
                                                                                 : "Worked through",
                                              when_and_who(marked.date, marked.person))});
    }

    void add_ratings(const CardAnswers& answers) {
        for (const Rated& rated : answers.rated)
            if (is_in_span(rated.date))
                blocks.push_back(
                    {Kind::item, fmt::format("{}: {} {}", when_and_who(rated.date, rated.person),
                                             title_in(card.scales, rated.scale), rated.value)});
    }

    // --- one entry of an exercise; `asked` is null where the content does not know it ---

    void add_entry(const Exercise* asked, const Tick& tick, std::vector<Block>& said) const {
        said.push_back(
            {Kind::item,
             fmt::format("{} ({})", asked ? title_in(asked->items, tick.item) : tick.item,
                         when_and_who(tick.date, tick.person))});
    }

    void add_entry(const Exercise*, const Written& written, std::vector<Block>& said) const {
        said.push_back({Kind::paragraph, when_and_who(written.date, written.person)});
        said.push_back({Kind::words, written.text});
    }

    // Part by part, under the part's title.
    void add_entry(const Exercise* asked, const Letter& letter, std::vector<Block>& said) const {
        std::string begun = "Draft begun " + when_and_who(letter.date, letter.person);
        if (letter.changed != letter.date)
            begun += ", last changed " + to_words_with_year(letter.changed);
        said.push_back({Kind::paragraph, std::move(begun)});
        const std::vector<Choice> parts = asked ? asked->items : std::vector<Choice>{};
        for (const Choice& part : parts)
            if (const auto text = letter.parts.find(part.id); text != letter.parts.end())
                add_part(part.title, text->second, said);
        for (const auto& [part, text] : letter.parts)
            if (!names(parts, part)) add_part(part, text, said);
    }

    static void add_part(const std::string& title, const std::string& text,
                         std::vector<Block>& said) {
        said.push_back({Kind::paragraph, title});
        said.push_back({Kind::words, text});
    }

    std::string name_of_felt(const std::string& person) const {
        const Person* found = find_person(*journal.profile, person);
        if (found && !found->name.empty()) return found->name;
        if (!found) return "The other person";
        return journal.profile->people.size() < 2 ? "I" : person;
    }

    void add_entry(const Exercise*, const Talk& talk, std::vector<Block>& said) const {
        said.push_back({Kind::paragraph, fmt::format("{}, {}", when_and_who(talk.date, talk.person),
                                                     to_iso(talk.time))});
        if (!talk.topic.empty()) said.push_back({Kind::words, talk.topic});
        for (const auto& [person, felt] : talk.felt) {
            std::string line = name_of_felt(person) + ":";
            if (felt.safe) line += fmt::format(" safe {}", *felt.safe);
            if (felt.safe && felt.heard) line += ",";
            if (felt.heard) line += fmt::format(" heard {}", *felt.heard);
            said.push_back({Kind::item, std::move(line)});
        }
        if (!talk.learned.empty()) said.push_back({Kind::words, talk.learned});
    }

    void add_entry(const Exercise*, const PauseTaken& pause, std::vector<Block>& said) const {
        const std::string what =
            pause.back_at ? "a break, to be back at " + to_iso(*pause.back_at) : "slow breathing";
        said.push_back(
            {Kind::item, fmt::format("{}, {}: {}", when_and_who(pause.date, pause.person),
                                     to_iso(pause.time), what)});
    }

    void add_exercise(const std::string& id, const ExerciseAnswers& answers) {
        const Exercise* asked = find_exercise(card, id);
        std::vector<Block> said;
        for_each_entry_list([&](ExerciseKind, auto list) {
            for (const auto& entry : answers.*list)
                if (is_told(entry)) add_entry(asked, entry, said);
        });
        if (said.empty()) return;
        blocks.push_back({Kind::subsection, title_in(card.exercises, id)});
        if (asked && !asked->prompt.empty()) blocks.push_back({Kind::paragraph, asked->prompt});
        blocks.insert(blocks.end(), said.begin(), said.end());
    }
};

std::vector<Block> report_of_card(const Journal& journal, const Card& card,
                                  const CardAnswers& answers, Date from, Date to) {
    CardReport report{journal, card, from, to};
    report.add_marks(answers);
    report.add_ratings(answers);
    for (const Exercise& exercise : card.exercises)
        report.add_exercise(exercise.id, exercise_answers(answers, exercise.id));
    for (const auto& [id, exercise] : answers.exercises)
        if (!find_exercise(card, id)) report.add_exercise(id, exercise);
    return std::move(report.blocks);
}

// The cards that hold answers, in the order of the workbook; last those it does not know.
std::vector<Card> cards_in_order(const Workbook& workbook, const Answers& answers) {
    std::vector<Card> cards;
    for (const Card& card : workbook.cards)
        if (answers.cards.contains(card.id)) cards.push_back(card);
    for (const auto& [id, answered] : answers.cards) {
        if (find_card(workbook, id)) continue;
        Card unknown;
        unknown.id = unknown.title = id;
        cards.push_back(std::move(unknown));
    }
    return cards;
}

// What an exercise that shows the list calls it and its statuses.
Exercise exercise_of_list(const Content& content, const std::string& list) {
    for (const Workbook& workbook : content.workbooks)
        for (const Card& card : workbook.cards)
            for (const Exercise& exercise : card.exercises)
                if (exercise.kind == ExerciseKind::list &&
                    practice_id(workbook, card, exercise) == list)
                    return exercise;
    Exercise unknown;
    unknown.title = list;
    return unknown;
}

void add_workbook(const Journal& journal, const Workbook& workbook, const Answers& answers,
                  Date from, Date to, std::vector<Block>& blocks) {
    bool begun = false;
    for (const Card& card : cards_in_order(workbook, answers)) {
        const auto said =
            report_of_card(journal, card, answers.cards.find(card.id)->second, from, to);
        if (said.empty()) continue;
        if (!begun) blocks.push_back({Kind::chapter, workbook.title});
        begun = true;
        blocks.push_back({Kind::section, card.title});
        blocks.insert(blocks.end(), said.begin(), said.end());
    }
}

}  // namespace

void add_answers(const Journal& journal, const Content& content, Date from, Date to,
                 std::vector<Block>& blocks) {
    for (const Workbook& workbook : content.workbooks)
        if (const auto found = journal.answers.find(workbook.id); found != journal.answers.end())
            add_workbook(journal, workbook, *found->second, from, to, blocks);
    for (const auto& [id, answers] : journal.answers) {
        if (find_workbook(content, id)) continue;
        Workbook unknown;
        unknown.id = unknown.title = id;
        add_workbook(journal, unknown, *answers, from, to, blocks);
    }
}

void add_lists(const Journal& journal, const Content& content, Date from, Date to,
               std::vector<Block>& blocks) {
    bool begun = false;
    for (const auto& [id, items] : journal.practices->lists) {
        const Exercise shown = exercise_of_list(content, id);
        bool named = false;
        for (const ListItem& item : items) {
            if (item.added > to || item.changed < from) continue;
            if (!begun) blocks.push_back({Kind::chapter, "Lists"});
            if (!named) blocks.push_back({Kind::section, shown.title});
            begun = named = true;
            const std::string status =
                item.status.empty() && !shown.items.empty() ? shown.items.front().id : item.status;
            blocks.push_back({Kind::words, item.text});
            const bool two = journal.profile->people.size() > 1;
            blocks.push_back(
                {Kind::paragraph,
                 fmt::format("{}{}{}{}", title_in(shown.items, status),
                             status.empty() ? "Since " : ", since ", to_words_with_year(item.added),
                             two ? ", by " + name_of(*journal.profile, item.person) : "")});
            if (!item.note.empty()) blocks.push_back({Kind::words, item.note});
        }
    }
}

}  // namespace rekindle
