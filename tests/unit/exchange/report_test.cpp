#include "workbook/exchange/report.hpp"

#include <algorithm>

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"
#include "workbook/exchange/html.hpp"
#include "workbook/exchange/markdown.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace report_test {

namespace {

using Kind = Block::Kind;
const Date first = day("1900-01-01");
const Date last = day("9999-12-31");
const Stamp now = at("2026-11-21T20:15");

Content small_content() {
    Exercise write;
    write.id = "write";
    write.title = "Write";
    write.prompt = "What helped?";
    Exercise lines;
    lines.id = "lines";
    lines.kind = ExerciseKind::list;
    lines.title = "Our agreement";
    lines.uses = "boundaries";
    lines.items = {{"to-discuss", "to discuss", {}}, {"agreed", "agreed by both", {}}};
    Card card;
    card.id = "talk";
    card.title = "Talk";
    card.scales = {{"clear", "Clear", {}, {}}};
    card.exercises = {write, lines};
    Workbook workbook;
    workbook.id = "book";
    workbook.title = "Seven steps";
    workbook.cards = {card};
    Content content;
    content.workbooks = {workbook};
    content.feelings = {{"day", {}, false, {{"mood", "Mood", {}, {}}, {"trust", "Trust", {}, {}}}}};
    return content;
}

Journal small_journal() {
    const CheckInRef ref{"c1", day("2026-11-21"), "me"};
    return after(
        {},
        {RateFeeling{ref, "trust", 4}, RateFeeling{ref, "mood", 6},
         AddEvent{ref, {EventKind::hard_conversation, "about money"}},
         WriteNote{ref, "First line.\n\nSecond <b>line</b>."},
         WriteAnswer{{"book", "talk", "write"}, "", "a1", "Coming back."},
         RateCard{{"book", "talk"}, "clear", 3}, AddListItem{"boundaries", "i1", "Phones"}},
        now);
}

bool says(const std::vector<Block>& report, Kind kind, std::string_view text) {
    return std::find(report.begin(), report.end(), Block{kind, std::string(text)}) != report.end();
}

}  // namespace

TEST_CASE("report: a day has its ratings by name, its events and its words") {
    const auto report = report_of(small_journal(), small_content(), first, last);
    CHECK(says(report, Kind::section, "Saturday, 21 November 2026"));
    CHECK(says(report, Kind::paragraph, "Mood 6 · Trust 4"));
    CHECK(says(report, Kind::item, "Hard conversation: about money"));
    CHECK(says(report, Kind::words, "First line.\n\nSecond <b>line</b>."));
}

TEST_CASE("report: answers stand under their card, with the prompt and the day") {
    const auto report = report_of(small_journal(), small_content(), first, last);
    CHECK(says(report, Kind::chapter, "Seven steps"));
    CHECK(says(report, Kind::section, "Talk"));
    CHECK(says(report, Kind::paragraph, "What helped?"));
    CHECK(says(report, Kind::words, "Coming back."));
    CHECK(says(report, Kind::item, "21 November 2026: Clear 3"));
    CHECK(says(report, Kind::section, "Our agreement"));
    CHECK(says(report, Kind::paragraph, "to discuss, since 21 November 2026"));
}

TEST_CASE("report: a promise is told with whose it is, when it is due and what became of it") {
    const Schedule daily{Recurrence::daily, day("2026-11-16"), {}};
    const Journal journal = after({},
                                  {AddPromise{"promises", "p1", "I call", both_of_us, daily},
                                   MarkPromise{"promises", "p1", day("2026-11-20"), Kept::not_kept},
                                   MarkPromise{"promises", "p1", day("2026-11-21"), Kept::kept}},
                                  now);
    const auto report = report_of(journal, small_content(), day("2026-11-21"), last);
    CHECK(says(report, Kind::chapter, "Promises"));
    CHECK(says(report, Kind::section, "promises"));
    CHECK(says(report, Kind::words, "I call"));
    CHECK(says(report, Kind::paragraph, "Both of us, every day, made on 21 November 2026"));
    CHECK(says(report, Kind::item, "21 November 2026: kept"));
    CHECK_FALSE(says(report, Kind::item, "20 November 2026: not kept"));
    CHECK(report_of(journal, small_content(), first, day("2026-11-19")).size() == 2);
}

