#include "workbook/store/store.hpp"

#include <algorithm>

#include "workbook/store/file.hpp"
#include "workbook/store/generations.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/unsaved.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// Reads a part into what has been opened so far.
void take_in(Opened& opened, const fs::path& folder, const Part& part, const KeyRef& key,
             const Generations& newest = {}) {
    PartFile file = read_part_file(folder, part, std::move(opened.journal), key);
    opened.journal = std::move(file.journal);
    // Plain where a key was expected: the lock may have been taken off meanwhile.
    if (file.refused && key)
        if (auto fits = check_key(folder, key, true); !fits) file.refused = fits.error();
    if (file.bytes) opened.seen.emplace(part, short_hash(*file.bytes));
    if (file.refused) opened.read_only.emplace(part, *file.refused);
    opened.problems.insert(opened.problems.end(), file.problems.begin(), file.problems.end());
    if (file.notice) opened.notices.push_back(*file.notice);
    const auto known = newest.find(Store::file_of(part).generic_string());
    if (file.bytes && !file.refused && known != newest.end() && file.generation < known->second)
        opened.notices.push_back({ErrorCode::invalid,
                                  "This file is older than the one that was saved last.",
                                  "That is fine if you put it back yourself; earlier states are in "
                                  "Settings.",
                                  Place{(folder / Store::file_of(part)).string(), 0, 0}});
}

// A folder of the journal that cannot be looked into hides nothing of the others. Where nothing at
// all can be reached, that is the error.
template <class Name>
Result<std::vector<Name>> as_far_as_listed(Result<std::vector<Name>> listed, const fs::path& folder,
                                           Problems& problems) {
    if (listed) return listed;
    std::error_code closed;
    const fs::directory_iterator reached{folder, closed};
    if (closed) return listed;
    problems.push_back(listed.error());
    return std::vector<Name>{};
}

}  // namespace

Store::Store(fs::path folder, SystemCalls calls)
    : folder_(std::move(folder)), calls_(std::move(calls)) {}

void Store::keep_backups(std::function<Date()> today, BackupReason reason) {
    today_ = std::move(today);
    backup_reason_ = reason;
}

void Store::keep_what_is_refused(std::vector<fs::path> places, std::vector<fs::path> brought_back) {
    places_ = std::move(places);
    kept_ = std::move(brought_back);
}

std::string Store::keep_elsewhere(const Journal& base, const Journal& ours) {
    for (const fs::path& place : places_) {
        if (!keep_unsaved(place, folder_, base, ours, key_, calls_)) continue;
        if (std::find(kept_.begin(), kept_.end(), place) == kept_.end()) kept_.push_back(place);
        return "What you wrote is kept in " + place.string() +
               " and comes back when this journal is opened again.";
    }
    return {};
}

// Absence of one is what is wanted; one that cannot be taken away says nothing new when read again.
void Store::drop_what_was_kept() {
    std::error_code ignored;
    for (const fs::path& file : kept_) fs::remove(file, ignored);
    kept_.clear();
}

Result<Opened> Store::open(std::optional<int> months) const {
    if (auto settled = settle_lock_change(folder_, calls_); !settled) return fail(settled.error());
    if (auto fits = check_key(folder_, key_, false); !fits) return fail(fits.error());
    const Generations newest = read_generations(folder_, key_);
    Opened opened;
    if (const auto unfinished = unfinished_change(folder_)) opened.problems.push_back(*unfinished);
    if (was_dropped(folder_)) opened.notices.push_back(said_of_dropped(folder_));
    auto all_months = as_far_as_listed(list_months(folder_), folder_, opened.problems);
    if (!all_months) return fail(all_months.error());
    const auto workbooks = as_far_as_listed(list_answers(folder_), folder_, opened.problems);
    if (!workbooks) return fail(workbooks.error());

    take_in(opened, folder_, Part{PartKind::profile}, key_, newest);
    take_in(opened, folder_, Part{PartKind::practices}, key_, newest);
    for (const std::string& workbook : *workbooks)
        take_in(opened, folder_, Part{PartKind::answers, {}, workbook}, key_, newest);
    const std::size_t first =
        months ? std::min(all_months->size(), static_cast<std::size_t>(std::max(*months, 0)))
               : all_months->size();
    for (std::size_t i = 0; i < first; ++i)
        take_in(opened, folder_, Part{PartKind::month, (*all_months)[i]}, key_, newest);
    opened.rest.assign(all_months->begin() + static_cast<std::ptrdiff_t>(first), all_months->end());
    return opened;
}

Result<Opened> Store::read(const Part& part) const {
    Opened opened;
    if (part.kind != PartKind::profile)
        opened.journal =
            read_part_file(folder_, Part{PartKind::profile}, std::move(opened.journal), key_)
                .journal;
    take_in(opened, folder_, part, key_, read_generations(folder_, key_));
    return opened;
}

std::optional<std::string> Store::hash_of(const Part& part) const {
    const auto bytes = read_file(folder_ / file_of(part));
    if (!bytes || !*bytes) return std::nullopt;
    return short_hash(**bytes);
}

std::optional<std::string> Store::left_by_save(const Part& part) const {
    const auto left = left_.find(part);
    return left == left_.end() ? std::nullopt : std::optional{left->second};
}

std::vector<fs::path> Store::foreign_files() const { return list_foreign_files(folder_); }

}  // namespace rekindle
