#include "workbook/store/lock_mark.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "workbook/files/toml_read.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t length_of_hash = 64;

// A file below the journal's folder, and none that holds the change together.
bool can_be_marked(const std::string& name) {
    const fs::path path{name};
    if (name.empty() || name.find('\0') != name.npos || path.is_absolute() ||
        path.lexically_normal() != path || path.filename().empty())
        return false;
    const std::string first = path.begin()->string();
    return first != ".." && first != "." && first != ".locking" && path != ".lock";
}

// What a change of the lock takes in is a copy elsewhere in the folder: never a file of the
// journal, of its history or of its lock, whatever a mark says that somebody else wrote.
bool can_be_taken(const std::string& name) {
    return can_be_marked(name) && *fs::path{name}.begin() != ".history" && name != "lock.toml" &&
           !Store::part_of(name);
}

bool is_hash(const std::string& text) {
    return text.size() == length_of_hash && std::all_of(text.begin(), text.end(), [](char each) {
               return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f');
           });
}

TomlArray to_toml(const std::vector<MarkedFile>& files) {
    TomlArray entries;
    for (const MarkedFile& file : files) {
        TomlTable entry{{"name", file.name}, {"hash", file.hash}};
        if (!file.before.empty()) entry.set("before", file.before);
        entries.emplace_back(std::move(entry));
    }
    return entries;
}

std::vector<MarkedFile> read_files(const TomlReader& reader, std::string_view key) {
    std::vector<MarkedFile> files;
    for (const TomlReader& entry : reader.tables(key)) {
        MarkedFile file{entry.require_text("name"), entry.require_text("hash"),
                        entry.text("before").value_or("")};
        if (!can_be_marked(file.name)) entry.problem("name", "This names no file of the journal.");
        if (!is_hash(file.hash) || (!file.before.empty() && !is_hash(file.before)))
            entry.problem("hash", "This is not what Rekindle wrote here.");
        files.push_back(std::move(file));
    }
    return files;
}

}  // namespace

std::string whole_hash(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    std::string digits;
    for (const unsigned char each : hash) digits += fmt::format("{:02x}", each);
    return digits;
}

std::string to_text(const LockMark& mark) {
    // `locked` is all that earlier versions read.
    TomlTable document{
        {"locked", !mark.after.empty()}, {"before", mark.before}, {"after", mark.after}};
    document.set("file", to_toml(mark.files));
    if (!mark.gone.empty()) document.set("gone", to_toml(mark.gone));
    return to_file_text(document);
}

Result<LockMark> parse_mark(std::string_view text, const std::string& file) {
    const JournalFile parsed = parse_journal_file(text, file);
    if (parsed.refused) return fail(*parsed.refused);
    Problems problems;
    const TomlReader reader{parsed.document, file, problems};
    LockMark mark;
    mark.locked = reader.truth("locked").value_or(false);
    mark.is_listed = reader.has("after");
    if (mark.is_listed) {
        // One that was written by hand, or changed, is none of ours.
        if (parsed.notice) return fail(*parsed.notice);
        mark.before = reader.require_text("before");
        mark.after = reader.require_text("after");
        mark.files = read_files(reader, "file");
        mark.gone = read_files(reader, "gone");
        for (const MarkedFile& each : mark.gone)
            if (!can_be_taken(each.name))
                reader.problem("gone", "This names a file that is never taken in.");
        if (mark.before == mark.after)
            reader.problem("after", "A change of the lock leads to another key.");
    }
    if (!problems.empty()) return fail(problems.front());
    return mark;
}

}  // namespace rekindle
