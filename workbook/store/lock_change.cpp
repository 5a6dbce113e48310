#include "workbook/store/lock_change.hpp"

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "workbook/store/backup.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/file.hpp"
#include "workbook/store/folder.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds patience{5};
constexpr std::array folders_of_parts{"", "answers", "checkins"};

fs::path staging_of(const fs::path& journal) { return journal / ".locking"; }
fs::path new_set_of(const fs::path& journal) { return staging_of(journal) / "new"; }
fs::path mark_of(const fs::path& journal) { return staging_of(journal) / "ready.toml"; }
fs::path generations_of(const fs::path& journal) {
    return journal / ".history" / "generations.toml";
}

bool is_there(const fs::path& path) {
    std::error_code failed;
    return fs::exists(fs::symlink_status(path, failed));
}

bool is_plain_file(const fs::path& path) {
    std::error_code failed;
    return fs::is_regular_file(fs::symlink_status(path, failed));
}

// Parts of the journal, copies and drafts of them that others or a cut-off run left. A journal may
// lie in a folder that is not its own alone: what is not its own stays as it is.
bool is_private(const fs::path& relative) {
    if (Store::part_of(relative) || is_leftover(relative)) return true;
    const std::string name = relative.filename().string();
    if (name.find(".toml") == std::string::npos && !name.ends_with('~')) return false;
    return relative.has_parent_path() || name.starts_with("profile") ||
           name.starts_with("practices");
}

// Where in the journal the file's text belongs, as its readers will expect.
std::string logical_name(const fs::path& relative) {
    std::vector<fs::path> steps(relative.begin(), relative.end());
    if (steps.size() < 3 || steps[0] != ".history") return relative.generic_string();
    fs::path name;
    if (steps[1] == "gone") {
        for (std::size_t i = 2; i < steps.size(); ++i) name /= steps[i];
    } else if (steps.size() < 4) {
        return relative.generic_string();
    } else if (steps[1] == "backups") {
        for (std::size_t i = 3; i < steps.size(); ++i) name /= steps[i];
    } else if (steps[1] == "versions") {
        for (std::size_t i = 2; i + 1 < steps.size(); ++i) name /= steps[i];
        name += ".toml";
    } else {
        return relative.generic_string();
    }
    return name.generic_string();
}

// Workbooks and themes that a person added are no part of what the lock keeps.
bool is_private_history(const fs::path& relative) {
    const std::vector<fs::path> steps(relative.begin(), relative.end());
    const bool is_own_file = steps.size() == 2;  // lock.toml, generations.toml
    const bool in_backup = steps.size() > 4 && steps[1] == "backups";
    return !is_own_file && !(in_backup && (steps[3] == "themes" || steps[3] == "workbooks"));
}

Result<void> refuse_links(const fs::path& journal) {
    for (const char* below : {"answers", "checkins", ".history"}) {
        std::error_code failed;
        if (fs::is_symlink(fs::symlink_status(journal / below, failed)))
            return fail(
                ErrorCode::invalid, "This folder is a link: what it leads to would stay as it is.",
                "Put the folder itself here first.", Place{(journal / below).string(), 0, 0});
    }
    return {};
}

// Everything that is to be written anew, relative to the journal.
Result<std::vector<fs::path>> list_private(const fs::path& journal) {
    if (auto plain = refuse_links(journal); !plain) return fail(plain.error());
    std::vector<fs::path> files;
    for (const fs::path below : folders_of_parts) {
        std::error_code failed;
        fs::directory_iterator entries{journal / below, failed};
        for (; !failed && entries != fs::directory_iterator{}; entries.increment(failed)) {
            const fs::path relative = below / entries->path().filename();
            if (!is_private(relative) || entries->is_directory(failed)) continue;
            if (!is_plain_file(entries->path()))
                return fail(
                    ErrorCode::invalid,
                    "This is a link or no plain file: what it leads to would stay as it is.",
                    "Put the file itself here first.", Place{entries->path().string(), 0, 0});
            files.push_back(relative);
        }
        if (failed && failed != std::errc::no_such_file_or_directory)
            return fail(system_error("list this folder", failed.value(), journal / below));
    }
    std::error_code failed;
    fs::recursive_directory_iterator entries{journal / ".history", failed};
    for (; !failed && entries != fs::recursive_directory_iterator{}; entries.increment(failed)) {
        const fs::path relative = entries->path().lexically_relative(journal);
        if (is_plain_file(entries->path()) && is_private_history(relative))
            files.push_back(relative);
    }
    if (failed && failed != std::errc::no_such_file_or_directory)
        return fail(system_error("list this folder", failed.value(), journal / ".history"));
    return files;
}

