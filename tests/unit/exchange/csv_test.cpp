#include "workbook/exchange/csv.hpp"

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"
#include "workbook/exchange/csv_rows.hpp"
#include "workbook/exchange/event_cell.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace csv_test {

namespace {

const Date first = day("1900-01-01");
const Date last = day("9999-12-31");
const Date today = day("2026-11-21");
const Stamp now = at("2026-11-21T20:15");
const std::string header = "date,time,person,mood,trust,hurt,calm,events,note\n";

Content small_content() {
    Content content;
    content.feelings = {
        {"day", "Day", false, {{"mood", "Mood", {}, {}}, {"trust", "Trust", {}, {}}}},
        {"heavy", "Heavy", false, {{"hurt", "Hurt", {}, {}}, {"calm", "Calm", {}, {}}}}};
    return content;
}

CsvImport read(const std::string& text, const Journal& journal = {}) {
    return read_csv(text, "in.csv", small_content(), journal, today);
}

// The lines of the problems found.
std::vector<int> lines_of(const CsvImport& import) {
    std::vector<int> lines;
    for (const Error& problem : import.problems) {
        CHECK(problem.place.file == "in.csv");
        CHECK(problem.code == ErrorCode::invalid);
        lines.push_back(problem.place.line);
    }
    return lines;
}

}  // namespace

TEST_CASE("csv: columns stand in the order of the contract") {
    CHECK(to_csv({}, small_content(), first, last) == header);
    const Journal journal = after({}, {AddOwnScale{{"sleep", "Sleep", {}, {}}}}, now);
    CHECK(to_csv(journal, small_content(), first, last) ==
          "date,time,person,mood,trust,hurt,calm,sleep,events,note\n");
}

TEST_CASE("csv: a rating on a scale that is gone still has its column") {
    const Journal journal = after({}, {RateFeeling{{"c1", today, "me"}, "gone", 3}}, now);
    CHECK(to_csv(journal, small_content(), first, last) ==
          "date,time,person,mood,trust,hurt,calm,gone,events,note\n"
          "2026-11-21,20:15,me,,,,,3,,\n");
}

TEST_CASE("csv: a row is written as the contract says") {
    const CheckInRef ref{"c1", today, "me"};
    const Journal journal = after({},
                                  {RateFeeling{ref, "mood", 6}, RateFeeling{ref, "calm", 0},
                                   AddEvent{ref, {EventKind::hard_conversation, {}}},
                                   AddEvent{ref, {EventKind::own, "tea; a \\ walk"}},
                                   WriteNote{ref, "She said \"yes\".\nThen, silence."}},
                                  now);
    CHECK(to_csv(journal, small_content(), first, last) ==
          header +
              "2026-11-21,20:15,me,6,,,0,hard-conversation; own:tea\\; a \\\\ walk,"
              "\"She said \"\"yes\"\".\nThen, silence.\"\n");
}

TEST_CASE("csv: only the days asked for are written, both ends with them") {
    const Journal journal = after({},
                                  {RateFeeling{{"a", day("2026-10-31"), "me"}, "mood", 1},
                                   RateFeeling{{"b", day("2026-11-01"), "me"}, "mood", 2},
                                   RateFeeling{{"c", day("2026-11-02"), "me"}, "mood", 3}},
                                  now);
    CHECK(to_csv(journal, small_content(), day("2026-10-31"), day("2026-11-01")) ==
          header + "2026-10-31,,me,1,,,,,\n2026-11-01,,me,2,,,,,\n");
}

TEST_CASE("csv: reading a journal's own table back adds nothing") {
    CHECK(rc::check([] {
        const Journal journal = *any_journal();
        const std::string text = to_csv(journal, small_content(), first, last);
        const CsvImport import = read_csv(text, "in.csv", small_content(), journal, last);
        RC_ASSERT(import.problems.empty());
        RC_ASSERT(import.plan.added.empty());
        RC_ASSERT(import.plan.in_conflict == 0);
    }));
}

