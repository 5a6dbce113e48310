#include "workbook/store/lock_pin.hpp"

#include <cerrno>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/files/toml_read.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/own_folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view about_pin =
    "# Rekindle keeps this file: by it a locked journal is known again on this computer.\n";

// A journal is the same one by whichever of its paths it is reached.
std::string name_of(const fs::path& journal) {
    std::error_code failed;
    fs::path whole = fs::weakly_canonical(fs::absolute(journal, failed), failed);
    if (failed) whole = fs::absolute(journal, failed).lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();
    return short_hash("rekindle: the place of a journal\n" + whole.string());
}

}  // namespace

std::optional<SealedList> LockPin::list_for(const KeyRef& key) const {
    if (!key) return std::nullopt;
    if (now.key == key->id()) return parse_list(now.list, key, {});
    if (next && next->key == key->id()) return parse_list(next->list, key, {});
    return std::nullopt;
}

fs::path pin_of(const fs::path& pins, const fs::path& journal) {
    return pins.empty() ? fs::path{} : pins / (name_of(journal) + ".toml");
}

std::optional<LockPin> read_pin(const fs::path& pins, const fs::path& journal) {
    const fs::path file = pin_of(pins, journal);
    if (file.empty()) return std::nullopt;
    const auto bytes = read_own_file(pins.parent_path(), pins.filename() / file.filename());
    if (!bytes || !*bytes) return std::nullopt;
    const std::string name = file.string();
    const JournalFile parsed = parse_journal_file(**bytes, name);
    if (parsed.refused) return std::nullopt;
    Problems unsaid;
    const TomlReader reader{parsed.document, name, unsaid};
    const auto key = reader.text("key");
    if (!key) return std::nullopt;
    LockPin pin{{*key, reader.text("list").value_or("")}, std::nullopt};
    if (const auto next = reader.text("next"))
        pin.next = LockPin::State{*next, reader.text("next_list").value_or("")};
    return pin;
}

Result<void> write_pin(const fs::path& pins, const fs::path& journal, const LockPin& pin,
                       const SystemCalls& calls) {
    const fs::path file = pin_of(pins, journal);
    if (file.empty()) return {};
    if (auto made = make_folder(pins.parent_path(), calls); !made) return made;
    TomlTable document{{"key", pin.now.key}, {"list", pin.now.list}};
    if (pin.next) {
        document.set("next", pin.next->key);
        document.set("next_list", pin.next->list);
    }
    return write_own_file(pins.parent_path(), pins.filename() / file.filename(),
                          to_file_text(document, about_pin), calls);
}

Result<void> remove_pin(const fs::path& pins, const fs::path& journal) {
    const fs::path file = pin_of(pins, journal);
    std::error_code failed;
    if (!file.empty()) fs::remove(file, failed);
    if (failed) return fail(system_error("take this file away", failed.value(), file));
    return {};
}

LockPin::State pin_state(const KeyRef& key, const SealedList& list) {
    if (!key) return {};
    return {key->id(), list_text(list, *key)};
}

}  // namespace rekindle
