#include "workbook/store/damaged.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/fs.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

#include "workbook/files/folder.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/removal.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

const fs::path history = ".history";

// Sealed it must be read again: twice as much as a file of the journal is more than that needs.
constexpr std::uintmax_t most = 2 * largest_file;

// Whether these bytes must not lie in the history as they are.
bool must_be_sealed(const std::string& bytes, const KeyRef& key, const fs::path& file) {
    if (!key) return false;
    const auto opened = open_file_text(bytes, key, {}, file.string(), most);
    return !opened || !*opened;
}

// A name that is free: "2026-11.toml.1".
std::string free_name(const OwnFolder& place, const std::string& name) {
    for (int number = 1;; ++number)
        if (std::string free = fmt::format("{}.{}", name, number); !place.has(free)) return free;
}

// What is to be kept of a file, in a folder of the history.
struct Keeping {
    const fs::path& folder;
    fs::path below;  // relative to the history
    std::string name;
    const KeyRef& key;
    const SystemCalls& calls;

    // Of a file in that folder, relative to the journal.
    fs::path in_history(const std::string& file) const { return history / below / file; }
};

Result<fs::path> write_kept(const OwnFolder& place, const Keeping& keeping,
                            const std::string& bytes) {
    const std::string name = free_name(place, keeping.name);
    const std::string logical = keeping.in_history(name).generic_string();
    const bool sealed = must_be_sealed(bytes, keeping.key, keeping.folder / logical);
    if (auto written = place.write(name, sealed ? seal(bytes, *keeping.key, logical, 0) : bytes,
                                   keeping.calls);
        !written)
        return fail(written.error());
    if (auto synced = place.sync(keeping.calls); !synced) return fail(synced.error());
    return keeping.folder / logical;
}

int rename_once(const OwnFolder& place, const Keeping& keeping, const fs::path& file,
                const std::string& name, unsigned flags) {
    if (links_in(keeping.folder, file) == Links::follow) {
        const int moved = keeping.calls.renameat2((keeping.folder / file).c_str(),
                                                  place.way(name).c_str(), flags);
        return moved == 0 ? 0 : errno;
    }
    const auto source = OwnFolder::open(keeping.folder, file.parent_path());
    if (!source || !*source) return ENOENT;
    return (*source)->move(file.filename().string(), place, name, flags, keeping.calls);
}

// The errno of why `file` did not get this name in the history; 0 when it has it. The folder is
// held: where a disk cannot promise that the name is free, it was so a moment ago.
int rename_into(const OwnFolder& place, const Keeping& keeping, const fs::path& file,
                const std::string& name) {
    const int refused = rename_once(place, keeping, file, name, RENAME_NOREPLACE);
    const bool unknown = refused == EINVAL || refused == ENOSYS || refused == EOPNOTSUPP;
    return unknown ? rename_once(place, keeping, file, name, 0) : refused;
}

Result<fs::path> rename_kept(const OwnFolder& place, const Keeping& keeping, const fs::path& file) {
    for (;;) {
        const std::string name = free_name(place, keeping.name);
        const int refused = rename_into(place, keeping, file, name);
        if (refused == EEXIST) continue;
        if (refused != 0)
            return fail(system_error("move this file aside", refused, keeping.folder / file));
        if (auto synced = place.sync(keeping.calls); !synced) return fail(synced.error());
        return keeping.folder / keeping.in_history(name);
    }
}

bool is_link(const fs::path& file) {
    std::error_code failed;
    return fs::is_symlink(fs::symlink_status(file, failed));
}

// A hidden name that is free; a run that is cut off leaves it to keep_leftovers.
std::string free_hidden_name(const OwnFolder& place, const std::string& name) {
    for (int number = 0;; ++number)
        if (std::string free = fmt::format(".{}.{}-{}.new", name, ::getpid(), number);
            !place.has(free))
            return free;
}