TEST_CASE("csv: reading the same table a second time finds everything there") {
    const std::string text = header +
                             "2026-11-20,20:15,me,6,,,,,\n"
                             "2026-11-20,20:15,me,7,,,,milestone,\n"
                             "2026-11-19,,me,1,2,3,4,,\"a, b\"\n";
    const CsvImport once = read(text);
    REQUIRE(once.problems.empty());
    CHECK(once.plan.added.size() == 3);
    const Journal journal = after({}, {AddCheckIns{once.plan.added}}, now);
    const CsvImport twice = read(text, journal);
    CHECK(twice.plan.added.empty());
    CHECK(twice.plan.same == 3);
    CHECK(twice.plan.in_conflict == 0);
}

TEST_CASE("csv: a check-in that is there with other values is left as it is and counted") {
    const Journal journal = after(
        {}, {AddCheckIns{{{"mine", today, time_of("20:15"), "me", {{"mood", 3}}, {}, {}}}}}, now);
    const CsvImport import =
        read(header + "2026-11-21,20:15,me,6,,,,,\n2026-11-21,21:00,me,6,,,,,\n", journal);
    CHECK(import.plan.in_conflict == 1);
    REQUIRE(import.plan.added.size() == 1);
    CHECK(import.plan.added[0].time == time_of("21:00"));
}

TEST_CASE("csv: two check-ins of one minute are matched by what they say, then by their order") {
    const std::string text = header + "2026-11-21,20:15,me,1,,,,,\n2026-11-21,20:15,me,2,,,,,\n";
    Journal journal = after({}, {AddCheckIns{read(text).plan.added}}, now);
    const CheckIn& one = *checkins_on(journal, today, "me")[0];
    CHECK(one.ratings.at("mood") == 1);
    journal = after(journal, {DeleteCheckIn{{one.id, today, "me"}}}, now);
    const CsvImport again = read(text, journal);
    CHECK(again.plan.same == 1);
    REQUIRE(again.plan.added.size() == 1);
    CHECK(again.plan.added[0].ratings.at("mood") == 1);
    journal = after(journal, {AddCheckIns{again.plan.added}}, now);
    CHECK(checkins_on(journal, today, "me").size() == 2);
}

TEST_CASE("csv: a new id never takes the place of a check-in that is there") {
    const std::string text = header + "2026-11-21,20:15,me,1,,,,,\n";
    Journal journal = after({}, {AddCheckIns{read(text).plan.added}}, now);
    const std::string id = checkins_on(journal, today, "me")[0]->id;
    journal = after(journal, {SetCheckInTime{{id, today, "me"}, time_of("21:00")}}, now);
    const CsvImport again = read(text, journal);
    REQUIRE(again.plan.added.size() == 1);
    CHECK(again.plan.added[0].id != id);
}

TEST_CASE("csv: every cell that is wrong is named with its line, and nothing is added") {
    const CsvImport import = read(header +
                                  "2026-11-20,20:15,me,6,,,,,fine\n"        // 2
                                  "2026-02-30,20:15,me,6,,,,,\n"            // 3: no such day
                                  "2026-11-20,25:00,me,6,,,,,\n"            // 4: no such time
                                  "2026-11-20,,No Body,6,,,,,\n"            // 5: not an id
                                  "2026-11-20,,me,11,,,,,\"two\nlines\"\n"  // 6 and 7
                                  "2026-11-20,,me,4.5,,,,,\n"               // 8: no whole number
                                  "2026-11-20,,me,4,,,,party,\n"            // 9: no such kind
                                  "2026-11-22,,me,4,,,,,\n"                 // 10: tomorrow, fine
                                  "2026-11-20,,me,4,,,\n"                   // 11: cells are missing
                                  "2026-11-20,,me,-1,,x,,own:\\,\n");       // 12: three wrong cells
    CHECK(lines_of(import) == std::vector<int>{3, 4, 5, 6, 8, 9, 11, 12, 12, 12});
    CHECK(import.plan.added.empty());
}

TEST_CASE("csv: problems never repeat what the file says") {
    const CsvImport import = read(header + "secret,secret,secret,secret,,,,secret,secret\n");
    REQUIRE_FALSE(import.problems.empty());
    for (const Error& problem : import.problems)
        CHECK(to_string(problem).find("secret") == std::string::npos);
}

TEST_CASE("csv: columns that are not known, stand twice or are not there are a problem") {
    CHECK(lines_of(read("date,mood,weather\n")) == std::vector<int>{1});
    CHECK(lines_of(read("date,mood,mood\n")) == std::vector<int>{1, 1});
    CHECK(lines_of(read("time,mood\n")) == std::vector<int>{1});
    CHECK(lines_of(read("")) == std::vector<int>{1});
}