// Whatever is part of the journal has to be understood: what is not could be lost for good.
Result<void> check_all_readable(const fs::path& journal, const KeyRef& key) {
    Store store(journal);
    store.use_key(key);
    const auto opened = store.open();
    if (!opened) return fail(opened.error());
    for (const auto& [part, error] : opened->read_only)
        if (error.code != ErrorCode::later_format) return fail(error);
    return {};
}

// One file after the other into the new set.
class Staging {
  public:
    Staging(fs::path journal, const LockChange& change, const SystemCalls& calls)
        : journal_(std::move(journal)), change_(change), calls_(calls) {}

    Result<void> add(const fs::path& relative);
    Result<void> add_text(const fs::path& relative, const std::string& text);
    Result<void> finish();  // all of it is on disk for good

  private:
    // What the file is to hold. Garbage in the history stays the garbage that it is.
    Result<std::string> convert(const fs::path& relative, const std::string& bytes) const;
    Result<void> make_folder_of(const fs::path& file);

    fs::path journal_;
    const LockChange& change_;
    const SystemCalls& calls_;
    std::set<fs::path> folders_;
    // Backups share their files, and go on doing so.
    std::map<std::pair<std::pair<dev_t, ino_t>, std::string>, fs::path> done_;
};

Result<void> Staging::make_folder_of(const fs::path& file) {
    if (!folders_.insert(file.parent_path()).second) return {};
    return make_folder(file.parent_path(), calls_);
}

Result<std::string> Staging::convert(const fs::path& relative, const std::string& bytes) const {
    std::string name = logical_name(relative);
    std::string text = bytes;
    if (change_.before) {
        auto opened = open_file_text(bytes, change_.before, {}, relative.string());
        if (!opened || !*opened) return bytes;
        text = std::move((*opened)->text);
        name = std::move((*opened)->name);
    }
    if (!change_.after) return text;
    std::string sealed = seal(text, *change_.after, name, 1);
    const auto back = open_file_text(sealed, change_.after, name, relative.string());
    if (back && *back && (*back)->text == text) return sealed;
    return fail(ErrorCode::invalid, "What was encrypted does not open again.",
                "Nothing was changed.", Place{(journal_ / relative).string(), 0, 0});
}

Result<void> Staging::add(const fs::path& relative) {
    const fs::path staged = new_set_of(journal_) / relative;
    if (auto made = make_folder_of(staged); !made) return made;
    struct stat found {};
    if (::stat((journal_ / relative).c_str(), &found) != 0)
        return fail(system_error("read this file", errno, journal_ / relative));
    const auto [same, is_new] =
        done_.try_emplace({{found.st_dev, found.st_ino}, logical_name(relative)}, staged);
    std::error_code failed;
    if (!is_new) {
        fs::create_hard_link(same->second, staged, failed);
        if (!failed) return {};
    }
    const auto bytes = read_file(journal_ / relative);
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return {};
    auto text = convert(relative, **bytes);
    if (!text) return fail(text.error());
    return add_text(relative, *text);
}

Result<void> Staging::add_text(const fs::path& relative, const std::string& text) {
    const fs::path staged = new_set_of(journal_) / relative;
    if (auto made = make_folder_of(staged); !made) return made;
    if (auto written = write_file(staged, text, calls_); !written) return written;
    const auto back = read_file(staged);
    if (back && *back && **back == text) return {};
    return fail(ErrorCode::system, "A file could not be read back as it was written.",
                "The disk may be failing: keep a copy of your journal elsewhere.",
                Place{staged.string(), 0, 0});
}

Result<void> Staging::finish() {
    for (const fs::path& folder : folders_)
        if (auto synced = sync_folder(folder, calls_); !synced) return synced;
    return {};
}

Result<void> stage(const fs::path& journal, const LockChange& change, const SystemCalls& calls) {
    const auto files = list_private(journal);
    if (!files) return fail(files.error());
    if (auto made = make_folder(new_set_of(journal), calls); !made) return made;
    Staging staging(journal, change, calls);
    for (const fs::path& file : *files)
        if (auto added = staging.add(file); !added) return added;
    if (change.lock)
        for (const fs::path file : {"lock.toml", ".history/lock.toml"})
            if (auto added = staging.add_text(file, to_text(*change.lock)); !added) return added;
    if (auto finished = staging.finish(); !finished) return finished;
    return sync_folder(journal, calls);
}

