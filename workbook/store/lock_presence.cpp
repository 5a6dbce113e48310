#include "workbook/store/lock_presence.hpp"

#include <sys/stat.h>

#include <set>
#include <string>
#include <vector>

#include "workbook/files/file.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/lock_files.hpp"
#include "workbook/store/lock_pin.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

std::int64_t nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

Error lock_gone(const fs::path& journal, bool encrypted) {
    Error error{ErrorCode::lock_gone, "This journal is locked, and its lock.toml is missing.",
                "Put it back from a copy, such as an archive.",
                Place{lock_file_of(journal).string(), 0, 0}};
    if (!encrypted)
        error.remedy +=
            " If the lock was taken off on another computer, say that the journal continues "
            "without it: in the window, or with “rekindle lock accept --in-the-clear”.";
    return error;
}

}  // namespace

bool EnvelopeLook::is_encrypted(const fs::path& journal, const fs::path& relative) {
    const fs::path file = journal / relative;
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) return false;
    const Stamp stamp{found.st_dev, found.st_ino, found.st_size, nanoseconds(found.st_mtim),
                      nanoseconds(found.st_ctim)};
    const auto known = known_.find(file);
    if (known != known_.end() && known->second.first == stamp) return known->second.second;
    const auto bytes = read_file_of(journal, relative);
    const bool encrypted = bytes && *bytes && is_envelope(**bytes);
    known_[file] = {stamp, encrypted};
    return encrypted;
}

// A lock encrypts all of the history: of each folder the first and the last tell as much as all.
bool EnvelopeLook::any_below(const fs::path& journal, const fs::path& below) {
    const auto folder = OwnFolder::open(journal, below);
    if (!folder || !*folder) return false;
    const auto names = (*folder)->names();
    if (!names) return false;
    std::set<std::string> files;
    std::set<std::string> folders;
    for (const std::string& name : *names) {
        if ((*folder)->has_folder(name)) folders.insert(name);
        if ((*folder)->has_file(name)) files.insert(name);
    }
    const auto at_an_end = [](const std::set<std::string>& all, const auto& holds) {
        return !all.empty() && (holds(*all.begin()) || holds(*all.rbegin()));
    };
    return at_an_end(files,
                     [&](const auto& name) { return is_encrypted(journal, below / name); }) ||
           at_an_end(folders, [&](const auto& name) { return any_below(journal, below / name); });
}

// The list as well, and where every file is gone the history: it has been locked all the same. An
// encrypted file in the history of a journal that goes on in the clear is no business of its lock.
bool EnvelopeLook::any_in(const fs::path& journal) {
    const std::lock_guard held{mutex_};
    if (is_encrypted(journal, list_of_files)) return true;
    const std::vector<Part> parts = list_parts_there(journal);
    for (const Part& part : parts)
        if (is_encrypted(journal, Store::file_of(part))) return true;
    return parts.empty() && any_below(journal, ".history");
}

Result<void> check_key(const fs::path& journal, const KeyRef& key, bool for_writing,
                       const fs::path& pins, EnvelopeLook* look) {
    const auto lock = read_lock(journal);
    if (!lock) {
        if (key && !for_writing) return {};
        return fail(lock.error());
    }
    const Place place{lock_file_of(journal).string(), 0, 0};
    if (*lock && !key)
        return fail(ErrorCode::locked, "This journal is locked.", "Its passphrase opens it.",
                    place);
    if (*lock && (*lock)->key != key->id())
        return fail(ErrorCode::locked, "This journal was given another key meanwhile.",
                    "Open it again with its passphrase.", place);
    if (*lock) return {};
    if (key && !for_writing) return {};  // what was opened goes on being shown
    EnvelopeLook once;
    const bool encrypted = (look ? *look : once).any_in(journal);
    const auto pin = read_pin(pins, journal);
    if (encrypted || (pin && !pin->allows({}))) return fail(lock_gone(journal, encrypted));
    if (key)
        return fail(ErrorCode::locked, "This journal is no longer locked.", "Open it again.",
                    place);
    return {};
}

Result<void> accept_in_the_clear(const fs::path& journal, const fs::path& pins) {
    auto fits = check_key(journal, nullptr, true, pins);
    if (fits)
        return fail(ErrorCode::usage, "This journal is not locked: it is kept as plain text.");
    if (fits.error().code != ErrorCode::lock_gone) return fits;
    // Where files are encrypted, only the lock helps.
    if (auto plain = check_key(journal, nullptr, true); !plain) return plain;
    return remove_pin(pins, journal);
}

}  // namespace rekindle
