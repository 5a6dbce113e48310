#include "workbook/store/lock_staging.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <utility>

#include "workbook/files/file.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/generations.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/lock_files.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/store.hpp"
#include "workbook/store/taken_files.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// What a file says once it is open.
struct Said {
    std::string text;
    std::string name;    // where that belongs
    int generation = 0;  // of its envelope
};

// A file of the new set, as it is on disk.
struct StagedFile {
    std::string hash;       // of its bytes
    std::string text_hash;  // of what it has to say
    std::string name;       // inside its envelope
    bool sealed = false;
};

Error cannot_convert(const Error& why, const fs::path& file) {
    return {ErrorCode::invalid,
            "This file cannot be opened with the key of the journal, so it cannot be written anew.",
            fmt::format("{} Move it out of the journal’s folder if it is not needed, then try "
                        "again. Nothing was changed.",
                        why.message),
            Place{file.string(), 0, 0}};
}

Error too_large(const fs::path& file) {
    return {ErrorCode::invalid, "This file is too large to be encrypted.",
            "Move it out of the journal’s folder, then try again. Nothing was changed.",
            Place{file.string(), 0, 0}};
}

// Bytes that are never parsed can be larger than a file of the journal.
std::uintmax_t most_of(LockedKind kind) {
    return kind == LockedKind::set_aside ? largest_draft : largest_file;
}

class Staging {
  public:
    Staging(const fs::path& journal, const LockChange& change, const SystemCalls& calls)
        : journal_(journal),
          change_(change),
          calls_(calls),
          numbers_(read_generations(journal, change.before)) {}

    Result<void> add(const LockedFile& file);
    // A plain copy, which goes from where it is.
    Result<void> take(const fs::path& copy);
    Result<void> add_lock();
    Result<void> add_numbers();
    // Every file opened with the key that comes, from disk.
    Result<void> check() const;
    Result<void> finish() const;  // all of it is on disk for good
    LockMark mark() && { return std::move(mark_); }

  private:
    using Identity = std::pair<std::pair<dev_t, ino_t>, std::string>;

    Result<Said> read_said(const LockedFile& file, const std::string& bytes) const;
    Result<void> put(const fs::path& file, const Said& said, const std::string& before,
                     std::uintmax_t most);
    Result<void> put_bytes(const fs::path& file, const std::string& bytes, StagedFile staged,
                           const std::string& before);
    Result<const OwnFolder*> folder_of(const fs::path& file);
    // Gives the file the bytes that another in the set has already; false where there is none.
    bool share(const fs::path& file, const Identity& identity, const std::string& before);
    Result<Identity> identity_of(const fs::path& file) const;
    Result<void> check_one(const std::string& file, const StagedFile& staged) const;

    const fs::path& journal_;
    const LockChange& change_;
    const SystemCalls& calls_;
    LockMark mark_;
    std::set<fs::path> folders_;
    std::optional<OwnFolder> folder_;  // of the file before
    fs::path folder_below_;
    std::map<std::string, StagedFile> staged_;
    // Backups share their files, and go on doing so.
    std::map<Identity, fs::path> done_;
    std::set<fs::path> taken_;
    Generations numbers_;
};

// A long history has more folders than a process may hold open: the last is, which the next file
// is most often in as well.
Result<const OwnFolder*> Staging::folder_of(const fs::path& file) {
    const fs::path below = file.parent_path();
    if (folder_ && folder_below_ == below) return &*folder_;
    auto made = OwnFolder::make(journal_, new_set / below, calls_);
    if (!made) return fail(made.error());
    folder_ = *std::move(made);
    folder_below_ = below;
    folders_.insert(below);
    return &*folder_;
}

Result<Staging::Identity> Staging::identity_of(const fs::path& file) const {
    struct stat found {};
    if (::lstat((journal_ / file).c_str(), &found) != 0)
        return fail(system_error("read this file", errno, journal_ / file));
    return Identity{{found.st_dev, found.st_ino}, logical_name(file)};
}

