// The selections that are ours: gives their text to every program that asks, in pieces where it is
// long, and to the clipboard manager before the program ends.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "app/clipboard/clipboard_thread.hpp"
#include "app/clipboard/x11_display.hpp"

namespace rekindle::app {

class X11Serving {
  public:
    explicit X11Serving(X11Connection& x) : x_(x), window_(x.make_window()) {}

    void give(Selection selection, SharedText text);
    void forget();

    void hear(const xcb_selection_request_event_t& event, double now);
    void hear(const xcb_property_notify_event_t& event, double now);
    void hear(const xcb_selection_notify_event_t& event);
    void hear(const xcb_destroy_notify_event_t& event);
    // The text that another program has put something else in the place of.
    SharedText hear(const xcb_selection_clear_event_t& event);
    void look_at_clock(double now);
    std::optional<double> deadline() const;

    // To the clipboard manager, if there is one, until it says that it has it.
    void hand_over();
    bool is_handing_over() const { return handing_over_; }

  private:
    struct Owned {
        SharedText text;  // null: not ours
        xcb_timestamp_t since = 0;
        bool claimed = false;  // the server knows
    };
    // A long text on its way, a piece each time the other has taken the one before.
    struct Transfer {
        xcb_window_t window = 0;
        xcb_atom_t property = 0;
        xcb_atom_t type = 0;
        SharedText text;
        std::size_t at = 0;
        double last_sign = 0;
        bool over = false;
    };
    struct Request {
        const Owned& owned;
        xcb_window_t window;
        xcb_atom_t property;
        double now;
    };

    Owned& owned(Selection selection) { return owned_[static_cast<std::size_t>(selection)]; }
    Owned* owned_by_atom(xcb_atom_t atom);
    void claim(xcb_timestamp_t time);
    bool answer(const Request& request, xcb_atom_t target);
    bool answer_several(const Request& request);
    void send(const Request& request, xcb_atom_t type, const SharedText& text);
    void send_atoms(const Request& request, xcb_atom_t type,
                    const std::vector<std::uint32_t>& values);
    void send_next(Transfer& transfer, double now);
    void end(Transfer& transfer);
    void drop_ended();

    X11Connection& x_;
    xcb_window_t window_;
    std::array<Owned, 2> owned_;
    std::vector<Transfer> transfers_;
    bool handing_over_ = false;
};

}  // namespace rekindle::app
