#include "workbook/store/sealed_list.hpp"

#include <limits>
#include <vector>

#include "workbook/files/base64.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/toml_read.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/lock_files.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr int most_saves = std::numeric_limits<int>::max() - 1;

// Nothing for a lock of another key, and for one whose ways nobody with the key has signed: what
// anybody can write into the file must not count as the newest.
std::optional<LockState> read_state(const fs::path& journal, const fs::path& relative,
                                    const KeyRef& key) {
    const auto lock = read_lock_file(journal, relative);
    if (!lock || !*lock || !key || (*lock)->key != key->id() || !ways_fit(**lock, *key))
        return std::nullopt;
    return LockState{(*lock)->saves, to_base64((*lock)->sum)};
}

}  // namespace

fs::path list_of(const fs::path& journal) { return journal / list_of_files; }

std::string list_text(const SealedList& list, const JournalKey& key) {
    TomlTable document{{"counter", list.counter}};
    if (list.lock.saves > 0) document.set("lock", list.lock.saves);
    if (!list.lock.ways.empty()) document.set("ways", list.lock.ways);
    TomlArray entries;
    for (const auto& [name, file] : list.files) {
        TomlTable entry{{"name", name}, {"saves", file.saves}};
        if (!file.hash.empty()) entry.set("hash", file.hash);
        entries.emplace_back(std::move(entry));
    }
    if (!entries.empty()) document.set("file", std::move(entries));
    return seal(to_file_text(document), key, list_of_files, 0);
}

std::optional<SealedList> parse_list(std::string_view text, const KeyRef& key,
                                     const std::string& file) {
    if (!key) return std::nullopt;
    const auto opened = open_file_text(text, key, list_of_files, file);
    if (!opened || !*opened) return std::nullopt;
    const JournalFile parsed = parse_journal_file((*opened)->text, file);
    if (parsed.refused) return std::nullopt;
    Problems unsaid;
    const TomlReader reader{parsed.document, file, unsaid};
    SealedList list;
    list.counter = reader.whole("counter", 0, most_saves).value_or(0);
    list.lock = {reader.whole("lock", 0, most_saves).value_or(0), reader.text("ways").value_or("")};
    for (const TomlReader& entry : reader.tables("file"))
        if (const auto saves = entry.require_whole("saves", 0, most_saves))
            list.files[entry.require_text("name")] = {*saves, entry.text("hash").value_or("")};
    return list;
}

Result<void> write_list(const fs::path& journal, const SealedList& list, const JournalKey& key,
                        const SystemCalls& calls) {
    return write_own_file(journal, list_of_files, list_text(list, key), calls);
}

std::optional<SealedList> read_list(const fs::path& journal, const KeyRef& key) {
    const auto bytes = read_own_file(journal, list_of_files);
    if (!bytes || !*bytes) return std::nullopt;
    return parse_list(**bytes, key, list_of(journal).string());
}

LockState lock_state_of(const fs::path& journal, const KeyRef& key) {
    if (const auto state = read_state(journal, "lock.toml", key)) return *state;
    return read_state(journal, ".history/lock.toml", key).value_or(LockState{});
}

std::optional<ListedFile> look_at(const fs::path& journal, const std::string& name,
                                  const KeyRef& key) {
    const auto bytes = read_file_of(journal, name);
    if (!bytes || !*bytes) return std::nullopt;
    const auto opened = open_file_text(**bytes, key, name, (journal / name).string());
    if (!opened || !*opened) return std::nullopt;
    return ListedFile{(*opened)->generation, short_hash((*opened)->text)};
}

void complete(SealedList& list, const fs::path& journal, const KeyRef& key) {
    for (const Part& part : list_parts_there(journal)) {
        const std::string name = Store::file_of(part).generic_string();
        const auto listed = list.files.find(name);
        if (listed != list.files.end() && !listed->second.hash.empty()) continue;
        const auto now = look_at(journal, name, key);
        if (!now || (listed != list.files.end() && now->saves < listed->second.saves)) continue;
        list.files[name] = *now;
    }
}

}  // namespace rekindle
