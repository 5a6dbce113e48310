#include "app/clipboard/wayland_clipboard.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#ifdef GLFW_PLATFORM_WAYLAND

#include <poll.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#define GLFW_EXPOSE_NATIVE_WAYLAND
#include <GLFW/glfw3native.h>

#include "app/clipboard/clipboard_thread.hpp"
#include "app/clipboard/wayland_pipes.hpp"
#include "app/clipboard/wayland_seat.hpp"
#include "app/clock.hpp"
#include "workbook/base/wiped_stack.hpp"

namespace rekindle::app {
namespace {

class WaylandWork {
  public:
    WaylandWork(std::shared_ptr<ClipboardTalk> talk, wl_display* display)
        : talk_(std::move(talk)), display_(display), seat_(display) {}

    void run() {
        while (turn()) {
            wipe_stack();  // it may be long until the next text
            rest();
        }
        talk_->end();
    }

  private:
    // False when it is time to end. Not a part of the loop, whose own place on the stack stays.
    [[gnu::noinline]] bool turn() {
        const ClipboardWishes wishes = talk_->take_wishes();
        if (wishes.end) return false;
        carry_out(wishes);
        look_at_clock();
        tell();
        return true;
    }

    void carry_out(const ClipboardWishes& wishes) {
        if (wishes.forget || wishes.drop_question || wishes.question) reading_.reset();
        if (wishes.forget) {
            seat_.take_back();
            writing_.clear();
        }
        if (const auto& text = wishes.given[static_cast<std::size_t>(Selection::clipboard)])
            seat_.give(text);
        if (wishes.question)
            reading_ = std::make_unique<PipeReading>(seat_.receive(), steady_seconds());
        if (wishes.hand_over) talk_->handed_over();  // nobody keeps it here but the compositor
    }

    void look_at_clock() {
        const double now = steady_seconds();
        for (WaylandSeat::Wanted& wanted : seat_.take_wanted())
            if (writing_.size() < most_at_once)
                writing_.emplace_back(std::move(wanted.pipe), std::move(wanted.text), now);
        for (PipeWriting& writing : writing_) writing.go_on(now);
        std::erase_if(writing_, [](const PipeWriting& writing) { return writing.is_over(); });
        if (reading_) reading_->go_on(now);
        talk_->lost(seat_.take_lost());
    }

    void tell() {
        std::optional<Pasted> said;
        if (reading_ && reading_->result()) said = *reading_->result();
        if (talk_->tell(std::move(said))) reading_.reset();
    }

    // Sleeps until something happens. The window's thread reads from the same connection: each asks
    // first, and what the one reads for the other is put into the other's queue.
    void rest() {
        while (wl_display_prepare_read_queue(display_, seat_.queue()) != 0)
            wl_display_dispatch_queue_pending(display_, seat_.queue());
        // What was dispatched may have left something to do.
        const bool busy = seat_.has_news();
        wl_display_flush(display_);
        std::optional<double> next;
        const auto sooner = [&next](double moment) {
            next = std::min(next.value_or(moment), moment);
        };
        std::vector<pollfd> files{{talk_->woken.get(), POLLIN, 0},
                                  {wl_display_get_fd(display_), POLLIN, 0}};
        const double now = steady_seconds();
        for (const PipeWriting& writing : writing_) {
            files.push_back({writing.file(), POLLOUT, 0});
            sooner(writing.deadline());
        }
        if (reading_ && !reading_->result()) {
            files.push_back({reading_->file(), POLLIN, 0});
            sooner(reading_->deadline());
            const double keys_go_on = reading_->since() + keys_wait;
            if (now < keys_go_on) sooner(keys_go_on);
        }
        int wait = next ? static_cast<int>(std::ceil(std::max(*next - now, 0.0) * 1000)) : -1;
        if (busy) wait = 0;
        ::poll(files.data(), files.size(), wait);
        if (files[1].revents != 0)
            wl_display_read_events(display_);
        else
            wl_display_cancel_read(display_);
        wl_display_dispatch_queue_pending(display_, seat_.queue());
    }

    static constexpr std::size_t most_at_once = 8;

    std::shared_ptr<ClipboardTalk> talk_;
    wl_display* display_;
    WaylandSeat seat_;
    std::unique_ptr<PipeReading> reading_;  // of its own, so that nothing of it stays here
    std::vector<PipeWriting> writing_;
};

}  // namespace

std::unique_ptr<DesktopClipboard> make_wayland_clipboard(std::function<void()> wake) {
    wl_display* display = glfwGetWaylandDisplay();
    auto made = std::make_unique<ThreadClipboard>(
        std::move(wake), false, [display](const std::shared_ptr<ClipboardTalk>& talk) {
            WaylandWork(talk, display).run();
        });
    // From the start: only who hears the keys may put something on the clipboard later.
    made->begin();
    return made;
}

}  // namespace rekindle::app

#endif
