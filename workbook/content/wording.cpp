#include "workbook/content/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace rekindle {

namespace {

struct BannedWord {
    std::string_view word;  // in small letters; a space stands for any white space
    std::string_view instead;
};

// From the rules for words on screen: nothing that counts, grades, blames or labels a person.
constexpr std::array banned_words{
    BannedWord{"streak", "Say what was done, without counting days in a row."},
    BannedWord{"streaks", "Say what was done, without counting days in a row."},
    BannedWord{"score", "Write value or rating."},
    BannedWord{"scores", "Write values or ratings."},
    BannedWord{"scored", "Write rated."},
    BannedWord{"failed", "Say what happened, without grading it."},
    BannedWord{"missed", "Write no entry, or say what is not there."},
    BannedWord{"should", "Write can, may or try."},
    BannedWord{"shouldn", "Write can, may or try."},  // what stands before 't
    BannedWord{"days since", "Write pick up where you are."},
    BannedWord{"victim", "Write the person who was hurt."},
    BannedWord{"victims", "Write people who were hurt."},
    BannedWord{"cheater", "Write the person who broke trust."},
    BannedWord{"cheaters", "Write people who broke trust."},
    BannedWord{"offender", "Write the person who broke trust."},
    BannedWord{"offenders", "Write people who broke trust."}};

// Where a clumsy phrase counts.
enum class Where { anywhere, as_all_of_a_text, at_a_beginning };

struct ClumsyPhrase {
    std::string_view phrase;  // in small letters; a space stands for any white space
    std::string_view plain;   // what a person would say
    Where where = Where::anywhere;
};

// Each was once read in this program, and each sounds translated or made by a machine.
constexpr std::array clumsy_phrases{
    ClumsyPhrase{"it is fine so", "Looks right"},
    ClumsyPhrase{"it lies in", "It is kept in"},
    ClumsyPhrase{"waits to be looked back on", "is waiting for a look back"},
    ClumsyPhrase{"each for themselves", "Each answers alone"},
    ClumsyPhrase{"what is left open stays open", "Skip what you like"},
    ClumsyPhrase{"how was it", "How was it?", Where::as_all_of_a_text},
    ClumsyPhrase{"close it", "Finish", Where::as_all_of_a_text},
    ClumsyPhrase{"not yet after all", "Not done after all"},
    ClumsyPhrase{"goes on after all", "Resume this promise"},
    ClumsyPhrase{"what was is kept", "Its history stays"},
    ClumsyPhrase{"rests since", "Paused since"},
    ClumsyPhrase{"take up again", "Bring back", Where::as_all_of_a_text},
    ClumsyPhrase{"take it up again", "Resume", Where::as_all_of_a_text},
    ClumsyPhrase{"take the mark back", "Not worked through yet"},
    ClumsyPhrase{"take this draft out", "Delete this draft"},
    ClumsyPhrase{"take this line out", "Delete this line"},
    ClumsyPhrase{"take this plan out", "Delete this plan"},
    ClumsyPhrase{"take this promise out", "Delete this promise"},
    ClumsyPhrase{"fold what is done", "Hide finished"},
    ClumsyPhrase{"days and more", "Days and details"},
    ClumsyPhrase{"days with an entry on", "once three days have entries"},
    ClumsyPhrase{"so far there is one", "One so far"},
    ClumsyPhrase{"good that you are here", "It is good that you are here", Where::at_a_beginning},
    ClumsyPhrase{"think, write and talk along", "cards to help you think, write and talk"},
    ClumsyPhrase{"a stick in a drawer", "a USB stick in a drawer"},
    ClumsyPhrase{"signs and figures", "symbols and numbers"},
    ClumsyPhrase{"two only if both of you", "Choose two only if you both"},
    ClumsyPhrase{"two journals are as good", "Two separate journals work just as well"},
    ClumsyPhrase{"there is none yet", "None yet"},
    ClumsyPhrase{"the other", "the person’s name, or The other person", Where::as_all_of_a_text},
    ClumsyPhrase{"with the other", "Patience with them", Where::as_all_of_a_text},
    ClumsyPhrase{"telephone", "phone"},
    ClumsyPhrase{"telephones", "phones"},
    ClumsyPhrase{"also when", "even when"},
    ClumsyPhrase{"also small", "even small"},
    ClumsyPhrase{"also on hard days", "even on hard days"},
    ClumsyPhrase{"it goes bad", "it festers"},
    ClumsyPhrase{"how is it in you", "How are you inside today?"},
    ClumsyPhrase{"will suggest itself", "You will want to"},
    ClumsyPhrase{"do not calm these feelings", "Do not try to calm these feelings"},
    ClumsyPhrase{"may stand here too", "add them too"},
    ClumsyPhrase{"staff council", "works council or union representative"},
    ClumsyPhrase{"someone older", "someone you trust"}};

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

char to_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Letters, figures, and every byte of a character beyond ASCII.
bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 127;
}

