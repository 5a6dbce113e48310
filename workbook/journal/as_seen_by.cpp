#include "workbook/journal/as_seen_by.hpp"

#include <algorithm>

namespace rekindle {
namespace {

// Takes out the entries that the reader is not to see.
struct Hiding {
    std::string_view reader;

    template <class Entry>
    bool hides(const Entry& entry) const {
        if constexpr (requires { entry.only_for_me; })
            return entry.only_for_me && entry.person != reader;
        else
            return false;  // of a kind that is nobody’s alone
    }
    template <class Entry>
    bool hides_any(const std::vector<Entry>& entries) const {
        return std::any_of(entries.begin(), entries.end(),
                           [this](const Entry& entry) { return hides(entry); });
    }
    bool hides_any(const ExerciseAnswers& answers) const {
        bool any = false;
        for_each_entry_list(
            [&](ExerciseKind, auto list) { any = any || hides_any(answers.*list); });
        return any;
    }
    bool hides_any(const CardAnswers& card) const {
        return std::any_of(card.exercises.begin(), card.exercises.end(),
                           [this](const auto& entry) { return hides_any(entry.second); });
    }
    bool hides_any(const Answers& answers) const {
        return std::any_of(answers.cards.begin(), answers.cards.end(),
                           [this](const auto& entry) { return hides_any(entry.second); });
    }
    bool hides_any(const Practices& practices) const {
        bool any = false;
        for_each_entry_map([&](ExerciseKind, auto map) {
            for (const auto& [id, entries] : practices.*map) any = any || hides_any(entries);
        });
        return any;
    }

    template <class Entry>
    void take_out(std::vector<Entry>& entries) const {
        std::erase_if(entries, [this](const Entry& entry) { return hides(entry); });
    }
    void take_out(Answers& answers) const {
        for (auto& [id, card] : answers.cards) {
            for (auto& [exercise, entries] : card.exercises) {
                for_each_entry_list(
                    [&, &all = entries](ExerciseKind, auto list) { take_out(all.*list); });
            }
            std::erase_if(card.exercises,
                          [](const auto& entry) { return entry.second == ExerciseAnswers{}; });
        }
        std::erase_if(answers.cards,
                      [](const auto& entry) { return entry.second == CardAnswers{}; });
    }
    void take_out(Practices& practices) const {
        for_each_entry_map([&](ExerciseKind, auto map) {
            for (auto& [id, entries] : practices.*map) take_out(entries);
            std::erase_if(practices.*map, [](const auto& entry) { return entry.second.empty(); });
        });
    }
};

}  // namespace

Journal as_seen_by(const Journal& journal, std::string_view reader) {
    const Hiding hiding{reader};
    Journal seen = journal;
    for (const auto& [workbook, part] : journal.answers) {
        if (!hiding.hides_any(*part)) continue;
        Answers answers = *part;
        hiding.take_out(answers);
        if (answers.cards.empty())
            seen.answers.erase(workbook);
        else
            seen.answers.insert_or_assign(workbook, std::move(answers));
    }
    if (hiding.hides_any(*journal.practices)) {
        Practices practices = *journal.practices;
        hiding.take_out(practices);
        seen.practices = std::move(practices);
    }
    return seen;
}

bool is_own(const Profile& profile, std::string_view writer, std::string_view person) {
    return writer == person || !find_person(profile, writer);
}

}  // namespace rekindle
