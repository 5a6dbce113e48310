#include "tests/support/builders.hpp"

#include <doctest/doctest.h>

#include "tests/support/source_folder.hpp"
#include "workbook/content/read_content.hpp"
#include "workbook/journal/update.hpp"

namespace rekindle::tests {
namespace {

Scale scale(const char* id, const char* title) { return {id, title, "not at all", "fully"}; }

Exercise exercise(const char* id, ExerciseKind kind, const char* title, const char* prompt) {
    Exercise made;
    made.id = id;
    made.kind = kind;
    made.title = title;
    made.prompt = prompt;
    return made;
}

Card pain_card() {
    Card card{
        "pain", "Acknowledge the pain", "Saying what happened", {}, Audience::both, {}, {}, {}, {}};
    card.guidance = "Say what happened in plain words. Nothing has to be solved today.";
    card.scales = {scale("heard", "Heard"), scale("safe", "Safe")};
    card.exercises = {exercise("write", ExerciseKind::reflect, "Write", "What still hurts?"),
                      exercise("try", ExerciseKind::check, "Try", "Small things for this week."),
                      exercise("rate", ExerciseKind::scale, "How this step feels", "Rate it."),
                      exercise("lines", ExerciseKind::list, "Our lines", "What we agree on.")};
    card.exercises[1].items = {{"walk", "Go for a walk", {}}, {"listen", "Listen for a while", {}}};
    card.exercises[3].items = {{"to-discuss", "to discuss", {}}, {"agreed", "both agreed", {}}};
    card.exercises[3].uses = "lines";
    return card;
}

Card talk_card() {
    Card card{"talk", "Open, honest communication", "Talking again", {}, Audience::both, {}, {}, {},
              {}};
    card.guidance = "Choose a quiet hour.";
    card.scales = {scale("open", "Open"), scale("calm", "Calm")};
    card.exercises = {exercise("write", ExerciseKind::reflect, "Write", "What was said?")};
    return card;
}

CheckIn with_words(CheckIn checkin, int place) {
    checkin.ratings["hurt"] = (place * 3) % 11;
    checkin.ratings["calm"] = (place * 7) % 11;
    if (place % 4 == 0) checkin.note = "We walked to the river and talked about the summer.";
    if (place % 6 == 0) checkin.events.push_back({EventKind::milestone, {}});
    if (place % 9 == 0) checkin.events.push_back({EventKind::hard_conversation, {}});
    return checkin;
}

}  // namespace

Date day(std::string_view iso) {
    const auto date = parse_date(iso);
    REQUIRE(date);
    return *date;
}

Content small_content() {
    Content content;
    Workbook steps;
    steps.id = "steps";
    steps.title = "Two steps";
    steps.about = "For two people";
    steps.cards = {pain_card(), talk_card()};
    content.workbooks = {steps};
    content.feelings = {
        {"main", "Mood and trust", false, {scale("mood", "Mood"), scale("trust", "Trust")}},
        {"feelings", "What was there today", false, {scale("hurt", "Hurt"), scale("calm", "Calm")}},
        {"sides", "Sides of trust", true, {scale("kept", "Words were kept")}}};
    content.help = {{"now", "If you are in danger", "Call someone."}};
    return content;
}

Content shipped_content() {
    // Half of the tests ask for it, and to read it takes longer than most of what they then do.
    static const Content read = read_content(tests::source_folder() / "content", {}).content;
    return read;
}

CheckIn rated(std::string_view iso, std::optional<int> mood, std::optional<int> trust) {
    CheckIn checkin;
    checkin.id = "c" + std::string(iso.substr(0, 4)) + std::string(iso.substr(5, 2)) +
                 std::string(iso.substr(8, 2));
    checkin.date = day(iso);
    checkin.time = make_time(20, 0);
    checkin.person = "me";
    if (mood) checkin.ratings["mood"] = *mood;
    if (trust) checkin.ratings["trust"] = *trust;
    return checkin;
}

Journal journal_of(std::vector<CheckIn> checkins) {
    const LocalTime late{day("2027-12-31"), *make_time(23, 0)};
    const auto made = update(Journal{}, AddCheckIns{std::move(checkins)}, {late, "me"});
    REQUIRE(made);
    return *made;
}

Journal weeks_before(Date end, int weeks) {
    std::vector<CheckIn> checkins;
    for (int place = 0; place < weeks * 7; ++place) {
        if (place % 5 == 3) continue;
        const std::string iso = to_iso(end - (weeks * 7 - place));
        checkins.push_back(with_words(rated(iso, (place * 5) % 11, place % 10), place));
    }
    return journal_of(std::move(checkins));
}

Journal after(const Journal& journal, const Command& command, std::string_view iso) {
    const auto made = update(journal, command, {{day(iso), *make_time(20, 0)}, "me"});
    REQUIRE(made);
    return *made;
}

}  // namespace rekindle::tests
