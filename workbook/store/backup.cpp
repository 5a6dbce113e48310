#include "workbook/store/backup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <set>
#include <string_view>

#include "workbook/store/envelope.hpp"
#include "workbook/store/file.hpp"
#include "workbook/store/folder.hpp"
#include "workbook/store/missing.hpp"

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

fs::path place_of(const fs::path& journal) { return journal / ".history" / "backups"; }

bool is_file_to_keep(const fs::directory_entry& entry) {
    std::error_code failed;
    const std::string name = entry.path().filename().string();
    return entry.is_regular_file(failed) && !name.starts_with('.') && name.ends_with(".toml") &&
           name != "lock.toml";
}

// What a backup before holds under the same name, when it is the same.
bool share(const fs::path& before, const std::string& bytes, const fs::path& copy) {
    const auto kept = read_file(before);
    return kept && *kept && **kept == bytes && link(before.c_str(), copy.c_str()) == 0;
}

Result<void> write_new(const fs::path& file, std::string_view bytes, const SystemCalls& calls) {
    const Descriptor out{
        calls.open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!out.is_open()) return fail(system_error("write this file", errno, file));
    give_to_owner_of(file.parent_path(), out.get());
    while (!bytes.empty()) {
        const ssize_t written = calls.write(out.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(system_error("write this file", errno, file));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (calls.fsync(out.get()) != 0) return fail(system_error("write this file", errno, file));
    return {};
}

Result<void> copy_file(const fs::path& file, const fs::path& copy, const fs::path& before,
                       const SystemCalls& calls) {
    const auto bytes = read_file(file);
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return {};  // taken away meanwhile
    if (!before.empty() && share(before, **bytes, copy)) return {};
    if (auto written = write_new(copy, **bytes, calls); !written) return written;
    const auto back = read_file(copy);
    if (back && *back == *bytes) return {};
    return fail(ErrorCode::system, "A backup could not be read back as it was written.",
                "The disk may be failing: keep a copy of your journal elsewhere.",
                Place{copy.string(), 0, 0});
}

Result<void> copy_all(const fs::path& journal, const std::vector<fs::path>& files,
                      const fs::path& draft, const fs::path& before, const SystemCalls& calls) {
    std::set<fs::path> folders{draft};
    for (const fs::path& file : files) {
        const fs::path folder = (draft / file).parent_path();
        if (auto made = make_folder(folder, calls); !made) return made;
        folders.insert(folder);
        const fs::path kept = before.empty() ? fs::path{} : before / file;
        if (auto copied = copy_file(journal / file, draft / file, kept, calls); !copied)
            return copied;
    }
    for (const fs::path& folder : folders)
        if (auto synced = sync_folder(folder, calls); !synced) return synced;
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

std::int64_t entries_of(const fs::path& file, const KeyRef& key) {
    const auto bytes = read_file(file);
    if (!bytes || !*bytes) return 0;
    const auto opened = open_file_text(**bytes, key, {}, file.string());
    if (!opened) return 0;
    return entries_by_mark(*opened ? (*opened)->text : **bytes);
}

}  // namespace

Result<std::vector<Backup>> list_backups(const fs::path& journal) {
    std::vector<Backup> backups;
    std::error_code failed;
    fs::directory_iterator entries{place_of(journal), failed};
    if (failed == std::errc::no_such_file_or_directory) return backups;
    for (; !failed && entries != fs::directory_iterator{}; entries.increment(failed))
        if (auto backup = backup_of(entries->path())) backups.push_back(*std::move(backup));
    if (failed) return fail(system_error("list the backups", failed.value(), place_of(journal)));
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
        if (is_new) known->second = entries_of(journal / file, key);
        count += known->second;
    }
    return count;
}

std::vector<fs::path> files_of_journal(const fs::path& journal) {
    std::vector<fs::path> files;
    for (const fs::path below : {"", "answers", "checkins", "themes", "workbooks"}) {
        std::error_code failed;
        if (!below.empty() && fs::is_symlink(journal / below, failed)) continue;
        fs::directory_iterator entries{journal / below, failed};
        for (; !failed && entries != fs::directory_iterator{}; entries.increment(failed))
            if (is_file_to_keep(*entries)) files.push_back(below / entries->path().filename());
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

    const fs::path place = place_of(journal);
    const fs::path draft = place / ".new";
    std::error_code failed;
    fs::remove_all(draft, failed);  // of a run that was cut off; it holds copies only
    if (auto made = make_folder(draft, calls); !made) return fail(made.error());
    const fs::path before = backups->empty() ? fs::path{} : backups->front().folder;
    Backup backup{backups->empty() ? 1 : backups->front().number + 1, today, reason, {}};
    backup.folder = place / name_of(backup);
    if (auto copied = copy_all(journal, files, draft, before, calls); !copied) {
        fs::remove_all(draft, failed);
        return fail(copied.error());
    }
    if (calls.renameat2(draft.c_str(), backup.folder.c_str(), 0) != 0)
        return fail(system_error("keep this backup", errno, backup.folder));
    if (auto synced = sync_folder(place, calls); !synced) return fail(synced.error());
    if (!before.empty()) note_all_gone(journal, before, calls);
    return std::optional{std::move(backup)};
}

void thin_backups(const fs::path& journal) {
    const auto backups = list_backups(journal);
    if (!backups) return;
    for (const Backup& backup : backups_to_drop(*backups)) {
        std::error_code failed;
        fs::remove_all(backup.folder, failed);
    }
}

}  // namespace rekindle
