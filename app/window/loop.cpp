#include "app/window/loop.hpp"

#include <fmt/format.h>
#include <malloc.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <utility>

#include "app/clock.hpp"
#include "app/frame/font_files.hpp"
#include "app/passphrase_source.hpp"
#include "app/session/entrance.hpp"
#include "app/session/opening.hpp"
#include "app/session/task.hpp"
#include "app/standard_streams.hpp"
#include "app/window/desktop_watch.hpp"
#include "app/window/input_method.hpp"
#include "app/window/painter.hpp"
#include "app/window/rescue.hpp"
#include "app/window/signals.hpp"
#include "app/window/window.hpp"
#include "app/window/wiped_memory.hpp"
#include "workbook/base/wiped_stack.hpp"
#include "workbook/store/preferences.hpp"

namespace rekindle::app {

namespace {

// Frames that are drawn unseen before one is shown: enough for a click and what follows from it.
constexpr int unseen_frames = 6;

// Frames for what still waits when it is time to go; most of them take a whole word of typing.
constexpr int last_frames = 200;

// Seconds for what is being pasted when it is time to go.
constexpr double longest_last_paste = 0.5;

constexpr double a_minute = 60;  // seconds

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
class Wishes {
  public:
    explicit Wishes(Rescue& rescue) : rescue_(rescue) {}

    void ask_to_quit() {
        rescue_.quit_is_wanted();
        quit = true;
        wake();
    }
    void ask_to_lock() {
        rescue_.lock_is_wanted();
        lock = true;
        wake();
    }
    // The window that takes them; null when there is none any more.
    void go_to(Window* window) {
        const std::lock_guard held{mutex_};
        window_ = window;
        if (window_ != nullptr && (quit || lock)) window_->wake();
    }

    std::atomic<bool> quit = false;
    std::atomic<bool> lock = false;
    bool forget = false;  // from the window's thread

  private:
    void wake() {
        const std::lock_guard held{mutex_};
        if (window_ != nullptr) window_->wake();
    }

    Rescue& rescue_;
    std::mutex mutex_;
    Window* window_ = nullptr;
};

// Everything that lives as long as the window.
class Loop {
  public:
    Loop(Window& window, Painter& painter, Entrance& entrance, Wishes& wishes, Rescue& rescue)
        : window_(window),
          painter_(painter),
          entrance_(entrance),
          wishes_(wishes),
          rescue_(rescue) {}

    void show() {
        entrance_.note_input(steady_seconds());
        turn();
        painter_.draw(entrance_.scene());
        window_.show();
        painter_.present(entrance_.scene());
    }

    // Until it is time to go. The error is that of the last save, when the system would not wait.
    Result<void> run() {
        for (;;) {
            watch_desktop();
            const std::optional<double> moment = next_moment();
            if (std::exchange(wishes_.forget, false)) wipe_stack();
            rescue_.expect_save(entrance_.session() ? entrance_.session()->next_deadline()
                                                    : std::nullopt);
            painter_.tell_rest(is_at_rest());
            window_.wait(painter_.events, patience(moment));
            WindowNews news = window_.take_news();
            if (!painter_.events.empty()) entrance_.note_input(steady_seconds());
            if (wishes_.quit || news.close) take_last_keys(news);
            if (wishes_.quit) return entrance_.close();
            if (news.focus_lost && entrance_.session()) entrance_.session()->focus_lost();
            const bool later = turn();
            const bool locked = lock_if_asked();
            // A save that is refused is shown, and the window stays.
            if (news.close && entrance_.close()) return {};
            if (news.focus_lost) keep_preferences();
            // Waiting may end for nothing that shows, and a picture shown for that would bring the
            // next such end.
            const bool due = moment && steady_seconds() >= *moment;
            if (!painter_.events.empty() || news.any() || later || locked || due)
                draw_what_happened();
        }
    }

    void keep_preferences() {
        entrance_.preferences().window = window_.place();
        if (entrance_.preferences() == kept_ || preferences_file.empty()) return;
        kept_ = entrance_.preferences();
        // How the window looked is not worth a word when it cannot be written.
        (void)write_preferences(preferences_file, kept_);
    }

    std::filesystem::path preferences_file;

