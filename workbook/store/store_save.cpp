// One save, step by step: hold the folder, read afresh, apply the change to what is there, compare
// what would be read back, keep a version made by hand, replace, make it last.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/known_saves.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/missing.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/part_toml.hpp"
#include "workbook/store/store.hpp"
#include "workbook/store/unknown_keys.hpp"
#include "workbook/store/unsaved.hpp"
#include "workbook/store/versions.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// Another program would have to write this often within some milliseconds.
constexpr int most_tries = 20;

// True when nothing of it can ever have been in a file.
bool is_new(const Journal& journal) {
    return journal.profile == Profile{} && journal.practices == Practices{} &&
           std::all_of(journal.months.begin(), journal.months.end(),
                       [](const auto& month) { return month.second->checkins.empty(); }) &&
           std::all_of(journal.answers.begin(), journal.answers.end(),
                       [](const auto& answers) { return answers.second->cards.empty(); });
}

// Whether a lock was set, whatever it was that kept a save from working: another program holds the
// folder, for one. Of a disk that tells nothing it is not known, and words are worth more.
bool is_locked_now(const fs::path& folder) {
    const auto plain = check_key(folder, nullptr, true);
    return !plain && plain.error().code != ErrorCode::system &&
           plain.error().code != ErrorCode::busy;
}

// A folder that was there and is gone was moved, or its disk was taken out. A new one in its place
// would look like a journal in which everything is missing.
Result<void> check_still_there(const fs::path& folder, const Journal& base) {
    std::error_code failed;
    if (is_new(base) || fs::exists(folder, failed)) return {};
    return fail(system_error("find the folder of your journal", ENOENT, folder));
}

// What is to be written to the file of a part, and what it says now.
struct SavePlan {
    PartFile now;
    PartFile next;
    bool needed = true;      // false when the file says it already, or there is nothing to say
    bool only_ours = false;  // nobody else changed the part
};

// A part that is to be saved.
struct Saving {
    const fs::path& folder;
    const Part& part;
    const Journal& ours;
    const KeyRef& key;
    const KnownSaves& known;
};

bool is_what_we_wrote(const PartFile& file, const std::string* hash) {
    return file.bytes && hash != nullptr && short_hash(*file.bytes) == *hash;
}

// The document, read back and compared with what was meant before it may replace anything.
Result<PartFile> read_back(const Saving& saving, const TomlTable& document, const SavePlan& plan) {
    const auto& [folder, part, ours, key, known] = saving;
    const std::string file = (folder / Store::file_of(part)).string();
    std::string text = to_file_text(document);
    const std::size_t before = plan.now.bytes ? plan.now.bytes->size() : 0;
    // One that is fuller already, from another hand, was read: then it can be saved as well, unless
    // it is encrypted, which makes it larger.
    if (text.size() > (!key && before > fullest_file ? largest_file : fullest_file))
        return fail(ErrorCode::invalid, "This is more than one file of a journal holds (11 MiB).",
                    "It is kept here and not saved: shorten what is longest in it, or take some "
                    "of it out, and it is saved by itself.",
                    Place{file, 0, 0});
    if (key) {
        // A file that was gone goes on where it was: no number comes twice.
        const std::string name = Store::file_of(part).generic_string();
        const int saves = std::max(plan.now.generation, known.saves_of(name));
        text = seal(text, *key, name, saves + 1);
    }
    if (text.size() > largest_file)
        return fail(ErrorCode::invalid, "With this the file would be larger than 16 MiB.",
                    "It is kept here; write less, or move what other programs put into the file "
                    "elsewhere.",
                    Place{file, 1, 1});
    PartFile read = read_part_text(std::move(text), file, part, ours, key);
    const bool as_meant = !read.refused && !read.notice && read.document == document;
    const bool as_ours = !plan.only_ours || same_part(read.journal, as_read_back(ours, part), part);
    if (as_meant && as_ours) return read;
    return fail(ErrorCode::invalid, "What is to be saved would not be read back as it is.",
                "It is kept here; take out what was pasted from elsewhere, then try again.",
                Place{file, 0, 0});
}