// Where it cannot be moved into the history, which may lie on another disk: it goes from where it
// is, and only with these bytes.
Result<void> remove_there(const Keeping& keeping, const fs::path& file, const std::string& bytes) {
    const fs::path whole = keeping.folder / file;
    if (is_link(whole)) {
        remove_file_of(keeping.folder, file);
        return {};
    }
    const bool by_links = links_in(keeping.folder, file) == Links::follow;
    const auto removed = remove_kept(
        by_links ? whole.parent_path() : keeping.folder, by_links ? file.filename() : file,
        [&](std::string_view now) { return now == bytes; }, most, keeping.calls);
    if (!removed) return fail(removed.error());
    if (removed->is_gone) return {};
    return fail(ErrorCode::busy, "This file has changed meanwhile.",
                "It was left where it is; try again once nobody writes it.",
                Place{(whole.parent_path() / removed->stays_as.filename()).string(), 0, 0});
}

// The bytes are in the history already: the file goes. Another program may have written a version
// of its own meanwhile: taken away under a hidden name it is looked at once more, and kept as well.
Result<fs::path> take_away(const OwnFolder& place, const Keeping& keeping, const fs::path& file,
                           const std::string& bytes, fs::path kept) {
    const std::string hidden = free_hidden_name(place, keeping.name);
    const int refused = rename_into(place, keeping, file, hidden);
    if (refused == ENOENT) return kept;
    if (refused != 0) {
        if (auto removed = remove_there(keeping, file, bytes); !removed)
            return fail(removed.error());
        return kept;
    }
    const auto moved = place.read(hidden, most);
    const bool has_bytes = moved && *moved;
    // A link goes; what has no bytes that can be read stays as it is, under a name that is free.
    if (!has_bytes && !is_link(place.way(hidden))) {
        auto as_it_is = rename_kept(place, keeping, keeping.in_history(hidden));
        return as_it_is ? Result<fs::path>{std::move(kept)} : as_it_is;
    }
    if (has_bytes && **moved != bytes)
        if (auto other = write_kept(place, keeping, **moved); !other) return fail(other.error());
    place.remove(hidden);
    if (auto synced = place.sync(keeping.calls); !synced) return fail(synced.error());
    return kept;
}

}  // namespace

Result<fs::path> move_while_held(const fs::path& folder, const fs::path& file,
                                 const fs::path& below, const std::string& name, const KeyRef& key,
                                 const SystemCalls& calls) {
    const auto place = OwnFolder::make(folder, history / below, calls);
    if (!place) return fail(place.error());
    const Keeping keeping{folder, below, name, key, calls};
    if (!key && !is_link(folder / file)) return rename_kept(*place, keeping, file);
    // What has no bytes (a folder, a link that leads nowhere) can only be moved as it is.
    const auto bytes = read_file_of(folder, file, most);
    if (!bytes || !*bytes) return rename_kept(*place, keeping, file);
    if (!is_link(folder / file) && !must_be_sealed(**bytes, key, folder / file))
        return rename_kept(*place, keeping, file);
    auto kept = write_kept(*place, keeping, **bytes);
    if (!kept) return kept;
    return take_away(*place, keeping, file, **bytes, *std::move(kept));
}

Result<fs::path> move_into_history(const fs::path& folder, const fs::path& file,
                                   const fs::path& below, const KeyRef& key,
                                   const SystemCalls& calls) {
    const auto lock = FolderLock::take(folder, lock_patience, calls);
    if (!lock) return fail(lock.error());
    return move_while_held(folder, file, below, file.filename().string(), key, calls);
}

Result<fs::path> keep_damaged(const fs::path& folder, const fs::path& file,
                              const std::string& bytes, const KeyRef& key,
                              const SystemCalls& calls) {
    const fs::path below = "damaged";
    const auto place = OwnFolder::make(folder, history / below, calls);
    if (!place) return fail(place.error());
    const Keeping keeping{folder, below, file.filename().string(), key, calls};
    const std::string name = free_name(*place, keeping.name);
    // Where a file can have but one name, a copy is as good.
    if (must_be_sealed(bytes, key, folder / file) ||
        link_in(folder, file, history / below / name) != 0)
        return write_kept(*place, keeping, bytes);
    if (auto synced = place->sync(calls); !synced) return fail(synced.error());
    return folder / history / below / name;
}

Result<fs::path> set_aside(const fs::path& folder, const fs::path& file, const KeyRef& key,
                           const SystemCalls& calls) {
    return move_into_history(folder, file, "damaged", key, calls);
}

}  // namespace rekindle
