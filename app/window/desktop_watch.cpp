#include "app/window/desktop_watch.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <systemd/sd-bus.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <future>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>

#include "app/paths.hpp"
#include "workbook/base/wiped_stack.hpp"
#include "workbook/files/system_calls.hpp"

namespace rekindle::app {
namespace {

constexpr const char* logind = "org.freedesktop.login1";
constexpr const char* logind_path = "/org/freedesktop/login1";
constexpr const char* manager = "org.freedesktop.login1.Manager";
constexpr const char* login_session = "org.freedesktop.login1.Session";
constexpr const char* properties = "org.freedesktop.DBus.Properties";
constexpr const char* hint = "LockedHint";

// For the thread to end; only an address that has to be looked up in a network could take longer.
constexpr std::chrono::milliseconds end_patience{300};

// Closing does not send what is still to be sent: that would wait for the bus.
struct CloseBus {
    void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); }
};
using Bus = std::unique_ptr<sd_bus, CloseBus>;

Bus open_bus(int (*open)(sd_bus**)) {
    sd_bus* bus = nullptr;
    return open(&bus) < 0 ? nullptr : Bus(bus);
}

bool says_true(sd_bus_message* message) {
    int value = 0;
    return sd_bus_message_read(message, "b", &value) > 0 && value != 0;
}

bool says_true_in_variant(sd_bus_message* message) {
    if (sd_bus_message_enter_container(message, 'v', "b") <= 0) return false;
    const bool said = says_true(message);
    return sd_bus_message_exit_container(message) >= 0 && said;
}

std::string_view next_text(sd_bus_message* message) {
    const char* text = nullptr;
    return sd_bus_message_read(message, "s", &text) > 0 ? text : std::string_view();
}

// What a PropertiesChanged says of the hint that the screen is locked.
enum class Hint { not_said, locked, unlocked, to_be_asked };

Hint read_hint(sd_bus_message* message) {
    Hint said = Hint::not_said;
    next_text(message);  // the interface: the match sees to it
    if (sd_bus_message_enter_container(message, 'a', "{sv}") < 0) return said;
    while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
        if (next_text(message) == hint)
            said = says_true_in_variant(message) ? Hint::locked : Hint::unlocked;
        else
            sd_bus_message_skip(message, "v");
        if (sd_bus_message_exit_container(message) < 0) return said;
    }
    if (sd_bus_message_exit_container(message) < 0 ||
        sd_bus_message_enter_container(message, 'a', "s") < 0)
        return said;
    while (sd_bus_message_at_end(message, 0) == 0)
        if (next_text(message) == hint) said = Hint::to_be_asked;
    return said;
}

// Microseconds on the clock that sd-bus counts by.
std::uint64_t now() {
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000 +
           static_cast<std::uint64_t>(time.tv_nsec) / 1000;
}

}  // namespace