// `last` is the hash of what this store wrote last: such a file holds what `base` was to become,
// even when the save that wrote it failed in its last step and the caller has not heard of it.
Result<SavePlan> plan_save(const Saving& saving, const Journal& base, const std::string* last) {
    const auto& [folder, part, ours, key, known] = saving;
    SavePlan plan;
    plan.now = read_part_file(folder, part, ours, key);
    if (plan.now.refused) return fail(*plan.now.refused);
    if (key && plan.now.bytes)
        if (const auto wrong = known.judge(Store::file_of(part).generic_string(),
                                           {plan.now.generation, plan.now.text_hash}))
            return fail(distrust_of(*wrong, folder, part).words);

    // Absence is never deletion: where the file is gone, all that we know is written again.
    const Journal theirs = with_part(ours, plan.now.bytes ? plan.now.journal : base, part);
    const Journal from = is_what_we_wrote(plan.now, last) ? theirs : with_part(ours, base, part);
    const TomlTable understood = to_toml(theirs, part);
    plan.only_ours = understood == to_toml(from, part);
    const Journal merged = plan.only_ours ? ours : merge(from, ours, theirs);
    const TomlTable document = keep_unknown(to_toml(merged, part), understood, plan.now.document);
    plan.needed = plan.now.bytes ? plan.now.document != document : !document.empty();

    auto next = read_back(saving, document, plan);
    if (!next) return fail(next.error());
    plan.next = std::move(*next);
    return plan;
}

// A version that was changed by hand has comments and an order of its own: it is kept for long.
bool is_pinned(const SavePlan& plan) {
    return plan.now.notice || loses_much(plan.now.document, plan.next.document);
}

Result<Replaced> carry_out(const SavePlan& plan, const fs::path& folder, const Part& part,
                           const SystemCalls& calls) {
    const fs::path file = Store::file_of(part);
    fs::path before;
    if (plan.now.bytes) {
        const bool pinned = is_pinned(plan);
        const auto kept = keep_version(folder, file, *plan.now.bytes, pinned, calls);
        // What one is writing now matters more than yesterday's version of it, unless much is lost.
        if (!kept && pinned) return fail(kept.error());
        if (kept) before = kept->lexically_relative(folder);
    }
    auto replaced = replace_file_of(folder, file, *plan.next.bytes, plan.now.bytes, calls);
    if (before.empty() || !replaced) return replaced;
    if (*replaced == Replaced::changed)
        remove_own_file(folder, before);  // it is not the version before
    else
        make_own_file_private(folder, before);
    return replaced;
}

}  // namespace

Result<Saved> Store::save(const Journal& base, const Journal& ours) {
    const bool nothing = base == ours;  // saving nothing proves nothing
    if (!nothing) std::for_each(kept_.begin(), kept_.end(), claim_unsaved);
    auto saved = save_all(base, ours);
    if (saved && saved->refused.empty()) {
        if (!nothing) saved->still_kept = drop_what_was_kept();
        return saved;
    }
    std::for_each(kept_.begin(), kept_.end(), release_unsaved);
    // Of a journal that somebody locked meanwhile nothing is written in plain text; the caller has
    // it, and asks for the passphrase.
    if (!saved &&
        (saved.error().code == ErrorCode::locked || saved.error().code == ErrorCode::lock_gone))
        return saved;
    if (!key_ && is_locked_now(folder_)) return saved;
    const std::string where = keep_elsewhere(base, ours);
    if (where.empty()) return saved;
    const auto say_where = [&](Error& error) {
        error.remedy += (error.remedy.empty() ? "" : " ") + where;
    };
    if (!saved) say_where(saved.error());
    if (saved)
        for (auto& [part, error] : saved->refused) say_where(error);
    return saved;
}

