// The content that is shipped, held to every rule.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/source_folder.hpp"
#include "workbook/content/lint.hpp"
#include "workbook/content/read_content.hpp"

namespace shipped_content_test {

namespace {

using namespace rekindle;
namespace fs = std::filesystem;

const fs::path shipped = tests::source_folder() / "content";

std::vector<fs::path> shipped_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(shipped)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// What each card offers at least, in the order of the workbooks and their cards: kinds, and after a
// colon the name under which several cards share it.
struct Asked {
    std::string workbook;
    std::string card;
    std::string title;
    std::string kinds;
};

const std::vector<Asked> asked = {
    {"seven-steps", "acknowledge-the-pain", "Acknowledge the pain", "scale reflect check"},
    {"seven-steps", "open-communication", "Open, honest communication",
     "conversation reflect ritual:weekly-check-in"},
    {"seven-steps", "take-responsibility", "Take responsibility", "letter reflect promise"},
    {"seven-steps", "boundaries-and-expectations", "Boundaries and expectations",
     "list:boundaries list:triggers plan"},
    {"seven-steps", "emotional-connection", "Rebuild emotional connection",
     "ritual:shared-time list reflect"},
    {"seven-steps", "professional-guidance", "Seek professional guidance",
     "plan list:what-to-bring-up check"},
    {"seven-steps", "patience-and-understanding", "Patience and understanding",
     "reflect conversation scale"},
    {"twelve-steps", "acknowledge-feelings", "Acknowledge your feelings", "scale reflect"},
    {"twelve-steps", "nature-of-betrayal", "Understand what happened", "reflect list"},
    {"twelve-steps", "set-boundaries", "Set boundaries", "list:boundaries reflect"},
    {"twelve-steps", "communicate-openly", "Communicate openly", "conversation letter"},
    {"twelve-steps", "trust-yourself", "Trust yourself", "list scale reflect"},
    {"twelve-steps", "be-patient", "Be patient", "reflect ritual:quiet-minute"},
    {"twelve-steps", "forgiveness", "Forgive, if and when", "reflect letter"},
    {"twelve-steps", "self-care", "Care for yourself", "ritual:self-care list"},
    {"twelve-steps", "focus-on-the-positive", "See what is going right",
     "ritual:three-good-things list:strengths"},
    {"twelve-steps", "let-go-of-expectations", "Let go of expectations", "reflect list:needs"},
    {"twelve-steps", "compassion", "Practise compassion", "reflect letter"},
    {"twelve-steps", "willing-to-risk", "Take small risks", "list scale"},
    {"guide", "why-trust-is-slow", "Why trust is so slow to return", "reflect scale"},
    {"guide", "honest-communication", "Honest communication", "conversation list:questions"},
    {"guide", "making-amends", "Responsibility and amends", "letter promise reflect"},
    {"guide", "clear-boundaries", "Clear boundaries for the future", "list:boundaries plan"},
    {"guide", "time-and-space", "Time and space to grieve", "reflect ritual scale"},
    {"guide", "self-trust", "Rebuild trust in yourself", "scale reflect list:strengths"},
    {"guide", "emotional-transparency", "Show what you feel", "conversation reflect scale"},
    {"guide", "new-experiences", "Make new memories", "ritual list"},
    {"five-steps", "acknowledge", "Acknowledge the betrayal", "scale reflect"},
    {"five-steps", "talk", "Talk openly", "conversation reflect"},
    {"five-steps", "agree", "Agree on boundaries", "list:boundaries reflect"},
    {"five-steps", "be-reliable", "Be consistent and reliable", "promise reflect scale"},
    {"five-steps", "get-help", "Get help if needed", "plan list:what-to-bring-up reflect"},
    {"twenty-five-practices", "01-acknowledge-the-damage", "Acknowledge the damage",
     "reflect scale"},
    {"twenty-five-practices", "02-hear-the-hurt", "Hear the hurt without defending",
     "conversation reflect"},
    {"twenty-five-practices", "03-takes-time", "Expect it to take time", "reflect list"},
    {"twenty-five-practices", "04-stop-minimising", "Stop making it smaller", "list reflect"},
    {"twenty-five-practices", "05-hard-conversations", "Keep having hard conversations",
     "conversation ritual"},
    {"twenty-five-practices", "06-room-to-feel", "Give room to feel", "reflect check"},
    {"twenty-five-practices", "07-full-responsibility", "Take full responsibility",
     "letter reflect"},
    {"twenty-five-practices", "08-no-excuses", "Explain without excusing", "letter reflect"},
    {"twenty-five-practices", "09-transparency", "Be transparent", "list:openness ritual"},
    {"twenty-five-practices", "10-share-unasked", "Share before being asked",
     "list:openness promise"},
    {"twenty-five-practices", "11-show-change", "Show it, consistently", "promise scale"},
    {"twenty-five-practices", "12-patience-with-doubt", "Be patient with doubt", "reflect scale"},
    {"twenty-five-practices", "13-ask-how-they-feel", "Ask how they feel", "conversation reflect"},
    {"twenty-five-practices", "14-apologise-freely", "Apologise without asking forgiveness",
     "letter reflect"},
    {"twenty-five-practices", "15-new-normal", "Build a new normal", "list reflect"},
    {"twenty-five-practices", "16-remove-triggers", "Remove what caused the damage",
     "list promise"},
    {"twenty-five-practices", "17-different-for-each", "Let it look different for each",
     "conversation reflect"},
    {"twenty-five-practices", "18-uncomfortable-questions", "Answer uncomfortable questions",
     "list:questions reflect"},
    {"twenty-five-practices", "19-act-beyond-guilt", "Act instead of dwelling on guilt",
     "promise reflect"},
    {"twenty-five-practices", "20-no-pressure", "Do not press them to move on", "reflect check"},
    {"twenty-five-practices", "21-keep-promises", "Keep promises, even small ones",
     "promise scale"},
    {"twenty-five-practices", "22-open-to-therapy", "Be open to therapy",
     "plan list:what-to-bring-up"},
    {"twenty-five-practices", "23-take-initiative", "Take initiative", "ritual promise"},
    {"twenty-five-practices", "24-safety-over-pride", "Put emotional safety before pride",
     "reflect scale"},
    {"twenty-five-practices", "25-ritual-of-reconnection", "Create a ritual of reconnection",
     "ritual reflect"},
};

// How many exercises of the card are what a word of the table asks for: "list", or
// "list:boundaries" for the one that is shared under that name.
int offered(const Card& card, const std::string& asked_for) {
    const std::string kind = asked_for.substr(0, asked_for.find(':'));
    const bool shared = kind != asked_for;
    return static_cast<int>(
        std::count_if(card.exercises.begin(), card.exercises.end(), [&](const Exercise& one) {
            return to_word(one.kind) == kind &&
                   (!shared || one.uses == asked_for.substr(kind.size() + 1));
        }));
}

std::string as_lines(const Problems& problems) {
    std::string lines;
    for (const Error& problem : problems) lines += to_string(problem) + '\n';
    return lines;
}

}  // namespace

TEST_CASE("content: everything shipped keeps the rules of the house") {
    CHECK(as_lines(lint(shipped_files())) == "");
}

TEST_CASE("content: everything shipped is read without a problem") {
    const ReadContent read = read_content(shipped, {});
    CHECK(as_lines(read.problems) == "");
}

TEST_CASE(
    "content: every card asked for is there, in its order, with the exercises it has to offer") {
    const ReadContent read = read_content(shipped, {});
    std::vector<std::pair<const Workbook*, const Card*>> cards;
    for (const Workbook& workbook : read.content.workbooks) {
        for (const Card& card : workbook.cards) cards.emplace_back(&workbook, &card);
    }
    REQUIRE(cards.size() == asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        CAPTURE(asked[i].card);
        CHECK(cards[i].first->id == asked[i].workbook);
        CHECK(cards[i].second->id == asked[i].card);
        CHECK(cards[i].second->title == asked[i].title);
        std::istringstream kinds(asked[i].kinds);
        for (std::string kind; kinds >> kind;) {
            CAPTURE(kind);
            CHECK(offered(*cards[i].second, kind) >= 1);
        }
    }
}

TEST_CASE("content: a card that does not speak to a role itself has a line for it") {
    const ReadContent read = read_content(shipped, {});
    for (const Workbook& workbook : read.content.workbooks) {
        for (const Card& card : workbook.cards) {
            CAPTURE(card.id);
            const bool to_hurt = card.audience == Audience::hurt || card.audience == Audience::self;
            if (!to_hurt) CHECK_FALSE(card.for_hurt.empty());
            if (card.audience != Audience::broke) CHECK_FALSE(card.for_broke.empty());
        }
    }
}

TEST_CASE(
    "content: where telephones are handed over or watched, it is freely and can be taken back") {
    const ReadContent read = read_content(shipped, {});
    const auto has = [](const Card& card, std::string_view words) {
        return card.guidance.find(words) != std::string::npos;
    };
    for (const char* id : {"boundaries-and-expectations", "clear-boundaries", "09-transparency",
                           "10-share-unasked"}) {
        CAPTURE(id);
        for (const Workbook& workbook : read.content.workbooks) {
            const Card* card = find_card(workbook, id);
            if (!card) continue;
            CHECK((has(*card, "freely") || has(*card, "own accord")));
            CHECK((has(*card, "taken back") || has(*card, "you can stop it")));
            CHECK((has(*card, "stated time") || has(*card, "time you both name") ||
                   has(*card, "end date") || has(*card, "how long it goes on")));
        }
    }
}

TEST_CASE("content: the daily sliders have the ids that journals and exports are written with") {
    const ReadContent read = read_content(shipped, {});
    std::string ids;
    for (const Scale& scale : daily_scales(read.content)) ids += scale.id + ' ';
    CHECK(ids ==
          "mood trust hurt anger sadness fear shame numbness calm hope closeness relief self-trust "
          "predictable words-kept hope-for-us ");
    CHECK(read.content.feelings.front().scales.size() == 2);
    CHECK(read.content.feelings.back().folded);
}

TEST_CASE("content: lists and rituals stand in the sections of Practices that they were made for") {
    std::map<std::string, std::set<std::string>> found;
    for (const Workbook& workbook : read_content(shipped, {}).content.workbooks)
        for (const Card& card : workbook.cards)
            for (const Exercise& exercise : card.exercises)
                if (exercise.section)
                    found[std::string(to_word(*exercise.section))].insert(
                        exercise.uses.empty() ? exercise.id : exercise.uses);
    CHECK(found.size() == 4);
    CHECK(found["agreements"] == std::set<std::string>{"boundaries", "openness"});
    CHECK(found["triggers"] == std::set<std::string>{"triggers"});
    CHECK(found["questions"] == std::set<std::string>{"questions"});
    CHECK(found["strengths"] == std::set<std::string>{"does-me-good", "good-memories",
                                                      "sense-was-right", "small-victories",
                                                      "strengths", "three-good-things"});
}

TEST_CASE("content: a very low mood or hope is watched for, and nothing else") {
    std::string watched;
    for (const Scale& scale : daily_scales(read_content(shipped, {}).content))
        if (scale.watched) watched += scale.id + ' ';
    CHECK(watched == "mood hope ");
}

TEST_CASE("content: the help begins with safety and names no telephone number") {
    const ReadContent read = read_content(shipped, {});
    REQUIRE(!read.content.help.empty());
    CHECK(read.content.help.front().id == "safe");
    for (const HelpSection& section : read.content.help)
        CHECK(section.first == (section.id == "safe" || section.id == "low"));
    CHECK(read.content.help.front().text.find("emergency services") != std::string::npos);
    CHECK(read.content.contacts.empty());
    for (const HelpSection& section : read.content.help) {
        CAPTURE(section.id);
        // "Page 1" is no telephone number; two figures in a row could be one.
        const auto& text = section.text;
        const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
        CHECK(std::adjacent_find(text.begin(), text.end(), [&](char a, char b) {
                  return is_figure(a) && is_figure(b);
              }) == text.end());
    }
}

}  // namespace shipped_content_test
