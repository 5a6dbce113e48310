// The clipboard as Wayland knows it: what another program offers, and what we do. On a queue of its
// own of the window library's connection.
#pragma once

#include <wayland-client.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/clipboard/clipboard_thread.hpp"
#include "workbook/files/system_calls.hpp"

namespace rekindle::app {

class WaylandSeat {
  public:
    explicit WaylandSeat(wl_display* display);
    ~WaylandSeat();
    WaylandSeat(const WaylandSeat&) = delete;
    WaylandSeat& operator=(const WaylandSeat&) = delete;

    wl_event_queue* queue() const { return queue_; }

    void give(SharedText text);
    void take_back();
    // The end of a pipe into which whoever holds the clipboard writes its text; -1: there is none.
    Descriptor receive();

    struct Wanted {
        Descriptor pipe;  // into which our text is to be written
        SharedText text;
    };
    std::vector<Wanted> take_wanted() { return std::exchange(wanted_, {}); }
    SharedText take_lost() { return std::exchange(lost_, nullptr); }
    bool has_news() const { return !wanted_.empty() || lost_; }

  private:
    struct Offer {
        wl_data_offer* offer = nullptr;
        std::vector<std::string> kinds{};
    };
    struct Listeners;  // what the library calls

    void found(std::uint32_t name, std::string_view interface, std::uint32_t version);
    void seat_can(std::uint32_t what);
    void hear(wl_data_offer* offer);
    void select(wl_data_offer* offer);
    void drop(wl_data_offer* offer);
    void cancelled(wl_data_source* source);

    wl_display* display_;
    wl_event_queue* queue_;
    wl_registry* registry_ = nullptr;
    wl_seat* seat_ = nullptr;
    wl_keyboard* keyboard_ = nullptr;
    wl_pointer* pointer_ = nullptr;
    wl_data_device_manager* manager_ = nullptr;
    wl_data_device* device_ = nullptr;
    std::vector<Offer> offers_;
    wl_data_offer* selected_ = nullptr;
    wl_data_source* source_ = nullptr;  // ours, while it is the clipboard
    SharedText text_;
    std::uint32_t serial_ = 0;  // of the last key or click
    std::vector<Wanted> wanted_;
    SharedText lost_;
};

}  // namespace rekindle::app
