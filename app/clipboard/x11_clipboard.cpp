#include "app/clipboard/x11_clipboard.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/clipboard/clipboard_thread.hpp"
#include "app/clipboard/x11_reading.hpp"
#include "app/clipboard/x11_serving.hpp"
#include "app/clock.hpp"
#include "workbook/base/wiped_stack.hpp"

namespace rekindle::app {
namespace {

template <class Event>
const Event& as(const xcb_generic_event_t& event) {
    return reinterpret_cast<const Event&>(event);
}

class X11Work {
  public:
    explicit X11Work(std::shared_ptr<ClipboardTalk> talk) : talk_(std::move(talk)) {}

    void run() {
        x_ = X11Connection::open();
        if (x_) serving_.emplace(*x_);
        while (turn()) {
            wipe_stack();  // it may be long until the next text
            rest();
        }
        reading_.reset();
        if (is_connected()) xcb_flush(x_->get());
        talk_->end();
    }

  private:
    // False when it is time to end. Not a part of the loop, whose own place on the stack stays.
    [[gnu::noinline]] bool turn() {
        const ClipboardWishes wishes = talk_->take_wishes();
        if (wishes.end) return false;
        carry_out(wishes);
        hear_all();
        look_at_clock();
        tell();
        return true;
    }

    bool is_connected() const { return x_ && !x_->is_broken(); }

    void carry_out(const ClipboardWishes& wishes) {
        if (wishes.forget || wishes.drop_question || wishes.question) reading_.reset();
        if (!is_connected()) return;
        if (wishes.forget) serving_->forget();
        for (const Selection selection : {Selection::clipboard, Selection::primary})
            if (const auto& text = wishes.given[static_cast<std::size_t>(selection)])
                serving_->give(selection, text);
        if (wishes.question)
            reading_ = std::make_unique<X11Reading>(*x_, *wishes.question, steady_seconds());
        if (wishes.hand_over) serving_->hand_over();
    }

    void hear_all() {
        if (!is_connected()) return;
        xcb_flush(x_->get());
        while (const Reply<xcb_generic_event_t> event{xcb_poll_for_event(x_->get())}) {
            hear(*event, steady_seconds());
            xcb_flush(x_->get());
        }
    }

    void hear(const xcb_generic_event_t& event, double now) {
        switch (event.response_type & 0x7F) {  // the bit left out: sent by another program
            case XCB_SELECTION_REQUEST:
                serving_->hear(as<xcb_selection_request_event_t>(event), now);
                break;
            case XCB_SELECTION_CLEAR:
                talk_->lost(serving_->hear(as<xcb_selection_clear_event_t>(event)));
                break;
            case XCB_SELECTION_NOTIFY:
                serving_->hear(as<xcb_selection_notify_event_t>(event));
                if (reading_) reading_->hear(as<xcb_selection_notify_event_t>(event), now);
                break;
            case XCB_PROPERTY_NOTIFY:
                serving_->hear(as<xcb_property_notify_event_t>(event), now);
                if (reading_) reading_->hear(as<xcb_property_notify_event_t>(event), now);
                break;
            case XCB_DESTROY_NOTIFY:
                serving_->hear(as<xcb_destroy_notify_event_t>(event));
                break;
            default:  // an error: the window of somebody who asked is gone
                break;
        }
    }

    void look_at_clock() {
        const double now = steady_seconds();
        if (serving_) serving_->look_at_clock(now);
        if (reading_) reading_->look_at_clock(now);
    }

    void tell() {
        if (!is_connected() || !serving_->is_handing_over()) talk_->handed_over();
        std::optional<Pasted> said;
        if (!is_connected()) said = Pasted{Pasted::Outcome::no_answer};
        if (reading_ && reading_->result()) said = *reading_->result();
        if (talk_->tell(std::move(said))) reading_.reset();
    }

    void rest() {
        std::optional<double> next;
        const auto sooner = [&next](double moment) {
            next = std::min(next.value_or(moment), moment);
        };
        const double now = steady_seconds();
        if (serving_ && serving_->deadline()) sooner(*serving_->deadline());
        if (reading_ && !reading_->result()) {
            sooner(reading_->deadline());
            const double keys_go_on = reading_->since() + keys_wait;
            if (now < keys_go_on) sooner(keys_go_on);
        }
        const int file = is_connected() ? xcb_get_file_descriptor(x_->get()) : -1;
        std::array<pollfd, 2> files{pollfd{talk_->woken.get(), POLLIN, 0}, pollfd{file, POLLIN, 0}};
        const int wait = next ? static_cast<int>(std::ceil(std::max(*next - now, 0.0) * 1000)) : -1;
        ::poll(files.data(), files.size(), wait);
    }

    std::shared_ptr<ClipboardTalk> talk_;
    std::unique_ptr<X11Connection> x_;
    std::optional<X11Serving> serving_;    // go before the connection
    std::unique_ptr<X11Reading> reading_;  // of its own, so that nothing of it stays here
};

}  // namespace

std::unique_ptr<DesktopClipboard> make_x11_clipboard(std::function<void()> wake) {
    return std::make_unique<ThreadClipboard>(
        std::move(wake), true,
        [](const std::shared_ptr<ClipboardTalk>& talk) { X11Work(talk).run(); });
}

}  // namespace rekindle::app