// Lives until its thread has ended, which a name server asked for a bus may hold up.
struct DesktopWatch::Impl {
    std::function<void()> locks;
    std::mutex calling;  // of `locks`
    Bus session;
    Bus system;
    // Where logind tells of the session that this window is in; empty while it is not known, and
    // then every session counts. Others of the same person (another seat, ssh) do not.
    std::set<std::string, std::less<>> ours;
    Descriptor woken{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    Descriptor delay;  // while it is held the computer does not sleep
    std::promise<void> ended;
    std::atomic<bool> closing = false;
    std::atomic<bool> locked = false;

    void wake() const {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = ::write(woken.get(), &one, sizeof one);
    }
    void lock() {
        const std::lock_guard held{calling};
        if (!closing) locks();
    }
    void match(const Bus& bus, const char* rule, sd_bus_message_handler_t handler) {
        if (bus) sd_bus_add_match_async(bus.get(), nullptr, rule, handler, nullptr, this);
    }
    template <class... Values>
    void ask(const char* path, const char* interface, const char* member,
             sd_bus_message_handler_t handler, const char* types, Values... values) {
        sd_bus_call_method_async(system.get(), nullptr, logind, path, interface, member, handler,
                                 this, types, values...);
    }
    bool is_ours(sd_bus_message* message) const {
        const char* path = sd_bus_message_get_path(message);
        return ours.empty() || (path != nullptr && ours.contains(std::string_view(path)));
    }
    void listen();
    void find_session();
    void add_session(const char* path);
    void ask_for_hint(const char* path);
    void ask_for_delay();
    void hear();
    void wait();
};

namespace {

template <class Impl>
Impl& impl_of(void* data) {
    return *static_cast<Impl*>(data);
}

}  // namespace

void DesktopWatch::Impl::ask_for_delay() {
    const auto given = [](sd_bus_message* reply, void* data, sd_bus_error*) {
        int file = -1;
        if (sd_bus_message_read(reply, "h", &file) > 0)
            impl_of<Impl>(data).delay = Descriptor{::dup(file)};
        return 0;
    };
    ask(logind_path, manager, "Inhibit", given, "ssss", "sleep", "Notes", "Closes what is open",
        "delay");
}

void DesktopWatch::Impl::ask_for_hint(const char* path) {
    const auto told = [](sd_bus_message* reply, void* data, sd_bus_error*) {
        if (says_true_in_variant(reply)) impl_of<Impl>(data).lock();
        return 0;
    };
    ask(path, properties, "Get", told, "ss", login_session, hint);
}

void DesktopWatch::Impl::add_session(const char* path) {
    if (ours.insert(path).second) ask_for_hint(path);
}

// The session is named in the environment; where it is not, or is an older one, logind knows it by
// the process, and for one that the desktop started as a service it knows the person's screen.
void DesktopWatch::Impl::find_session() {
    const auto found = [](sd_bus_message* reply, void* data, sd_bus_error*) {
        const char* path = nullptr;
        if (sd_bus_message_read(reply, "o", &path) > 0) impl_of<Impl>(data).add_session(path);
        return 0;
    };
    char* path = nullptr;
    const auto id = system_environment("XDG_SESSION_ID");
    if (id && !id->empty() &&
        sd_bus_path_encode("/org/freedesktop/login1/session", id->c_str(), &path) >= 0)
        add_session(path);
    std::free(path);
    ask(logind_path, manager, "GetSessionByPID", found, "u",
        static_cast<std::uint32_t>(::getpid()));
    ask(logind_path, manager, "GetSession", found, "s", "auto");
}

void DesktopWatch::Impl::listen() {
    const auto is_screen_locked = [](sd_bus_message* message, void* data, sd_bus_error*) {
        const char* interface = sd_bus_message_get_interface(message);
        if (interface && std::string_view(interface).ends_with(".ScreenSaver") &&
            says_true(message))
            impl_of<Impl>(data).lock();
        return 0;
    };
    const auto is_session_locked = [](sd_bus_message* message, void* data, sd_bus_error*) {
        Impl& impl = impl_of<Impl>(data);
        if (impl.is_ours(message)) impl.lock();
        return 0;
    };
    const auto has_changed = [](sd_bus_message* message, void* data, sd_bus_error*) {
        Impl& impl = impl_of<Impl>(data);
        if (!impl.is_ours(message)) return 0;
        const Hint said = read_hint(message);
        if (said == Hint::locked) impl.lock();
        if (said == Hint::to_be_asked) impl.ask_for_hint(sd_bus_message_get_path(message));
        return 0;
    };
    const auto sleeps = [](sd_bus_message* message, void* data, sd_bus_error*) {
        Impl& impl = impl_of<Impl>(data);
        if (says_true(message))
            impl.lock();
        else
            impl.ask_for_delay();
        return 0;
    };
    match(session, "type='signal',member='ActiveChanged'", is_screen_locked);
    if (!system) return;
    match(system, "type='signal',interface='org.freedesktop.login1.Session',member='Lock'",
          is_session_locked);
    match(system,
          "type='signal',interface='org.freedesktop.DBus.Properties',member='PropertiesChanged',"
          "arg0='org.freedesktop.login1.Session'",
          has_changed);
    match(system,
          "type='signal',interface='org.freedesktop.login1.Manager',member='PrepareForSleep'",
          sleeps);
    ask_for_delay();
    find_session();
}

namespace {

// What is there, without waiting. A bus that ended or let us down is closed.
void process(Bus& bus) {
    int done = 1;
    while (bus && done > 0) done = sd_bus_process(bus.get(), nullptr);
    if (done < 0) bus.reset();
}

pollfd watched(const Bus& bus) {
    if (!bus) return {-1, 0, 0};  // a negative one is left out
    return {sd_bus_get_fd(bus.get()), static_cast<short>(sd_bus_get_events(bus.get())), 0};
}

// Milliseconds until a bus has something to do by itself; -1: never.
int time_left(const Bus& bus) {
    std::uint64_t until = 0;
    if (!bus || sd_bus_get_timeout(bus.get(), &until) <= 0 || until == UINT64_MAX) return -1;
    const std::uint64_t present = now();
    return until <= present
               ? 0
               : static_cast<int>(std::min<std::uint64_t>((until - present) / 1000 + 1, 60'000));
}

}  // namespace

void DesktopWatch::Impl::wait() {
    std::array<pollfd, 3> files{watched(session), watched(system), pollfd{woken.get(), POLLIN, 0}};
    const int one = time_left(session);
    const int other = time_left(system);
    ::poll(files.data(), files.size(),
           one < 0 || other < 0 ? std::max(one, other) : std::min(one, other));
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t read = ::read(woken.get(), &count, sizeof count);
}

void DesktopWatch::Impl::hear() {
    session = open_bus(&sd_bus_open_user);
    system = open_bus(&sd_bus_open_system);
    listen();
    while (!closing) {
        process(session);
        process(system);
        if (locked.exchange(false)) delay = Descriptor{};
        wait();
    }
    session.reset();
    system.reset();
    ended.set_value();
}

DesktopWatch::DesktopWatch(std::function<void()> locks) : impl_(std::make_shared<Impl>()) {
    impl_->locks = std::move(locks);
    thread_ = wiped_thread([impl = impl_] { impl->hear(); });
}

DesktopWatch::~DesktopWatch() {
    {
        const std::lock_guard held{impl_->calling};
        impl_->closing = true;
    }
    impl_->wake();
    const auto ended = impl_->ended.get_future();
    if (ended.wait_for(end_patience) == std::future_status::ready)
        thread_.join();
    else
        thread_.detach();
}

void DesktopWatch::is_locked() {
    impl_->locked = true;
    impl_->wake();
}

}  // namespace rekindle::app
