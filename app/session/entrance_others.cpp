// What changes of a locked journal while it is open, beside what is written in it: plain files in
// its folder that are taken in, one after the other, and ways in that a command added.
#include <algorithm>
#include <filesystem>

#include "app/session/entrance.hpp"
#include "app/words/lock_words.hpp"
#include "workbook/store/taken_files.hpp"

namespace rekindle::app {
namespace {

namespace fs = std::filesystem;

// While somebody stays in Settings and uses the window.
constexpr double between_readings = 5;  // seconds

using OtherStep = OtherFile::Step;

}  // namespace

std::vector<OtherFile> Entrance::offered(const Folders& folders, const OtherFiles& found) {
    std::vector<OtherFile> offered;
    for (const fs::path& file : found.stays) {
        std::error_code failed;
        const bool is_folder = fs::is_directory(fs::symlink_status(folders.data / file, failed));
        offered.push_back({file.string(), is_folder});
    }
    for (const fs::path& file : found.pictures)
        offered.push_back({.file = file.string(), .is_picture = true});
    return offered;
}

const OtherFile* Entrance::next_to_take() const {
    if (!session_ || !key_) return nullptr;
    const auto& others = session_->ui.settings.lock.others;
    const auto next = std::find_if(others.begin(), others.end(), [](const OtherFile& other) {
        return other.step == OtherStep::taking;
    });
    return next == others.end() ? nullptr : &*next;
}

void Entrance::take_in_others() {
    if (const auto taken = taking_.take()) tell_taken(*taken);
    const OtherFile* next = next_to_take();
    if (!next || taking_.is_running()) return;
    taking_.start(
        [folders = folders_, key = key_, file = next->file] {
            Store store(folders.data);
            store.use_key(key);
            store.keep_pins_in(folders.pins);
            const auto place = rekindle::take_in(store, file);
            return TakenIn{file, place ? Result<void>{} : fail(place.error())};
        },
        window_.wake);
}

void Entrance::tell_taken(const TakenIn& taken) {
    for (OtherFile& other : session_->ui.settings.lock.others) {
        if (other.file != taken.file || other.step != OtherStep::taking) continue;
        other.step = taken.result ? OtherStep::taken : OtherStep::offered;
        if (!taken.result) other.problem = to_sentence(taken.result.error());
    }
}

// What was begun is done before the key goes; what is still to be decided is asked again.
void Entrance::keep_others() {
    if (taking_.is_running()) tell_taken(taking_.wait());
    ways_read_at_.reset();
    others_ = std::move(session_->ui.settings.lock.others);
    std::erase_if(others_, [](const OtherFile& other) { return other.step == OtherStep::taken; });
    for (OtherFile& other : others_) other.step = OtherStep::offered;
}

void Entrance::look_at_ways(double seconds) {
    if (auto ways = reading_ways_.take(); ways && *ways) session_->show_ways(**std::move(ways));
    if (session_->ui.page != Page::settings) ways_read_at_.reset();
    const bool is_read = ways_read_at_ && last_input_ < *ways_read_at_ + between_readings;
    if (!key_ || session_->ui.page != Page::settings || is_read || reading_ways_.is_running())
        return;
    ways_read_at_ = seconds;
    reading_ways_.start(
        [folders = folders_, id = key_->id()]() -> std::optional<std::vector<ShownWay>> {
            const auto lock = read_lock(folders.data);
            if (!lock || !*lock || (*lock)->key != id) return std::nullopt;
            return shown_ways(**lock);
        },
        window_.wake);
}

}  // namespace rekindle::app
