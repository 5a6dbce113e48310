#include "workbook/store/lock_file.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "workbook/base/utf8_text.hpp"
#include "workbook/files/base64.hpp"
#include "workbook/files/toml_moments.hpp"
#include "workbook/files/toml_read.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/recovery_code.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sum_size = 32;  // bytes
constexpr int most_saves = 1'000'000'000;

std::string ways_text(const LockFile& lock) {
    std::string text = fmt::format("rekindle ways 1\nkey={}\nsaves={}\n", lock.key, lock.saves);
    for (const Way& way : lock.ways)
        text += fmt::format("way={}\nname={}\nadded={}\ncheck_signs={}\nkdf={}\nnonce={}\nbox={}\n",
                            purpose_of(way.kind), way.name,
                            way.added ? to_iso(*way.added) : std::string{},
                            way.check_signs ? check_signs_of_code : 0, kdf_words(way.box),
                            to_base64(way.box.nonce), to_base64(way.box.boxed));
    return text;
}

std::string sum_of(const LockFile& lock, const JournalKey& key) {
    const std::string text = ways_text(lock);
    std::string sum(sum_size, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(sum.data()), sum.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       key.bytes(), JournalKey::size);
    return sum;
}

TomlTable to_toml(const Way& way, bool with_kind) {
    TomlTable table;
    if (with_kind) table.set("kind", std::string(purpose_of(way.kind)));
    if (!way.name.empty()) table.set("name", way.name);
    if (way.added) table.set("added", to_moment(*way.added));
    if (way.check_signs) table.set("check_signs", check_signs_of_code);
    const TomlTable box = to_toml(way.box);
    for (const auto& entry : box.entries()) table.set(entry.key, entry.value);
    return table;
}

Way read_way(const TomlReader& table, WayKind kind) {
    Way way;
    way.kind = kind;
    way.box = read_box(table);
    way.name = table.text("name").value_or("");
    way.added = table.date("added");
    way.check_signs = kind == WayKind::recovery_code && table.has("check_signs") &&
                      table.whole("check_signs", check_signs_of_code, check_signs_of_code);
    if (!is_way_name(way.name) && !way.name.empty())
        table.problem("name", "This is not what Rekindle wrote here.");
    // Without stretching only what is random is safe.
    if (way.box.kdf == Kdf::blake2b && kind != WayKind::key_file)
        table.problem("kdf", "This method is for key files alone.");
    return way;
}

WayKind read_kind(const TomlReader& table) {
    const std::string kind = table.require_text("kind");
    if (kind == purpose_of(WayKind::key_file)) return WayKind::key_file;
    if (kind != purpose_of(WayKind::passphrase))
        table.problem("kind", "This version of Rekindle does not know that way in.",
                      "A newer version may.");
    return WayKind::passphrase;
}

void read_ways(const TomlReader& reader, LockFile& lock) {
    if (const auto passphrase = reader.table("passphrase"))
        lock.ways.push_back(read_way(*passphrase, WayKind::passphrase));
    else
        reader.problem("passphrase", "What the passphrase opens is missing here.");
    if (const auto recovery = reader.table("recovery"))
        lock.ways.push_back(read_way(*recovery, WayKind::recovery_code));
    for (const TomlReader& table : reader.tables("way"))
        lock.ways.push_back(read_way(table, read_kind(table)));
    if (lock.ways.size() > most_ways) reader.problem("way", "There are more ways in than can be.");
}

std::string read_sum(const TomlReader& reader) {
    const auto text = reader.text("ways");
    if (!text) return {};
    const auto bytes = from_base64(*text);
    if (bytes && bytes->size() == sum_size) return *bytes;
    reader.problem("ways", "This is not what Rekindle wrote here.");
    return {};
}

// Only this version and later ones write the day, a name, check signs and further ways: they sign.
bool was_signed(const LockFile& lock) {
    return lock.saves > 0 || std::any_of(lock.ways.begin(), lock.ways.end(), [](const Way& way) {
               return way.added || !way.name.empty() || way.check_signs ||
                      way.kind == WayKind::key_file;
           });
}

bool is_for_later(const LockFile& lock) {
    const auto passphrases = std::count_if(lock.ways.begin(), lock.ways.end(), [](const Way& way) {
        return way.kind == WayKind::passphrase;
    });
    const bool key_files = std::any_of(lock.ways.begin(), lock.ways.end(), [](const Way& way) {
        return way.kind == WayKind::key_file;
    });
    return passphrases > 1 || key_files;
}

}  // namespace

std::string_view purpose_of(WayKind kind) {
    switch (kind) {
        case WayKind::passphrase:
            return "passphrase";
        case WayKind::recovery_code:
            return "recovery";
        case WayKind::key_file:
            return "key-file";
    }
    return {};
}

