// Commands of a card (see command.hpp): what is written, ticked and rated on it, its letters, its
// conversations and its pauses; carried out in update_card.cpp, update_letter.cpp, update_talk.cpp
// and update_pause.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/journal/answers.hpp"
#include "workbook/journal/refs.hpp"

namespace rekindle {

// Writes one answer. An answer of an earlier day is not changed: the text becomes a new answer of
// today with the id `fresh`. An answer emptied on its own day is removed.
struct WriteAnswer {
    static constexpr std::string_view title = "answer";
    ExerciseRef exercise;
    std::string answer;
    std::string fresh;
    std::string text;
    // Without the answer’s id: the first letter of a new answer has none yet.
    std::string run_key() const {
        return run_of("answer", CardRef{exercise.workbook, exercise.card}, exercise.exercise);
    }
};
struct TickAction {
    static constexpr std::string_view title = "tick";
    ExerciseRef exercise;
    std::string item;
    bool done = true;
};
// Rates for today; without a value the person's latest rating of that scale is taken out again.
struct RateCard {
    static constexpr std::string_view title = "rating";
    CardRef card;
    std::string scale;
    std::optional<int> value;
    std::string run_key() const { return run_of("rate-card", card, scale); }
};
struct MarkCard {
    static constexpr std::string_view title = "mark on a card";
    CardRef card;
    CardMark mark = CardMark::none;
};

// Writes one part of a letter. The first words of a letter with an unknown id begin it; one whose
// parts are all empty is not kept.
struct WriteLetterPart {
    static constexpr std::string_view title = "letter";
    ExerciseRef exercise;
    std::string letter;
    std::string part;
    std::string text;
    std::string run_key() const { return run_of("letter", letter, part); }
};
struct RemoveLetter {
    static constexpr std::string_view title = "deleted letter";
    ExerciseRef exercise;
    std::string letter;
};
// Notes down that a conversation was held today.
struct AddTalk {
    static constexpr std::string_view title = "conversation";
    ExerciseRef exercise;
    std::string talk;
    std::string topic;
};
struct WriteTalkTopic {
    static constexpr std::string_view title = "topic of a talk";
    ExerciseRef exercise;
    std::string talk;
    std::string topic;
    std::string run_key() const { return "talk-topic " + talk; }
};
struct WriteTalkLesson {
    static constexpr std::string_view title = "words about a talk";
    ExerciseRef exercise;
    std::string talk;
    std::string text;
    std::string run_key() const { return "talk-lesson " + talk; }
};
enum class TalkScale { safe, heard };
struct RateTalk {
    static constexpr std::string_view title = "rating of a talk";
    ExerciseRef exercise;
    std::string talk;
    std::string person;
    TalkScale scale = TalkScale::safe;
    std::optional<int> value;
    std::string run_key() const {
        return run_of(scale == TalkScale::safe ? "rate-safe" : "rate-heard", talk, person);
    }
};
struct RemoveTalk {
    static constexpr std::string_view title = "deleted talk";
    ExerciseRef exercise;
    std::string talk;
};
// Notes down slow breathing or, with a time at which one will be back, begins a break.
struct TakePause {
    static constexpr std::string_view title = "pause";
    ExerciseRef exercise;
    std::string pause;
    std::optional<TimeOfDay> back_at;
};
// Says that whoever took a break is back, or is not after all. Only they can say so.
struct ComeBack {
    static constexpr std::string_view title = "end of a break";
    ExerciseRef exercise;
    std::string pause;
    bool back = true;
};
struct RemovePause {
    static constexpr std::string_view title = "deleted pause";
    ExerciseRef exercise;
    std::string pause;
};
// Keeps an answer, a letter or a conversation, by its id, to the person who wrote it. Only they can
// say so, and only they can take it back.
struct KeepToMyself {
    static constexpr std::string_view title = "who sees an answer";
    ExerciseRef exercise;
    std::string entry;
    bool only_for_me = true;
};

}  // namespace rekindle
