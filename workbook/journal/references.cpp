#include "workbook/journal/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace rekindle {
namespace {

using Key = std::tuple<ReferenceKind, std::string, std::string, std::string>;

template <class Entries>
bool has_id(const Entries& entries, std::string_view id) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const auto& each) { return each.id == id; });
}

// One walk through a journal. What leads nowhere is noted once for each entry that has it.
class Walk {
  public:
    Walk(const Journal& journal, const Content& content) : journal_(journal), content_(content) {
        for (const Workbook& workbook : content.workbooks)
            for (const Card& card : workbook.cards)
                for (const Exercise& exercise : card.exercises)
                    practices_[{exercise.kind, practice_id(workbook, card, exercise)}] = &exercise;
    }

    std::vector<Dangling> found() {
        for (const auto& [key, month] : journal_.months) look_at(key, *month);
        for (const auto& [id, answers] : journal_.answers) look_at(id, *answers);
        part_ = {PartKind::practices};
        look_at(*journal_.practices);
        std::vector<Dangling> all;
        for (auto& [key, entries] : found_)
            all.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key),
                           std::move(entries)});
        return all;
    }

  private:
    void note(ReferenceKind kind, const std::string& id, const std::string& workbook = {},
              const std::string& card = {}) {
        ++found_[{kind, id, workbook, card}][part_];
    }
    bool is_person(const std::string& id) const {
        return find_person(*journal_.profile, id) != nullptr;
    }
    void look_at_person(const std::string& id) {
        if (!is_person(id)) note(ReferenceKind::person, id);
    }
    // Of several people that one entry names.
    void look_at_people(std::set<std::string> ids) {
        ids.erase(someone_else);
        ids.erase(both_of_us);
        for (const std::string& id : ids) look_at_person(id);
    }

    bool is_daily_scale(const std::string& id) const {
        const Profile& profile = *journal_.profile;
        return find_daily_scale(content_, id) || has_id(profile.own_scales, id) ||
               has_id(profile.former_scales, id);
    }
    void look_at(YearMonth month, const Month& entries) {
        part_ = {PartKind::month, month};
        for (const CheckIn& checkin : entries.checkins) {
            look_at_person(checkin.person);
            for (const auto& [scale, value] : checkin.ratings)
                if (!is_daily_scale(scale)) note(ReferenceKind::daily_scale, scale);
        }
    }

    // Once for every entry of a card: `look` sees each.
    template <class Look>
    static void each_exercise_entry(const ExerciseAnswers& exercise, Look look) {
        for_each_entry_list([&](ExerciseKind, auto list) {
            for (const auto& each : exercise.*list) look(each);
        });
    }
    template <class Look>
    static void each_card_entry(const CardAnswers& card, Look look) {
        for (const auto& each : card.marks) look(each);
        for (const auto& each : card.rated) look(each);
        for (const auto& [id, exercise] : card.exercises) each_exercise_entry(exercise, look);
    }

    void look_at(const std::string& id, const Answers& answers) {
        part_ = {PartKind::answers, {}, id};
        const Workbook* workbook = find_workbook(content_, id);
        for (const auto& [name, card] : answers.cards) {
            look_at_writers(card);
            const Card* asked = workbook ? find_card(*workbook, name) : nullptr;
            if (asked)
                look_at(id, *asked, card);
            else if (workbook)
                each_card_entry(
                    card, [&, &name = name](const auto&) { note(ReferenceKind::card, name, id); });
            else
                each_card_entry(card, [&](const auto&) { note(ReferenceKind::workbook, id); });
        }
    }
    void look_at_writers(const CardAnswers& card) {
        each_card_entry(card, [&](const auto& each) {
            std::set<std::string> people{each.person};
            if constexpr (requires { each.felt; })
                for (const auto& [person, felt] : each.felt) people.insert(person);
            look_at_people(std::move(people));
        });
    }
    void look_at(const std::string& workbook, const Card& asked, const CardAnswers& card) {
        for (const Rated& rated : card.rated)
            if (!has_id(asked.scales, rated.scale))
                note(ReferenceKind::card_scale, rated.scale, workbook, asked.id);
        for (const auto& [name, answers] : card.exercises) {
            const Exercise* exercise = find_exercise(asked, name);
            if (exercise)
                look_at_choices(workbook, asked, *exercise, answers);
            else
                each_exercise_entry(answers, [&, &name = name](const auto&) {
                    note(ReferenceKind::exercise, name, workbook, asked.id);
                });
        }
    }
    void look_at_choices(const std::string& workbook, const Card& card, const Exercise& exercise,
                         const ExerciseAnswers& answers) {
        for (const Tick& tick : answers.ticks)
            if (!has_id(exercise.items, tick.item))
                note(ReferenceKind::choice, tick.item, workbook, card.id);
        for (const Letter& letter : answers.letters)
            for (const auto& [part, text] : letter.parts)
                if (!has_id(exercise.items, part))
                    note(ReferenceKind::choice, part, workbook, card.id);
    }

    const Exercise* look_at_practice(ExerciseKind kind, const std::string& id,
                                     std::size_t entries) {
        const auto found = practices_.find({kind, id});
        if (found != practices_.end()) return found->second;
        for (std::size_t i = 0; i < entries; ++i) note(ReferenceKind::practice, id);
        return nullptr;
    }
    // One entry of a list, a ledger … that is shown by `exercise`, null where no card does.
    void look_at_entry(const ListItem& item, const Exercise* exercise) {
        look_at_person(item.person);
        if (exercise && !item.status.empty() && !has_id(exercise->items, item.status))
            note(ReferenceKind::choice, item.status);
    }
    void look_at_entry(const Promise& promise, const Exercise*) {
        look_at_people({promise.person, promise.who});
    }
    template <class Entry>
    void look_at_entry(const Entry& entry, const Exercise*) {
        look_at_person(entry.person);
    }
    void look_at(const Practices& practices) {
        for_each_entry_map([&](ExerciseKind kind, auto map) {
            for (const auto& [id, entries] : practices.*map) {
                const Exercise* exercise = look_at_practice(kind, id, entries.size());
                for (const auto& entry : entries) look_at_entry(entry, exercise);
            }
        });
        for (const auto& [id, ritual] : practices.rituals) {
            look_at_practice(ExerciseKind::ritual, id,
                             std::max<std::size_t>(1, ritual.days.size()));
            for (const RitualDay& day : ritual.days) look_at_person(day.person);
        }
    }

    const Journal& journal_;
    const Content& content_;
    std::map<std::pair<ExerciseKind, std::string>, const Exercise*> practices_;
    std::map<Key, std::map<Part, int>> found_;
    Part part_;
};

