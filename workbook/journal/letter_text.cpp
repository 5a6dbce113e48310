#include "workbook/journal/letter_text.hpp"

#include <algorithm>

namespace rekindle {

std::vector<const std::string*> letter_paragraphs(const Letter& letter,
                                                  const std::vector<Choice>& parts) {
    std::vector<const std::string*> paragraphs;
    for (const Choice& part : parts)
        if (const auto found = letter.parts.find(part.id); found != letter.parts.end())
            paragraphs.push_back(&found->second);
    for (const auto& written : letter.parts) {
        const bool named = std::any_of(parts.begin(), parts.end(), [&](const Choice& part) {
            return part.id == written.first;
        });
        if (!named) paragraphs.push_back(&written.second);
    }
    return paragraphs;
}

std::string letter_text(const Letter& letter, const std::vector<Choice>& parts) {
    std::string text;
    for (const std::string* paragraph : letter_paragraphs(letter, parts)) {
        if (!text.empty()) text += "\n\n";
        text += *paragraph;
    }
    return text;
}

}  // namespace rekindle