// Nothing is written anew that was not opened. What was set aside was never understood: where it
// does not open its bytes are kept as they are, and given back when the lock is taken off.
Result<Said> Staging::read_said(const LockedFile& file, const std::string& bytes) const {
    const fs::path path = journal_ / file.file;
    Said as_it_is{bytes, logical_name(file.file)};
    auto opened = open_file_text(bytes, change_.before, {}, path.string(), most_of(file.kind));
    if (opened && *opened)
        return Said{std::move((*opened)->text), std::move((*opened)->name), (*opened)->generation};
    if (file.kind == LockedKind::set_aside) return as_it_is;
    if (!opened) return fail(cannot_convert(opened.error(), path));
    // The header of an envelope may be what was damaged: its key’s name is still in it.
    if (change_.before && bytes.find(change_.before->id()) != bytes.npos)
        return fail(
            cannot_convert({ErrorCode::invalid, "It was damaged or changed.", {}, {}}, path));
    return as_it_is;
}

bool Staging::share(const fs::path& file, const Identity& identity, const std::string& before) {
    const auto [same, is_new] = done_.try_emplace(identity, file);
    if (is_new) return false;
    const auto staged = staged_.find(same->second.generic_string());
    const auto to = folder_of(file);
    const auto from = OwnFolder::open(journal_, new_set / same->second.parent_path());
    if (staged == staged_.end() || !to || !from || !*from) return false;
    const fs::path there = (*from)->way(same->second.filename());
    if (::link(there.c_str(), (*to)->way(file.filename()).c_str()) != 0) return false;
    staged_.emplace(file.generic_string(), staged->second);
    mark_.files.push_back({file.generic_string(), staged->second.hash, before});
    return true;
}

Result<void> Staging::add(const LockedFile& file) {
    const auto identity = identity_of(file.file);
    if (!identity) return fail(identity.error());
    const auto bytes = read_own_file(journal_, file.file, most_of(file.kind));
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return {};  // taken away meanwhile
    const std::string before = whole_hash(**bytes);
    if (share(file.file, *identity, before)) return {};
    auto said = read_said(file, **bytes);
    if (!said) return fail(said.error());
    if (file.kind == LockedKind::part) {
        // No number is ever used twice, whichever of the two knows the higher one.
        int& number = numbers_[file.file.generic_string()];
        said->generation = std::max(said->generation, number);
        number = said->generation + 1;
    }
    return put(file.file, *said, before, most_of(file.kind));
}

Result<void> Staging::take(const fs::path& copy) {
    const auto bytes = read_own_file(journal_, copy, largest_taken);
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return {};
    const fs::path place = place_in_taken(journal_, copy, taken_);
    taken_.insert(place);
    mark_.gone.push_back({copy.generic_string(), whole_hash(**bytes), {}});
    return put(place, {**bytes, place.generic_string()}, {}, largest_draft);
}

Result<void> Staging::put(const fs::path& file, const Said& said, const std::string& before,
                          std::uintmax_t most) {
    StagedFile staged{{}, whole_hash(said.text), said.name, change_.after != nullptr};
    const std::string bytes =
        change_.after ? seal(said.text, *change_.after, said.name, said.generation + 1) : said.text;
    if (bytes.size() > most) return fail(too_large(journal_ / file));
    return put_bytes(file, bytes, std::move(staged), before);
}

Result<void> Staging::put_bytes(const fs::path& file, const std::string& bytes, StagedFile staged,
                                const std::string& before) {
    const auto folder = folder_of(file);
    if (!folder) return fail(folder.error());
    if (auto written = (*folder)->write(file.filename().string(), bytes, calls_); !written)
        return written;
    staged.hash = whole_hash(bytes);
    mark_.files.push_back({file.generic_string(), staged.hash, before});
    staged_.emplace(file.generic_string(), std::move(staged));
    return {};
}