std::string counted(int number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

// Among the people, own scales … of the profile, which of them could be meant.
std::string quoted_ids(const std::vector<std::string>& ids) {
    std::string words;
    for (const std::string& id : ids) words += fmt::format("{}“{}”", words.empty() ? "" : ", ", id);
    return words;
}

std::string mend_person(const Dangling& dangling, const Profile& profile) {
    std::vector<std::string> ids;
    for (const Person& person : profile.people) ids.push_back(person.id);
    return fmt::format(
        "The ids of the people are {}. Give the one who is meant the id “{}” again "
        "in profile.toml, or let the window, which asks whose they are, change the "
        "entries.",
        quoted_ids(ids), dangling.id);
}

std::string mend_scale(const Dangling& dangling, const Profile& profile) {
    std::vector<std::string> ids;
    for (const Scale& scale : profile.own_scales) ids.push_back(scale.id);
    const std::string own =
        ids.empty() ? std::string{} : fmt::format(" Your own scales are {}.", quoted_ids(ids));
    return fmt::format(
        "In profile.toml give the scale that is meant the id “{}” again, or add a "
        "[[scale]] with it.{}",
        dangling.id, own);
}

std::string mend_content(const Dangling& dangling) {
    return fmt::format(
        "If workbooks/{0}.toml is a workbook of your own, give it back what was "
        "called so; the entries come into view with it.",
        dangling.workbook);
}

}  // namespace

int Dangling::count() const {
    int all = 0;
    for (const auto& [part, count] : entries) all += count;
    return all;
}

std::string Dangling::entries_in_words() const {
    int checkins = 0;
    int answers = 0;
    int practices = 0;
    for (const auto& [part, count] : entries)
        (part.kind == PartKind::month     ? checkins
         : part.kind == PartKind::answers ? answers
                                          : practices) += count;
    std::string words;
    const auto add = [&](int count, std::string_view one, std::string_view many) {
        if (count > 0) words += (words.empty() ? "" : ", ") + counted(count, one, many);
    };
    add(checkins, "check-in", "check-ins");
    add(answers, "entry on the cards", "entries on the cards");
    add(practices, "entry among the practices", "entries among the practices");
    return words;
}

std::vector<Dangling> dangling_references(const Journal& journal, const Content& content) {
    return Walk(journal, content).found();
}

Error in_words(const Dangling& dangling, const Profile& profile) {
    const std::string what = dangling.entries_in_words();
    const std::string& id = dangling.id;
    const auto said = [&](std::string message, std::string remedy) {
        return Error{ErrorCode::invalid, std::move(message), std::move(remedy), {}};
    };
    switch (dangling.kind) {
        case ReferenceKind::person:
            return said(fmt::format("“{}” is no person of this journal, but {} by them.", id,
                                    dangling.count() == 1 ? what + " is" : what + " are"),
                        mend_person(dangling, profile));
        case ReferenceKind::daily_scale:
            return said(fmt::format("There is no scale “{}”, but ratings on it in {}.", id, what),
                        mend_scale(dangling, profile));
        case ReferenceKind::workbook:
            return said(fmt::format("There is no workbook “{}”, but {} of it.", id, what),
                        fmt::format("If it was one of your own, put workbooks/{}.toml back; the "
                                    "entries come into view with it.",
                                    id));
        case ReferenceKind::card:
            return said(fmt::format("The workbook “{}” has no card “{}”, but there are {} for it.",
                                    dangling.workbook, id, what),
                        mend_content(dangling));
        case ReferenceKind::exercise:
            return said(fmt::format("The card “{}” has no exercise “{}”, but there are {} for it.",
                                    dangling.card, id, what),
                        mend_content(dangling));
        case ReferenceKind::card_scale:
            return said(fmt::format("The card “{}” has no scale “{}”, but there are {} on it.",
                                    dangling.card, id, what),
                        mend_content(dangling));
        case ReferenceKind::choice:
            return said(fmt::format("Nothing there is called “{}”, but {} it.", id,
                                    dangling.count() == 1 ? what + " names" : what + " name"),
                        "If it was changed by hand, write there what it was called before.");
        case ReferenceKind::practice:
            return said(fmt::format("No card has the list, promise, ritual or plan “{}”, but there "
                                    "are {} in it.",
                                    id, what),
                        "If it belonged to a workbook of your own, put that back; the entries come "
                        "into view with it.");
    }
    return {};
}

std::vector<std::string> unknown_people_on(const Journal& journal, Date date) {
    const auto month = journal.months.find(date.year_month());
    if (month == journal.months.end()) return {};
    std::set<std::string> people;
    for (const CheckIn& checkin : month->second->checkins)
        if (checkin.date == date && !find_person(*journal.profile, checkin.person))
            people.insert(checkin.person);
    return {people.begin(), people.end()};
}

}  // namespace rekindle
