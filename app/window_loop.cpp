#include "app/window_loop.hpp"

#include <fmt/format.h>
#include <malloc.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <future>

#include "app/clock.hpp"
#include "app/desk.hpp"
#include "app/font_files.hpp"
#include "app/opening.hpp"
#include "app/passphrase_source.hpp"
#include "app/signals.hpp"
#include "app/standard_streams.hpp"
#include "app/window.hpp"
#include "app/window_desktop.hpp"
#include "app/window_stage.hpp"
#include "app/wiped_memory.hpp"

namespace rekindle::app {

namespace {

// Frames that are drawn unseen before one is shown: enough for a click and what follows from it.
constexpr int unseen_frames = 6;

// Frames for what still waits when it is time to go; most of them take a whole word of typing.
constexpr int last_frames = 200;

// How much the clock that counts sleep has to gain on the one that does not, in seconds.
constexpr double a_sleep = 3;

int refuse(const Error& error) {
    say("rekindle: {}\n", to_string(error));
    return 3;
}

// Seconds that this computer has slept since it was started.
double slept_seconds() {
    timespec with{};
    timespec without{};
    clock_gettime(CLOCK_BOOTTIME, &with);
    clock_gettime(CLOCK_MONOTONIC, &without);
    return static_cast<double>(with.tv_sec - without.tv_sec) +
           static_cast<double>(with.tv_nsec - without.tv_nsec) * 1e-9;
}

// What others ask of the loop, from whichever thread.
struct Wishes {
    std::atomic<bool> quit = false;
    std::atomic<bool> lock = false;
};

// Everything that lives as long as the window.
class Loop {
  public:
    Loop(Window& window, Stage& stage, Desk& desk, Wishes& wishes)
        : window_(window), stage_(stage), desk_(desk), wishes_(wishes) {}

    void show() {
        desk_.note_input(steady_seconds());
        turn();
        stage_.frame(desk_.scene());
        window_.show();
        stage_.present(desk_.scene());
    }

    // Until it is time to go. The error is that of the last save, when the system would not wait.
    Result<void> run() {
        for (;;) {
            watch_desktop();
            window_.wait(stage_.events, patience());
            const WindowNews news = window_.take_news();
            if (!stage_.events.empty()) desk_.note_input(steady_seconds());
            lock_if_asked();
            if (wishes_.quit || news.close) take_last_keys();
            if (wishes_.quit) return desk_.close();
            if (news.focus_lost && desk_.session()) desk_.session()->focus_lost();
            turn();
            // A save that is refused is shown, and the window stays.
            if (news.close && desk_.close()) return {};
            if (news.focus_lost) keep_preferences();
            draw_what_happened();
        }
    }

    void keep_preferences() {
        desk_.preferences().window = window_.place();
        if (desk_.preferences() == kept_ || preferences_file.empty()) return;
        kept_ = desk_.preferences();
        // How the window looked is not worth a word when it cannot be written.
        (void)write_preferences(preferences_file, kept_);
    }

    std::filesystem::path preferences_file;

  private:
    void turn() {
        if (const auto now = local_now()) now_ = *now;
        desk_.turn(now_, steady_seconds());
    }

    // Only with a lock is there a reason to listen.
    void watch_desktop() {
        if (!desk_.can_lock() || desktop_) return;
        desktop_.emplace([this] {
            wishes_.lock = true;
            Window::wake();
        });
    }

    void lock_if_asked() {
        const double slept = slept_seconds();
        const bool has_slept = slept - slept_ > a_sleep;
        slept_ = slept;
        if (wishes_.lock.exchange(false) || has_slept) desk_.lock();
        if (desktop_ && !desk_.can_lock()) desktop_->is_locked();
    }

    // How long nothing happens by itself; nothing: for ever.
    std::optional<double> patience() const {
        std::optional<double> next = desk_.next_deadline();
        const auto sooner = [&next](double moment) {
            next = std::min(next.value_or(moment), moment);
        };
        const double seconds = steady_seconds();
        if (const Session* session = desk_.session()) {
            if (session->ui.fields.next_blink) sooner(*session->ui.fields.next_blink);
            if (!is_clock_held()) sooner(seconds + until_next_day(*session));
        }
        if (!next) return std::nullopt;
        return std::max(*next - seconds, 0.0);
    }

    // Seconds until the journal's day ends, when Today becomes another day.
    double until_next_day(const Session& session) const {
        const int left = session.journal().profile->day_end.minutes - now_.time.minutes;
        return 60.0 * (left > 0 ? left : left + 24 * 60);
    }

