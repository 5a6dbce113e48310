#include "workbook/exchange/table_text.hpp"

#include <algorithm>
#include <cstdint>

#include "workbook/base/utf8_text.hpp"

namespace rekindle {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view as_utf8 = "Save it as “CSV UTF-8” and bring that in.";

// Counted as an editor does: CRLF, LF and CR each end a line.
int line_at(std::string_view text, std::size_t place) {
    int line = 1;
    for (std::size_t i = 0; i < place && i < text.size(); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            ++line;
    return line;
}

tl::unexpected<Error> not_text(std::string message, std::string_view remedy,
                               const std::string& file, int line = 1) {
    return fail(ErrorCode::invalid, std::move(message), std::string{remedy}, {file, line, 0});
}

bool is_spreadsheet_file(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("\xD0\xCF\x11\xE0"sv);
}

enum class Wide { no, little_endian, big_endian };

// Without a mark: the first two signs of a line of names are ASCII, so every other byte is zero.
Wide wide_without_mark(std::string_view bytes) {
    if (bytes.size() < 4) return Wide::no;
    const auto zero = [&](std::size_t i) { return bytes[i] == '\0'; };
    if (!zero(0) && zero(1) && !zero(2) && zero(3)) return Wide::little_endian;
    if (zero(0) && !zero(1) && zero(2) && !zero(3)) return Wide::big_endian;
    return Wide::no;
}

std::uint32_t unit_at(std::string_view bytes, std::size_t i, Wide order) {
    const auto first = static_cast<std::uint8_t>(bytes[i]);
    const auto second = static_cast<std::uint8_t>(bytes[i + 1]);
    const int unit = order == Wide::little_endian ? first | second << 8 : first << 8 | second;
    return static_cast<std::uint32_t>(unit);
}

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

Result<std::string> from_utf16(std::string_view bytes, Wide order, const std::string& file) {
    std::string text;
    text.reserve(bytes.size());
    const auto broken = [&] {
        return not_text("This file is UTF-16, and it is damaged or cut short here.", as_utf8, file,
                        line_at(text, text.size()));
    };
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        if (i + 1 == bytes.size()) {
            // Tools that know bytes alone leave half of the last line end.
            const bool half_line_end = bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\0';
            if (!half_line_end) return broken();
            break;
        }
        std::uint32_t sign = unit_at(bytes, i, order);
        if (is_low_surrogate(sign)) return broken();
        if (is_high_surrogate(sign)) {
            if (i + 3 >= bytes.size()) return broken();
            const std::uint32_t low = unit_at(bytes, i + 2, order);
            if (!is_low_surrogate(low)) return broken();
            sign = 0x10000 + ((sign - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        append_character(text, sign);
    }
    return text;
}

// Where a file is not UTF-8 at all, the old encodings of Windows are what spreadsheets write.
bool has_utf8_letters(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (!is_ascii(bytes[at]) && next_character(bytes, at)) return true;
    return false;
}

Result<std::string> from_utf8(std::string_view bytes, const std::string& file) {
    const std::size_t wrong = find_not_utf8(bytes);
    if (wrong == std::string_view::npos) return std::string{bytes};
    const int line = line_at(bytes, wrong);
    if (has_utf8_letters(bytes)) return not_text("This line is not UTF-8.", as_utf8, file, line);
    return not_text("This file is not UTF-8; it looks like Windows-1252 (Latin-1).", as_utf8, file,
                    line);
}

Result<std::string> decoded(std::string_view bytes, const std::string& file) {
    constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
    if (is_spreadsheet_file(bytes))
        return not_text("This is a spreadsheet’s own file (or an archive), not a CSV table.",
                        as_utf8, file);
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv))
        return not_text("This file is UTF-32.", as_utf8, file);
    if (bytes.starts_with("\xFF\xFE"))
        return from_utf16(bytes.substr(2), Wide::little_endian, file);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), Wide::big_endian, file);
    if (const Wide order = wide_without_mark(bytes); order != Wide::no)
        return from_utf16(bytes, order, file);
    // A program that adds a mark to what has one already leaves two.
    while (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    return from_utf8(bytes, file);
}

std::string with_plain_line_ends(std::string text) {
    std::size_t lone_lf = 0;
    std::size_t lone_cr = 0;
    std::size_t both = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') ++lone_lf;
        if (text[i] != '\r') continue;
        const bool pair = i + 1 < text.size() && text[i + 1] == '\n';
        ++(pair ? both : lone_cr);
        if (pair) ++i;
    }
    if (lone_lf != 0 || (lone_cr != 0) == (both != 0)) return text;
    if (lone_cr != 0)
        std::replace(text.begin(), text.end(), '\r', '\n');
    else
        std::erase(text, '\r');
    return text;
}

}  // namespace

Result<std::string> read_table_text(std::string_view bytes, const std::string& file) {
    auto text = decoded(bytes, file);
    if (!text) return text;
    return with_plain_line_ends(std::move(*text));
}

}  // namespace rekindle