bool is_way_name(std::string_view name) {
    constexpr std::size_t longest = 40;  // characters
    const bool controls = std::any_of(name.begin(), name.end(), [](char byte) {
        return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
    });
    return !name.empty() && count_characters(name) <= longest && name.size() <= 4 * longest &&
           !controls && name.front() != ' ' && name.back() != ' ';
}

const Way* recovery_way(const LockFile& lock) {
    const auto found = std::find_if(lock.ways.begin(), lock.ways.end(), [](const Way& way) {
        return way.kind == WayKind::recovery_code;
    });
    return found == lock.ways.end() ? nullptr : &*found;
}

std::int64_t most_work() { return 2 * work_of(moderate_cost()) + 2 * work_of(least_cost()); }

std::int64_t work_of(const LockFile& lock) {
    return std::accumulate(lock.ways.begin(), lock.ways.end(), std::int64_t{0},
                           [](std::int64_t sum, const Way& way) { return sum + work_of(way.box); });
}

void sign_ways(LockFile& lock, const JournalKey& key) {
    if (lock.saves < most_saves) ++lock.saves;
    lock.sum = sum_of(lock, key);
}

bool ways_fit(const LockFile& lock, const JournalKey& key) {
    if (lock.sum.empty()) return !was_signed(lock);
    const std::string sum = sum_of(lock, key);
    return sodium_memcmp(sum.data(), lock.sum.data(), sum_size) == 0;
}

std::string to_text(const LockFile& lock) {
    TomlTable document{{"key", lock.key}};
    if (lock.saves > 0) document.set("saves", lock.saves);
    if (!lock.sum.empty()) document.set("ways", to_base64(lock.sum));
    TomlArray further;
    bool has_passphrase = false;
    for (const Way& way : lock.ways) {
        if (way.kind == WayKind::recovery_code)
            document.set("recovery", to_toml(way, false));
        else if (way.kind == WayKind::passphrase && !std::exchange(has_passphrase, true))
            document.set("passphrase", to_toml(way, false));
        else
            further.push_back(to_toml(way, true));
    }
    if (!further.empty()) document.set("way", std::move(further));
    return to_file_text(document,
                        "# Rekindle keeps this file. Without it and its passphrase nothing of the "
                        "journal can be read.\n",
                        is_for_later(lock) ? lock_format : 1);
}

Result<LockFile> parse_lock(std::string_view text, const std::string& file) {
    const JournalFile parsed = parse_journal_file(text, file, largest_file, lock_format);
    if (parsed.refused) return fail(*parsed.refused);
    Problems problems;
    const TomlReader reader{parsed.document, file, problems};
    LockFile lock;
    lock.changed_outside = parsed.notice.has_value();
    lock.key = reader.require_text("key");
    if (reader.has("saves")) lock.saves = reader.whole("saves", 1, most_saves).value_or(0);
    lock.sum = read_sum(reader);
    read_ways(reader, lock);
    if (!problems.empty()) return fail(problems.front());
    if (work_of(lock) > most_work())
        return fail(ErrorCode::invalid,
                    "To try a passphrase on this lock would take far more time or memory than "
                    "Rekindle ever asks for.",
                    "Put lock.toml back from a copy, such as .history/lock.toml or an archive.",
                    Place{file, 0, 0});
    return lock;
}

fs::path lock_file_of(const fs::path& journal) { return journal / "lock.toml"; }
fs::path spare_lock_file_of(const fs::path& journal) { return journal / ".history" / "lock.toml"; }

Result<std::optional<LockFile>> read_lock_file(const fs::path& journal, const fs::path& relative) {
    const auto bytes = read_file_of(journal, relative);
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return std::optional<LockFile>{};
    auto lock = parse_lock(**bytes, (journal / relative).string());
    if (!lock) return fail(lock.error());
    return std::optional{*std::move(lock)};
}

Result<std::optional<LockFile>> read_lock(const fs::path& journal) {
    auto lock = read_lock_file(journal, "lock.toml");
    if (lock && *lock && !(*lock)->changed_outside) return lock;
    auto spare = read_lock_file(journal, ".history/lock.toml");
    if (spare && *spare && !(*spare)->changed_outside) return spare;
    return lock;
}

Result<void> write_lock(const fs::path& journal, const LockFile& lock, const SystemCalls& calls) {
    const std::string text = to_text(lock);
    for (const char* file : {".history/lock.toml", "lock.toml"})
        if (auto written = write_own_file(journal, file, text, calls); !written) return written;
    return {};
}

}  // namespace rekindle
