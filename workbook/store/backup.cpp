#include "workbook/store/backup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <set>
#include <string_view>

#include "workbook/files/folder.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/missing.hpp"
#include "workbook/store/own_folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digits = 6;
constexpr int days_looked_back = 2;

struct ReasonName {
    BackupReason reason;
    std::string_view name;
};
constexpr std::array reason_names{
    ReasonName{BackupReason::day, "day"}, ReasonName{BackupReason::restore, "restore"},
    ReasonName{BackupReason::import, "import"}, ReasonName{BackupReason::lock, "lock"}};

// "000012_2026-11-21_day"
std::string name_of(const Backup& backup) {
    const auto found = std::find_if(reason_names.begin(), reason_names.end(),
                                    [&](const auto& each) { return each.reason == backup.reason; });
    return fmt::format("{:06}_{}_{}", backup.number, to_iso(backup.date), found->name);
}

std::optional<Backup> backup_of(const fs::path& folder) {
    const std::string name = folder.filename().string();
    const std::size_t first = name.find('_');
    const std::size_t second = name.find('_', first + 1);
    if (first < digits || second == std::string::npos) return std::nullopt;
    Backup backup;
    backup.folder = folder;
    const char* end = name.data() + first;
    const auto number = std::from_chars(name.data(), end, backup.number);
    const auto date = parse_date(name.substr(first + 1, second - first - 1));
    const auto reason =
        std::find_if(reason_names.begin(), reason_names.end(),
                     [&](const auto& each) { return each.name == name.substr(second + 1); });
    if (number.ptr != end || number.ec != std::errc{} || !date || reason == reason_names.end())
        return std::nullopt;
    backup.date = *date;
    backup.reason = reason->reason;
    return backup;
}

const fs::path backups_below = ".history/backups";
const fs::path draft_below = backups_below / ".new";

bool is_name_to_keep(const std::string& name) {
    return !name.starts_with('.') && name.ends_with(".toml") && name != "lock.toml";
}

// What a backup before holds under the same name, when it is the same. Both relative to the
// journal.
bool share(const fs::path& journal, const fs::path& before, const std::string& bytes,
           const fs::path& copy) {
    const auto kept = read_file_of(journal, before);
    return kept && *kept && **kept == bytes && link_in(journal, before, copy) == 0;
}

