#include "workbook/content/lint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "workbook/base/utf8_text.hpp"
#include "workbook/content/content_file.hpp"
#include "workbook/content/lint_phrases.hpp"
#include "workbook/content/wording.hpp"

namespace rekindle {

namespace {

constexpr int shortest_guidance = 90;  // words
constexpr int longest_guidance = 220;
constexpr std::size_t longest_summary = 100;  // characters: one line of a folded card
constexpr int shortest_compared = 6;          // words: below it, two prompts may well say the same

void report(Problems& problems, const Place& place, std::string message, std::string remedy) {
    problems.push_back({ErrorCode::invalid, std::move(message), std::move(remedy), place});
}

// --- one text -----------------------------------------------------------------------------------

void check_lengths(const PlacedText& text, Problems& problems) {
    const int words = count_words(text.text);
    if (text.key == "guidance" && (words < shortest_guidance || words > longest_guidance)) {
        report(problems, text.place, fmt::format("The guidance has {} words.", words),
               fmt::format("Keep it between {} and {}.", shortest_guidance, longest_guidance));
    }
    if (text.key == "prompt" && count_sentences(text.text) > 2) {
        report(problems, text.place,
               fmt::format("The prompt has {} sentences.", count_sentences(text.text)),
               "Keep it to one or two.");
    }
    if (text.key == "summary" && count_characters(text.text) > longest_summary) {
        report(problems, text.place, "The summary is longer than one line.",
               fmt::format("Keep it to {} characters.", longest_summary));
    }
}

// --- one exercise -------------------------------------------------------------------------------

// A field some kinds need, some may have, and the others have no use for.
struct FieldRule {
    std::string_view field;
    bool given;
    Use use;
};

std::array<FieldRule, 8> field_rules(const Exercise& exercise) {
    const FieldUses& fields = row_of(exercise.kind).fields;
    return {{{"items", !exercise.items.empty(), fields.items},
             {"uses", !exercise.uses.empty(), fields.uses},
             {"rates", !exercise.rates.empty(), fields.rates},
             {"rhythm", exercise.rhythm != Rhythm::none, fields.rhythm},
             {"minutes", exercise.minutes != 0, fields.minutes},
             {"topics", !exercise.topics.empty(), fields.topics},
             {"notices", exercise.notices, fields.notices},
             {"section", exercise.section.has_value(), fields.section}}};
}

void check_hints(const Exercise& exercise, const Place& place, Problems& problems) {
    const bool is_letter = exercise.kind == ExerciseKind::letter;
    for (const Choice& item : exercise.items) {
        if (is_letter && item.hint.empty()) {
            report(problems, place, fmt::format("The part \"{}\" has no hint.", item.id),
                   "Say in a sentence what belongs there.");
        }
        if (!is_letter && !item.hint.empty()) {
            report(problems, place, fmt::format("The item \"{}\" has a hint.", item.id),
                   "Only the parts of a letter show one; take it out.");
        }
        if (item.quiet && !exercise.notices) {
            report(problems, place, fmt::format("The item \"{}\" is quiet by itself.", item.id),
                   "Only a letter with notices = true has something to be quiet about.");
        }
    }
}

void check_exercise(const Exercise& exercise, const Place& place, Problems& problems) {
    for (const FieldRule& rule : field_rules(exercise)) {
        if (rule.use == Use::must && !rule.given) {
            report(problems, place,
                   fmt::format("A {} needs {}.", to_word(exercise.kind), rule.field),
                   fmt::format("Add {} = … to the exercise.", rule.field));
        }
        if (rule.use == Use::none && rule.given) {
            report(problems, place,
                   fmt::format("A {} has no use for {}.", to_word(exercise.kind), rule.field),
                   "Take it out, or choose another kind.");
        }
    }
    const bool choosable =
        exercise.kind == ExerciseKind::list || exercise.kind == ExerciseKind::letter;
    if (choosable && exercise.items.size() == 1) {
        report(problems, place, fmt::format("This {} has a single item.", to_word(exercise.kind)),
               "A list needs two statuses at least, a letter two parts.");
    }
    check_hints(exercise, place, problems);
}

// --- one card -----------------------------------------------------------------------------------

void check_ends(const std::vector<Scale>& scales, const Place& place, Problems& problems) {
    for (const Scale& scale : scales) {
        if (scale.low.empty() || to_compared(scale.low) != to_compared(scale.high)) continue;
        report(problems, place,
               fmt::format("Both ends of the scale \"{}\" say the same.", scale.id),
               "Say what 0 means and what 10 means.");
    }
}

void check_scales(const Card& card, const Place& place, Problems& problems) {
    if (card.scales.size() < 2 || card.scales.size() > 4) {
        report(problems, place, fmt::format("The card has {} scales.", card.scales.size()),
               "Give it two to four.");
    }
    check_ends(card.scales, place, problems);
}

void check_card(const Card& card, const PlacedCard& placed, Problems& problems) {
    check_scales(card, placed.place, problems);
    if (card.exercises.size() < 2) {
        report(problems, placed.place, "The card has fewer than two exercises.",
               "Add a [[card.exercise]].");
    }
    const bool reflects = std::any_of(
        card.exercises.begin(), card.exercises.end(),
        [](const Exercise& exercise) { return exercise.kind == ExerciseKind::reflect; });
    if (!reflects) {
        report(problems, placed.place, "The card has no reflect exercise.",
               "Add one, so that there is room for a person's own words.");
    }
    for (std::size_t i = 0; i < card.exercises.size(); ++i) {
        check_exercise(card.exercises[i], placed.exercises[i], problems);
    }
}

// --- one file -----------------------------------------------------------------------------------

void check_feelings(const ContentFile& file, Problems& problems) {
    const Place whole{file.reading.file, 1, 1};
    for (const FeelingGroup& group : file.feelings) check_ends(group.scales, whole, problems);
    for (const std::string_view wanted : fixed_scales) {
        const auto has_it = [wanted](const Scale& scale) { return scale.id == wanted; };
        const bool found =
            !file.feelings.empty() && std::any_of(file.feelings.front().scales.begin(),
                                                  file.feelings.front().scales.end(), has_it);
        if (found) continue;
        report(problems, whole, fmt::format("The first group has no scale \"{}\".", wanted),
               "Today and the timeline are built on mood and trust.");
    }
}

Problems check_file(const ContentFile& file) {
    Problems problems = file.reading.problems;
    for (const PlacedText& text : file.reading.texts) {
        check_lengths(text, problems);
        const Problems wording = check_wording(text);
        problems.insert(problems.end(), wording.begin(), wording.end());
    }
    for (std::size_t i = 0; file.workbook && i < file.workbook->cards.size(); ++i) {
        check_card(file.workbook->cards[i], file.cards[i], problems);
    }
    if (content_kind(file.reading.file) == ContentKind::feelings) check_feelings(file, problems);
    const Problems phrases = check_phrases(file);
    problems.insert(problems.end(), phrases.begin(), phrases.end());
    return problems;
}

// --- all files together -------------------------------------------------------------------------

std::string where(const Place& place) { return fmt::format("{}:{}", place.file, place.line); }

// What has been seen in this file and in those before it.
class Across {
  public:
    void check(const ContentFile& file, Problems& problems) {
        for (const PlacedText& text : file.reading.texts) check_paragraphs(text, problems);
        if (!file.workbook) return;
        check_workbook_id(file, problems);
        for (std::size_t i = 0; i < file.workbook->cards.size(); ++i) {
            check_shared(file.workbook->cards[i], file.cards[i], problems);
        }
    }

