// The session's care for what could not be saved before and does not come back by itself: plain
// text beside a locked journal, or what may be another journal's. It is brought in at a press, as
// one step that can be undone; its file goes with the save that has it.
#include <algorithm>

#include "app/session/session.hpp"
#include "workbook/store/difference.hpp"

namespace rekindle::app {
namespace {

auto find_kept(FileNotices& notices, const std::string& file) {
    return std::find_if(notices.kept.begin(), notices.kept.end(),
                        [&](const ShownKept& each) { return each.asked.unsaved.file == file; });
}

}  // namespace

void Session::look_at_kept() {
    for (ShownKept& entry : notices_.kept) {
        if (entry.step != ShownKept::Step::asked) continue;
        const Unsaved& unsaved = entry.asked.unsaved;
        entry.difference = difference(journal(), merge(unsaved.base, unsaved.ours, journal()));
    }
}

void Session::bring_in_kept(const std::string& file) {
    const auto found = find_kept(notices_, file);
    if (!target_ || found == notices_.kept.end() || found->step != ShownKept::Step::asked ||
        !months_to_read_.empty())
        return;
    const Unsaved& unsaved = found->asked.unsaved;
    for (const Part& part : changed_parts(unsaved.base, unsaved.ours))
        if (read_only_.contains(part)) return;  // what to do about that stands above
    ask_about(both_changed(unsaved.base, unsaved.ours, journal()));
    Journal next = merge(unsaved.base, unsaved.ours, journal());
    const bool adds = !(next == journal());
    if (!adds && is_saved()) {
        found->step = ShownKept::Step::told;
        return target_->ask(TakeKeptAway{unsaved.file});
    }
    found->step = ShownKept::Step::bringing;
    if (adds) {
        apply_alone(std::move(next), kept_before);
        journal_changed();
    }
    begin_save();
}

// What was taken back before a save had it is nowhere but in its file.
void Session::keep_what_is_undone() {
    if (history_.undo_title() != kept_before) return;
    for (ShownKept& entry : notices_.kept)
        if (entry.step == ShownKept::Step::bringing) entry.step = ShownKept::Step::asked;
}

void Session::leave_kept(const std::string& file) {
    const auto found = find_kept(notices_, file);
    if (found != notices_.kept.end()) notices_.kept.erase(found);
}

// Just before a save: the journal that is handed over has it.
std::vector<std::filesystem::path> Session::take_what_is_brought_in() {
    std::vector<std::filesystem::path> files;
    for (ShownKept& entry : notices_.kept) {
        if (entry.step != ShownKept::Step::bringing) continue;
        entry.step = ShownKept::Step::told;
        files.push_back(entry.asked.unsaved.file);
    }
    return files;
}

void Session::settle_kept(const Saved& saved) {
    for (const auto& file : saved.still_kept) take_in(KeptTakenAway{file, false});
    std::erase_if(notices_.kept,
                  [](const ShownKept& entry) { return entry.step == ShownKept::Step::told; });
}

void Session::take_in(const KeptTakenAway& ended) {
    const auto found = find_kept(notices_, ended.kept.string());
    if (ended.gone && found != notices_.kept.end()) notices_.kept.erase(found);
    if (ended.gone) return;
    if (found != notices_.kept.end())
        found->step = ShownKept::Step::stays;
    else
        notices_.surroundings.push_back({ErrorCode::system,
                                         "What is saved now is kept elsewhere still.",
                                         "Its file could not be taken away: delete it yourself, if "
                                         "you can.",
                                         {ended.kept.string(), 0, 0}});
}

}  // namespace rekindle::app
