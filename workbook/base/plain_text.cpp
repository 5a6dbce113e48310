#include "workbook/base/plain_text.hpp"

#include <algorithm>
#include <array>

#include "workbook/base/utf8_text.hpp"

namespace rekindle {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t looked_at = 4096;  // bytes: enough to tell an encoding
constexpr const char* save_as_utf8 =
    "Open it in an editor and save it as UTF-8; most have a choice for that under “Save as”.";

// How files begin that are no text at all, though they may carry a text's name.
constexpr std::array<std::string_view, 8> beginnings_of_documents{
    "PK\x03\x04"sv, "\xD0\xCF\x11\xE0"sv, "{\\rtf"sv, "%PDF-"sv,
    "\x1F\x8B"sv,   "\x89PNG"sv,          "7z\xBC"sv, "\xFF\xD8\xFF"sv};

bool begins_with_mark_of_utf_16_or_32(std::string_view text) {
    return text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv) ||
           text.starts_with("\x00\x00\xFE\xFF"sv);
}

// Without a mark: every second byte of a Western text in UTF-16 is zero, and no other.
bool alternates_with_zeros(std::string_view text) {
    text = text.substr(0, looked_at);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\0') ++zeros[i % 2];
    const auto [fewer, more] = std::minmax(zeros[0], zeros[1]);
    return text.size() >= 8 && more * 2 > text.size() / 2 && fewer * 20 < text.size() / 2;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') ||
           byte == 0x7F;
}

// The beginning of a letter of several bytes, of which the rest is missing.
bool is_part_of_letter(std::string_view rest) {
    if (rest.empty() || rest.size() > 3) return false;
    const auto first = static_cast<unsigned char>(rest.front());
    const std::size_t whole = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    return first >= 0xC2 && first < 0xF5 && rest.size() < whole &&
           std::none_of(rest.begin() + 1, rest.end(), begins_character);
}

// One byte for each letter: such a text has no letter of several bytes in it, but for a chance one.
bool is_one_byte_a_letter(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), is_control)) return false;
    std::size_t letters = 0;
    std::size_t others = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t broken = std::min(find_not_utf8(text, at), text.size());
        const std::string_view good = text.substr(at, broken - at);
        letters += static_cast<std::size_t>(std::count_if(
            good.begin(), good.end(), [](char c) { return begins_character(c) && !is_ascii(c); }));
        if (broken < text.size()) ++others;
        at = broken + 1;
    }
    return letters * 2 <= others && others > 0;
}

int line_of(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    return static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
}

}  // namespace

std::optional<Error> problem_with_plain_text(std::string_view text, const std::string& file) {
    const auto problem = [&](const char* message, const char* remedy, int line = 1) {
        return Error{ErrorCode::invalid, message, remedy, {file, line, 1}};
    };
    if (std::any_of(beginnings_of_documents.begin(), beginnings_of_documents.end(),
                    [&](std::string_view beginning) { return text.starts_with(beginning); }))
        return problem("This is a document, an archive or a picture, and no plain text.",
                       "Put the right file in its place, or save this one as plain text in UTF-8.");
    if (begins_with_mark_of_utf_16_or_32(text) || alternates_with_zeros(text))
        return problem("This file is in the encoding UTF-16, not in UTF-8.", save_as_utf8);
    if (text.find('\r') != std::string_view::npos && text.find('\n') == std::string_view::npos)
        return problem("The lines of this file end in CR alone, as on very old Macs.",
                       "Open it in an editor and save it with the line ends of Unix (LF).");
    const std::size_t offset = find_not_utf8(text);
    if (offset == std::string_view::npos) return std::nullopt;
    if (is_part_of_letter(text.substr(offset)) || !is_one_byte_a_letter(text)) return std::nullopt;
    return Error{
        ErrorCode::invalid,
        "This is not a text in UTF-8.",
        std::string{"It looks like one in the encoding Latin-1 or Windows-1252. "} + save_as_utf8,
        {file, line_of(text, offset), 1}};
}

}  // namespace rekindle
