// The session's care for the journal's files: earlier parts for damaged ones, copies that lie
// beside them, and a question where two sides changed the same. All of the disk's work is done by
// the writer's thread, and nothing without someone's word.
#include <algorithm>
#include <filesystem>

#include "app/session/session.hpp"
#include "app/words/care_words.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/difference.hpp"

namespace rekindle::app {
namespace {

std::string key_of(const ConflictCopy& copy) { return copy.file.string() + ' ' + copy.hash; }

auto find_copy(FileNotices& notices, const std::string& file) {
    return std::find_if(notices.copies.begin(), notices.copies.end(),
                        [&](const ShownCopy& each) { return each.copy.file == file; });
}

bool is_same_place(const BothChanged& a, const BothChanged& b) {
    return a.day == b.day && a.workbook == b.workbook && a.card == b.card && a.person == b.person;
}

}  // namespace

// --- files that cannot be read ---

void Session::look_for_earlier(const Part& part) {
    const auto damage = read_only_.find(part);
    if (!target_ || damage == read_only_.end() || damage->second.code != ErrorCode::invalid) return;
    if (notices_.earlier.contains(part)) return;
    notices_.earlier[part] = {};
    target_->ask(FindEarlier{part});
}

// A file that was read before it was damaged is here still, newer than anywhere else.
void Session::part_is_damaged(const Part& part, const Error& why) {
    note_lock(why);
    const bool was_whole = !read_only_.contains(part);
    read_only_[part] = why;
    if (was_whole && why.code == ErrorCode::invalid && !same_part(journal(), Journal{}, part))
        notices_.earlier[part] = {ShownEarlier::Step::looked,
                                  EarlierPart{part, {}, 0, with_part(Journal{}, journal(), part)},
                                  {}};
    else
        look_for_earlier(part);
}

void Session::part_is_whole(const Part& part) {
    const std::string file = (std::filesystem::path(folder_) / Store::file_of(part)).string();
    read_only_.erase(part);
    notices_.earlier.erase(part);
    std::erase_if(problems_, [&](const Error& problem) { return problem.place.file == file; });
}

void Session::take_in(const EarlierFound& found) {
    const auto offer = notices_.earlier.find(found.part);
    if (offer == notices_.earlier.end() || offer->second.step != ShownEarlier::Step::looking)
        return;
    offer->second.step = ShownEarlier::Step::looked;
    if (found.result)
        offer->second.found = *found.result;
    else
        offer->second.problem = to_sentence(found.result.error());
}

void Session::use_earlier(const Part& part) {
    const auto offer = notices_.earlier.find(part);
    if (!target_ || offer == notices_.earlier.end() || !offer->second.found ||
        offer->second.step != ShownEarlier::Step::looked)
        return;
    offer->second.step = ShownEarlier::Step::bringing;
    offer->second.problem.clear();
    target_->ask(PutEarlier{*offer->second.found});
}

// The file holds the earlier part now. What was changed here since the file was read is kept.
void Session::take_in(const EarlierPut& put) {
    const Part& part = put.earlier.part;
    const auto offer = notices_.earlier.find(part);
    if (!put.result) {
        if (offer == notices_.earlier.end()) return;
        offer->second.step = ShownEarlier::Step::looked;
        offer->second.problem = to_sentence(put.result.error());
        return;
    }
    part_is_whole(part);
    Journal next = merge(base_, journal(), with_part(journal(), put.earlier.journal, part));
    base_ = with_part(base_, put.earlier.journal, part);
    apply_alone(std::move(next), "a repair");
    if (is_saved()) saving_.found_saved(now_.time);
    journal_changed();
}

// --- copies beside the journal's files ---

void Session::take_in(const CopiesFound& found) {
    std::vector<ShownCopy> seen;
    for (const ConflictCopy& copy : found.copies) {
        if (notices_.left.contains(key_of(copy))) continue;
        ShownCopy entry;
        const auto known = find_copy(notices_, copy.file.string());
        if (known != notices_.copies.end() && known->copy.hash == copy.hash) entry = *known;
        entry.copy = copy;
        seen.push_back(std::move(entry));
    }
    notices_.copies = std::move(seen);
    look_at_copies();
}

void Session::look_at_copies() {
    for (ShownCopy& entry : notices_.copies)
        if (!entry.copy.refused)
            entry.difference = difference(journal(), with_copy(journal(), entry.copy));
}

void Session::bring_in_copy(const std::string& file) {
    const auto found = find_copy(notices_, file);
    if (found == notices_.copies.end() || found->copy.refused || found->bringing ||
        !months_to_read_.empty() || read_only_.contains(found->copy.part))
        return;
    found->bringing = true;
    found->problem.clear();
    ask_about(both_have(journal(), found->copy));
    Journal next = with_copy(journal(), found->copy);
    if (!same_part(next, journal(), found->copy.part)) {
        apply_alone(std::move(next), "a copy");
        journal_changed();
    }
    begin_save();
    put_away_copies();
}

void Session::leave_copy(const std::string& file) {
    const auto found = find_copy(notices_, file);
    if (found == notices_.copies.end()) return;
    notices_.left.insert(key_of(found->copy));
    notices_.copies.erase(found);
}

// A copy goes only once the journal's own file says everything that it says.
void Session::put_away_copies() {
    if (!target_) return;
    std::erase_if(notices_.copies, [&](ShownCopy& entry) {
        if (!entry.bringing) return false;
        if (!same_part(with_copy(base_, entry.copy), base_, entry.copy.part)) {
            if (is_saved()) entry.bringing = false;  // it was taken back
            return false;
        }
        target_->ask(PutCopyAway{entry.copy});
        return true;
    });
}

void Session::take_in(const CopyPutAway& ended) {
    if (ended.result) return;
    leave_copy(ended.copy.file.string());  // should it have been found once more meanwhile
    notices_.left.erase(key_of(ended.copy));
    notices_.copies.push_back({ended.copy, {}, false, to_sentence(ended.result.error())});
    look_at_copies();
}

// --- what two sides changed ---

void Session::ask_about(const std::vector<BothChanged>& both) {
    for (const BothChanged& place : both) {
        std::erase_if(notices_.both,
                      [&](const BothChanged& known) { return is_same_place(known, place); });
        notices_.both.push_back(place);
    }
}

// Whoever is writing has looked at what is theirs; what is the other's waits for them.
void Session::fine_so() {
    std::erase_if(notices_.both, [&](const BothChanged& place) {
        return is_for(place, *journal().profile, person_);
    });
}

// --- earlier states ---

// A save in which nothing differed has not tried to keep one.
void Session::note_backup(const SaveEnded& ended) {
    const auto parts = changed_parts(ended.base, ended.ours);
    const bool tried = std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
        return !same_part(ended.base, ended.ours, part);
    });
    if (ended.result->backup_failed)
        notices_.backup_problem = to_sentence(*ended.result->backup_failed);
    else if (tried)
        notices_.backup_problem.clear();
}

}  // namespace rekindle::app
