#include "workbook/store/known_saves.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// Empty when there is no such file. A file is only ever replaced, so that it differs then.
std::string stamp_of(const fs::path& file) {
    struct stat found {};
    if (file.empty() || ::lstat(file.c_str(), &found) != 0) return {};
    return fmt::format("{} {} {} {}.{} {}.{}", found.st_dev, found.st_ino, found.st_size,
                       found.st_mtim.tv_sec, found.st_mtim.tv_nsec, found.st_ctim.tv_sec,
                       found.st_ctim.tv_nsec);
}

// `more` knows of a file what `all` may not.
void take_in(KnownSaves& known, const std::string& name, const ListedFile& more) {
    ListedFile& file = known.all.files[name];
    if (more.saves == file.saves && !more.hash.empty() && !file.hash.empty() &&
        more.hash != file.hash)
        known.or_else[name] = more.hash;
    if (more.saves > file.saves || (more.saves == file.saves && file.hash.empty())) {
        if (more.saves > file.saves) known.or_else.erase(name);
        file = more;
    }
}

}  // namespace

std::optional<DistrustKind> KnownSaves::judge(const std::string& name,
                                              const ListedFile& file) const {
    const auto listed = all.files.find(name);
    if (listed == all.files.end() || file.saves > listed->second.saves) return std::nullopt;
    if (file.saves < listed->second.saves) return DistrustKind::older_file;
    if (listed->second.hash.empty() || listed->second.hash == file.hash) return std::nullopt;
    const auto other = or_else.find(name);
    if (other != or_else.end() && other->second == file.hash) return std::nullopt;
    return DistrustKind::exchanged_file;
}

std::vector<DistrustKind> KnownSaves::judge_whole(const LockState& lock) const {
    if (other_key) return {DistrustKind::other_key};
    std::vector<DistrustKind> wrong;
    if (here && here->counter > (in_journal ? in_journal->counter : 0))
        wrong.push_back(DistrustKind::older_state);
    const LockState& last = all.lock;
    if (last.saves > 0 &&
        (lock.saves < last.saves ||
         (lock.saves == last.saves && !last.ways.empty() && lock.ways != last.ways)))
        wrong.push_back(DistrustKind::older_lock);
    return wrong;
}

int KnownSaves::saves_of(const std::string& name) const {
    const auto listed = all.files.find(name);
    return listed == all.files.end() ? 0 : listed->second.saves;
}

std::shared_ptr<const KnownSaves> KnownSavesReader::read(const fs::path& journal,
                                                         const fs::path& pins, const KeyRef& key) {
    if (!key) return std::make_shared<const KnownSaves>();
    const std::lock_guard held{mutex_};
    if (key_ != key->id()) {
        noted_.clear();
        read_.reset();
    }
    key_ = key->id();
    const fs::path pin = pin_of(pins, journal);
    if (const std::string stamp = stamp_of(pin); stamp != pin_.stamp) {
        pin_ = {stamp, {}, read_pin(pins, journal)};
        here_ = {};
        read_.reset();
    }
    if (pin_.value && (here_.key != key->id()))
        here_ = {pin_.stamp, key->id(), pin_.value->list_for(key)};
    const fs::path list = list_of(journal);
    if (const std::string stamp = stamp_of(list);
        stamp != in_journal_.stamp || in_journal_.key != key->id()) {
        in_journal_ = {stamp, key->id(), read_list(journal, key)};
        read_.reset();
    }
    if (!read_) read_ = std::make_shared<const KnownSaves>(together(*key));
    return read_;
}

KnownSaves KnownSavesReader::together(const JournalKey& key) const {
    KnownSaves known;
    if (pin_.value) {
        known.other_key = !pin_.value->now.key.empty() && !pin_.value->allows(key.id());
        known.here = here_.value;
    }
    known.in_journal = in_journal_.value;
    if (known.in_journal) known.all = *known.in_journal;
    if (known.here) {
        for (const auto& [name, file] : known.here->files) take_in(known, name, file);
        if (known.here->lock.saves > known.all.lock.saves) known.all.lock = known.here->lock;
        known.all.counter = std::max(known.all.counter, known.here->counter);
    }
    for (const auto& [name, file] : noted_) take_in(known, name, file);
    return known;
}

void KnownSavesReader::note(const std::string& name, const ListedFile& file) {
    const std::lock_guard held{mutex_};
    ListedFile& noted = noted_[name];
    if (file.saves < noted.saves || file == noted) return;
    noted = file;
    read_.reset();
}

}  // namespace rekindle