TEST_CASE("csv: fewer columns in another order can be read, with CRLF and a byte order mark") {
    const CsvImport import =
        read("\xEF\xBB\xBFnote,mood,date\r\n\r\n\" x \",7,2026-11-20\r\n,,2026-11-19\r\n");
    REQUIRE(import.problems.empty());
    REQUIRE(import.plan.added.size() == 1);  // the second row says nothing
    const CheckIn& checkin = import.plan.added[0];
    CHECK(checkin.note == " x ");
    CHECK(checkin.ratings == Ratings{{"mood", 7}});
    CHECK(checkin.person == "me");
    CHECK_FALSE(checkin.time);
}

TEST_CASE("csv: a quote in the wrong place is a problem on its line") {
    CHECK(lines_of(read(header + "2026-11-20,,me,1,,,,,ok\n2026-11-20,,me,1,,,,,a \"b\" c\n")) ==
          std::vector<int>{3});
    CHECK(lines_of(read(header + "2026-11-20,,me,1,,,,,\"no end\n\n")) == std::vector<int>{2});
}

TEST_CASE("csv: a note that is not UTF-8 is a problem") {
    CHECK(lines_of(read(header + "2026-11-20,,me,1,,,,,caf\xE9\n")) == std::vector<int>{2});
}

TEST_CASE("csv: no bytes whatever bring the reader down, and bad ones are a problem") {
    CHECK(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(
            rc::gen::element('"', ',', '\n', '\r', 'a', '1', ' ', '\\', ';', '\0', '\xff', '\xc3'));
        const CsvImport import = read(header + bytes);
        RC_ASSERT(import.plan.added.empty());  // none of these bytes can name a day
    }));
    CHECK(rc::check([] {
        const auto text = *rc::gen::arbitrary<std::string>();
        RC_ASSERT(!read(text).problems.empty());
    }));
}

TEST_CASE("csv rows: any cells come back as they were") {
    CHECK(rc::check([] {
        std::vector<std::string> cells{"first"};
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i) cells.push_back(*any_text());
        std::string text;
        add_csv_row(text, cells);
        add_csv_row(text, cells);
        std::vector<CsvRow> rows;
        const auto read = read_csv_rows(text, {}, "x.csv", [&](CsvRow row) {
            rows.push_back(std::move(row));
            return true;
        });
        RC_ASSERT(read.has_value());
        RC_ASSERT(rows.size() == 2u);
        RC_ASSERT(rows[0].cells == cells);
        RC_ASSERT(rows[1].cells == cells);
    }));
}

TEST_CASE("event cell: any events come back as they were") {
    CHECK(rc::check([] {
        std::vector<Event> events;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            events.push_back({static_cast<EventKind>(*rc::gen::inRange(0, 6)), *any_line()});
        RC_ASSERT(parse_event_cell(to_event_cell(events)) == events);
    }));
}

TEST_CASE("event cell: what is not an event is refused") {
    CHECK(parse_event_cell("")->empty());
    CHECK_FALSE(parse_event_cell("party"));
    CHECK_FALSE(parse_event_cell("milestone;;setback"));
    CHECK_FALSE(parse_event_cell("own:a\\"));
    CHECK_FALSE(parse_event_cell("own:a\\n"));
    CHECK(parse_event_cell("own:a:b")->front().text == "a:b");
}

TEST_CASE("csv: a note that a spreadsheet would run as a formula stands as text and comes back") {
    const CheckInRef ref{"c1", today, "me"};
    for (const std::string note : {"=1+1", "+49 30", "-  a list", "@here", "\tin", "'=quoted",
                                   "''=twice", "'tis fine", "plain = here", "'", "="}) {
        CAPTURE(note);
        const Journal journal = after({}, {WriteNote{ref, note}}, now);
        const std::string table = to_csv(journal, small_content(), first, last);
        const std::string cell = table.substr(table.find(",,,,,,") + 6);
        CHECK(std::string_view{"=+-@\t"}.find(cell[0] == '"' ? cell[1] : cell[0]) ==
              std::string_view::npos);
        const CsvImport back = read(table);
        REQUIRE(back.plan.added.size() == 1);
        CHECK(back.plan.added[0].note == note);
    }
}

}  // namespace csv_test
