// The store's side of trust in a locked journal: what is told of files that are not as they were
// left, what is remembered of those that are, and what happens once somebody accepts them.
#include <algorithm>
#include <chrono>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/known_saves.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/lock_presence.hpp"
#include "workbook/store/missing.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// An earlier lock is never taken for the newest one by itself.
void take_in_lock(SealedList& list, const KnownSaves& known, const LockState& now) {
    const auto wrong = known.judge_whole(now);
    if (std::find(wrong.begin(), wrong.end(), DistrustKind::older_lock) == wrong.end())
        list.lock = now;
}

// Where the journal's list and this computer's know another text of the same number, that of the
// file that is there stays known: it was found good.
void keep_those_there(SealedList& list, const KnownSaves& known, const fs::path& folder,
                      const KeyRef& key) {
    for (const auto& [name, hash] : known.or_else) {
        const auto now = look_at(folder, name, key);
        if (now && now->hash == hash) list.files[name] = *now;
    }
}

bool holds(const std::vector<Distrust>& told, DistrustKind kind) {
    return std::any_of(told.begin(), told.end(),
                       [&](const Distrust& each) { return each.kind == kind; });
}

}  // namespace

std::shared_ptr<const KnownSaves> Store::known() const {
    return known_->read(folder_, pins_, key_);
}

Result<void> Store::check_key(bool for_writing) const {
    auto fits = rekindle::check_key(folder_, key_, for_writing, pins_, look_.get());
    if (!fits || !for_writing || !key_ || !known()->other_key) return fits;
    return fail(distrust_of(DistrustKind::other_key, folder_).words);
}

// Reads a part into what has been opened so far, and looks whether it is the one saved last.
void Store::read_into(Opened& opened, const Part& part, const KnownSaves& known) const {
    PartFile file = read_part_file(folder_, part, std::move(opened.journal), key_);
    opened.journal = std::move(file.journal);
    // Plain where a key was expected: the lock may have been taken off meanwhile.
    if (file.refused && key_)
        if (auto fits = rekindle::check_key(folder_, key_, true, pins_, look_.get()); !fits)
            file.refused = fits.error();
    if (file.bytes) opened.seen.emplace(part, short_hash(*file.bytes));
    if (file.refused) opened.read_only.emplace(part, *file.refused);
    opened.problems.insert(opened.problems.end(), file.problems.begin(), file.problems.end());
    if (file.notice) opened.notices.push_back(*file.notice);
    if (!key_ || file.refused) return;

    const std::string name = file_of(part).generic_string();
    std::optional<DistrustKind> wrong;
    const ListedFile now{file.generation, file.text_hash};
    if (file.bytes) wrong = known.judge(name, now);
    if (!file.bytes && known.all.files.contains(name)) wrong = DistrustKind::file_gone;
    if (wrong) {
        opened.distrust.push_back(distrust_of(*wrong, folder_, part));
        if (is_read_only(*wrong)) opened.read_only.emplace(part, opened.distrust.back().words);
    } else if (file.bytes) {
        known_->note(name, now);
    }
    if (known.other_key)
        opened.read_only.emplace(part, distrust_of(DistrustKind::other_key, folder_).words);
}

// Files that are listed and not there, and what is wrong with the journal as a whole.
void Store::tell_whole(Opened& opened, const KnownSaves& known) const {
    if (!key_) return;
    for (const DistrustKind kind : known.judge_whole(lock_state_of(folder_, key_)))
        opened.distrust.push_back(distrust_of(kind, folder_));
    // A folder that cannot be looked into is told as that.
    if (!list_months(folder_) || !list_answers(folder_)) return;
    for (const auto& [name, listed] : known.all.files) {
        const auto part = part_of(name);
        if (!part || part->kind == PartKind::profile || part->kind == PartKind::practices) continue;
        if (!is_there(folder_ / name))
            opened.distrust.push_back(distrust_of(DistrustKind::file_gone, folder_, part));
    }
}

// What cannot be remembered is no reason not to open a journal.
void Store::remember() const {
    if (pins_.empty()) return;
    const auto pin = read_pin(pins_, folder_);
    if (!key_) {
        // Opened without a lock, as it may be: a change that was cut off has taken it off.
        if (pin) (void)remove_pin(pins_, folder_);
        return;
    }
    const auto lock = read_lock(folder_);
    const auto held_known = this->known();
    const KnownSaves& known = *held_known;
    if (!lock || !*lock || (*lock)->key != key_->id() || known.other_key) return;
    SealedList list = known.all;
    keep_those_there(list, known, folder_, key_);
    take_in_lock(list, known, lock_state_of(folder_, key_));
    if (pin && !pin->next && pin->now.key == key_->id() && pin->list_for(key_) == list) return;
    (void)write_pin(pins_, folder_, {pin_state(key_, list), std::nullopt}, calls_);
}