Result<void> write_new(const OwnFolder& folder, const std::string& name, std::string_view bytes,
                       const SystemCalls& calls) {
    const fs::path file = folder.path() / name;
    const Descriptor out{calls.open(folder.way(name).c_str(),
                                    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!out.is_open()) return fail(system_error("write this file", errno, file));
    give_to_owner_of(folder.way(), out.get());
    while (!bytes.empty()) {
        const ssize_t written = calls.write(out.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(system_error("write this file", errno, file));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (calls.fsync(out.get()) != 0) return fail(system_error("write this file", errno, file));
    return {};
}

// `before` is the backup before, relative to the journal; empty where there is none.
Result<void> copy_file(const fs::path& journal, const fs::path& file, const OwnFolder& folder,
                       const fs::path& before, const SystemCalls& calls) {
    const auto bytes = read_file_of(journal, file);
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return {};  // taken away meanwhile
    if (!before.empty() && share(journal, before / file, **bytes, draft_below / file)) return {};
    const std::string name = file.filename().string();
    if (auto written = write_new(folder, name, **bytes, calls); !written) return written;
    const auto back = folder.read(name);
    if (back && *back == *bytes) return {};
    return fail(ErrorCode::system, "A backup could not be read back as it was written.",
                "The disk may be failing: keep a copy of your journal elsewhere.",
                Place{(folder.path() / name).string(), 0, 0});
}

Result<void> copy_all(const fs::path& journal, const std::vector<fs::path>& files,
                      const fs::path& before, const SystemCalls& calls) {
    std::map<fs::path, OwnFolder> folders;
    for (const fs::path& file : files) {
        const fs::path below = file.parent_path();
        auto known = folders.find(below);
        if (known == folders.end()) {
            auto folder = OwnFolder::make(journal, draft_below / below, calls);
            if (!folder) return fail(folder.error());
            known = folders.emplace(below, *std::move(folder)).first;
        }
        if (auto copied = copy_file(journal, file, known->second, before, calls); !copied)
            return copied;
    }
    for (const auto& [below, folder] : folders)
        if (auto synced = folder.sync(calls); !synced) return synced;
    return {};
}

// Whether the day has its state. Two days are looked at, since around midnight, or on a journey,
// the date can go back and forth; not more, since a clock that stood wrong may have left a state of
// any day among the earlier ones.
bool has_state_of(const std::vector<Backup>& newest_first, Date day) {
    std::set<Date> days;
    for (const Backup& each : newest_first) {
        if (each.reason != BackupReason::day) continue;
        if (each.date == day) return true;
        days.insert(each.date);
        if (days.size() == days_looked_back) return false;
    }
    return false;
}

std::int64_t entries_by_mark(const std::string& text) {
    constexpr std::string_view mark = "#: end ";
    const std::size_t at = text.rfind(mark);
    if (at == std::string::npos) return 0;
    std::int64_t count = 0;
    std::from_chars(text.data() + at + mark.size(), text.data() + text.size(), count);
    return std::max<std::int64_t>(count, 0);
}

std::int64_t entries_of(const fs::path& journal, const fs::path& file, const KeyRef& key) {
    const auto bytes = read_file_of(journal, file);
    if (!bytes || !*bytes) return 0;
    const auto opened = open_file_text(**bytes, key, {}, (journal / file).string());
    if (!opened) return 0;
    return entries_by_mark(*opened ? (*opened)->text : **bytes);
}

}  // namespace

Result<std::vector<Backup>> list_backups(const fs::path& journal) {
    std::vector<Backup> backups;
    const auto place = OwnFolder::open(journal, backups_below);
    if (!place) return fail(place.error());
    if (!*place) return backups;
    const auto names = (*place)->names();
    if (!names) return fail(names.error());
    for (const std::string& name : *names)
        if (auto backup = backup_of((*place)->path() / name); backup && (*place)->has_folder(name))
            backups.push_back(*std::move(backup));
    std::sort(backups.begin(), backups.end(),
              [](const Backup& a, const Backup& b) { return a.number > b.number; });
    return backups;
}

std::int64_t count_checkins(const fs::path& journal, const KeyRef& key, CountedFiles& counted) {
    std::int64_t count = 0;
    for (const fs::path& file : files_of_journal(journal)) {
        if (file.parent_path() != "checkins") continue;
        struct stat found {};
        if (::stat((journal / file).c_str(), &found) != 0) continue;
        const auto [known, is_new] = counted.try_emplace({found.st_dev, found.st_ino}, 0);
        if (is_new) known->second = entries_of(journal, file, key);
        count += known->second;
    }
    return count;
}

std::vector<fs::path> files_of_journal(const fs::path& journal) {
    std::vector<fs::path> files;
    for (const fs::path below : {"", "answers", "checkins", "themes", "workbooks"}) {
        std::error_code failed;
        if (!below.empty() && fs::is_symlink(journal / below, failed)) continue;
        const auto names = names_of(journal, below);
        if (!names) continue;
        for (const std::string& name : *names)
            if (is_name_to_keep(name) && is_file_in(journal, below / name))
                files.push_back(below / name);
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::optional<Backup>> make_backup(const fs::path& journal, Date today, BackupReason reason,
                                          const SystemCalls& calls) {
    const std::vector<fs::path> files = files_of_journal(journal);
    const auto backups = list_backups(journal);
    if (!backups) return fail(backups.error());
    if (files.empty() || (reason == BackupReason::day && has_state_of(*backups, today)))
        return std::optional<Backup>{};

    const auto place = OwnFolder::make(journal, backups_below, calls);
    if (!place) return fail(place.error());
    const std::string draft = draft_below.filename().string();
    place->remove(draft);  // of a run that was cut off; it holds copies only
    fs::path before;
    Backup backup{1, today, reason, {}};
    if (!backups->empty()) {
        before = backups_below / backups->front().folder.filename();
        backup.number = backups->front().number + 1;
    }
    const std::string name = name_of(backup);
    backup.folder = place->path() / name;
    if (auto copied = copy_all(journal, files, before, calls); !copied) {
        place->remove(draft);
        return fail(copied.error());
    }
    if (const int refused = place->move(draft, *place, name, 0, calls); refused != 0)
        return fail(system_error("keep this backup", refused, backup.folder));
    if (auto synced = place->sync(calls); !synced) return fail(synced.error());
    if (!before.empty()) note_all_gone(journal, journal / before, calls);
    return std::optional{std::move(backup)};
}

void thin_backups(const fs::path& journal) {
    const auto backups = list_backups(journal);
    const auto place = OwnFolder::open(journal, backups_below);
    if (!backups || !place || !*place) return;
    for (const Backup& backup : backups_to_drop(*backups))
        (*place)->remove(backup.folder.filename().string());
}

}  // namespace rekindle
