#include "workbook/store/generations.hpp"

#include "workbook/store/envelope.hpp"
#include "workbook/store/file.hpp"
#include "workbook/store/folder.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/toml_read.hpp"

namespace rekindle {
namespace {

constexpr const char* name = ".history/generations.toml";

}  // namespace

Generations read_generations(const std::filesystem::path& journal, const KeyRef& key) {
    Generations generations;
    const std::string file = (journal / name).string();
    const auto bytes = read_file(file);
    if (!key || !bytes || !*bytes) return generations;
    const auto opened = open_file_text(**bytes, key, name, file);
    if (!opened || !*opened) return generations;
    const JournalFile parsed = parse_journal_file((*opened)->text, file);
    if (parsed.refused) return generations;
    Problems unsaid;
    const TomlReader reader{parsed.document, file, unsaid};
    for (const TomlReader& entry : reader.tables("file"))
        if (const auto saves = entry.require_whole("saves", 0, 1 << 30))
            generations[entry.require_text("name")] = *saves;
    return generations;
}

std::string generations_text(const JournalKey&, const Generations& generations) {
    TomlArray entries;
    for (const auto& [file, saves] : generations)
        entries.emplace_back(TomlTable{{"name", file}, {"saves", saves}});
    TomlTable document;
    document.set("file", std::move(entries));
    return to_file_text(document);
}

Result<void> write_generations(const std::filesystem::path& journal, const JournalKey& key,
                               const Generations& generations, const SystemCalls& calls) {
    const std::filesystem::path file = journal / name;
    if (auto made = make_folder(file.parent_path(), calls); !made) return made;
    return write_file(file, seal(generations_text(key, generations), key, name, 0), calls);
}

}  // namespace rekindle
