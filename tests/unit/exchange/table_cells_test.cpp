#include "workbook/exchange/table_cells.hpp"

#include "tests/unit/support/builders.hpp"
#include "workbook/exchange/table_text.hpp"

using namespace rekindle;
using namespace rekindle::test;
using namespace std::string_literals;

namespace table_cells_test {

TEST_CASE("table cells: days as spreadsheets write them") {
    struct Case {
        const char* cell;
        std::optional<DateOrder> order;
        const char* day;  // "": nothing
    };
    for (const Case& each : {Case{"2026-01-05", {}, "2026-01-05"},
                             Case{"2026-1-5", {}, "2026-01-05"},
                             Case{" 2026-01-05\u00a0", {}, "2026-01-05"},
                             Case{"5.1.2026", {}, "2026-01-05"},
                             Case{"05.01.2026", {}, "2026-01-05"},
                             Case{"2026-01-05 00:00:00", {}, "2026-01-05"},
                             Case{"2026-01-05T00:00:00.000", {}, "2026-01-05"},
                             Case{"2026-01-05 20:15:00", {}, ""},
                             Case{"2026-01-05 00:00:30", {}, ""},
                             Case{"1/5/2026", {}, ""},
                             Case{"25/12/2026", {}, ""},
                             Case{"2026/01/05", {}, ""},
                             Case{"2026/1/5", DateOrder::ymd, "2026-01-05"},
                             Case{"1/5/2026", DateOrder::mdy, "2026-01-05"},
                             Case{"1/5/2026", DateOrder::dmy, "2026-05-01"},
                             Case{"1-5-2026", DateOrder::dmy, "2026-05-01"},
                             Case{"2026-01-05", DateOrder::dmy, "2026-01-05"},
                             Case{"1/5/2026", DateOrder::ymd, ""},
                             Case{"25/12/2026", DateOrder::mdy, ""},
                             Case{"1/5/26", DateOrder::mdy, ""},
                             Case{"5.1.26", {}, ""},
                             Case{"1.5-2026", {}, ""},
                             Case{"2026-02-30", {}, ""},
                             Case{"46027", {}, ""},
                             Case{"", {}, ""}}) {
        CAPTURE(each.cell);
        const auto date = parse_date_cell(each.cell, each.order);
        CHECK((date ? to_iso(*date) : "") == each.day);
    }
}

TEST_CASE("table cells: times as spreadsheets write them") {
    struct Case {
        const char* cell;
        const char* time;
    };
    for (const Case& each : {Case{"20:15", "20:15"},
                             Case{"8:15", "08:15"},
                             Case{"20:15:30", "20:15"},
                             Case{"20:15:30.125", "20:15"},
                             Case{"8:15 PM", "20:15"},
                             Case{"8:15pm", "20:15"},
                             Case{"8:15 p.m.", "20:15"},
                             Case{"8:15\u202fPM", "20:15"},
                             Case{"8:15 p. m.", "20:15"},
                             Case{"8:15:30 AM", "08:15"},
                             Case{"12:05 AM", "00:05"},
                             Case{"12:05 PM", "12:05"},
                             Case{"\u00a020:15 ", "20:15"},
                             Case{"0:15 AM", ""},
                             Case{"13:15 PM", ""},
                             Case{"24:00", ""},
                             Case{"20:60", ""},
                             Case{"20:5", ""},
                             Case{"20.15", ""},
                             Case{"20:15 Uhr", ""},
                             Case{"0.84375", ""},
                             Case{"PM", ""}}) {
        CAPTURE(each.cell);
        const auto time = parse_time_cell(each.cell);
        CHECK((time ? to_iso(*time) : "") == each.time);
    }
}

TEST_CASE("table cells: ratings are whole, however they are written") {
    for (const char* cell : {"7", "07", "7.0", "7,0", "7.000", " 7 "})
        CHECK(parse_rating_cell(cell) == 7);
    for (const char* cell : {"", "7.5", "7,", "7.0.0", "-7", "+7", "1e1", "NA", "seven", "700"})
        CHECK_FALSE(parse_rating_cell(cell));
}

TEST_CASE("table cells: columns have the letters of a spreadsheet") {
    CHECK(column_letters(0) == "A");
    CHECK(column_letters(25) == "Z");
    CHECK(column_letters(26) == "AA");
    CHECK(column_letters(701) == "ZZ");
    CHECK(column_letters(702) == "AAA");
}

TEST_CASE("table text: UTF-8 and UTF-16 are read, with a mark and without") {
    for (const std::string& bytes :
         {"a,ü\n"s, "\xEF\xBB\xBF"s + "a,ü\n", "\xEF\xBB\xBF\xEF\xBB\xBF"s + "a,ü\n",
          "\xFF\xFE"s + "a\0,\0\xFC\0\n\0"s, "\xFE\xFF"s + "\0a\0,\0\xFC\0\n"s, "a\0,\0\xFC\0\n\0"s,
          "\0a\0,\0\xFC\0\n"s, "\xFF\xFE"s + "a\0,\0\xFC\0\n\0\n"s})
        CHECK(read_table_text(bytes, "x").value() == "a,ü\n");
    CHECK(read_table_text("\xFF\xFE\x3D\xD8\x42\xDE"s, "x").value() == "🙂");
}

TEST_CASE("table text: what is no text is named, with its line") {
    struct Case {
        std::string bytes;
        int line;
        const char* words;
    };
    for (const Case& each :
         {Case{"a\nb\ncaf\xE9\n", 3, "Windows-1252"},
          Case{"a\r\nb\r\ncaf\xE9\r\n", 3, "Windows-1252"}, Case{"ü\ncaf\xE9\n", 2, "not UTF-8"},
          Case{"\xFF\xFE"s + "a\0\n\0\x3D\xD8"s, 2, "UTF-16"},
          Case{"\xFF\xFE"s + "a\0b"s, 1, "UTF-16"}, Case{"\xFF\xFE\0\0a\0\0\0"s, 1, "UTF-32"},
          Case{"PK\x03\x04...", 1, "not a CSV"}}) {
        const auto text = read_table_text(each.bytes, "x");
        REQUIRE_FALSE(text.has_value());
        CHECK(text.error().place == Place{"x", each.line, 0});
        CHECK(text.error().message.find(each.words) != std::string::npos);
    }
}

TEST_CASE("table text: line ends that a tool changed throughout are as they were") {
    CHECK(read_table_text("a\r\n\"b\r\nc\"\r\n", "x").value() == "a\n\"b\nc\"\n");
    CHECK(read_table_text("a\r\"b\rc\"\r", "x").value() == "a\n\"b\nc\"\n");
    // Excel's own: rows end in CRLF, lines of a cell in LF; and Rekindle's with a note in CRLF.
    CHECK(read_table_text("a\r\n\"b\nc\"\r\n", "x").value() == "a\r\n\"b\nc\"\r\n");
    CHECK(read_table_text("a\n\"b\r\nc\"\n", "x").value() == "a\n\"b\r\nc\"\n");
}

}  // namespace table_cells_test
