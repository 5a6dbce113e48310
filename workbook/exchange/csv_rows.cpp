#include "workbook/exchange/csv_rows.hpp"

#include <csv.h>

#include <memory>

namespace rekindle {
namespace {

struct FreeParser {
    void operator()(csv_parser* parser) const {
        csv_free(parser);
        delete parser;
    }
};

struct Reading {
    std::vector<CsvRow> rows;
    CsvRow row;
    int line = 1;
    bool between_rows = true;
};

void end_cell(void* cell, std::size_t size, void* reading) {
    auto& cells = static_cast<Reading*>(reading)->row.cells;
    cells.emplace_back(static_cast<const char*>(cell), size);
}

void end_row(int, void* to) {
    auto& reading = *static_cast<Reading*>(to);
    reading.rows.push_back(std::move(reading.row));
    reading.row = {};
    reading.between_rows = true;
}

// For libcsv spaces round a cell are not part of it; for RFC 4180, and for what a person wrote,
// they are.
int never_space(unsigned char) { return 0; }

bool is_row_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

Result<std::vector<CsvRow>> read_csv_rows(std::string_view text, const std::string& file) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());

    const std::unique_ptr<csv_parser, FreeParser> parser(new csv_parser);
    if (csv_init(parser.get(), CSV_STRICT | CSV_STRICT_FINI) != 0)
        return fail(ErrorCode::system, "There is not enough memory to read this table.");
    csv_set_space_func(parser.get(), never_space);

    Reading reading;
    const auto misplaced = [&] {
        return fail(ErrorCode::invalid, "A quotation mark stands in the wrong place.",
                    "A cell with a quotation mark in it is quoted, and the mark doubled.",
                    {file, reading.row.line, 0});
    };
    // Byte by byte, for only so is it known on which line a row begins.
    for (const char c : text) {
        if (reading.between_rows && !is_row_end(c)) {
            reading.between_rows = false;
            reading.row.line = reading.line;
        }
        if (csv_parse(parser.get(), &c, 1, end_cell, end_row, &reading) != 1) return misplaced();
        if (c == '\n') ++reading.line;
    }
    if (csv_fini(parser.get(), end_cell, end_row, &reading) != 0) return misplaced();
    return std::move(reading.rows);
}

void add_csv_row(std::string& text, const std::vector<std::string>& cells) {
    bool first = true;
    for (const std::string& cell : cells) {
        if (!first) text += ',';
        first = false;
        // Spaces at the ends too: many programs cut them off where there are no quotes.
        const bool spaced = cell.find_first_not_of(' ') != 0 || cell.back() == ' ';
        if (cell.empty() || (cell.find_first_of("\",\r\n\t") == std::string::npos && !spaced)) {
            text += cell;
            continue;
        }
        text += '"';
        for (const char c : cell) {
            if (c == '"') text += '"';
            text += c;
        }
        text += '"';
    }
    text += '\n';
}

}  // namespace rekindle
