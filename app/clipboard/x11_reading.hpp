// One question to whoever holds a selection, until there is an answer or it takes too long.
#pragma once

#include "app/clipboard/x11_display.hpp"

namespace rekindle::app {

class X11Reading {
  public:
    X11Reading(X11Connection& x, Selection selection, double now);
    ~X11Reading();
    X11Reading(const X11Reading&) = delete;
    X11Reading& operator=(const X11Reading&) = delete;

    void hear(const xcb_selection_notify_event_t& event, double now);
    void hear(const xcb_property_notify_event_t& event, double now);
    void look_at_clock(double now);

    const std::optional<Pasted>& result() const { return result_; }
    double deadline() const;
    double since() const { return since_; }

  private:
    void ask();
    void refuse();                        // the owner has no text of this kind
    bool take(const X11Property& piece);  // false when it is no text that can be taken
    void finish(Pasted::Outcome outcome);

    X11Connection& x_;
    Selection selection_;
    xcb_window_t window_;
    double since_;
    double last_sign_;
    std::size_t kind_ = 0;  // which of the kinds of text is asked for
    bool in_pieces_ = false;
    xcb_atom_t type_ = XCB_ATOM_NONE;
    std::string text_;
    std::optional<Pasted> result_;
};

}  // namespace rekindle::app
