// Gathers the practices of all cards and finds in them what is looked for.
#include <algorithm>
#include <optional>

#include "app/screens/practices_parts.hpp"
#include "workbook/base/folded_text.hpp"

namespace rekindle::app {
namespace {

// A line, a promise, a plan, a conversation …, as far as it can be looked for.
struct Entry {
    std::string id;
    std::string state;  // its title; empty: it has none
    std::vector<const std::string*> words;
};

// The lists that have a section of their own, by the name they are shared under.
constexpr std::array<std::pair<std::string_view, PracticeSection>, 6> named_lists{{
    {"boundaries", PracticeSection::agreements},
    {"openness", PracticeSection::agreements},
    {"triggers", PracticeSection::triggers},
    {"questions", PracticeSection::questions},
    {"strengths", PracticeSection::strengths},
    {"three-good-things", PracticeSection::strengths},
}};

// Lists of good things that no other card shares, by the exercise's id.
constexpr std::array<std::string_view, 4> good_lists{"good-memories", "does-me-good",
                                                     "small-victories", "sense-was-right"};

PracticeSection section_of_list(const std::string& id, const Exercise& exercise) {
    for (const auto& [name, section] : named_lists)
        if (id == name) return section;
    const bool good =
        std::find(good_lists.begin(), good_lists.end(), exercise.id) != good_lists.end();
    return good ? PracticeSection::strengths : PracticeSection::lists;
}

// Nothing for the kinds that belong to one card and one sitting.
std::optional<PracticeSection> section_of(const std::string& id, const Exercise& exercise) {
    switch (exercise.kind) {
        case ExerciseKind::list:
            return section_of_list(id, exercise);
        case ExerciseKind::promise:
            return PracticeSection::promises;
        case ExerciseKind::ritual:
            return id == "three-good-things" ? PracticeSection::strengths
                                             : PracticeSection::rituals;
        case ExerciseKind::plan:
            return PracticeSection::plans;
        case ExerciseKind::conversation:
            return PracticeSection::conversations;
        case ExerciseKind::letter:
            return PracticeSection::letters;
        default:
            return std::nullopt;
    }
}

// Every practice of the content, in the order in which the workbooks come to it.
std::vector<Gathered> gather(const Content& content) {
    std::vector<Gathered> all;
    for (const Workbook& workbook : content.workbooks)
        for (const Card& card : workbook.cards)
            for (const Exercise& exercise : card.exercises) {
                const std::string id = practice_id(workbook, card, exercise);
                const auto section = section_of(id, exercise);
                if (!section) continue;
                auto found = std::find_if(all.begin(), all.end(),
                                          [&](const Gathered& each) { return each.id == id; });
                if (found == all.end()) found = all.insert(all.end(), {id, *section, {}, 0, {}});
                found->sources.push_back({&workbook, &card, &exercise});
            }
    return all;
}

std::string status_title(const Exercise& exercise, const ListItem& item) {
    for (const Choice& status : exercise.items)
        if (status.id == item.status) return status.title;
    return exercise.items.empty() ? std::string{} : exercise.items.front().title;
}

std::string promise_state(const Promise& promise, Date today) {
    if (promise.ended && *promise.ended <= today) return "ended";
    return is_resting(promise, today) ? "resting" : "going on";
}

std::vector<Entry> list_entries(const Screen& screen, const Gathered& from) {
    std::vector<Entry> entries;
    for (const ListItem& item : list_items(screen.journal, from.id))
        entries.push_back({item.id,
                           status_title(*from.sources.front().exercise, item),
                           {&item.text, &item.note}});
    return entries;
}

std::vector<Entry> ritual_entries(const Screen& screen, const Gathered& from) {
    const Ritual& ritual = ritual_of(screen.journal, from.id);
    if (ritual == Ritual{}) return {};
    return {{from.id, {}, {&ritual.text}}};
}

std::vector<Entry> answer_entries(const Screen& screen, const Gathered& from) {
    std::vector<Entry> entries;
    const PracticeSource& source = from.sources.front();
    const CardAnswers& card = card_answers(screen.journal, source.workbook->id, source.card->id);
    const ExerciseAnswers& answers = exercise_answers(card, source.exercise->id);
    for (const Talk& talk : answers.talks)
        entries.push_back({talk.id, {}, {&talk.topic, &talk.learned}});
    for (const Letter& letter : answers.letters) {
        entries.push_back({letter.id, {}, {}});
        for (const auto& [part, text] : letter.parts) entries.back().words.push_back(&text);
    }
    return entries;
}

std::vector<Entry> entries_of(const Screen& screen, const Gathered& from) {
    std::vector<Entry> entries;
    switch (from.sources.front().exercise->kind) {
        case ExerciseKind::list:
            return list_entries(screen, from);
        case ExerciseKind::ritual:
            return ritual_entries(screen, from);
        case ExerciseKind::promise:
            for (const Promise& promise : promises_in(screen.journal, from.id))
                entries.push_back(
                    {promise.id, promise_state(promise, screen.today), {&promise.text}});
            return entries;
        case ExerciseKind::plan:
            for (const Plan& plan : plans_in(screen.journal, from.id))
                entries.push_back({plan.id, plan.done ? "done" : "open", {&plan.text}});
            return entries;
        default:
            return answer_entries(screen, from);
    }
}

// As part of a control's name.
std::string without_spaces(std::string title) {
    std::replace(title.begin(), title.end(), ' ', '-');
    return title;
}

bool matches(const Entry& entry, const std::string& filter,
             const std::vector<std::string>& wanted) {
    if (!filter.empty() && without_spaces(entry.state) != filter) return false;
    if (wanted.empty()) return true;
    std::string all;
    for (const std::string* text : entry.words) all += fold_text(*text) + '\n';
    return has_all_words(all, wanted);
}

void note_state(const std::string& title, std::vector<PracticeState>& states) {
    if (title.empty()) return;
    const auto same = [&](const PracticeState& state) { return state.title == title; };
    if (std::none_of(states.begin(), states.end(), same))
        states.push_back({without_spaces(title), title});
}

bool same_answers(const PreparedPractices& prepared, const Screen& screen) {
    const auto& now = screen.journal.answers;
    return std::equal(
        now.begin(), now.end(), prepared.answers.begin(), prepared.answers.end(),
        [](const auto& a, const auto& b) { return a.first == b.first && a.second.same(b.second); });
}

bool is_current(const PreparedPractices& prepared, const Screen& screen, const PracticesUi& ui) {
    return prepared.practices.same(screen.journal.practices) && same_answers(prepared, screen) &&
           prepared.person == screen.person && prepared.today == screen.today &&
           prepared.filter == ui.filter && prepared.search == ui.search;
}

}  // namespace

const PreparedPractices& prepare_practices(const Screen& screen, PracticesUi& ui) {
    if (ui.prepared && is_current(*ui.prepared, screen, ui)) return *ui.prepared;
    auto prepared = std::make_shared<PreparedPractices>();
    prepared->practices = screen.journal.practices;
    prepared->answers = screen.journal.answers;
    prepared->person = screen.person;
    prepared->today = screen.today;
    prepared->filter = ui.filter;
    prepared->search = ui.search;
    prepared->gathered = gather(screen.content);
    const std::vector<std::string> wanted = search_words(ui.search);
    for (Gathered& each : prepared->gathered)
        for (const Entry& entry : entries_of(screen, each)) {
            ++each.entries;
            note_state(entry.state, prepared->states);
            if (matches(entry, ui.filter, wanted)) each.shown.insert(entry.id);
        }
    ui.prepared = std::move(prepared);
    return *ui.prepared;
}

}  // namespace rekindle::app