  private:
    // True when the time on the wall is another than before.
    bool turn() {
        const LocalTime before = std::exchange(now_, local_now().value_or(now_));
        entrance_.turn(now_, steady_seconds());
        return now_ != before;
    }

    // Only with a lock is there a reason to listen.
    void watch_desktop() {
        if (!entrance_.can_lock() || desktop_) return;
        desktop_.emplace([this] { wishes_.ask_to_lock(); });
    }

    // True when it was asked for. A journal that is just being opened is locked once it is open.
    bool lock_if_asked() {
        const double slept = slept_seconds();
        if (slept - slept_ > a_sleep) wishes_.lock = true;
        slept_ = slept;
        if (!wishes_.lock) return false;
        const bool asked = !entrance_.is_opening() && wishes_.lock.exchange(false);
        if (asked) entrance_.lock();
        if (asked && desktop_) desktop_->is_locked();
        rescue_.is_locked();
        return asked;
    }

    // Until when nothing happens by itself; nothing: for ever.
    std::optional<double> next_moment() const {
        std::optional<double> next = entrance_.next_deadline();
        const auto sooner = [&next](double moment) {
            next = std::min(next.value_or(moment), moment);
        };
        if (painter_.next_frame()) sooner(*painter_.next_frame());
        const Session* session = entrance_.session();
        if (session && !is_clock_held()) sooner(steady_seconds() + until_next_day(*session));
        return next;
    }

    // True when nothing is under way, and nothing due but what belongs to the clock on the wall.
    bool is_at_rest() const {
        if (entrance_.is_at_work()) return false;
        const double soon = steady_seconds() + a_minute;
        return entrance_.next_deadline().value_or(soon) >= soon &&
               painter_.next_frame().value_or(soon) >= soon;
    }

    static std::optional<double> patience(std::optional<double> moment) {
        if (!moment) return std::nullopt;
        return std::max(*moment - steady_seconds(), 0.0);
    }

    // Seconds until the journal's day ends, when Today becomes another day.
    double until_next_day(const Session& session) const {
        const int left = session.journal().profile->day_end.minutes - now_.time.minutes;
        return 60.0 * (left > 0 ? left : left + 24 * 60);
    }

    // What was typed before somebody asked us to go still counts. `news` gains what is heard
    // meanwhile.
    void take_last_keys(WindowNews& news) {
        window_.look(painter_.events);
        wait_for_paste(news);
        for (int i = 0; i < last_frames && !painter_.events.empty(); ++i)
            painter_.draw(entrance_.scene());
    }

    // What is being pasted is there in a moment, or the other program does not answer at all. News
    // that nobody takes would end every wait at once.
    void wait_for_paste(WindowNews& news) {
        const double until = steady_seconds() + longest_last_paste;
        Clipboard& clipboard = window_.clipboard();
        while (clipboard.is_asking() && steady_seconds() < until) {
            window_.wait(painter_.events, until - steady_seconds());
            news.add(window_.take_news());
        }
        painter_.draw(entrance_.scene());
        clipboard.stop_asking();
    }

    bool is_hidden() const { return entrance_.session() && entrance_.session()->ui.hidden_since; }

    void draw_what_happened() {
        const bool was_hidden = is_hidden();
        // What comes in while drawing belongs to the same picture, but not without end.
        const int most = painter_.events.asks_to_hide() ? last_frames : unseen_frames;
        for (int i = 0; i < most; ++i) {
            if (!painter_.draw(entrance_.scene()) && painter_.events.empty()) break;
            // What is typed after the keys that lock belongs to the passphrase.
            if (entrance_.session() && entrance_.session()->wants<LockNow>()) return window_.wake();
        }
        if (is_hidden() && !was_hidden)
            put_away();
        else
            painter_.present(entrance_.scene());
    }

    // The neutral page is on the screen before the window goes.
    void put_away() {
        painter_.show_for_sure(entrance_.scene());
        window_.minimise();
    }

