#include "workbook/store/part_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "workbook/files/file.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/part_toml.hpp"
#include "workbook/store/store.hpp"
#include "workbook/store/unknown_keys.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view toml_suffix = ".toml";
// Nothing grows more than eightfold when it is written.
constexpr std::size_t surely_small = largest_file / 8;

// "2026-11": four digits, a hyphen, two digits, and nothing else.
std::optional<YearMonth> parse_month(std::string_view text) {
    if (text.size() != 7) return std::nullopt;
    const auto first = parse_date(std::string{text} + "-01");
    return first ? std::optional{first->year_month()} : std::nullopt;
}

// The parts whose files are in one folder of the journal.
Result<std::vector<Part>> list_parts(const fs::path& folder, const fs::path& below) {
    const auto names = names_of(folder, below);
    if (!names) return fail(names.error());
    std::vector<Part> parts;
    for (const std::string& name : *names)
        if (auto part = Store::part_of(below / name)) parts.push_back(std::move(*part));
    return parts;
}

void read_document(PartFile& read, const std::string& file, const Part& part) {
    complete(read.document, part);
    const bool later = read.refused && read.refused->code == ErrorCode::later_format;
    Problems problems;
    read.journal =
        with_file(std::move(read.journal), part, TomlReader{read.document, file, problems});
    if (later) return;  // of a form we do not know, not everything needs to make sense
    read.problems.insert(read.problems.end(), problems.begin(), problems.end());
    if (!read.refused && !problems.empty()) read.refused = problems.front();
}

// What a save would make of the file grows: blanks, ids, line breaks told by two characters. One
// that could not be read again is not begun with.
bool is_too_large_to_save(const PartFile& read, const Part& part, const KeyRef& key) {
    if (read.bytes->size() < surely_small) return false;
    const TomlTable known = to_toml(read.journal, part);
    const std::string text = to_file_text(keep_unknown(known, known, read.document));
    return (key ? seal(text, *key, {}, 0) : text).size() > largest_file;
}

// What the file says once it is decrypted, where it is or should be.
JournalFile parse_unlocked(std::string_view text, const std::string& file, const Part& part,
                           const KeyRef& key, std::uintmax_t most, PartFile& read) {
    JournalFile outer = parse_journal_file(text, file, most);
    const bool encrypted = is_envelope(outer.document);
    if (!key && !encrypted) return outer;
    if (outer.refused) {
        outer.document = {};
        return outer;
    }
    if (!encrypted)
        return {{},
                Error{ErrorCode::invalid, "This file is not encrypted, but its journal is locked.",
                      "If it is yours, put “ (copy)” before the “.toml” of its name; “rekindle "
                      "merge” then brings in what it has.",
                      Place{file, 0, 0}},
                {}};
    const auto opened =
        open_envelope(outer.document, key, Store::file_of(part).generic_string(), file);
    if (!opened) return {{}, opened.error(), {}};
    read.generation = opened->generation;
    read.text_hash = short_hash(opened->text);
    return parse_journal_file(opened->text, file);
}

bool is_foreign(const fs::path& relative, bool is_folder) {
    const std::string name = relative.filename().string();
    if (is_folder || name.starts_with('.')) return false;
    if (relative == "lock.toml") return false;
    return !Store::part_of(relative);
}

}  // namespace

PartFile read_part_text(std::string text, const std::string& file, const Part& part,
                        Journal journal, const KeyRef& key, std::uintmax_t most) {
    PartFile read;
    JournalFile parsed = parse_unlocked(text, file, part, key, most, read);
    read.bytes = std::move(text);
    read.document = std::move(parsed.document);
    read.journal = std::move(journal);
    read.refused = std::move(parsed.refused);
    read.notice = std::move(parsed.notice);
    if (read.refused) read.problems.push_back(*read.refused);
    read_document(read, file, part);
    return read;
}

PartFile read_part_file(const fs::path& folder, const Part& part, Journal journal,
                        const KeyRef& key) {
    const fs::path file = folder / Store::file_of(part);
    auto bytes = read_file_of(folder, Store::file_of(part));
    if (bytes && *bytes) {
        PartFile read =
            read_part_text(std::move(**bytes), file.string(), part, std::move(journal), key);
        if (!read.refused && is_too_large_to_save(read, part, key)) {
            read.refused = Error{
                ErrorCode::invalid, "This file would be larger than 16 MiB once saved.",
                "Move what other programs put into it elsewhere.", Place{file.string(), 1, 1}};
            read.problems.push_back(*read.refused);
        }
        return read;
    }
    PartFile read;
    read.journal = std::move(journal);
    if (bytes) return read;
    read.refused = bytes.error();
    read.problems.push_back(bytes.error());
    return read;
}

Result<std::vector<YearMonth>> list_months(const fs::path& folder) {
    const auto parts = list_parts(folder, "checkins");
    if (!parts) return fail(parts.error());
    std::vector<YearMonth> months;
    for (const Part& part : *parts) months.push_back(part.month);
    std::sort(months.rbegin(), months.rend());
    return months;
}

Result<std::vector<std::string>> list_answers(const fs::path& folder) {
    const auto parts = list_parts(folder, "answers");
    if (!parts) return fail(parts.error());
    std::vector<std::string> workbooks;
    for (const Part& part : *parts) workbooks.push_back(part.workbook);
    return workbooks;
}

std::vector<Part> list_parts_there(const fs::path& folder) {
    std::vector<Part> there;
    for (const fs::path below : {"", "answers", "checkins"})
        if (auto parts = list_parts(folder, below))
            there.insert(there.end(), parts->begin(), parts->end());
    return there;
}

std::vector<fs::path> list_foreign_files(const fs::path& folder) {
    std::vector<fs::path> foreign;
    for (const fs::path below : {"", "answers", "checkins"}) {
        const auto names = names_of(folder, below);
        if (!names) continue;  // said by whoever opens the journal
        for (const std::string& name : *names) {
            std::error_code ignored;
            const bool is_folder = fs::is_directory(folder / below / name, ignored);
            if (is_foreign(below / name, is_folder)) foreign.push_back(below / name);
        }
    }
    return foreign;
}

fs::path Store::file_of(const Part& part) {
    switch (part.kind) {
        case PartKind::profile:
            return "profile.toml";
        case PartKind::month:
            return fs::path{"checkins"} / (to_iso(part.month) + ".toml");
        case PartKind::answers:
            return fs::path{"answers"} / (part.workbook + ".toml");
        case PartKind::practices:
            return "practices.toml";
    }
    return {};
}

std::optional<Part> Store::part_of(const fs::path& relative) {
    const fs::path below = relative.parent_path();
    const std::string name = relative.filename().string();
    if (below.empty() && name == "profile.toml") return Part{PartKind::profile};
    if (below.empty() && name == "practices.toml") return Part{PartKind::practices};
    if (!name.ends_with(toml_suffix)) return std::nullopt;
    const std::string stem = name.substr(0, name.size() - toml_suffix.size());
    if (below == "answers" && is_id(stem)) return Part{PartKind::answers, {}, stem};
    if (below != "checkins") return std::nullopt;
    const auto month = parse_month(stem);
    return month ? std::optional{Part{PartKind::month, *month}} : std::nullopt;
}

}  // namespace rekindle
