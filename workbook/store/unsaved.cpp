#include "workbook/store/unsaved.hpp"

#include <algorithm>

#include "workbook/store/envelope.hpp"
#include "workbook/store/file.hpp"
#include "workbook/store/folder.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/part_toml.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".toml";
constexpr const char* logical_name = "unsaved";  // wherever it lies

// The same name for a folder however it was given.
std::string name_of(const fs::path& journal) {
    std::error_code failed;
    const fs::path whole = fs::weakly_canonical(journal, failed);
    return failed ? journal.string() : whole.string();
}

// One side of a part, read as its file would be; nothing when it cannot be.
std::optional<Journal> read_side(const TomlReader& entry, std::string_view side, const Part& part,
                                 const std::string& file, Journal journal) {
    PartFile read = read_part_text(entry.require_text(side), file, part, std::move(journal),
                                   nullptr, largest_draft);
    if (read.refused) return std::nullopt;
    return std::move(read.journal);
}

}  // namespace

std::string unsaved_text(const fs::path& journal, const Journal& base, const Journal& ours,
                         const KeyRef& key) {
    TomlArray parts;
    for (const Part& part : changed_parts(base, ours))
        parts.emplace_back(TomlTable{{"file", Store::file_of(part).generic_string()},
                                     {"before", to_file_text(to_toml(base, part))},
                                     {"after", to_file_text(to_toml(ours, part))}});
    TomlTable document{{"journal", name_of(journal)}};
    document.set("part", std::move(parts));
    const std::string text = to_file_text(document);
    return key ? seal(text, *key, logical_name, 0) : text;
}

std::optional<Unsaved> parse_unsaved(std::string_view text, const fs::path& journal,
                                     const KeyRef& key, const fs::path& file) {
    const std::string name = file.string();
    // One from before the lock was set is plain: what it holds is worth more than its form.
    const auto opened = open_file_text(text, key, logical_name, name, largest_draft);
    if (!opened) return std::nullopt;
    const JournalFile parsed =
        parse_journal_file(*opened ? std::string_view((*opened)->text) : text, name, largest_draft);
    if (parsed.refused) return std::nullopt;
    Problems problems;
    const TomlReader reader{parsed.document, name, problems};
    if (reader.text("journal") != name_of(journal)) return std::nullopt;
    Unsaved unsaved{file, {}, {}};
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
    if (auto made = make_folder(file.parent_path(), calls); !made) return made;
    return write_file(file, unsaved_text(journal, base, ours, key), calls);
}

std::vector<Unsaved> read_unsaved(const fs::path& folder, const fs::path& journal,
                                  const KeyRef& key) {
    std::vector<fs::path> files;
    std::error_code failed;
    fs::directory_iterator entries{folder, failed};
    while (!failed && entries != fs::directory_iterator{}) {
        const std::string name = entries->path().filename().string();
        if (!name.starts_with('.') && name.ends_with(suffix)) files.push_back(entries->path());
        entries.increment(failed);
    }
    std::sort(files.begin(), files.end());
    std::vector<Unsaved> all;
    for (const fs::path& file : files)
        if (const auto bytes = read_file(file, largest_draft); bytes && *bytes)
            if (auto unsaved = parse_unsaved(**bytes, journal, key, file))
                all.push_back(std::move(*unsaved));
    return all;
}

Result<void> convert_unsaved(const fs::path& folder, const fs::path& journal, const KeyRef& before,
                             const KeyRef& after) {
    for (const Unsaved& unsaved : read_unsaved(folder, journal, before))
        if (auto kept = keep_unsaved(unsaved.file, journal, unsaved.base, unsaved.ours, after);
            !kept)
            return kept;
    return {};
}

}  // namespace rekindle
