// Tables as spreadsheets save them: read, or the one thing that is wrong is named.
#include "tests/unit/support/builders.hpp"
#include "workbook/exchange/csv.hpp"

using namespace rekindle;
using namespace rekindle::test;
using namespace std::string_literals;

namespace csv_spreadsheets_test {

namespace {

const Date today = day("2026-11-21");

CsvImport read(const std::string& text, const CsvOptions& options = {}) {
    Content content;
    content.feelings = {
        {"day", "Day", false, {{"mood", "Mood", {}, {}}, {"trust", "Trust", {}, {}}}}};
    return read_csv(text, "in.csv", content, {}, today, options);
}

std::string utf16(std::string_view ascii, bool little) {
    std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
    return bytes;
}

// The first message, which is the only one.
std::string problem_of(const CsvImport& import) {
    REQUIRE(import.problems.size() == 1);
    return to_string(import.problems[0]);
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("csv: one check-in, in the words of many programs") {
    const CheckIn expected{"2026-11-10-2015-me-1",
                           day("2026-11-10"),
                           time_of("20:15"),
                           "me",
                           {{"mood", 6}, {"trust", 4}},
                           {},
                           {}};
    for (
        const std::string& text :
        {"date,time,mood,trust,note\n2026-11-10,20:15,6,4,quiet\n"s,
         "\xEF\xBB\xBF"s + "date;time;person;mood;trust;note\r\n2026-11-10;20:15;me;6;4;quiet\r\n",
         "date\ttime\tmood\ttrust\tnote\n2026-11-10\t20:15\t6\t4\tquiet\n"s,
         utf16("date\ttime\tmood\ttrust\tnote\r\n2026-11-10\t20:15\t6\t4\tquiet\r\n", true),
         utf16("date,time,mood,trust,note\n2026-11-10,20:15,6,4,quiet\n", false),
         utf16("date,time,mood,trust,note\n2026-11-10,20:15,6,4,quiet\n", true).substr(2),
         "sep=;\r\ndate;time;mood;trust;note\r\n2026-11-10;20:15;6;4;quiet\r\n"s,
         "sep=,\ndate,time,mood,trust,note\n2026-11-10,20:15,6,4,quiet\n"s,
         "\"sep=;\"\ndate;time;mood;trust;note\n2026-11-10;20:15;6;4;quiet\n"s,
         "SEP=\t\ndate\ttime\tmood\ttrust\tnote\n2026-11-10\t20:15\t6\t4\tquiet\n"s,
         "date,time,mood,trust,note\r2026-11-10,20:15,6,4,quiet\r"s,
         "date,time,mood,trust,note\r\n2026-11-10,20:15,6,4,quiet\r\n,,,,\r\n,,,,\r\n"s,
         "date,time,mood,trust,note,,\n2026-11-10,20:15,6,4,quiet,,\n"s,
         "date,time,mood,trust,note\n2026-11-10,20:15,6,4,quiet,,,\n"s,
         "\n\n,,,,\ndate,time,mood,trust,note\n\n2026-11-10,20:15,6,4,quiet\n  \n"s,
         "Date,TIME,Mood,Trust,Note\n2026-11-10,20:15,6,4,quiet\n"s,
         "date, time, mood, trust, note\n2026-11-10, 20:15, 6, 4, quiet\n"s,
         "\"date\" , \"time\",\"mood\",\"trust\",\"note\"\n\"2026-11-10\", \"20:15\" ,6,4,\"quiet\"\n"s,
         "date,time,mood,trust,note\n2026-11-10,8:15 PM,6.0,4.0,quiet\n"s,
         "date;time;mood;trust;note\n10.11.2026;20:15:00;6,0;4,0;quiet\n"s,
         ",date,time,mood,trust,note\n0,2026-11-10,20:15,6,4,quiet\n"s,
         "\"\",\"date\",\"time\",\"mood\",\"trust\",\"note\"\n"
         "\"1\",\"2026-11-10\",\"20:15\",6,4,\"quiet\"\n"s,
         "date,time,mood,trust,note\n2026-11-10 00:00:00,20:15:30,6,4,quiet"s}) {
        CAPTURE(text);
        const CsvImport import = read(text);
        for (const Error& problem : import.problems) MESSAGE(to_string(problem));
        REQUIRE(import.plan.added.size() == 1);
        CheckIn wanted = expected;
        wanted.note = "quiet";
        CHECK(import.plan.added[0] == wanted);
    }
}

TEST_CASE("csv: blanks at the ends of what was written stay, unless the table is spaced out") {
    const auto note = [](const std::string& text) { return read(text).plan.added.at(0).note; };
    CHECK(note("date,note\n2026-11-10, as typed \t\n") == " as typed \t");
    CHECK(note("date,note\n2026-11-10,\" as typed \"\n") == " as typed ");
    CHECK(note("date, note\n2026-11-10, as typed \n") == "as typed");
    CHECK(note("date, note\n2026-11-10, \" as typed \" \n") == " as typed ");
    CHECK(note("date,note\n2026-11-10, \" as typed \"\n") == " as typed ");
    CHECK(note("date\tnote\n2026-11-10\t as typed\n") == " as typed");
}

TEST_CASE("csv: a slash in a date is read in the order that is said, and in no other") {
    const std::string text = "date,mood\n1/5/2026,6\n";
    CHECK(says(problem_of(read(text)), "in.csv:2: Row 2, column A (“date”): "));
    CHECK(says(problem_of(read(text)), "--dates"));
    CsvOptions options;
    options.dates = DateOrder::mdy;
    CHECK(read(text, options).plan.added.at(0).date == day("2026-01-05"));
    options.dates = DateOrder::dmy;
    CHECK(read(text, options).plan.added.at(0).date == day("2026-05-01"));
}

TEST_CASE("csv: columns are named by the person, and the others are then passed over") {
    CsvOptions options;
    options.columns = {{"date", "Tag"}, {"mood", "stimmung"}};
    const CsvImport import = read("Tag;Stimmung;Schlaf;trust\n10.11.2026;6;tief;4\n", options);
    REQUIRE(import.plan.added.size() == 1);
    CHECK(import.plan.added[0].ratings == Ratings{{"mood", 6}, {"trust", 4}});
    // What was named takes the place of a column that has the name by itself.
    options.columns = {{"date", "day"}};
    CHECK(read("day,date,mood\n2026-11-10,whenever,6\n", options).plan.added.size() == 1);
    options.columns = {{"date", "Datum"}};
    CHECK(says(problem_of(read("Tag,mood\n2026-11-10,6\n", options)), "“Datum”"));
}

TEST_CASE("csv: only columns that there are can be named") {
    const auto unknown = [](const char* name) {
        CsvOptions options;
        options.columns = {{name, "x"}};
        return unknown_column(options, {}, {}).has_value();
    };
    CHECK_FALSE(unknown("date"));
    CHECK_FALSE(unknown("mood"));
    CHECK(unknown("weather"));
    CHECK(unknown(""));
}

TEST_CASE("csv: what is wrong is named with row, column and the column's own name") {
    struct Case {
        std::string text;
        const char* place;
    };
    for (const Case& each :
         {Case{"Date;Mood\n\n2026-11-10;6.5\n", "in.csv:3: Row 3, column B (“Mood”): A rating"},
          Case{"date,Note,time\n2026-11-10,\"two\nlines\",25:00\n",
               "in.csv:2: Row 2, column C (“time”): This is not a time"},
          Case{"date,note,mood\n2026-11-10,\"two\nlines\",6\n2026-11-11,,x\n",
               "in.csv:4: Row 3, column C (“mood”): "},
          Case{"date,mood\n,6\n", "in.csv:2: Row 2, column A (“date”): This row has no date"},
          Case{"date,mood\n2026-11-10,6,7\n", "in.csv:2: Row 2, column C: This row has more cells"},
          Case{"date,mood,trust\n2026-11-10,6\n",
               "in.csv:2: Row 2, column C (“trust”): This row ends"},
          Case{"date,mood,\n2026-11-10,6,7\n", "in.csv:2: Row 2, column C: Something stands here"},
          Case{",date,mood\n7,2026-11-10,6\n", "in.csv:2: Row 2, column A: Something stands here"},
          Case{"date,mood,Wetter\n2026-11-10,6,7\n", "in.csv:1: Row 1, column C: “Wetter” is no"},
          Case{"sep=,\r\ndate,mood\r\n2026-11-10,x\r\n",
               "in.csv:3: Row 2, column B (“mood”): A rating"},
          Case{"date,note\n2026-11-10,a \"b\" c\n", "in.csv:2: Row 2, column B: A quotation mark"},
          Case{"sep=|\ndate|mood\n", "in.csv:1: The cells of this table are parted"},
          Case{"date|mood\n2026-11-10|6\n", "in.csv:1: There is no column named date."}}) {
        CAPTURE(each.text);
        const CsvImport import = read(each.text);
        CHECK(problem_of(import).starts_with(each.place));
        CHECK(import.plan.added.empty());
    }
}

TEST_CASE("csv: a first line that names no columns is not repeated") {
    const CsvImport import = read("2026-11-10,20:15,6,4,what nobody should see\n");
    CHECK_FALSE(says(problem_of(import), "nobody should see"));
}

TEST_CASE("csv: of one slip in a thousand rows the first are told") {
    std::string text = "date,mood\n";
    for (int i = 0; i < 1000; ++i) text += "2026-11-10,NA\n";
    const CsvImport import = read(text);
    CHECK(import.problems.size() == 21);
    CHECK(import.problems.back().place.line == 22);
}

TEST_CASE("csv: a quote that is never closed ends the reading, however much follows") {
    const std::string text = "date,note\n2026-11-10,\"" + std::string(20 << 20, 'x');
    CHECK(problem_of(read(text)).starts_with("in.csv:2: Row 2, column B: This cell is longer"));
}

}  // namespace csv_spreadsheets_test