TEST_CASE("report: rituals are told by their days and plans by theirs") {
    const Journal journal = after(
        {},
        {DescribeRitual{"walk", "Round the lake"}, MarkRitual{"walk", day("2026-11-20"), true},
         AddPlan{"visit", "a1", "Ring the centre", day("2026-11-24")},
         FinishPlan{"visit", "a1", true}},
        now);
    const auto report = report_of(journal, small_content(), first, last);
    CHECK(says(report, Kind::chapter, "Rituals"));
    CHECK(says(report, Kind::words, "Round the lake"));
    CHECK(says(report, Kind::item, "20 November 2026"));
    CHECK(says(report, Kind::chapter, "Plans"));
    CHECK(says(report, Kind::words, "Ring the centre"));
    CHECK(says(report, Kind::paragraph, "For 24 November 2026, done on 21 November 2026"));
    CHECK(report_of(journal, small_content(), first, day("2026-11-19")).size() == 2);
}

TEST_CASE("report: a letter stands part by part, a conversation with what was felt and learned") {
    Content content = small_content();
    Exercise letter;
    letter.id = "apology";
    letter.kind = ExerciseKind::letter;
    letter.title = "A letter";
    letter.items = {{"the-act", "What I did"}, {"the-effect", "What it did"}};
    Exercise talk;
    talk.id = "turns";
    talk.kind = ExerciseKind::conversation;
    talk.title = "In turns";
    auto& exercises = content.workbooks[0].cards[0].exercises;
    exercises.push_back(letter);
    exercises.push_back(talk);
    const ExerciseRef letters{"book", "talk", "apology"};
    const ExerciseRef talks{"book", "talk", "turns"};
    Journal journal =
        after({},
              {WriteLetterPart{letters, "l1", "the-act", "I lied."},
               WriteLetterPart{letters, "l1", "gone", "kept"}, AddTalk{talks, "t1", "The holidays"},
               RateTalk{talks, "t1", "me", TalkScale::safe, 6},
               RateTalk{talks, "t1", someone_else, TalkScale::heard, 3},
               WriteTalkLesson{talks, "t1", "Ask first."}},
              now);
    auto report = report_of(journal, content, first, last);
    CHECK(says(report, Kind::paragraph, "Draft begun 21 November 2026"));
    CHECK(says(report, Kind::paragraph, "What I did"));
    CHECK(says(report, Kind::words, "I lied."));
    CHECK(says(report, Kind::words, "kept"));
    CHECK(says(report, Kind::paragraph, "21 November 2026, 20:15"));
    CHECK(says(report, Kind::words, "The holidays"));
    CHECK(says(report, Kind::item, "I: safe 6"));
    CHECK(says(report, Kind::item, "The other person: heard 3"));
    CHECK(says(report, Kind::words, "Ask first."));
    journal =
        after(journal, {KeepToMyself{letters, "l1", true}, KeepToMyself{talks, "t1", true}}, now);
    report = report_of(journal, content, first, last);
    CHECK_FALSE(says(report, Kind::words, "I lied."));
    CHECK_FALSE(says(report, Kind::words, "The holidays"));
}

TEST_CASE("report: pauses are told with their time and the promised return") {
    Content content = small_content();
    Exercise pause;
    pause.id = "calm";
    pause.kind = ExerciseKind::pause;
    pause.title = "A pause";
    content.workbooks[0].cards[0].exercises.push_back(pause);
    const ExerciseRef ref{"book", "talk", "calm"};
    const Journal journal =
        after({}, {TakePause{ref, "p1", TimeOfDay{20 * 60 + 35}}, TakePause{ref, "p2", {}}}, now);
    const auto report = report_of(journal, content, first, last);
    CHECK(says(report, Kind::subsection, "A pause"));
    CHECK(says(report, Kind::item, "21 November 2026, 20:15: a break, to be back at 20:35"));
    CHECK(says(report, Kind::item, "21 November 2026, 20:15: slow breathing"));
}

