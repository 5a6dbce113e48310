// A connection of our own to the X server, for selections (X11's name for clipboards) alone. One
// thread uses it, which waits for the server and never for another program.
#pragma once

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/frame/clipboard.hpp"

namespace rekindle::app {

struct FreeReply {
    void operator()(void* reply) const { std::free(reply); }
};
template <class T>
using Reply = std::unique_ptr<T, FreeReply>;

struct X11Atoms {
    xcb_atom_t clipboard = XCB_ATOM_NONE;
    xcb_atom_t targets = XCB_ATOM_NONE;
    xcb_atom_t timestamp = XCB_ATOM_NONE;
    xcb_atom_t multiple = XCB_ATOM_NONE;
    xcb_atom_t atom_pair = XCB_ATOM_NONE;
    xcb_atom_t incr = XCB_ATOM_NONE;
    xcb_atom_t utf8 = XCB_ATOM_NONE;
    xcb_atom_t plain_utf8 = XCB_ATOM_NONE;
    xcb_atom_t plain = XCB_ATOM_NONE;
    xcb_atom_t text = XCB_ATOM_NONE;
    xcb_atom_t manager = XCB_ATOM_NONE;
    xcb_atom_t save_targets = XCB_ATOM_NONE;
    xcb_atom_t passed = XCB_ATOM_NONE;  // our properties: what is handed to us,
    xcb_atom_t stamp = XCB_ATOM_NONE;   // and one that tells the server's time when it changes
};

struct X11Property {
    xcb_atom_t type = XCB_ATOM_NONE;
    int format = 0;
    std::string bytes{};
    bool whole = true;  // false: it is longer than was asked for
};

class X11Connection {
  public:
    static std::unique_ptr<X11Connection> open();  // null where there is no X server
    ~X11Connection();
    X11Connection(const X11Connection&) = delete;
    X11Connection& operator=(const X11Connection&) = delete;

    xcb_connection_t* get() const { return connection_; }
    bool is_broken() const { return xcb_connection_has_error(connection_) != 0; }
    const X11Atoms& atoms() const { return atoms_; }
    xcb_atom_t atom_of(Selection selection) const {
        return selection == Selection::clipboard ? atoms_.clipboard : xcb_atom_t{XCB_ATOM_PRIMARY};
    }

    // A window that is never seen and hears when its properties change.
    xcb_window_t make_window();

    // The property of a window; taken away with it where `away`.
    std::optional<X11Property> property(xcb_window_t window, xcb_atom_t name,
                                        std::size_t most_bytes, bool away);
    void set_property(xcb_window_t window, xcb_atom_t name, xcb_atom_t type,
                      std::string_view bytes);

    // Text that went through the connection lies in its buffers: they are filled with zeros.
    void scrub(xcb_window_t own);

  private:
    explicit X11Connection(xcb_connection_t* connection) : connection_(connection) {}
    bool look_up_atoms();

    xcb_connection_t* connection_;
    X11Atoms atoms_;
};

}  // namespace rekindle::app
