#include "app/window_desktop.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <string_view>
#include <thread>

#include "workbook/store/system_calls.hpp"

namespace rekindle::app {
namespace {

struct CloseBus {
    void operator()(sd_bus* bus) const { sd_bus_flush_close_unref(bus); }
};
using Bus = std::unique_ptr<sd_bus, CloseBus>;

Bus open_bus(int (*open)(sd_bus**)) {
    sd_bus* bus = nullptr;
    return open(&bus) < 0 ? nullptr : Bus(bus);
}

}  // namespace

struct DesktopWatch::Impl {
    std::function<void()> locks;
    Bus session = open_bus(&sd_bus_open_user);
    Bus system = open_bus(&sd_bus_open_system);
    Descriptor woken{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    Descriptor delay;  // while it is held the computer does not sleep
    std::atomic<bool> closing = false;
    std::atomic<bool> locked = false;
    std::thread thread;

    void wake() const {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = ::write(woken.get(), &one, sizeof one);
    }
    void match(sd_bus* bus, const char* rule, sd_bus_message_handler_t handler) {
        if (bus) sd_bus_add_match(bus, nullptr, rule, handler, this);
    }
    void ask_for_delay();
    void hear();
    void process(sd_bus* bus) const {
        while (bus && sd_bus_process(bus, nullptr) > 0) {
        }
    }
};

namespace {

template <class Impl>
Impl& impl_of(void* data) {
    return *static_cast<Impl*>(data);
}

bool says_true(sd_bus_message* message) {
    int value = 0;
    return sd_bus_message_read(message, "b", &value) > 0 && value != 0;
}

}  // namespace

void DesktopWatch::Impl::ask_for_delay() {
    sd_bus_message* reply = nullptr;
    const int asked =
        sd_bus_call_method(system.get(), "org.freedesktop.login1", "/org/freedesktop/login1",
                           "org.freedesktop.login1.Manager", "Inhibit", nullptr, &reply, "ssss",
                           "sleep", "Notes", "Closes what is open", "delay");
    int file = -1;
    if (asked >= 0 && sd_bus_message_read(reply, "h", &file) > 0) delay = Descriptor{::dup(file)};
    sd_bus_message_unref(reply);
}

void DesktopWatch::Impl::hear() {
    const auto is_screen_locked = [](sd_bus_message* message, void* data, sd_bus_error*) {
        const char* interface = sd_bus_message_get_interface(message);
        if (interface && std::string_view(interface).ends_with(".ScreenSaver") &&
            says_true(message))
            impl_of<Impl>(data).locks();
        return 0;
    };
    const auto is_session_locked = [](sd_bus_message*, void* data, sd_bus_error*) {
        impl_of<Impl>(data).locks();
        return 0;
    };
    const auto sleeps = [](sd_bus_message* message, void* data, sd_bus_error*) {
        Impl& impl = impl_of<Impl>(data);
        if (says_true(message))
            impl.locks();
        else
            impl.ask_for_delay();
        return 0;
    };
    match(session.get(), "type='signal',member='ActiveChanged'", is_screen_locked);
    match(system.get(), "type='signal',interface='org.freedesktop.login1.Session',member='Lock'",
          is_session_locked);
    match(system.get(),
          "type='signal',interface='org.freedesktop.login1.Manager',member='PrepareForSleep'",
          sleeps);
    if (system) ask_for_delay();
    while (!closing) {
        process(session.get());
        process(system.get());
        if (locked.exchange(false)) delay = Descriptor{};
        const auto watched = [](sd_bus* bus) {
            const int file = bus ? sd_bus_get_fd(bus) : -1;
            return pollfd{file, POLLIN, 0};  // a negative one is left out
        };
        std::array<pollfd, 3> files{watched(session.get()), watched(system.get()),
                                    pollfd{woken.get(), POLLIN, 0}};
        ::poll(files.data(), files.size(), -1);
        std::uint64_t count = 0;
        [[maybe_unused]] const ssize_t read = ::read(woken.get(), &count, sizeof count);
        if ((files[0].revents & (POLLHUP | POLLERR)) != 0) session.reset();
        if ((files[1].revents & (POLLHUP | POLLERR)) != 0) system.reset();
    }
}

DesktopWatch::DesktopWatch(std::function<void()> locks) : impl_(std::make_unique<Impl>()) {
    impl_->locks = std::move(locks);
    impl_->thread = std::thread([impl = impl_.get()] { impl->hear(); });
}

DesktopWatch::~DesktopWatch() {
    impl_->closing = true;
    impl_->wake();
    impl_->thread.join();
}

void DesktopWatch::is_locked() {
    impl_->locked = true;
    impl_->wake();
}

}  // namespace rekindle::app