    Window& window_;
    Painter& painter_;
    Entrance& entrance_;
    Wishes& wishes_;
    Rescue& rescue_;
    std::optional<DesktopWatch> desktop_;
    LocalTime now_{};
    Preferences kept_;
    double slept_ = slept_seconds();
};

Rescue::Acts rescuing(Entrance& entrance) {
    return {[&entrance] {
                if (entrance.session()) entrance.session()->focus_lost();
            },
            [&entrance] {
                const auto closed = entrance.close();
                return closed ? 0 : refuse(closed.error());
            }};
}

// What the first picture needs: the journal, and its key where the passphrase came with it.
struct FirstReading {
    Result<SessionSetup> setup;
    KeyRef key;
    std::string problem{};  // why what came with it did not open the journal: said in the window
};

FirstReading read_first(const Result<Folders>& found, const OpenerSource& source) {
    if (!found) return {fail(found.error()), nullptr};
    const Folders& folders = *found;
    FirstReading reading{read_setup(folders, months_before_first_picture), nullptr};
    const bool is_given = source.passphrase_fd || source.key_file;
    if (reading.setup || reading.setup.error().code != ErrorCode::locked || !is_given)
        return reading;
    const auto opener = get_opener(source, {});
    auto opened =
        opener ? open_lock(folders.data, *opener) : Result<OpenedLock>(fail(opener.error()));
    if (!opened) {
        reading.problem = to_sentence(opened.error());
        return reading;
    }
    FirstReading whole{read_setup(folders, months_before_first_picture, opened->key), opened->key};
    if (whole.setup)
        whole.setup->surroundings.insert(whole.setup->surroundings.end(), opened->notices.begin(),
                                         opened->notices.end());
    return whole;
}

// Not a part of its caller, whose own place on the stack stays as long as the window: the journal
// and its key are with the entrance alone.
[[gnu::noinline]] void open_first(Entrance& entrance, Task<FirstReading>& reading, bool found) {
    FirstReading first = reading.wait();
    if (first.setup)
        entrance.open(std::move(*first.setup), std::move(first.key));
    else if (first.setup.error().code == ErrorCode::locked)
        entrance.ask(std::move(first.problem));
    else
        entrance.cannot_open(first.setup.error(), found);
}

}  // namespace

int run_window(const Result<Folders>& found, const std::optional<std::filesystem::path>& probe,
               const OpenerSource& opener) {
    hold_quit_signals();
    Rescue rescue;
    Wishes wishes(rescue);
    const QuitSignals signals([&] { wishes.ask_to_quit(); });
    choose_input_method();
    wipe_what_imgui_frees();
    // A heap for each thread would keep the peak of each, and room to grow at its end: together
    // 1 MB with ten years of a journal.
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, 0);
    const auto now = local_now();
    if (!now) return refuse(now.error());
    // The window is the longest to wait for, most of it for the display server: meanwhile the
    // journal is read and the letters are drawn.
    Task<FirstReading> reading;
    reading.start([&found, &opener] { return read_first(found, opener); }, [] {});
    const Folders folders = found ? *found : Folders{};
    const Preferences preferences = read_preferences(folders.preferences);
    Fonts fonts(static_cast<float>(preferences.text_scale));
    auto window = Window::open(preferences.window);
    if (!window) return refuse(window.error());
    const bool letters = fonts.found_any();
    auto painter = Painter::make(**window, std::move(fonts), probe);
    if (!painter) return refuse(painter.error());

    Entrance* shown = nullptr;
    Entrance::WindowCalls reached;
    reached.wake = [&] { (*window)->wake(); };
    reached.show_now = [&] { (*painter)->show_for_sure(shown->scene()); };
    reached.forget = [&](const std::string&) {
        (*window)->clipboard().forget();
        (*painter)->forget();
        wishes.forget = true;
    };
    Entrance entrance(folders, preferences, std::move(reached));
    shown = &entrance;
    if (!letters) entrance.surroundings.push_back(no_font());
    open_first(entrance, reading, found.has_value());
    rescue.look_after(rescuing(entrance));
    (*window)->look_after(rescue);
    Loop loop(**window, **painter, entrance, wishes, rescue);
    loop.preferences_file = folders.preferences;
    loop.show();
    entrance.begin_background();
    wishes.go_to(window->get());
    wipe_stack();  // what is in use from here on stays in use
    const Result<void> ended = loop.run();
    wishes.go_to(nullptr);
    const int code = ended ? 0 : refuse(ended.error());
    rescue.closed(code);
    loop.keep_preferences();
    // What was copied out of a journal with a lock goes with the program.
    if (entrance.session() && !entrance.can_lock()) (*window)->clipboard().hand_over();
    return code;
}

}  // namespace rekindle::app
