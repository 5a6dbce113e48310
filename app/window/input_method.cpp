#include "app/window/input_method.hpp"

#include <fmt/format.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <xcb/xcb.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/paths.hpp"
#include "app/window/input_method_name.hpp"

namespace rekindle::app {

namespace {

using Clock = std::chrono::steady_clock;

// How long the input method may take for an answer.
constexpr std::chrono::milliseconds answer_patience{500};

struct Disconnect {
    void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
};
struct Free {
    void operator()(void* reply) const { std::free(reply); }
};
using Connection = std::unique_ptr<xcb_connection_t, Disconnect>;
template <class T>
using Answer = std::unique_ptr<T, Free>;

// A short conversation with the X server before the window library has its own.
class Server {
  public:
    Server() : connection_(xcb_connect(nullptr, nullptr)) {
        if (!works()) return;
        const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(to())).data;
        root_ = screen->root;
        window_ = xcb_generate_id(to());
        xcb_create_window(to(), XCB_COPY_FROM_PARENT, window_, root_, 0, 0, 1, 1, 0,
                          XCB_WINDOW_CLASS_INPUT_ONLY, screen->root_visual, 0, nullptr);
    }

    bool works() const { return xcb_connection_has_error(to()) == 0; }

    // The selection of the input method of this name; nothing where none runs. The root window
    // lists all of them as "@server=NAME[,NAME…]".
    std::optional<xcb_atom_t> find_input_method(std::string_view name) const {
        const auto property =
            ask(&xcb_get_property_reply,
                xcb_get_property(to(), 0, root_, atom("XIM_SERVERS"), XCB_ATOM_ATOM, 0, 1024));
        if (!property || property->format != 32) return std::nullopt;
        const auto* servers = static_cast<xcb_atom_t*>(xcb_get_property_value(property.get()));
        for (std::uint32_t i = 0; i < property->value_len; ++i) {
            if (!is_named(servers[i], name)) continue;
            const auto owner =
                ask(&xcb_get_selection_owner_reply, xcb_get_selection_owner(to(), servers[i]));
            if (owner && owner->owner != XCB_NONE) return servers[i];
        }
        return std::nullopt;
    }

    // What the owner of a selection says to a question; empty when it does not answer in time.
    std::string ask_owner(xcb_atom_t selection, std::string_view question) const {
        const xcb_atom_t target = atom(question);
        xcb_convert_selection(to(), window_, selection, target, target, XCB_CURRENT_TIME);
        xcb_flush(to());
        if (!wait_for_answer(Clock::now() + answer_patience)) return {};
        const auto property =
            ask(&xcb_get_property_reply,
                xcb_get_property(to(), 1, window_, target, XCB_ATOM_ANY, 0, 64 * 1024));
        if (!property || property->format != 8) return {};
        return {static_cast<char*>(xcb_get_property_value(property.get())),
                static_cast<std::size_t>(xcb_get_property_value_length(property.get()))};
    }

  private:
    xcb_connection_t* to() const { return connection_.get(); }

    template <class T, class Cookie>
    Answer<T> ask(T* (*reply)(xcb_connection_t*, Cookie, xcb_generic_error_t**),
                  Cookie cookie) const {
        return Answer<T>(reply(to(), cookie, nullptr));
    }

    xcb_atom_t atom(std::string_view name) const {
        const auto found =
            ask(&xcb_intern_atom_reply,
                xcb_intern_atom(to(), 0, static_cast<std::uint16_t>(name.size()), name.data()));
        return found ? found->atom : xcb_atom_t{XCB_ATOM_NONE};
    }

    bool is_named(xcb_atom_t server, std::string_view name) const {
        constexpr std::string_view category = "@server=";
        const auto reply = ask(&xcb_get_atom_name_reply, xcb_get_atom_name(to(), server));
        if (!reply) return false;
        std::string_view names(
            xcb_get_atom_name_name(reply.get()),
            static_cast<std::size_t>(xcb_get_atom_name_name_length(reply.get())));
        if (!names.starts_with(category)) return false;
        const std::string listed = fmt::format(",{},", names.substr(category.size()));
        return listed.find(fmt::format(",{},", name)) != std::string::npos;
    }

    bool wait_for_answer(Clock::time_point until) const {
        while (works()) {
            while (const Answer<xcb_generic_event_t> event{xcb_poll_for_event(to())})
                if ((event->response_type & 0x7f) == XCB_SELECTION_NOTIFY) return true;
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
            if (left.count() <= 0) return false;
            pollfd file{xcb_get_file_descriptor(to()), POLLIN, 0};
            ::poll(&file, 1, static_cast<int>(left.count()));
        }
        return false;
    }

    Connection connection_;
    xcb_window_t root_ = XCB_NONE;
    xcb_window_t window_ = XCB_NONE;
};

// The locale in use by the name that X has for it.
std::string locale_name() {
    const std::string name = ::setlocale(LC_CTYPE, nullptr);
    return name.starts_with("C.") ? "en_US.UTF-8" : name;
}

bool can_be_used(const std::string& input_method) {
    const Server server;
    if (!server.works()) return false;
    const auto selection = server.find_input_method(input_method);
    if (!selection || !serves_locale(server.ask_owner(*selection, "LOCALES"), locale_name()))
        return false;
    // X crashes over one that serves the locale and cannot be reached.
    const std::string transports = server.ask_owner(*selection, "TRANSPORT");
    return transports.starts_with("@transport=") && transports.find("X/") != std::string::npos;
}

}  // namespace

void choose_input_method() {
    // X makes only those characters out of dead keys that the locale has: in none, or in one that
    // is not installed, hardly any.
    // Wayland's keyboards go by the environment, where one that is not installed is replaced, too.
    if (::setlocale(LC_CTYPE, "") == nullptr) ::setenv("LC_ALL", "C.UTF-8", 1);
    if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8") ::setlocale(LC_CTYPE, "C.UTF-8");
    // Of an input method that is not there X makes none at all, and one that does not answer is
    // waited for without end.
    if (!system_environment("DISPLAY")) return;
    const std::string chosen = input_method_named(system_environment("XMODIFIERS").value_or(""));
    if (chosen.empty() || !can_be_used(chosen)) ::setenv("XMODIFIERS", "@im=none", 1);
}

}  // namespace rekindle::app
