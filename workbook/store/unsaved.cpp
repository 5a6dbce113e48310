#include "workbook/store/unsaved.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/part_toml.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr const char* name_when_sealed = "unsaved";  // wherever it lies
constexpr const char* claimed = ".tried";            // at the end of the name, see claim_unsaved

// The folder that holds the file: the last step of the way to it may not be a link.
fs::path above(const fs::path& file) { return file.parent_path().parent_path(); }
fs::path below(const fs::path& file) { return file.parent_path().filename() / file.filename(); }

// One side of a part, read as its file would be; nothing when it cannot be.
std::optional<Journal> read_side(const TomlReader& entry, std::string_view side, const Part& part,
                                 const std::string& file, Journal journal) {
    PartFile read = read_part_text(entry.require_text(side), file, part, std::move(journal),
                                   nullptr, largest_draft);
    if (read.refused) return std::nullopt;
    return std::move(read.journal);
}

// Moves it aside under another name in the same folder, where none has that name yet.
void rename_unsaved(const fs::path& from, const fs::path& to) {
    const auto folder = OwnFolder::open(above(from), from.parent_path().filename());
    if (!folder || !*folder || (*folder)->has_file(to.filename().string())) return;
    (void)(*folder)->move(from.filename().string(), **folder, to.filename().string(), 0,
                          SystemCalls{});
}

}  // namespace

std::string name_of_journal(const fs::path& journal) {
    std::error_code failed;
    const fs::path whole = fs::weakly_canonical(journal, failed);
    return failed ? journal.string() : whole.string();
}

std::string identity_of(const fs::path& journal) {
    struct stat found {};
    if (::stat(journal.c_str(), &found) != 0 || !S_ISDIR(found.st_mode)) return {};
    return fmt::format("{}:{}", found.st_dev, found.st_ino);
}

std::string unsaved_text(const Unsaved& unsaved, const KeyRef& key) {
    TomlArray parts;
    for (const Part& part : changed_parts(unsaved.base, unsaved.ours)) {
        // Other objects can say the same: then there is nothing to keep of it.
        if (same_part(unsaved.base, unsaved.ours, part)) continue;
        parts.emplace_back(TomlTable{{"file", Store::file_of(part).generic_string()},
                                     {"before", to_file_text(to_toml(unsaved.base, part))},
                                     {"after", to_file_text(to_toml(unsaved.ours, part))}});
    }
    TomlTable document{{"journal", unsaved.journal.string()}};
    if (!unsaved.identity.empty()) document.set("identity", unsaved.identity);
    if (unsaved.day) document.set("day", to_iso(*unsaved.day));
    document.set("part", std::move(parts));
    const std::string text = to_file_text(document);
    return key ? seal(text, *key, name_when_sealed, 0) : text;
}

std::string unsaved_text(const fs::path& journal, const Journal& base, const Journal& ours,
                         const KeyRef& key, std::optional<Date> day) {
    return unsaved_text(
        {{}, base, ours, day, name_of_journal(journal), identity_of(journal), key != nullptr}, key);
}

std::optional<Unsaved> parse_unsaved(std::string_view text, const KeyRef& key,
                                     const fs::path& file) {
    const std::string name = file.string();
    const auto opened = open_file_text(text, key, name_when_sealed, name, largest_draft);
    if (!opened) return std::nullopt;
    const JournalFile parsed =
        parse_journal_file(*opened ? std::string_view((*opened)->text) : text, name, largest_draft);
    if (parsed.refused) return std::nullopt;
    Problems problems;
    const TomlReader reader{parsed.document, name, problems};
    Unsaved unsaved{file, {}, {}};
    unsaved.journal = reader.require_text("journal");
    unsaved.identity = reader.text("identity").value_or("");
    unsaved.day = parse_date(reader.text("day").value_or(""));
    unsaved.sealed = opened->has_value();
    if (unsaved.journal.empty()) return std::nullopt;
    for (const TomlReader& entry : reader.tables("part")) {
        const auto part = Store::part_of(entry.require_text("file"));
        if (!part) return std::nullopt;
        auto base = read_side(entry, "before", *part, name, std::move(unsaved.base));
        auto ours = read_side(entry, "after", *part, name, std::move(unsaved.ours));
        if (!base || !ours) return std::nullopt;
        unsaved.base = std::move(*base);
        unsaved.ours = std::move(*ours);
    }
    return unsaved;
}

Result<void> keep_unsaved(const fs::path& file, const fs::path& journal, const Journal& base,
                          const Journal& ours, const KeyRef& key, const SystemCalls& calls) {
    return write_unsaved(file, unsaved_text(journal, base, ours, key), calls);
}

Result<void> write_unsaved(const fs::path& file, std::string_view text, const SystemCalls& calls) {
    return write_own_file(above(file), below(file), text, calls);
}

std::optional<Unsaved> read_unsaved_file(const fs::path& file, const KeyRef& key) {
    const auto bytes = read_own_file(above(file), below(file), largest_draft);
    if (!bytes || !*bytes) return std::nullopt;
    return parse_unsaved(**bytes, key, file);
}

bool remove_unsaved(const fs::path& file) {
    fs::path other = file;
    if (!is_claimed(file)) other += claimed;
    for (const fs::path& each : {file, other}) remove_own_file(above(each), below(each));
    return !is_there(file) && !is_there(other);
}

void claim_unsaved(const fs::path& file) {
    if (is_claimed(file)) return;
    fs::path to = file;
    rename_unsaved(file, to += claimed);
}

void release_unsaved(const fs::path& file) {
    if (is_claimed(file)) return;
    fs::path from = file;
    rename_unsaved(from += claimed, file);
}

bool is_claimed(const fs::path& file) { return file.extension() == claimed; }

}  // namespace rekindle
