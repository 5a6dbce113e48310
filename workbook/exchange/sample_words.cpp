#include "workbook/exchange/sample_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace rekindle {
namespace {

using Sentences = std::span<const std::string_view>;

constexpr std::array<std::string_view, 22> heavy{
    "I woke at four and could not stop going over it.",
    "The same question came back all day, and I did not ask it.",
    "A song on the radio was enough to undo the morning.",
    "I said I was fine, and both of us knew better.",
    "We were polite at dinner and said nothing that mattered.",
    "I could not look at the photographs in the hall.",
    "It felt as if the ground had moved again, without a reason I could name.",
    "I was angry about a cup, and it was not about the cup.",
    "Went to bed early to have the day over with.",
    "I kept my coat on for an hour after coming home.",
    "The phone lay face down on the table again, and I saw nothing else.",
    "I cried in the car and then went shopping.",
    "Nobody asked how I was, and I was glad and sorry about it.",
    "My chest was tight from breakfast on.",
    "I wrote a long message and deleted it.",
    "It is tiring to keep watch all the time.",
    "I do not know yet what I want, only that today was heavy.",
    "We tried to talk and stopped when the voices rose.",
    "There was a gap in the story, and I fell into it.",
    "I long for how easy things once were.",
    "Slept badly, ate little, got through it.",
    "I needed to be alone and was lonely when I was.",
};

constexpr std::array<std::string_view, 26> plain{
    "We cooked together and spoke about ordinary things.",
    "Work was busy, which helped until the evening.",
    "I walked home the long way along the water.",
    "We have begun to leave the phones in the hall after supper.",
    "I told my sister a little of it, and she listened.",
    "There was rain all day; I read and drank tea.",
    "We sat on the same sofa with different books.",
    "I asked one question and got one answer, and that was enough for today.",
    "The plan for the week is on the fridge now, in both our hands.",
    "I went swimming for the first time in months.",
    "We agreed to talk on Sunday, after breakfast.",
    "I noticed I was holding my breath and let it go.",
    "Dinner was late because of the train, and a message came before I wondered.",
    "Some of today belonged to me alone, and that was good.",
    "We disagreed about money, quite calmly.",
    "I cleaned the kitchen from top to bottom.",
    "Saw a film and forgot everything for two hours.",
    "I wrote three pages and feel a little lighter.",
    "The garden needs work, and so do we.",
    "We looked at the list of what helps and added a line.",
    "I slept until seven.",
    "A friend came by with soup.",
    "I said what I needed before I was angry.",
    "Half the day was hard and half was not.",
    "We spoke for twenty minutes by the clock, then stopped as agreed.",
    "I was asked how I am and gave a true answer.",
};

constexpr std::array<std::string_view, 22> light{
    "We laughed about something silly and it did not hurt afterwards.",
    "I was told about a difficult call before I asked.",
    "We walked to the market and carried the bags home between us.",
    "For an hour I did not think of it at all.",
    "It was answered without getting defensive, and I could feel my shoulders drop.",
    "The key turned in the door at the time we had said, and I had not been listening for it.",
    "We held hands in the cinema, as if nothing were easier.",
    "I slept through the night.",
    "The talk on Sunday was short and good.",
    "I heard an apology that had no but in it.",
    "We made a plan for the spring.",
    "I felt at home in my own skin today.",
    "I believed a small thing at once, without testing it.",
    "Breakfast in the sun, no hurry.",
    "I was shaking when I asked, but I asked, and it went well.",
    "What was promised on Monday was done by Thursday.",
    "We danced in the kitchen while the pasta boiled over.",
    "I thanked for something and meant it.",
    "There was room for my sadness and then for a joke.",
    "I trust my own sense a little more than I did in summer.",
    "Someone said I look rested.",
    "A quiet day, and quiet is a great deal.",
};

constexpr std::array<std::string_view, 6> own_words{"family visit",  "day off",       "letter",
                                                    "slept through", "first evening", "old friend"};

constexpr int most_words = 60;

int words_in(std::string_view text) {
    return 1 + static_cast<int>(std::count(text.begin(), text.end(), ' '));
}

Sentences fitting(int mood, Dice& dice) {
    if (dice.happens(45, 100)) return plain;
    if (mood <= 3) return heavy;
    if (mood >= 6) return light;
    return dice.happens(1, 2) ? Sentences{heavy} : Sentences{light};
}

}  // namespace

std::string sample_note(int mood, Dice& dice) {
    if (dice.happens(28, 100)) return {};
    const int sentences = dice.between(1, 5);
    std::vector<std::string_view> said;
    std::string note;
    int words = 0;
    for (int i = 0; i < sentences; ++i) {
        const std::string_view sentence = dice.pick(fitting(mood, dice));
        if (std::find(said.begin(), said.end(), sentence) != said.end()) continue;
        words += words_in(sentence);
        if (words > most_words) break;
        said.push_back(sentence);
        if (!note.empty()) note += ' ';
        note += sentence;
    }
    return note;
}

std::string sample_own_word(Dice& dice) {
    return std::string{dice.pick(std::span<const std::string_view>{own_words})};
}

}  // namespace rekindle
