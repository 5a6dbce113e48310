// The session's care for what is not there: files that are gone, which are offered back, and
// entries that lead to a person or a scale that is not in the journal any more.
#include <algorithm>

#include "app/session/session.hpp"
#include "workbook/store/difference.hpp"
#include "workbook/store/missing.hpp"

namespace rekindle::app {
namespace {

auto find_missing_part(FileNotices& notices, const Part& part) {
    return std::find_if(
        notices.missing.begin(), notices.missing.end(),
        [&](const ShownMissing& each) { return each.missing.earlier.part == part; });
}

// Whether the journal says everything that was there before.
bool has_all(const Journal& journal, const MissingPart& missing) {
    const Difference left = difference(journal, with_missing(journal, missing.earlier));
    return left.checkins.added + left.answers.added + left.practices.added == 0 && !left.settings;
}

// What each id of a profile that entries refer to is told to `take`, in order.
template <class Take>
void each_id(const Profile& profile, Take take) {
    for (const Person& person : profile.people) take(person.id);
    for (const Scale& scale : profile.own_scales) take(scale.id);
    for (const Scale& scale : profile.former_scales) take(scale.id);
}

std::vector<std::string> ids_of(const Profile& profile) {
    std::vector<std::string> ids;
    each_id(profile, [&](const std::string& id) { ids.push_back(id); });
    return ids;
}

// Compared one by one, since it is asked in every frame.
bool has_ids(const Profile& profile, const std::vector<std::string>& ids) {
    std::size_t met = 0;
    bool same = true;
    each_id(profile, [&](const std::string& id) {
        same = same && met < ids.size() && ids[met] == id;
        ++met;
    });
    return same && met == ids.size();
}

}  // namespace

// --- files that are gone ---

// What the window still has is written again by itself and is not missing.
void Session::take_in(const MissingFound& found) {
    std::vector<ShownMissing> all;
    for (const MissingPart& each : found.missing) {
        const auto known = find_missing_part(notices_, each.earlier.part);
        const bool bringing = known != notices_.missing.end() && known->bringing;
        if (!bringing && each.readable && !is_saved() && has_all(journal(), each)) continue;
        ShownMissing entry{each, bringing, {}};
        if (known != notices_.missing.end()) entry.problem = known->problem;
        all.push_back(std::move(entry));
    }
    notices_.missing = std::move(all);
    references_due_ = true;  // who writes here cannot be told without the profile
}

// One step that can be undone; the note of it goes once the file says everything again.
void Session::bring_back_missing(const Part& part) {
    const auto found = find_missing_part(notices_, part);
    if (found == notices_.missing.end() || !found->missing.readable || found->bringing ||
        !months_to_read_.empty() || read_only_.contains(part))
        return;
    found->bringing = true;
    found->problem.clear();
    Journal next = with_missing(journal(), found->missing.earlier);
    if (!same_part(next, journal(), part)) {
        apply_alone(std::move(next), "what was missing");
        journal_changed();
    }
    begin_save();
    settle_what_is_back();
}

void Session::leave_out_missing(const Part& part) {
    const auto found = find_missing_part(notices_, part);
    if (!target_ || found == notices_.missing.end() || found->bringing) return;
    found->problem.clear();
    target_->ask(GiveUpMissing{part});
}

void Session::settle_what_is_back() {
    if (!target_) return;
    std::erase_if(notices_.missing, [&](ShownMissing& entry) {
        if (!entry.bringing) return false;
        if (!has_all(base_, entry.missing)) {
            if (is_saved()) entry.bringing = false;  // it was taken back
            return false;
        }
        target_->ask(SettleMissing{entry.missing.earlier.part});
        return true;
    });
}

void Session::take_in(const MissingSettled& settled) {
    const auto found = find_missing_part(notices_, settled.part);
    if (found == notices_.missing.end()) return;
    if (settled.result)
        notices_.missing.erase(found);
    else
        found->problem = to_sentence(settled.result.error());
}

// --- references that lead nowhere ---

// Not at every key, since it walks through all that was ever written: nothing that is written in
// the window can make one, nor does a person's name. It takes other people, a file that was read,
// or something that came back.
void Session::look_at_references() {
    if (!months_to_read_.empty()) return;
    if (!references_due_ && references_of_ && has_ids(*journal().profile, *references_of_)) return;
    references_due_ = false;
    references_of_ = ids_of(*journal().profile);
    notices_.dangling.clear();
    // Without the profile it cannot be told who is in it, and that is said already.
    const Part of_people{PartKind::profile};
    if (read_only_.contains(of_people) ||
        find_missing_part(notices_, of_people) != notices_.missing.end())
        return;
    notices_.dangling = dangling_references(journal(), content_);
}

void Session::adopt_entries(const std::string& from, const std::string& to) {
    if (!find_person(*journal().profile, to) || find_person(*journal().profile, from) ||
        !months_to_read_.empty())
        return;
    Journal next = with_entries_of(journal(), from, to);
    for (const auto& [part, why] : read_only_) next = with_part(next, journal(), part);
    if (next == journal()) return;
    apply_alone(std::move(next), "whose entries these are");
    journal_changed();
    look_at_references();
}

}  // namespace rekindle::app
