// Gathers the practices of all cards and finds in them what is looked for.
#include <algorithm>

#include "app/exercises/exercises.hpp"
#include "app/screens/practices_parts.hpp"
#include "workbook/base/folded_text.hpp"

namespace rekindle::app {
namespace {

// Where it stands. Its cards agree on that, but not each of them has to say it.
PracticeSection section_of_all(const std::vector<PracticeSource>& sources) {
    const Exercise& first = *sources.front().exercise;
    for (const PracticeSource& source : sources)
        if (source.exercise->kind == first.kind && source.exercise->section)
            return section_of(*source.exercise).value_or(PracticeSection::lists);
    return section_of(first).value_or(PracticeSection::lists);
}

// Every practice of the content, in the order in which the workbooks come to it.
std::vector<Gathered> gather(const Content& content) {
    std::vector<Gathered> all;
    for (const Workbook& workbook : content.workbooks)
        for (const Card& card : workbook.cards)
            for (const Exercise& exercise : card.exercises) {
                const std::string id = practice_id(workbook, card, exercise);
                if (!section_of(exercise)) continue;
                auto found = std::find_if(all.begin(), all.end(),
                                          [&](const Gathered& each) { return each.id == id; });
                if (found == all.end()) found = all.insert(all.end(), {id, {}, {}, 0, {}});
                found->sources.push_back({&workbook, &card, &exercise});
            }
    for (Gathered& each : all) each.section = section_of_all(each.sources);
    return all;
}

// As part of a control's name.
std::string without_spaces(std::string title) {
    std::replace(title.begin(), title.end(), ' ', '-');
    return title;
}

bool matches(const PracticeEntry& entry, const std::string& filter,
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
    for (Gathered& each : prepared->gathered) {
        const PracticeSource& source = each.sources.front();
        const auto entries_of = shown_kind(source.exercise->kind).entries;
        if (!entries_of) continue;
        for (const PracticeEntry& entry : entries_of(screen, source, each.id)) {
            ++each.entries;
            note_state(entry.state, prepared->states);
            if (matches(entry, ui.filter, wanted)) each.shown.insert(entry.id);
        }
    }
    ui.prepared = std::move(prepared);
    return *ui.prepared;
}

}  // namespace rekindle::app