  private:
    void check_paragraphs(const PlacedText& text, Problems& problems) {
        static constexpr std::array compared{"guidance", "prompt",    "summary", "about",
                                             "for_hurt", "for_broke", "text"};
        if (std::find(compared.begin(), compared.end(), text.key) == compared.end()) return;
        const std::string all = to_paragraphs(text.text);
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.find("\n\n", at), all.size());
            check_paragraph(std::string_view(all).substr(at, end - at), text.place, problems);
            at = end + 2;
        }
    }

    void check_paragraph(std::string_view paragraph, const Place& place, Problems& problems) {
        if (count_words(paragraph) < shortest_compared) return;
        const auto [seen, is_new] = paragraphs_.emplace(to_compared(paragraph), place);
        if (is_new) return;
        report(problems, place,
               fmt::format("This paragraph stands at {} too.", where(seen->second)),
               "Write it afresh for this card.");
    }

    void check_workbook_id(const ContentFile& file, Problems& problems) {
        const auto [seen, is_new] = workbooks_.emplace(file.workbook->id, file.place);
        if (is_new) return;
        report(problems, file.place,
               fmt::format("The workbook at {} has this id.", where(seen->second)),
               "Give it an id of its own.");
    }

    // What is shared stands in one section. It is enough that one of its cards says which.
    static bool is_same_section(const Exercise& first, const Exercise& other) {
        return !first.section || !other.section || first.section == other.section;
    }

    // What several cards share is one thing: the same kind, statuses and rhythm everywhere.
    void check_shared(const Card& card, const PlacedCard& placed, Problems& problems) {
        for (std::size_t i = 0; i < card.exercises.size(); ++i) {
            const Exercise& exercise = card.exercises[i];
            if (exercise.uses.empty()) continue;
            const auto [seen, is_new] =
                shared_.emplace(exercise.uses, std::pair(exercise, placed.exercises[i]));
            Exercise& first = seen->second.first;
            if (is_new) continue;
            const bool alike =
                first.kind == exercise.kind && first.items == exercise.items &&
                is_same_section(first, exercise) &&
                (first.rhythm == exercise.rhythm || exercise.kind == ExerciseKind::promise);
            if (!first.section) first.section = exercise.section;
            if (alike) continue;
            report(problems, placed.exercises[i],
                   fmt::format("\"{}\" is another thing at {}.", exercise.uses,
                               where(seen->second.second)),
                   "Give both the same kind, items, rhythm and section, or two names.");
        }
    }

    std::map<std::string, Place> paragraphs_;
    std::map<std::string, Place> workbooks_;
    std::map<std::string, std::pair<Exercise, Place>> shared_;
};

}  // namespace

Problems lint(const std::vector<std::filesystem::path>& files) {
    Problems all;
    Across across;
    for (const std::filesystem::path& path : files) {
        const ContentFile file = read_content_file(path.string(), content_kind(path.string()));
        Problems problems = check_file(file);
        across.check(file, problems);
        std::stable_sort(problems.begin(), problems.end(), [](const Error& a, const Error& b) {
            return a.place.line < b.place.line;
        });
        all.insert(all.end(), problems.begin(), problems.end());
    }
    return all;
}

}  // namespace rekindle