    // What was typed before somebody asked us to go still counts.
    void take_last_keys() {
        window_.look(stage_.events);
        for (int i = 0; i < last_frames && !stage_.events.empty(); ++i) stage_.frame(desk_.scene());
    }

    bool is_hidden() const { return desk_.session() && desk_.session()->ui.hidden_since; }

    void draw_what_happened() {
        const bool was_hidden = is_hidden();
        // What comes in while drawing belongs to the same picture, but not without end.
        const int most = stage_.events.asks_to_hide() ? last_frames : unseen_frames;
        for (int i = 0; i < most; ++i) {
            if (!stage_.frame(desk_.scene()) && stage_.events.empty()) break;
            // What is typed after the keys that lock belongs to the passphrase.
            if (desk_.session() && desk_.session()->wants_lock()) return Window::wake();
        }
        if (is_hidden() && !was_hidden)
            put_away();
        else
            stage_.present(desk_.scene());
    }

    // The neutral page is on the screen before the window goes.
    void put_away() {
        stage_.show_for_sure(desk_.scene());
        window_.minimise();
    }

    Window& window_;
    Stage& stage_;
    Desk& desk_;
    Wishes& wishes_;
    std::optional<DesktopWatch> desktop_;
    LocalTime now_{};
    Preferences kept_;
    double slept_ = slept_seconds();
};

// What the first picture needs: the journal, and its key where the passphrase came with it.
struct FirstReading {
    Result<SessionSetup> setup;
    KeyRef key;
};

FirstReading read_first(const Result<Folders>& found, std::optional<int> passphrase_fd) {
    if (!found) return {fail(found.error()), nullptr};
    const Folders& folders = *found;
    FirstReading reading{read_setup(folders, months_before_first_picture), nullptr};
    if (reading.setup || reading.setup.error().code != ErrorCode::locked || !passphrase_fd)
        return reading;
    const auto typed = read_passphrase(*passphrase_fd);
    const auto lock = read_lock(folders.data);
    if (!typed || !lock || !*lock) return reading;
    const auto key = unlock(**lock, *typed, lock_file_of(folders.data));
    if (!key) return reading;  // it is asked for in the window
    return {read_setup(folders, months_before_first_picture, *key), *key};
}

}  // namespace

int run_window(const Result<Folders>& found, const std::optional<std::filesystem::path>& probe,
               std::optional<int> passphrase_fd) {
    hold_quit_signals();
    wipe_what_imgui_frees();
    // A heap for each thread would keep the peak of each, and room to grow at its end: together
    // 1 MB with ten years of a journal.
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, 0);
    const auto now = local_now();
    if (!now) return refuse(now.error());
    // The window is the longest to wait for, most of it for the display server: meanwhile the
    // journal is read and the letters are drawn.
    auto reading = std::async(std::launch::async, read_first, std::cref(found), passphrase_fd);
    const Folders folders = found ? *found : Folders{};
    const Preferences preferences = read_preferences(folders.preferences);
    Fonts fonts(static_cast<float>(preferences.text_scale));
    auto window = Window::open(preferences.window);
    if (!window) return refuse(window.error());
    const bool letters = fonts.found_any();
    auto stage = Stage::make(**window, std::move(fonts), probe);
    if (!stage) return refuse(stage.error());
    FirstReading first = reading.get();

    Desk* shown = nullptr;
    Desk::Window face;
    face.wake = &Window::wake;
    face.show_now = [&] { (*stage)->show_for_sure(shown->scene()); };
    face.forget = [&](const std::string& copied) {
        (*window)->forget_clipboard(copied);
        (*stage)->forget(static_cast<float>(shown->preferences().text_scale));
    };
    Desk desk(folders, preferences, std::move(face));
    shown = &desk;
    if (!letters) desk.surroundings.push_back(no_font());
    if (first.setup)
        desk.open(std::move(*first.setup), first.key);
    else if (first.setup.error().code == ErrorCode::locked)
        desk.ask();
    else
        desk.cannot_open(first.setup.error(), found.has_value());
    Wishes wishes;
    const QuitSignals signals([&] {
        wishes.quit = true;
        Window::wake();
    });
    Loop loop(**window, **stage, desk, wishes);
    loop.preferences_file = folders.preferences;
    loop.show();
    desk.begin_background();
    const Result<void> ended = loop.run();
    loop.keep_preferences();
    return ended ? 0 : refuse(ended.error());
}

}  // namespace rekindle::app