TEST_CASE("report: what the content does not know any more is told by its id") {
    const auto report = report_of(small_journal(), Content{}, first, last);
    CHECK(says(report, Kind::chapter, "book"));
    CHECK(says(report, Kind::section, "talk"));
    CHECK(says(report, Kind::words, "Coming back."));
    CHECK(says(report, Kind::section, "boundaries"));
}

TEST_CASE("report: nothing outside the days asked for is told") {
    const auto report = report_of(small_journal(), small_content(), first, day("2026-11-20"));
    CHECK(report == std::vector<Block>{{Kind::title, "Journal"},
                                       {Kind::paragraph, "There are no entries in these days."}});
}

TEST_CASE("report: what someone keeps to themself is in no report, and two are named") {
    const Command second = AddPerson{{"you", "Bo", Role::broke}};
    Journal journal = after(small_journal(), {second}, now);
    journal = after(journal,
                    {KeepToMyself{{"book", "talk", "write"}, "a1", true},
                     KeepItemToMyself{"boundaries", "i1", true}},
                    now);
    const auto report = report_of(journal, small_content(), first, last);
    CHECK_FALSE(says(report, Kind::words, "Coming back."));
    CHECK_FALSE(says(report, Kind::words, "Phones"));
    CHECK(says(report, Kind::item, "21 November 2026, First person: Clear 3"));
    journal = after(journal, {KeepItemToMyself{"boundaries", "i1", false}}, now);
    CHECK(says(report_of(journal, small_content(), first, last), Kind::paragraph,
               "to discuss, since 21 November 2026, by First person"));
}

TEST_CASE("report: every note and every answer that is not kept to oneself is told") {
    CHECK(rc::check([] {
        const Journal journal = *any_journal();
        const auto report = report_of(journal, small_content(), first, last);
        for (const auto& [key, month] : journal.months)
            for (const CheckIn& checkin : month->checkins)
                RC_ASSERT(checkin.note.empty() || says(report, Kind::words, checkin.note));
        for (const auto& [id, answers] : journal.answers)
            for (const auto& [name, card] : answers->cards)
                for (const auto& [exercise, said] : card.exercises)
                    for (const Written& written : said.written)
                        RC_ASSERT(written.only_for_me || says(report, Kind::words, written.text));
    }));
}

TEST_CASE("markdown: words are quoted, with their line breaks and without any markup") {
    const std::string text = to_markdown({{Kind::title, "Journal"},
                                          {Kind::item, "one"},
                                          {Kind::item, "two"},
                                          {Kind::words, "# no heading\n  * no *list*\n\n1. <b>"}});
    CHECK(text ==
          "# Journal\n\n- one\n- two\n\n> \\# no heading  \n> \\* no \\*list\\*  \n>\n> 1\\. "
          "\\<b\\>\n");
}

TEST_CASE("html: everything is escaped and lists are closed") {
    const std::string page =
        to_html({{Kind::item, "a & b"}, {Kind::words, "<script>'\"\x01\r\nx"}});
    CHECK(page.find("<ul>\n<li dir=\"auto\">a &amp; b</li>\n</ul>\n") != std::string::npos);
    CHECK(page.find("<blockquote dir=\"auto\">&lt;script&gt;&#39;&quot;\uFFFD\nx</blockquote>") !=
          std::string::npos);
    CHECK(page.ends_with("</body>\n</html>\n"));
}

TEST_CASE("html: a page of any journal holds no tag a person wrote") {
    CHECK(rc::check([] {
        const std::string page = to_html(report_of(*any_journal(), small_content(), first, last));
        RC_ASSERT(page.find("<b>") == std::string::npos);
        RC_ASSERT(page.find('\0') == std::string::npos);
    }));
}

}  // namespace report_test
