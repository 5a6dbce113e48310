#include "workbook/store/store.hpp"

#include <algorithm>

#include "workbook/files/file.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/known_saves.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/lock_presence.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/unsaved.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

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
    : folder_(std::move(folder)),
      calls_(std::move(calls)),
      known_(std::make_shared<KnownSavesReader>()),
      look_(std::make_shared<EnvelopeLook>()) {}

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
        const auto day = today_ ? std::optional(today_()) : std::nullopt;
        if (!write_unsaved(place, unsaved_text(folder_, base, ours, key_, day), calls_)) continue;
        if (std::find(kept_.begin(), kept_.end(), place) == kept_.end()) kept_.push_back(place);
        return "What you wrote is kept in " + place.string() +
               " and comes back when this journal is opened again.";
    }
    return {};
}

// Absence of one is what is wanted.
std::vector<fs::path> Store::drop_what_was_kept() {
    std::vector<fs::path> still_kept;
    for (fs::path& file : std::exchange(kept_, {}))
        if (!remove_unsaved(file)) still_kept.push_back(std::move(file));
    return still_kept;
}

Result<Opened> Store::open(std::optional<int> months, Opening what) const {
    if (auto settled = settle_lock_change(folder_, calls_); !settled) return fail(settled.error());
    const auto fits = check_key(false);
    const bool lock_is_gone = !fits && fits.error().code == ErrorCode::lock_gone;
    if (!fits && !(lock_is_gone && what == Opening::to_read)) return fail(fits.error());
    const auto held_known = this->known();
    const KnownSaves& known = *held_known;
    Opened opened;
    if (lock_is_gone) opened.problems.push_back(fits.error());
    if (const auto unfinished = unfinished_change(folder_)) opened.problems.push_back(*unfinished);
    if (was_dropped(folder_)) opened.notices.push_back(said_of_dropped(folder_));
    auto all_months = as_far_as_listed(list_months(folder_), folder_, opened.problems);
    if (!all_months) return fail(all_months.error());
    const auto workbooks = as_far_as_listed(list_answers(folder_), folder_, opened.problems);
    if (!workbooks) return fail(workbooks.error());

    read_into(opened, Part{PartKind::profile}, known);
    read_into(opened, Part{PartKind::practices}, known);
    for (const std::string& workbook : *workbooks)
        read_into(opened, Part{PartKind::answers, {}, workbook}, known);
    const std::size_t first =
        months ? std::min(all_months->size(), static_cast<std::size_t>(std::max(*months, 0)))
               : all_months->size();
    for (std::size_t i = 0; i < first; ++i)
        read_into(opened, Part{PartKind::month, (*all_months)[i]}, known);
    opened.rest.assign(all_months->begin() + static_cast<std::ptrdiff_t>(first), all_months->end());
    tell_whole(opened, known);
    if (!lock_is_gone) remember();
    return opened;
}

Result<Opened> Store::read(const Part& part) const {
    Opened opened;
    if (part.kind != PartKind::profile)
        opened.journal =
            read_part_file(folder_, Part{PartKind::profile}, std::move(opened.journal), key_)
                .journal;
    read_into(opened, part, *known());
    return opened;
}

std::optional<std::string> Store::hash_of(const Part& part) const {
    const auto bytes = read_file_of(folder_, file_of(part));
    if (!bytes || !*bytes) return std::nullopt;
    return short_hash(**bytes);
}

std::optional<std::string> Store::left_by_save(const Part& part) const {
    const auto left = left_.find(part);
    return left == left_.end() ? std::nullopt : std::optional{left->second};
}

std::vector<fs::path> Store::foreign_files() const { return list_foreign_files(folder_); }

}  // namespace rekindle