// From here on the new set is the journal.
Result<void> set_mark(const fs::path& journal, bool locked, const SystemCalls& calls) {
    return write_file(mark_of(journal), to_file_text(TomlTable{{"locked", locked}}), calls);
}

Result<bool> read_mark(const fs::path& journal) {
    const fs::path file = mark_of(journal);
    const auto bytes = read_file(file);
    if (!bytes) return fail(bytes.error());
    const JournalFile parsed = parse_journal_file(*bytes ? **bytes : std::string{}, file.string());
    if (parsed.refused) return fail(*parsed.refused);
    const TomlValue* locked = parsed.document.find("locked");
    return locked && locked->as<bool>() && *locked->as<bool>();
}

// Each rename is done or still to be done, so this can be cut off and begun again.
Result<void> put_in_place(const fs::path& journal, const SystemCalls& calls) {
    const auto locked = read_mark(journal);
    if (!locked) return fail(locked.error());
    const fs::path set = new_set_of(journal);
    std::vector<fs::path> staged;
    std::error_code failed;
    for (fs::recursive_directory_iterator entries{set, failed};
         !failed && entries != fs::recursive_directory_iterator{}; entries.increment(failed))
        if (is_plain_file(entries->path())) staged.push_back(entries->path());
    std::set<fs::path> folders{journal};
    for (const fs::path& file : staged) {
        const fs::path place = journal / file.lexically_relative(set);
        if (auto made = make_folder(place.parent_path(), calls); !made) return made;
        if (calls.renameat2(file.c_str(), place.c_str(), 0) != 0)
            return fail(system_error("put this file in place", errno, place));
        folders.insert(place.parent_path());
    }
    std::vector<fs::path> obsolete{generations_of(journal)};
    if (!*locked)
        obsolete.insert(obsolete.end(), {lock_file_of(journal), spare_lock_file_of(journal)});
    for (const fs::path& file : obsolete) fs::remove(file, failed);
    if (is_there(journal / ".history")) folders.insert(journal / ".history");
    for (const fs::path& folder : folders)
        if (auto synced = sync_folder(folder, calls); !synced) return synced;
    fs::remove(mark_of(journal), failed);
    fs::remove_all(staging_of(journal), failed);
    return sync_folder(journal, calls);
}

}  // namespace

Result<void> change_lock(const fs::path& journal, const LockChange& change, Date today,
                         const SystemCalls& calls) {
    if (auto made = make_folder(journal, calls); !made) return made;
    const auto lock = FolderLock::take(journal, patience, calls);
    if (!lock) return fail(lock.error());
    if (auto settled = settle_while_held(journal, calls); !settled) return settled;
    if (auto fits = check_key(journal, change.before, true); !fits) return fits;
    if (auto readable = check_all_readable(journal, change.before); !readable) return readable;
    if (auto kept = make_backup(journal, today, BackupReason::lock, calls); !kept)
        return fail(kept.error());
    std::error_code failed;
    const auto staged = stage(journal, change, calls);
    const auto marked = staged ? set_mark(journal, change.after != nullptr, calls) : Result<void>{};
    if (!staged || !marked) {
        // A mark that may be there after all is obeyed, whatever was said of it.
        if (!is_there(mark_of(journal))) fs::remove_all(staging_of(journal), failed);
        return fail(staged ? marked.error() : staged.error());
    }
    return put_in_place(journal, calls);
}

Result<void> settle_while_held(const fs::path& journal, const SystemCalls& calls) {
    if (!is_there(staging_of(journal))) return {};
    if (is_there(mark_of(journal))) return put_in_place(journal, calls);
    std::error_code failed;
    fs::remove_all(staging_of(journal), failed);
    return {};
}

Result<void> settle_lock_change(const fs::path& journal, const SystemCalls& calls) {
    if (!is_there(staging_of(journal))) return {};
    const auto lock = FolderLock::take(journal, patience, calls);
    if (lock) return settle_while_held(journal, calls);
    if (!is_there(mark_of(journal))) return {};
    return fail(lock.error());
}

}  // namespace rekindle