Result<void> Staging::add_lock() {
    mark_.before = change_.before ? change_.before->id() : std::string{};
    mark_.after = change_.after ? change_.after->id() : std::string{};
    if (!change_.lock) return {};
    const std::string text = to_text(*change_.lock);
    const auto back = parse_lock(text, (journal_ / "lock.toml").string());
    if (!back) return fail(back.error());
    if (back->key != mark_.after)
        return fail(ErrorCode::invalid, "The new lock would not open this journal.",
                    "Nothing was changed.");
    for (const fs::path file : {"lock.toml", ".history/lock.toml"}) {
        const auto now = read_own_file(journal_, file);
        const std::string before = now && *now ? whole_hash(**now) : std::string{};
        if (auto put = put_bytes(file, text, {{}, whole_hash(text), {}, false}, before); !put)
            return put;
    }
    return {};
}

// How often each file was saved is carried over; of files that are gone, too.
Result<void> Staging::add_numbers() {
    if (!change_.after) return {};
    const auto now = read_own_file(journal_, list_of_files);
    const std::string before = now && *now ? whole_hash(**now) : std::string{};
    const std::string sealed = generations_text(*change_.after, numbers_);  // encrypted already
    const std::string file = (journal_ / list_of_files).string();
    const auto opened = open_file_text(sealed, change_.after, list_of_files, file);
    if (!opened) return fail(opened.error());
    const std::string hash = whole_hash(*opened ? (*opened)->text : sealed);
    return put_bytes(list_of_files, sealed, {{}, hash, list_of_files, true}, before);
}

Result<void> Staging::check_one(const std::string& file, const StagedFile& staged) const {
    const fs::path place = fs::path{new_set} / file;
    const auto bytes = read_own_file(journal_, place, largest_draft);
    if (!bytes) return fail(bytes.error());
    const Place at{(journal_ / place).string(), 0, 0};
    if (!*bytes || whole_hash(**bytes) != staged.hash)
        return fail(ErrorCode::system, "A file could not be read back as it was written.",
                    "The disk may be failing: keep a copy of your journal elsewhere.", at);
    if (!staged.sealed) return {};
    const auto opened = open_file_text(**bytes, change_.after, staged.name, at.file, largest_draft);
    if (opened && *opened && whole_hash((*opened)->text) == staged.text_hash) return {};
    return fail(ErrorCode::invalid, "What was encrypted does not open again.",
                "Nothing was changed.", at);
}

Result<void> Staging::check() const {
    for (const auto& [file, staged] : staged_)
        if (auto good = check_one(file, staged); !good) return good;
    return {};
}

Result<void> Staging::finish() const {
    for (const fs::path& below : folders_) {
        const auto folder = OwnFolder::make(journal_, new_set / below, calls_);
        if (!folder) return fail(folder.error());
        if (auto synced = folder->sync(calls_); !synced) return synced;
    }
    return {};
}

}  // namespace

Result<LockMark> stage(const fs::path& journal, const LockChange& change, const OtherFiles& others,
                       const SystemCalls& calls) {
    const auto files = list_locked_files(journal);
    if (!files) return fail(files.error());
    Staging staging(journal, change, calls);
    for (const LockedFile& file : *files)
        if (auto added = staging.add(file); !added) return fail(added.error());
    // An encrypted one elsewhere in the folder would stay behind for good with its key gone.
    for (const fs::path& file : others.envelopes) {
        const auto bytes = read_own_file(journal, file);
        if (!bytes) return fail(bytes.error());
        const bool goes =
            change.before && *bytes && key_of_envelope(**bytes) == change.before->id();
        if (!goes) continue;
        if (auto added = staging.add({file, LockedKind::history}); !added)
            return fail(added.error());
    }
    if (change.after)
        for (const fs::path& copy : others.copies)
            if (auto taken = staging.take(copy); !taken) return fail(taken.error());
    if (auto added = staging.add_lock(); !added) return fail(added.error());
    if (auto added = staging.add_numbers(); !added) return fail(added.error());
    if (auto finished = staging.finish(); !finished) return fail(finished.error());
    if (auto good = staging.check(); !good) return fail(good.error());
    return std::move(staging).mark();
}

}  // namespace rekindle