// As long as `text`, so that a place in it is a place in the text.
std::string for_search(std::string_view text) {
    constexpr std::string_view curly = "\u2019";
    std::string plain;
    for (const char c : text) plain += is_white(c) ? ' ' : to_small(c);
    for (auto at = plain.find(curly); at != std::string::npos; at = plain.find(curly, at)) {
        plain.replace(at, curly.size(), "'  ");
    }
    return plain;
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t length) {
    const bool open = begin == 0 || !is_of_word(text[begin - 1]);
    const std::size_t end = begin + length;
    return open && (end == text.size() || !is_of_word(text[end]));
}

// Where the character at `offset` stands in the file.
Place place_in(const PlacedText& text, std::size_t offset) {
    const auto end = text.text.begin() + static_cast<std::ptrdiff_t>(offset);
    const int line = text.first_line + static_cast<int>(std::count(text.text.begin(), end, '\n'));
    return line == text.place.line ? text.place : Place{text.place.file, line, 0};
}

void find_banned(const PlacedText& text, const std::string& plain, const BannedWord& banned,
                 Problems& problems) {
    for (std::size_t at = plain.find(banned.word); at != std::string::npos;
         at = plain.find(banned.word, at + 1)) {
        if (!stands_alone(plain, at, banned.word.size())) continue;
        problems.push_back({ErrorCode::invalid,
                            fmt::format("\"{}\" is not a word of this house.", banned.word),
                            std::string(banned.instead), place_in(text, at)});
    }
}

bool is_space_alone(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' '; });
}

// Whether no word of the same sentence stands before `at`.
bool begins_sentence(std::string_view text, std::size_t at) {
    const std::size_t before = text.substr(0, at).find_last_not_of(" \"(");
    return before == std::string_view::npos || text[before] == '.' || text[before] == '?';
}

bool stands_where(const ClumsyPhrase& clumsy, std::string_view text, std::size_t at) {
    const std::size_t end = at + clumsy.phrase.size();
    if (!stands_alone(text, at, clumsy.phrase.size())) return false;
    switch (clumsy.where) {
        case Where::anywhere:
            break;
        case Where::as_all_of_a_text:
            return is_space_alone(text.substr(0, at)) && is_space_alone(text.substr(end));
        case Where::at_a_beginning:
            return begins_sentence(text, at);
    }
    return true;
}

void find_clumsy(const PlacedText& text, const std::string& plain, const ClumsyPhrase& clumsy,
                 Problems& problems) {
    for (std::size_t at = plain.find(clumsy.phrase); at != std::string::npos;
         at = plain.find(clumsy.phrase, at + 1)) {
        if (!stands_where(clumsy, plain, at)) continue;
        problems.push_back({ErrorCode::invalid, fmt::format("\"{}\" reads clumsy.", clumsy.phrase),
                            fmt::format("A person would say: “{}”.", clumsy.plain),
                            place_in(text, at)});
    }
}

bool ends_sentence(std::string_view text, std::size_t at) {
    if (text[at] != '.' && text[at] != '?' && text[at] != '!') return false;
    std::size_t after = at + 1;
    while (after < text.size() && (text[after] == '"' || text[after] == ')')) ++after;
    return after == text.size() || is_white(text[after]);
}

}  // namespace

int count_words(std::string_view text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool of_word = is_of_word(to_small(c));
        if (of_word && !inside) ++words;
        inside = of_word || (inside && (c == '\'' || c == '-'));
    }
    return words;
}

int count_sentences(std::string_view text) {
    int sentences = 0;
    bool open = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (ends_sentence(text, at)) {
            ++sentences;
            open = false;
        } else if (is_of_word(to_small(text[at]))) {
            open = true;
        }
    }
    return sentences + (open ? 1 : 0);
}

Problems check_wording(const PlacedText& text) {
    Problems problems;
    const std::string plain = for_search(text.text);
    for (const BannedWord& banned : banned_words) find_banned(text, plain, banned, problems);
    for (const ClumsyPhrase& clumsy : clumsy_phrases) find_clumsy(text, plain, clumsy, problems);
    for (std::size_t at = plain.find('!'); at != std::string::npos; at = plain.find('!', at + 1)) {
        problems.push_back({ErrorCode::invalid, "An exclamation mark stands here.",
                            "End the sentence with a full stop.", place_in(text, at)});
    }
    return problems;
}

std::string to_compared(std::string_view paragraph) {
    std::string compared;
    for (const char c : paragraph) {
        if (is_white(c)) {
            if (!compared.empty() && compared.back() != ' ') compared += ' ';
        } else {
            compared += to_small(c);
        }
    }
    if (!compared.empty() && compared.back() == ' ') compared.pop_back();
    return compared;
}

}  // namespace rekindle
