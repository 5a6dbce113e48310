#include "workbook/exchange/csv_rows.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <memory>

#include "workbook/exchange/table_cells.hpp"

namespace rekindle {
namespace {

constexpr std::size_t most_cells = 1000;  // a table of days has some twenty
// Of one cell, in bytes: some texts as long as there are any. A quote that is never closed would
// make one of all that follows.
constexpr std::size_t longest_cell = 16 * 1024 * 1024;
constexpr std::size_t growth = 64 * 1024;  // libcsv would grow a long cell by 128 bytes

struct FreeParser {
    void operator()(csv_parser* parser) const {
        csv_free(parser);
        delete parser;
    }
};
using Parser = std::unique_ptr<csv_parser, FreeParser>;

struct Reading {
    const std::function<bool(CsvRow)>& take;
    CsvRow row{};
    bool stopped = false;
    bool between_rows = true;
    bool too_many = false;
    std::size_t cell_bytes = 0;  // of the cell being read, about
};

void end_cell(void* cell, std::size_t size, void* to) {
    auto& reading = *static_cast<Reading*>(to);
    reading.cell_bytes = 0;
    if (reading.row.cells.size() == most_cells) {
        reading.too_many = true;
        return;
    }
    reading.row.cells.emplace_back(static_cast<const char*>(cell), size);
}

void end_row(int, void* to) {
    auto& reading = *static_cast<Reading*>(to);
    CsvRow next;
    next.number = reading.row.number + 1;
    if (!reading.stopped && !reading.too_many)
        reading.stopped = !reading.take(std::move(reading.row));
    reading.row = std::move(next);
    reading.between_rows = true;
}

// Blanks belong to what a person wrote, as RFC 4180 has it, unless the table is spaced out.
int is_never_blank(unsigned char) { return 0; }
int is_blank_or_tab(unsigned char c) { return c == ' ' || c == '\t'; }
int is_blank_beside_tabs(unsigned char c) { return c == ' '; }
auto blanks_of(const CsvForm& form) {
    if (!form.spaced) return is_never_blank;
    return form.separator == '\t' ? is_blank_beside_tabs : is_blank_or_tab;
}

bool is_row_end(char c) { return c == '\n' || c == '\r'; }

Parser new_parser(const CsvForm& form) {
    Parser parser{new csv_parser};
    if (csv_init(parser.get(), CSV_STRICT | CSV_STRICT_FINI) != 0) return nullptr;
    csv_set_delim(parser.get(), static_cast<unsigned char>(form.separator));
    csv_set_space_func(parser.get(), blanks_of(form));
    csv_set_blk_size(parser.get(), growth);
    return parser;
}

}  // namespace

Result<void> read_csv_rows(std::string_view text, const CsvForm& form, const std::string& file,
                           const std::function<bool(CsvRow)>& take) {
    const Parser parser = new_parser(form);
    if (!parser) return fail(ErrorCode::system, "There is not enough memory to read this table.");
    Reading reading{take};
    const auto wrong = [&](const char* message, const char* remedy) {
        return fail(ErrorCode::invalid,
                    place_in_table(reading.row.number, reading.row.cells.size()) + message, remedy,
                    {file, reading.row.line, 0});
    };
    const auto misplaced = [&] {
        return wrong("A quotation mark stands in the wrong place, or its partner is missing.",
                     "A cell with a quotation mark in it is quoted, and the mark doubled.");
    };
    const auto is_blank_here = blanks_of(form);
    int line = form.first_line;
    char before = 0;
    // Byte by byte, for only so is it known on which line a row begins.
    for (const char c : text) {
        const bool ends_crlf = c == '\n' && before == '\r';
        if (reading.between_rows && is_row_end(c) && !ends_crlf) ++reading.row.number;
        if (reading.between_rows && !is_row_end(c) &&
            is_blank_here(static_cast<unsigned char>(c)) == 0) {
            reading.between_rows = false;
            reading.row.line = line;
        }
        if (csv_parse(parser.get(), &c, 1, end_cell, end_row, &reading) != 1) return misplaced();
        if (++reading.cell_bytes > longest_cell)
            return wrong("This cell is longer than any text can be.",
                         "A quotation mark before it may be without its partner.");
        if (reading.too_many) return wrong("This row has more than a thousand cells.", "");
        if (reading.stopped) return {};
        if (is_row_end(c) && !ends_crlf) ++line;
        before = c;
    }
    if (csv_fini(parser.get(), end_cell, end_row, &reading) != 0) return misplaced();
    return {};
}

std::string place_in_table(int row, std::size_t column) {
    return fmt::format("Row {}, column {}: ", row, column_letters(column));
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
