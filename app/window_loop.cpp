#include "app/window_loop.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <future>

#include "app/clock.hpp"
#include "app/opening.hpp"
#include "app/probe.hpp"
#include "app/saving.hpp"
#include "app/signals.hpp"
#include "app/window.hpp"

namespace rekindle::app {

namespace {

// Enough for Today and its last six weeks; the rest is read after the first picture.
constexpr int months_before_first_picture = 4;

// Frames that are drawn unseen before one is shown: enough for a click and what follows from it.
constexpr int unseen_frames = 6;

// Frames for what still waits when it is time to go; most of them take a whole word of typing.
constexpr int last_frames = 200;

int say(const Error& error) {
    fmt::print(stderr, "rekindle: {}\n", to_string(error));
    return 3;
}

// The journal's store, which keeps what its disk refuses in a file of this window's own.
Store store_of(const Folders& folders, const SessionSetup& setup) {
    std::vector<std::filesystem::path> places;
    const std::string name = setup.new_id() + ".toml";
    for (const auto& folder : folders.unsaved) places.push_back(folder / name);
    std::vector<std::filesystem::path> brought_back;
    for (const Unsaved& unsaved : setup.unsaved) brought_back.push_back(unsaved.file);
    Store store(folders.data);
    store.keep_what_is_refused(std::move(places), std::move(brought_back));
    store.keep_backups([] { return local_now().value_or(LocalTime{}).date; });
    return store;
}

// Everything that lives as long as the window.
class Loop {
  public:
    Loop(Window& window, GlSurface& surface, Face& face, Session& session,
         const std::optional<std::filesystem::path>& probe, const std::atomic<bool>& asked_to_quit)
        : window_(window),
          surface_(surface),
          face_(face),
          session_(session),
          asked_to_quit_(asked_to_quit) {
        if (probe) probe_.emplace(*probe);
    }

    void show() {
        turn();
        frame();
        window_.show();
        present();
    }

    // Until it is time to go. The error is that of the last save, when the system would not wait.
    Result<void> run() {
        for (;;) {
            window_.wait(events_, patience());
            const WindowNews news = window_.take_news();
            if (asked_to_quit_ || news.close) take_last_keys();
            if (asked_to_quit_) return session_.close();
            if (news.focus_lost) session_.focus_lost();
            turn();
            // A save that is refused is shown, and the window stays.
            if (news.close && session_.close()) return {};
            if (news.focus_lost) keep_preferences();
            draw_what_happened();
        }
    }

    void keep_preferences() {
        session_.preferences().window = window_.place();
        if (session_.preferences() == kept_ || preferences_file.empty()) return;
        kept_ = session_.preferences();
        // How the window looked is not worth a word when it cannot be written.
        (void)write_preferences(preferences_file, kept_);
    }

    std::filesystem::path preferences_file;

  private:
    void turn() {
        if (const auto now = local_now()) now_ = *now;
        session_.turn(now_, steady_seconds());
    }

    // How long nothing happens by itself; nothing: for ever.
    std::optional<double> patience() const {
        std::optional<double> next = session_.next_deadline();
        const auto sooner = [&next](double moment) {
            next = std::min(next.value_or(moment), moment);
        };
        if (session_.ui.fields.next_blink) sooner(*session_.ui.fields.next_blink);
        const double seconds = steady_seconds();
        if (!is_clock_held()) sooner(seconds + until_next_day());
        if (!next) return std::nullopt;
        return std::max(*next - seconds, 0.0);
    }

    // Seconds until the journal's day ends, when Today becomes another day.
    double until_next_day() const {
        const int left = session_.journal().profile->day_end.minutes - now_.time.minutes;
        return 60.0 * (left > 0 ? left : left + 24 * 60);
    }

    // What was typed before somebody asked us to go still counts.
    void take_last_keys() {
        window_.look(events_);
        for (int i = 0; i < last_frames && !events_.empty(); ++i) frame();
    }

    void draw_what_happened() {
        const bool was_hidden = session_.ui.hidden_since.has_value();
        // What comes in while drawing belongs to the same picture, but not without end.
        const int most = events_.asks_to_hide() ? last_frames : unseen_frames;
        for (int i = 0; i < most; ++i) {
            if (!frame() && events_.empty()) break;
        }
        if (session_.ui.hidden_since && !was_hidden)
            put_away();
        else
            present();
    }

    // The neutral page is on the screen before the window goes. It is shown twice: whichever of its
    // two pictures the screen is given later, neither holds the journal any more.
    void put_away() {
        for (int i = 0; i < 2; ++i) {
            frame();
            present();
        }
        surface_.finish();
        window_.minimise();
    }

    bool frame() {
        events_.feed(face_);
        const Window::Size size = window_.size();
        const Face::Surface surface{static_cast<float>(size.width), static_cast<float>(size.height),
                                    size.scale, steady_seconds()};
        if (face_.prepare(session_, surface)) surface_.upload_fonts();
        again_ = face_.frame(session_, surface);
        return again_;
    }

    void present() {
        const Window::Size size = window_.size();
        surface_.draw(*ImGui::GetDrawData(), size.width, size.height,
                      session_.theme()[Colour::background]);
        window_.show_cursor(ImGui::GetMouseCursor());
        window_.swap();
        if (probe_) probe_->tell(face_.controls);
        if (again_ || !events_.empty()) Window::wake();
    }

    Window& window_;
    GlSurface& surface_;
    Face& face_;
    Session& session_;
    const std::atomic<bool>& asked_to_quit_;
    std::optional<Probe> probe_;
    EventQueue events_;
    LocalTime now_{};
    Preferences kept_;
    bool again_ = false;
};

}  // namespace

int run_window(const Folders& folders, const std::optional<std::filesystem::path>& probe) {
    hold_quit_signals();
    // A heap for each thread would keep the peak of each, and room to grow at its end: together
    // 1 MB with ten years of a journal.
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, 0);
    const auto now = local_now();
    if (!now) return say(now.error());
    // The window is the longest to wait for, most of it for the display server: meanwhile the
    // journal is read and the letters are drawn.
    auto reading = std::async(std::launch::async, read_setup, std::cref(folders),
                              std::optional<int>(months_before_first_picture));
    const Preferences preferences = read_preferences(folders.preferences);
    Fonts fonts(static_cast<float>(preferences.text_scale));
    auto window = Window::open(preferences.window);
    if (!window) return say(window.error());
    fonts.wait();
    Face face(std::move(fonts));
    auto surface = GlSurface::make(Window::loader());
    if (!surface) return say(surface.error());
    (*window)->connect_clipboard();
    auto setup = reading.get();
    if (!setup) return say(setup.error());

    auto target = std::make_unique<SaveToStore>(store_of(folders, *setup), setup->opened.rest,
                                                &Window::wake, setup->opened.seen);
    SaveToStore& saving = *target;
    setup->target = std::move(target);
    std::atomic<bool> asked_to_quit = false;
    const QuitSignals signals([&] {
        asked_to_quit = true;
        Window::wake();
    });
    Session session(std::move(*setup));
    Loop loop(**window, **surface, face, session, probe, asked_to_quit);
    loop.preferences_file = folders.preferences;
    loop.show();
    saving.begin();
    const Result<void> ended = loop.run();
    loop.keep_preferences();
    return ended ? 0 : say(ended.error());
}

}  // namespace rekindle::app
