#include "workbook/content/card_search.hpp"

#include "workbook/base/folded_text.hpp"

namespace rekindle {

std::string searchable_text(const Card& card) {
    std::string text;
    const auto add = [&](const std::string& words) { text += words + '\n'; };
    for (const std::string* words :
         {&card.title, &card.summary, &card.guidance, &card.for_hurt, &card.for_broke})
        add(*words);
    for (const Scale& scale : card.scales) add(scale.title);
    for (const Exercise& exercise : card.exercises) {
        add(exercise.title);
        add(exercise.prompt);
        for (const Choice& item : exercise.items) {
            add(item.title);
            add(item.hint);
        }
        for (const std::string& topic : exercise.topics) add(topic);
    }
    return fold_text(text);
}

bool speaks_to(const Card& card, Audience side) {
    if (card.audience == side) return true;
    return side != Audience::both && side != Audience::self &&
           (card.audience == Audience::both || card.audience == Audience::self);
}

}  // namespace rekindle
