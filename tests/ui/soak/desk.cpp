#include "tests/ui/soak/desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/session/opening.hpp"
#include "app/session/save_to_store.hpp"
#include "tests/support/source_folder.hpp"

namespace rekindle::tests {
namespace {

namespace fs = std::filesystem;

constexpr int months_at_first = 4;  // as the window has it
constexpr int minutes_of_a_day = 24 * 60;

// Whatever path is typed into the field for a copy: only what lies in the test's folder is written.
class SaveHereOnly final : public app::SaveTarget {
  public:
    SaveHereOnly(std::unique_ptr<app::SaveToStore> target, fs::path folder,
                 std::set<YearMonth>& to_read)
        : target_(std::move(target)), folder_(std::move(folder)), to_read_(to_read) {}
    void ask(StoreWork work) override {
        const auto* text = std::get_if<WriteText>(&work);
        if (!text || is_inside(text->path)) target_->ask(std::move(work));
    }
    std::vector<StoreNews> poll() override {
        std::vector<StoreNews> news = target_->poll();
        for (const StoreNews& each : news)
            if (const auto* read = std::get_if<PartRead>(&each)) to_read_.erase(read->part.month);
        return news;
    }
    Result<Saved> save_and_wait(SaveJournal save) override {
        return target_->save_and_wait(std::move(save));
    }

  private:
    bool is_inside(const std::string& path) const {
        return path.starts_with(folder_.string() + '/') && path.find("..") == std::string::npos;
    }

    std::unique_ptr<app::SaveToStore> target_;
    fs::path folder_;
    std::set<YearMonth>& to_read_;
};

app::Folders folders_of(const fs::path& folder, const fs::path& journal) {
    const fs::path source = tests::source_folder();
    app::Folders folders;
    folders.data = journal;
    folders.documents = folder / "documents";
    folders.content = source / "content";
    folders.assets = source / "assets";
    return folders;
}

}  // namespace

SoakDesk::SoakDesk(fs::path folder, LocalTime now, FrameTimes& times)
    : folder_(std::move(folder)),
      journal_(folder_ / "journal"),
      times_(times),
      now_(now),
      today_(now_.date.days()) {
    fs::create_directory(folder_ / "documents");
}

void SoakDesk::open() {
    auto setup = app::read_setup(folders_of(folder_, journal_), months_at_first);
    REQUIRE(setup);
    for (const Error& problem : setup->opened.problems) FAIL_CHECK(to_string(problem));
    Store store{journal_};
    store.keep_backups([this] { return Date::from_days(today_); });
    auto target = std::make_unique<app::SaveToStore>(
        std::move(store), setup->opened.rest, [] {}, setup->opened.seen);
    target->begin();
    to_read_ = {setup->opened.rest.begin(), setup->opened.rest.end()};
    setup->target = std::make_unique<SaveHereOnly>(std::move(target), folder_, to_read_);
    frame_.reset();  // two contexts at once would be in each other's way
    frame_ = std::make_unique<app::Frame>();
    session_ = std::make_unique<app::Session>(std::move(*setup));
    settle();
}

void SoakDesk::close() {
    const Result<void> closed = session_->close();
    if (!closed) FAIL(to_string(closed.error()));
    CHECK(session_->is_saved());
}

void SoakDesk::wait_until_all_is_read() {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (!to_read_.empty() && std::chrono::steady_clock::now() < give_up) {
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
        frame();
    }
    REQUIRE(to_read_.empty());
}

void SoakDesk::resize(float width, float height, float scale) {
    surface_.width = width;
    surface_.height = height;
    surface_.monitor_scale = scale;
    settle();
}

void SoakDesk::let_pass(int minutes) {
    const int all = now_.time.minutes + minutes;
    // What the computer's clock can say ends here.
    now_.date = std::min(now_.date + all / minutes_of_a_day, *make_date(9999, 12, 31));
    now_.time.minutes = all % minutes_of_a_day;
    today_ = now_.date.days();
}

// Nobody else writes here: what the disk tells must change no word of what was just written.
void SoakDesk::turn() {
    const Journal before = journal();
    const bool all_was_read = to_read_.empty();
    session_->turn(now_, seconds_);
    if (!all_was_read) return;
    for (const Part& part : changed_parts(before, journal()))
        CHECK_MESSAGE(same_part(before, journal(), part), "changed by itself: ", doing, ", ",
                      Store::file_of(part));
}

bool SoakDesk::draw_frame() {
    surface_.seconds = seconds_;
    turn();
    const double start = thread_ms();
    frame_->ready_fonts(*session_, surface_);
    const double prepared = thread_ms();
    const bool more = frame_->draw(*session_, surface_);
    const double ended = thread_ms();
    times_.add(session_->ui.page, doing, prepared - start, ended - prepared);
    return more;
}

}  // namespace rekindle::tests
