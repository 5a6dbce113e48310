#include "app/clipboard/x11_display.hpp"

#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>

#include <array>
#include <vector>

namespace rekindle::app {
namespace {

// As large as the buffers of the library are, and somewhat more.
constexpr std::size_t buffer_bytes = 16 * 1024;
constexpr std::size_t scrub_bytes = 2 * buffer_bytes;
constexpr std::size_t scrub_piece = 4 * 1024;
constexpr int scrub_rounds = 20;
constexpr int scrub_wait = 5;  // milliseconds

// The bytes of a reply are wiped before they go back to the heap.
std::string take_bytes(xcb_get_property_reply_t& reply) {
    auto* value = static_cast<char*>(xcb_get_property_value(&reply));
    const auto size = static_cast<std::size_t>(xcb_get_property_value_length(&reply));
    std::string bytes(value, size);
    explicit_bzero(value, size);
    return bytes;
}

}  // namespace

std::unique_ptr<X11Connection> X11Connection::open() {
    xcb_connection_t* connection = xcb_connect(nullptr, nullptr);
    std::unique_ptr<X11Connection> opened(new X11Connection(connection));
    if (opened->is_broken() || !opened->look_up_atoms()) return nullptr;
    return opened;
}

X11Connection::~X11Connection() { xcb_disconnect(connection_); }

bool X11Connection::look_up_atoms() {
    struct Named {
        xcb_atom_t* atom;
        std::string_view name;
    };
    const std::array names{Named{&atoms_.clipboard, "CLIPBOARD"},
                           Named{&atoms_.targets, "TARGETS"},
                           Named{&atoms_.timestamp, "TIMESTAMP"},
                           Named{&atoms_.multiple, "MULTIPLE"},
                           Named{&atoms_.atom_pair, "ATOM_PAIR"},
                           Named{&atoms_.incr, "INCR"},
                           Named{&atoms_.utf8, "UTF8_STRING"},
                           Named{&atoms_.plain_utf8, "text/plain;charset=utf-8"},
                           Named{&atoms_.plain, "text/plain"},
                           Named{&atoms_.text, "TEXT"},
                           Named{&atoms_.manager, "CLIPBOARD_MANAGER"},
                           Named{&atoms_.save_targets, "SAVE_TARGETS"},
                           Named{&atoms_.passed, "NOTES_SELECTION"},
                           Named{&atoms_.stamp, "NOTES_STAMP"}};
    std::vector<xcb_intern_atom_cookie_t> asked;
    for (const Named& named : names)
        asked.push_back(xcb_intern_atom(
            connection_, 0, static_cast<std::uint16_t>(named.name.size()), named.name.data()));
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Reply<xcb_intern_atom_reply_t> reply(
            xcb_intern_atom_reply(connection_, asked[i], nullptr));
        if (!reply) return false;
        *names[i].atom = reply->atom;
    }
    return true;
}

xcb_window_t X11Connection::make_window() {
    const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(connection_)).data;
    const xcb_window_t window = xcb_generate_id(connection_);
    const std::uint32_t events = XCB_EVENT_MASK_PROPERTY_CHANGE;
    xcb_create_window(connection_, 0, window, screen->root, -1, -1, 1, 1, 0,
                      XCB_WINDOW_CLASS_INPUT_ONLY, screen->root_visual, XCB_CW_EVENT_MASK, &events);
    return window;
}

std::optional<X11Property> X11Connection::property(xcb_window_t window, xcb_atom_t name,
                                                   std::size_t most_bytes, bool away) {
    const auto units = static_cast<std::uint32_t>(most_bytes / 4);
    const auto asked = xcb_get_property(connection_, away ? 1 : 0, window, name,
                                        XCB_GET_PROPERTY_TYPE_ANY, 0, units);
    const Reply<xcb_get_property_reply_t> reply(
        xcb_get_property_reply(connection_, asked, nullptr));
    if (!reply) return std::nullopt;
    return X11Property{reply->type, reply->format, take_bytes(*reply), reply->bytes_after == 0};
}

void X11Connection::set_property(xcb_window_t window, xcb_atom_t name, xcb_atom_t type,
                                 std::string_view bytes) {
    xcb_change_property(connection_, XCB_PROP_MODE_REPLACE, window, name, type, 8,
                        static_cast<std::uint32_t>(bytes.size()), bytes.data());
}

void X11Connection::scrub(xcb_window_t own) {
    xcb_flush(connection_);
    const std::string zeros(scrub_piece, '\0');
    set_property(own, atoms_.passed, atoms_.utf8, {});
    for (std::size_t sent = 0; sent < scrub_bytes; sent += zeros.size())
        xcb_change_property(connection_, XCB_PROP_MODE_APPEND, own, atoms_.passed, atoms_.utf8, 8,
                            static_cast<std::uint32_t>(zeros.size()), zeros.data());
    const auto asked = xcb_get_property(connection_, 1, own, atoms_.passed,
                                        XCB_GET_PROPERTY_TYPE_ANY, 0, scrub_bytes / 4);
    xcb_flush(connection_);
    // Read in one piece, so that the buffer is filled to its end.
    const int file = xcb_get_file_descriptor(connection_);
    for (int round = 0; round < scrub_rounds; ++round) {
        int waiting = 0;
        if (ioctl(file, FIONREAD, &waiting) != 0 || waiting >= static_cast<int>(buffer_bytes))
            break;
        ::poll(nullptr, 0, scrub_wait);
    }
    const Reply<xcb_get_property_reply_t> reply(
        xcb_get_property_reply(connection_, asked, nullptr));
}

}  // namespace rekindle::app