// A list that cannot be written now is written with the next save: a file with a higher number than
// listed is a good one.
bool Store::write_list_with(const std::map<std::string, ListedFile>& changed,
                            bool accept_lock) const {
    const auto held_known = this->known();
    const KnownSaves& known = *held_known;
    SealedList list = known.all;
    keep_those_there(list, known, folder_, key_);
    for (const auto& [name, file] : changed) list.files[name] = file;
    complete(list, folder_, key_);
    const LockState lock = lock_state_of(folder_, key_);
    take_in_lock(list, known, lock);
    if (accept_lock) list.lock = lock;
    ++list.counter;
    if (!write_list(folder_, list, *key_, calls_)) return false;
    (void)write_pin(pins_, folder_, {pin_state(key_, list), std::nullopt}, calls_);
    return true;
}

int Store::next_number(const Part& part) const {
    const std::string name = file_of(part).generic_string();
    const auto now = look_at(folder_, name, key_);
    return std::max(known()->saves_of(name), now ? now->saves : 0) + 1;
}

void Store::note_written(const Part& part) const {
    const std::string name = file_of(part).generic_string();
    const auto now = look_at(folder_, name, key_);
    if (!now) return;
    known_->note(name, *now);
    write_list_with({{name, *now}}, false);
}

void Store::note_lock() const {
    if (const auto held = FolderLock::take(folder_, lock_patience, calls_))
        write_list_with({}, true);
}

// The same text with a new number: what lies here from now on is the newest.
Result<void> Store::accept_part(const Part& part, const KnownSaves& known,
                                std::map<std::string, ListedFile>& done) const {
    const std::string name = file_of(part).generic_string();
    const fs::path file = folder_ / name;
    const auto bytes = read_file(file);
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return {};
    const auto opened = open_file_text(**bytes, key_, name, file.string());
    if (!opened) return fail(opened.error());
    if (!*opened) return {};
    const ListedFile now{(*opened)->generation, short_hash((*opened)->text)};
    if (!known.judge(name, now)) return {};
    const int number = std::max(known.saves_of(name), now.saves) + 1;
    const auto replaced =
        replace_file(file, seal((*opened)->text, *key_, name, number), **bytes, calls_);
    if (!replaced) return fail(replaced.error());
    if (*replaced != Replaced::done)
        return fail(ErrorCode::busy, "This file was changed meanwhile.",
                    "Look at what it says now.", Place{file.string(), 1, 0});
    done[name] = {number, now.hash};
    known_->note(name, done[name]);
    return {};
}

Result<void> Store::accept(const std::vector<Distrust>& told) {
    if (told.empty()) return {};
    {
        const auto held = FolderLock::take(folder_, lock_patience, calls_);
        if (!held) return fail(held.error());
        if (auto settled = settle_while_held(folder_, calls_); !settled)
            return fail(settled.error());
        const bool other_key = holds(told, DistrustKind::other_key);
        auto fits = other_key ? rekindle::check_key(folder_, key_, true, pins_, look_.get())
                              : check_key(true);
        if (!fits) return fits;
        if (!key_) return {};
        const auto held_known = this->known();
        const KnownSaves& known = *held_known;
        std::map<std::string, ListedFile> done;
        Result<void> accepted;
        for (const Distrust& each : told)
            if (each.part && each.kind != DistrustKind::file_gone && accepted)
                accepted = accept_part(*each.part, known, done);
        const bool listed = write_list_with(done, holds(told, DistrustKind::older_lock));
        if (!accepted) return accepted;
        if (!listed)
            return fail(ErrorCode::system, "The list of what was saved cannot be written.",
                        "Make some room on this disk, then accept it once more.",
                        Place{list_of(folder_).string(), 0, 0});
    }
    for (const Distrust& each : told)
        if (each.part && each.kind == DistrustKind::file_gone)
            if (auto left = leave_out(*this, *each.part, calls_); !left) return left;
    return {};
}

}  // namespace rekindle