Result<Saved> Store::save_all(const Journal& base, const Journal& ours) {
    Saved saved{ours, {}};
    std::vector<Part> parts = changed_parts(base, ours);
    // Other objects can say the same: then there is nothing to write.
    std::erase_if(parts, [&](const Part& part) { return same_part(base, ours, part); });
    if (parts.empty()) return saved;
    if (auto there = check_still_there(folder_, base); !there) return fail(there.error());
    if (auto made = make_folder(folder_, calls_); !made) return fail(made.error());
    const auto lock = FolderLock::take(folder_, lock_patience, calls_);
    if (!lock) return fail(lock.error());
    if (auto settled = settle_while_held(folder_, calls_); !settled) return fail(settled.error());
    if (auto fits = check_key(true); !fits) return fail(fits.error());
    forget_dropped(folder_);
    keep_leftovers(folder_, key_, calls_);
    saved.backup_failed = back_up();

    const auto held_known = this->known();
    const KnownSaves& known = *held_known;
    std::optional<Error> failed;
    for (const Part& part : parts) {
        const auto on_disk = save_part(base, ours, part, known, saved);
        if (on_disk) {
            if (*on_disk) saved.journal = with_part(saved.journal, **on_disk, part);
        } else if (on_disk.error().code == ErrorCode::system ||
                   on_disk.error().code == ErrorCode::busy) {
            if (!failed) failed = on_disk.error();  // the other parts are saved all the same
        } else {
            saved.refused.emplace(part, on_disk.error());
        }
    }
    if (!saved_files_.empty() && write_list_with(saved_files_, false)) saved_files_.clear();
    if (failed) return fail(std::move(*failed));
    return saved;
}

// A backup that fails does not keep anyone from saving what they write.
std::optional<Error> Store::back_up() const {
    if (!today_) return std::nullopt;
    const Date today = today_();
    const auto made = make_backup(folder_, today, backup_reason_, calls_);
    if (!made) return made.error();
    if (*made) thin_backups(folder_);
    return std::nullopt;
}

Result<std::optional<Journal>> Store::save_part(const Journal& base, const Journal& ours,
                                                const Part& part, const KnownSaves& known,
                                                Saved& saved) {
    const fs::path file = folder_ / file_of(part);
    for (int tries = 0; tries < most_tries; ++tries) {
        const auto last = written_.find(part);
        auto plan = plan_save({folder_, part, ours, key_, known}, base,
                              last == written_.end() ? nullptr : &last->second);
        if (!plan) return fail(plan.error());
        if (plan->needed) {
            if (plan->only_ours)
                written_[part] = short_hash(*plan->next.bytes);
            else
                written_.erase(part);
            // Before a new file stands there: what the one that is gone held stays known.
            const bool gone = !plan->now.bytes && note_gone(*this, part, ours, calls_);
            const auto replaced = carry_out(*plan, folder_, part, calls_);
            if (!replaced) return fail(replaced.error());
            if (*replaced == Replaced::changed) continue;
            if (gone) saved.gone.push_back(part);
            if (key_) {
                const std::string name = file_of(part).generic_string();
                saved_files_[name] = {plan->next.generation, plan->next.text_hash};
                known_->note(name, saved_files_[name]);
            }
        } else if (plan->now.bytes) {
            // It may be there from a save whose last step failed: only now is it sure to last.
            if (auto synced = sync_folder(file.parent_path(), calls_); !synced)
                return fail(synced.error());
        }
        if (const auto& there = plan->needed ? plan->next.bytes : plan->now.bytes)
            left_[part] = short_hash(*there);
        if (!plan->only_ours && plan->now.bytes)
            for (auto& place : both_changed(base, with_part(base, ours, part),
                                            with_part(base, plan->now.journal, part)))
                saved.both.push_back(std::move(place));
        if (plan->only_ours || same_part(plan->next.journal, ours, part))
            return std::optional<Journal>{};
        return std::optional{std::move(plan->next.journal)};
    }
    return fail(ErrorCode::busy, "Another program keeps writing this file.",
                "Wait until it is done, then try again.", Place{file.string(), 0, 0});
}

}  // namespace rekindle
