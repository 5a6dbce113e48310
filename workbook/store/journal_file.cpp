#include "workbook/store/journal_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "workbook/base/plain_text.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/toml_read.hpp"
#include "workbook/files/toml_write.hpp"
#include "workbook/store/toml_rest.hpp"

namespace rekindle {
namespace {

constexpr std::string_view mark_start = "#: end ";

// "#: end 14 sum=0123456789abcdef", as far as it is there.
struct EndMark {
    std::int64_t entries = 0;
    std::string_view sum;
    std::string_view before;  // all bytes above the line
    std::string_view after;   // all bytes below it
    int line = 0;
};

int count_lines(std::string_view text) {
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// The last line in which something stands.
int last_line(std::string_view text) {
    return count_lines(text.substr(0, text.find_last_not_of(" \t\r\n") + 1)) + 1;
}

std::optional<EndMark> parse_mark(std::string_view line) {
    EndMark mark;
    line.remove_prefix(mark_start.size());
    if (line.ends_with('\r')) line.remove_suffix(1);  // an editor's line ends
    const auto [rest, wrong] =
        std::from_chars(line.data(), line.data() + line.size(), mark.entries);
    if (wrong != std::errc{} || mark.entries < 0) return std::nullopt;
    line.remove_prefix(static_cast<std::size_t>(rest - line.data()));
    if (line.empty()) return mark;
    constexpr std::string_view sum_start = " sum=";
    if (!line.starts_with(sum_start)) return std::nullopt;
    mark.sum = line.substr(sum_start.size());
    return mark;
}

// The last such line. Entries below it were added by hand, so nothing was cut off.
std::optional<EndMark> find_mark(std::string_view text) {
    std::size_t at = text.rfind(mark_start);
    while (at != std::string_view::npos && at > 0 && text[at - 1] != '\n')
        at = text.rfind(mark_start, at - 1);
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    auto mark = parse_mark(text.substr(at, end - at));
    if (!mark) return std::nullopt;
    mark->before = text.substr(0, at);
    mark->after = text.substr(std::min(end + 1, text.size()));
    mark->line = count_lines(mark->before) + 1;
    if (end == text.size()) mark->sum = {};  // its own line end is missing
    return mark;
}

Error cut_short(std::string_view text, const std::string& file) {
    if (text.empty())
        return {ErrorCode::invalid,
                "This file is empty: what was in it is missing.",
                "Put a copy of it back if you have one; delete it if it held nothing.",
                {file, 1, 1}};
    return {ErrorCode::invalid,
            "The end of this file is missing: it was cut short.",
            "If nothing is missing, write `#: end N` as its last line, N being how many entries "
            "it holds.",
            {file, count_lines(text) + (text.ends_with('\n') ? 0 : 1), 1}};
}

std::optional<Error> check_format(const TomlTable& document, const std::string& file, int latest) {
    Problems problems;
    const TomlReader reader{document, file, problems};
    const auto format = reader.require_whole("format", 1, 1'000'000);
    if (!format) return problems.front();
    if (*format <= latest) return std::nullopt;
    return Error{ErrorCode::later_format,
                 fmt::format("This file has format {}; this version of Rekindle knows format {}.",
                             *format, latest),
                 "It is shown as far as possible and not written. A newer version can write it.",
                 reader.place("format")};
}

std::optional<Error> check_count(const EndMark& mark, std::int64_t entries,
                                 const std::string& file) {
    if (entries >= mark.entries) return std::nullopt;
    return Error{
        ErrorCode::invalid,
        fmt::format("The last line says {} entries, but there are {}.", mark.entries, entries),
        "If you took some out yourself, correct the number in that line.",
        {file, mark.line, 1}};
}

std::optional<Error> check_sum(const EndMark& mark, std::int64_t entries, const std::string& file) {
    if (mark.sum == short_hash(mark.before) && mark.after.empty() && entries == mark.entries)
        return std::nullopt;
    return Error{ErrorCode::invalid,
                 "This file was changed outside Rekindle.",
                 "That is fine if it was you; the next save makes this note go away.",
                 {file, mark.line, 1}};
}

}  // namespace

JournalFile parse_journal_file(std::string_view text, const std::string& file, std::uintmax_t most,
                               int latest) {
    JournalFile read;
    auto document = parse_toml(text, file, most);
    const auto mark = find_mark(text);
    if (!document) {
        // A cut explains what is wrong at the end of a file, and nothing above it.
        const bool is_cut = !mark && document.error().place.line >= last_line(text) &&
                            !problem_with_plain_text(text, file);
        read.refused = is_cut ? cut_short(text, file) : document.error();
        read.document = readable_rest(text, file);
        read.document.remove("format");
        return read;
    }
    read.document = std::move(*document);
    read.refused = check_format(read.document, file, latest);
    read.document.remove("format");
    if (read.refused && read.refused->code == ErrorCode::later_format) return read;
    if (!mark) {
        read.refused = cut_short(text, file);
        return read;
    }
    const std::int64_t entries = count_entries(read.document);
    if (!read.refused) read.refused = check_count(*mark, entries, file);
    if (!read.refused) read.notice = check_sum(*mark, entries, file);
    return read;
}

std::string to_file_text(const TomlTable& document, std::string_view about, int format) {
    std::string text = fmt::format("{}format = {}\n", about, format);
    text += to_text(document);
    text += fmt::format("\n{}{} sum=", mark_start, count_entries(document));
    // The sum is of the bytes above its line.
    const std::size_t line = text.rfind(mark_start);
    text += short_hash(std::string_view{text}.substr(0, line)) + '\n';
    return text;
}

}  // namespace rekindle
