#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#ifdef GLFW_PLATFORM_WAYLAND

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/clipboard/wayland_seat.hpp"

namespace rekindle::app {
namespace {

constexpr std::array<const char*, 4> kinds_of_text{"text/plain;charset=utf-8", "UTF8_STRING",
                                                   "text/plain", "TEXT"};

WaylandSeat& seat_of(void* data) { return *static_cast<WaylandSeat*>(data); }

template <class... Arguments>
void ignore(void*, Arguments...) {}

}  // namespace

struct WaylandSeat::Listeners {
    static constexpr wl_registry_listener registry{
        [](void* data, wl_registry*, std::uint32_t name, const char* interface,
           std::uint32_t version) { seat_of(data).found(name, interface, version); },
        ignore<wl_registry*, std::uint32_t>};
    static constexpr wl_seat_listener seat{
        [](void* data, wl_seat*, std::uint32_t what) { seat_of(data).seat_can(what); },
        ignore<wl_seat*, const char*>};
    static constexpr wl_keyboard_listener keyboard{
        [](void*, wl_keyboard*, std::uint32_t, int file, std::uint32_t) { ::close(file); },
        [](void* data, wl_keyboard*, std::uint32_t serial, wl_surface*, wl_array*) {
            seat_of(data).serial_ = serial;
        },
        ignore<wl_keyboard*, std::uint32_t, wl_surface*>,
        [](void* data, wl_keyboard*, std::uint32_t serial, std::uint32_t, std::uint32_t,
           std::uint32_t) { seat_of(data).serial_ = serial; },
        ignore<wl_keyboard*, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t,
               std::uint32_t>,
        ignore<wl_keyboard*, std::int32_t, std::int32_t>};
    static constexpr wl_data_device_listener device{
        [](void* data, wl_data_device*, wl_data_offer* offer) { seat_of(data).hear(offer); },
        [](void* data, wl_data_device*, std::uint32_t, wl_surface*, wl_fixed_t, wl_fixed_t,
           wl_data_offer* dragged) {
            if (dragged != nullptr) seat_of(data).drop(dragged);
        },
        ignore<wl_data_device*>,
        ignore<wl_data_device*, std::uint32_t, wl_fixed_t, wl_fixed_t>,
        ignore<wl_data_device*>,
        [](void* data, wl_data_device*, wl_data_offer* offer) { seat_of(data).select(offer); }};
    static constexpr wl_data_offer_listener offer{
        [](void* data, wl_data_offer* offer, const char* kind) {
            for (Offer& known : seat_of(data).offers_)
                if (known.offer == offer) known.kinds.emplace_back(kind);
        },
        ignore<wl_data_offer*, std::uint32_t>, ignore<wl_data_offer*, std::uint32_t>};
    static constexpr wl_data_source_listener source{
        ignore<wl_data_source*, const char*>,
        [](void* data, wl_data_source* asked, const char*, int file) {
            WaylandSeat& seat = seat_of(data);
            Descriptor pipe{file};
            if (asked == seat.source_) seat.wanted_.push_back({std::move(pipe), seat.text_});
        },
        [](void* data, wl_data_source* source) { seat_of(data).cancelled(source); },
        ignore<wl_data_source*>,
        ignore<wl_data_source*>,
        ignore<wl_data_source*, std::uint32_t>};
    // Only the button tells a serial that may be used.
    static wl_pointer_listener make_pointer() {
        wl_pointer_listener listener{};
        listener.enter = ignore<wl_pointer*, std::uint32_t, wl_surface*, wl_fixed_t, wl_fixed_t>;
        listener.leave = ignore<wl_pointer*, std::uint32_t, wl_surface*>;
        listener.motion = ignore<wl_pointer*, std::uint32_t, wl_fixed_t, wl_fixed_t>;
        listener.button = [](void* data, wl_pointer*, std::uint32_t serial, std::uint32_t,
                             std::uint32_t, std::uint32_t) { seat_of(data).serial_ = serial; };
        listener.axis = ignore<wl_pointer*, std::uint32_t, std::uint32_t, wl_fixed_t>;
        return listener;
    }
    static const wl_pointer_listener pointer;
};

const wl_pointer_listener WaylandSeat::Listeners::pointer = make_pointer();

WaylandSeat::WaylandSeat(wl_display* display)
    : display_(display), queue_(wl_display_create_queue(display)) {
    // What is made through this stand-in tells its events to our queue from the first on.
    auto* stand_in = static_cast<wl_display*>(wl_proxy_create_wrapper(display));
    wl_proxy_set_queue(reinterpret_cast<wl_proxy*>(stand_in), queue_);
    registry_ = wl_display_get_registry(stand_in);
    wl_proxy_wrapper_destroy(stand_in);
    wl_registry_add_listener(registry_, &Listeners::registry, this);
}

WaylandSeat::~WaylandSeat() {
    if (source_) wl_data_source_destroy(source_);
    for (const Offer& offer : offers_) wl_data_offer_destroy(offer.offer);
    if (device_) wl_data_device_destroy(device_);
    if (manager_) wl_data_device_manager_destroy(manager_);
    if (keyboard_) wl_keyboard_destroy(keyboard_);
    if (pointer_) wl_pointer_destroy(pointer_);
    if (seat_) wl_seat_destroy(seat_);
    wl_registry_destroy(registry_);
    wl_display_flush(display_);
    wl_event_queue_destroy(queue_);
}

// In the oldest forms that do: fewer events to hear, and every compositor has them.
void WaylandSeat::found(std::uint32_t name, std::string_view interface, std::uint32_t version) {
    if (interface == wl_seat_interface.name && !seat_) {
        seat_ = static_cast<wl_seat*>(
            wl_registry_bind(registry_, name, &wl_seat_interface, std::min(version, 4U)));
        wl_seat_add_listener(seat_, &Listeners::seat, this);
    } else if (interface == wl_data_device_manager_interface.name && !manager_) {
        manager_ = static_cast<wl_data_device_manager*>(wl_registry_bind(
            registry_, name, &wl_data_device_manager_interface, std::min(version, 2U)));
    }
    if (!seat_ || !manager_ || device_) return;
    device_ = wl_data_device_manager_get_data_device(manager_, seat_);
    wl_data_device_add_listener(device_, &Listeners::device, this);
}

// A keyboard that was pulled out says no more, even when another is put in.
void WaylandSeat::seat_can(std::uint32_t what) {
    const bool has_keys = (what & WL_SEAT_CAPABILITY_KEYBOARD) != 0;
    const bool has_pointer = (what & WL_SEAT_CAPABILITY_POINTER) != 0;
    if (!has_keys && keyboard_) wl_keyboard_destroy(std::exchange(keyboard_, nullptr));
    if (!has_pointer && pointer_) wl_pointer_destroy(std::exchange(pointer_, nullptr));
    if (has_keys && !keyboard_) {
        keyboard_ = wl_seat_get_keyboard(seat_);
        wl_keyboard_add_listener(keyboard_, &Listeners::keyboard, this);
    }
    if (has_pointer && !pointer_) {
        pointer_ = wl_seat_get_pointer(seat_);
        wl_pointer_add_listener(pointer_, &Listeners::pointer, this);
    }
}

void WaylandSeat::hear(wl_data_offer* offer) {
    offers_.push_back({offer});
    wl_data_offer_add_listener(offer, &Listeners::offer, this);
}

void WaylandSeat::drop(wl_data_offer* offer) {
    if (offer == nullptr) return;
    std::erase_if(offers_, [&](const Offer& known) { return known.offer == offer; });
    wl_data_offer_destroy(offer);
}

void WaylandSeat::select(wl_data_offer* offer) {
    if (selected_ != offer) drop(selected_);
    selected_ = offer;
}

Descriptor WaylandSeat::receive() {
    const auto found = std::find_if(offers_.begin(), offers_.end(),
                                    [&](const Offer& offer) { return offer.offer == selected_; });
    if (!selected_ || found == offers_.end()) return Descriptor{};
    for (const char* kind : kinds_of_text) {
        if (std::find(found->kinds.begin(), found->kinds.end(), kind) == found->kinds.end())
            continue;
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return Descriptor{};
        Descriptor reading{ends[0]};
        const Descriptor writing{ends[1]};  // the library sends a copy of it
        wl_data_offer_receive(selected_, kind, writing.get());
        wl_display_flush(display_);
        return reading;
    }
    return Descriptor{};
}

void WaylandSeat::give(SharedText text) {
    if (!device_) {
        lost_ = std::move(text);
        return;
    }
    wl_data_source* before = source_;
    source_ = wl_data_device_manager_create_data_source(manager_);
    text_ = std::move(text);
    wl_data_source_add_listener(source_, &Listeners::source, this);
    for (const char* kind : kinds_of_text) wl_data_source_offer(source_, kind);
    wl_data_device_set_selection(device_, source_, serial_);
    if (before) wl_data_source_destroy(before);
}

void WaylandSeat::take_back() {
    wanted_.clear();
    text_.reset();
    if (!source_) return;
    wl_data_device_set_selection(device_, nullptr, serial_);
    wl_data_source_destroy(std::exchange(source_, nullptr));
}

void WaylandSeat::cancelled(wl_data_source* source) {
    if (source != source_) return;
    lost_ = std::exchange(text_, nullptr);
    wl_data_source_destroy(std::exchange(source_, nullptr));
}

}  // namespace rekindle::app

#endif
