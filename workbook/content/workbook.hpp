// What is asked: workbooks, their cards, and what a card offers. Read once from `content/` and the
// journal's own `workbooks/`; never changed while the program runs.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/content/kinds.hpp"

namespace rekindle {

// The two daily scales that every journal has: they have their own place on Today, in the timeline
// and in a journal's files. All others are the content's or a person's own.
inline constexpr const char* mood_scale = "mood";
inline constexpr const char* trust_scale = "trust";
inline constexpr std::array fixed_scales{mood_scale, trust_scale};
bool is_fixed_scale(std::string_view id);

// Whom a card or a workbook speaks to.
enum class Audience { hurt, broke, both, self };

// A 0 to 10 scale with words for both ends.
struct Scale {
    std::string id{};  // [a-z0-9-]+
    std::string title{};
    std::string low{};   // what 0 means
    std::string high{};  // what 10 means
    // Daily ones: a day on which it is 0 or 1 gets a line that says where to turn.
    bool watched = false;
    bool operator==(const Scale&) const = default;
};

// How often a ritual is meant to come round; a suggestion, never a debt.
enum class Rhythm { none, daily, weekly };

// A ticked action of a `check`, a status of a `list`, a named part of a `letter`.
struct Choice {
    std::string id{};
    std::string title{};
    std::string hint{};  // letter parts only
    bool quiet = false;  // letter parts: phrases are not pointed out here (see Phrase)
    bool operator==(const Choice&) const = default;
};

struct Exercise {
    std::string id{};  // unique within its card
    ExerciseKind kind = ExerciseKind::reflect;
    std::string title{};                // short heading: "Write", "Our agreement"
    std::string prompt{};               // one or two sentences
    std::string uses{};                 // shared list, ledger or ritual; empty: this exercise's own
    std::vector<Choice> items{};        // check: actions; list: statuses, first is the default;
                                        // letter: parts
    std::vector<std::string> rates{};   // scale: ids of the card's scales; empty: all of them
    Rhythm rhythm = Rhythm::none;       // ritual, and a promise that comes with one
    int minutes = 0;                    // conversation: minutes each person speaks; 0: not timed
    std::vector<std::string> topics{};  // conversation: what it could be about, one line each
    bool notices = false;               // letter: phrases that excuse are pointed out beside it
    std::optional<PracticeSection> section{};  // list, ritual: none: that of its kind (see kinds)
    bool operator==(const Exercise&) const = default;
};

struct Card {
    std::string id{};  // unique within its workbook
    std::string title{};
    std::string summary{};   // one line, shown when folded
    std::string guidance{};  // paragraphs parted by an empty line
    Audience audience = Audience::both;
    std::string for_hurt{};  // a line of its own for that role; may be empty
    std::string for_broke{};
    std::vector<Scale> scales{};  // two to four
    std::vector<Exercise> exercises{};
    bool operator==(const Card&) const = default;
};

struct Workbook {
    std::string id{};
    std::string title{};
    std::string about{};
    Audience audience = Audience::both;
    std::string source{};  // the guide it follows, by title
    int order = 0;
    std::vector<Card> cards{};
    bool operator==(const Workbook&) const = default;
};

// The daily sliders: the first group holds mood and trust, which have their own place on Today.
struct FeelingGroup {
    std::string id{};
    std::string title{};
    bool folded = false;  // shown only when opened
    std::vector<Scale> scales{};
    bool operator==(const FeelingGroup&) const = default;
};

// A text the help page shows: a heading and paragraphs parted by empty lines.
struct HelpSection {
    std::string id{};
    std::string title{};
    std::string text{};
    bool first = false;  // it says when this workbook is not what is needed: before all else
    bool operator==(const HelpSection&) const = default;
};

struct HelpContact {
    std::string country{};
    std::string name{};
    std::string number{};
    std::string checked{};  // the day the number was last checked, ISO
    bool operator==(const HelpContact&) const = default;
};

// A phrase that excuses or shifts blame, in the wordings it comes in (see phrase_pattern), and one
// sentence why.
struct Phrase {
    std::vector<std::string> wordings{};
    std::string why{};
    std::vector<std::string> unless{};  // where one of these stands in the sentence, all is well
    std::vector<std::string> turns{};   // after one of these, an `unless` before it does not count
    bool operator==(const Phrase&) const = default;
};

struct Content {
    std::vector<Workbook> workbooks{};  // by order, then id
    std::vector<FeelingGroup> feelings{};
    std::vector<HelpSection> help{};
    std::vector<HelpContact> contacts{};
    std::vector<Phrase> phrases{};
};

const Workbook* find_workbook(const Content& content, std::string_view id);
const Card* find_card(const Workbook& workbook, std::string_view id);
const Exercise* find_exercise(const Card& card, std::string_view id);

// Every daily scale in the order of the content: mood, trust, then the feelings.
std::vector<Scale> daily_scales(const Content& content);
const Scale* find_daily_scale(const Content& content, std::string_view id);

std::string_view to_word(Audience audience);
std::string_view to_word(Rhythm rhythm);  // none is ""

// Where Practices shows an exercise; nothing where it does not.
std::optional<PracticeSection> section_of(const Exercise& exercise);

// Where a list, ledger or ritual is kept: its shared name, or "WORKBOOK/CARD/EXERCISE".
std::string practice_id(const Workbook& workbook, const Card& card, const Exercise& exercise);

}  // namespace rekindle
