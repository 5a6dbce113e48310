#include "app/clipboard/x11_serving.hpp"

#include <algorithm>
#include <utility>

#include "workbook/base/utf8_text.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::size_t most_transfers = 8;
constexpr std::size_t most_pairs_bytes = 4096;  // of a request for several kinds at once

// Latin 1 has no more than 256 characters; the others become a question mark.
SharedText to_latin1(const std::string& text) {
    auto bytes = std::make_shared<std::string>();
    bytes->reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = take_character(text, at);
        *bytes +=
            character < 0x100 ? static_cast<char>(static_cast<unsigned char>(character)) : '?';
    }
    return bytes;
}

}  // namespace

X11Serving::Owned* X11Serving::owned_by_atom(xcb_atom_t atom) {
    for (const Selection selection : {Selection::clipboard, Selection::primary})
        if (x_.atom_of(selection) == atom) return &owned(selection);
    return nullptr;
}

// A selection is claimed with the time of the claim, which only the server knows: a property that
// changes brings it.
void X11Serving::give(Selection selection, SharedText text) {
    owned(selection) = {std::move(text), owned(selection).since, false};
    xcb_change_property(x_.get(), XCB_PROP_MODE_APPEND, window_, x_.atoms().stamp, XCB_ATOM_STRING,
                        8, 0, nullptr);
}

void X11Serving::claim(xcb_timestamp_t time) {
    for (const Selection selection : {Selection::clipboard, Selection::primary}) {
        Owned& mine = owned(selection);
        if (!mine.text || mine.claimed) continue;
        xcb_set_selection_owner(x_.get(), window_, x_.atom_of(selection), time);
        mine.since = time;
        mine.claimed = true;
    }
}

// The time of our claim goes with it: what another program claimed since stays theirs.
void X11Serving::forget() {
    for (const Selection selection : {Selection::clipboard, Selection::primary}) {
        Owned& mine = owned(selection);
        if (mine.since != 0)
            xcb_set_selection_owner(x_.get(), XCB_NONE, x_.atom_of(selection), mine.since);
        mine = {};
    }
    for (Transfer& transfer : transfers_) end(transfer);
    transfers_.clear();
    x_.scrub(window_);
}

SharedText X11Serving::hear(const xcb_selection_clear_event_t& event) {
    Owned* mine = owned_by_atom(event.selection);
    // What was given again since is about to be claimed anew.
    if (event.owner != window_ || !mine || !mine->claimed) return nullptr;
    return std::exchange(*mine, {}).text;
}

// --- answering ---

void X11Serving::hear(const xcb_selection_request_event_t& event, double now) {
    xcb_selection_notify_event_t told{};
    told.response_type = XCB_SELECTION_NOTIFY;
    told.time = event.time;
    told.requestor = event.requestor;
    told.selection = event.selection;
    told.target = event.target;
    // Old programs name no property: the kind's name stands for it.
    told.property = event.property == XCB_ATOM_NONE ? event.target : event.property;
    const Owned* mine = owned_by_atom(event.selection);
    const bool answered = mine && mine->text && event.owner == window_ &&
                          answer({*mine, event.requestor, told.property, now}, event.target);
    if (!answered) told.property = XCB_ATOM_NONE;
    xcb_send_event(x_.get(), 0, event.requestor, XCB_EVENT_MASK_NO_EVENT,
                   reinterpret_cast<const char*>(&told));
}

bool X11Serving::answer(const Request& request, xcb_atom_t target) {
    const X11Atoms& atoms = x_.atoms();
    if (target == atoms.targets) {
        send_atoms(request, XCB_ATOM_ATOM,
                   {atoms.targets, atoms.timestamp, atoms.multiple, atoms.utf8, atoms.plain_utf8,
                    atoms.plain, atoms.text, XCB_ATOM_STRING});
        return true;
    }
    if (target == atoms.timestamp) {
        send_atoms(request, XCB_ATOM_INTEGER, {request.owned.since});
        return true;
    }
    if (target == atoms.multiple) return answer_several(request);
    if (transfers_.size() >= most_transfers) return false;
    if (target == XCB_ATOM_STRING) {
        send(request, XCB_ATOM_STRING, to_latin1(*request.owned.text));
        return true;
    }
    const bool plain = target == atoms.plain_utf8 || target == atoms.plain;
    if (!plain && target != atoms.utf8 && target != atoms.text) return false;
    send(request, plain ? target : atoms.utf8, request.owned.text);
    return true;
}

// Pairs of a kind and the property for it, in the requestor's property; what there is none of is
// crossed out.
bool X11Serving::answer_several(const Request& request) {
    const auto listed = x_.property(request.window, request.property, most_pairs_bytes, false);
    if (!listed || listed->format != 32 || !listed->whole) return false;
    std::vector<std::uint32_t> pairs(listed->bytes.size() / sizeof(std::uint32_t));
    std::copy_n(listed->bytes.data(), pairs.size() * sizeof(std::uint32_t),
                reinterpret_cast<char*>(pairs.data()));
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        const bool nested = pairs[i] == x_.atoms().multiple || pairs[i + 1] == XCB_ATOM_NONE;
        const Request one{request.owned, request.window, pairs[i + 1], request.now};
        if (nested || !answer(one, pairs[i])) pairs[i + 1] = XCB_ATOM_NONE;
    }
    send_atoms(request, x_.atoms().atom_pair, pairs);
    return true;
}

void X11Serving::send_atoms(const Request& request, xcb_atom_t type,
                            const std::vector<std::uint32_t>& values) {
    xcb_change_property(x_.get(), XCB_PROP_MODE_REPLACE, request.window, request.property, type, 32,
                        static_cast<std::uint32_t>(values.size()), values.data());
}

void X11Serving::send(const Request& request, xcb_atom_t type, const SharedText& text) {
    if (text->size() <= piece_bytes)
        return x_.set_property(request.window, request.property, type, *text);
    const std::uint32_t hears = XCB_EVENT_MASK_PROPERTY_CHANGE | XCB_EVENT_MASK_STRUCTURE_NOTIFY;
    xcb_change_window_attributes(x_.get(), request.window, XCB_CW_EVENT_MASK, &hears);
    const auto size = static_cast<std::uint32_t>(text->size());
    send_atoms(request, x_.atoms().incr, {size});
    transfers_.push_back({request.window, request.property, type, text, 0, request.now});
}

// --- long texts ---

void X11Serving::hear(const xcb_property_notify_event_t& event, double now) {
    if (event.window == window_) {
        if (event.atom == x_.atoms().stamp) claim(event.time);
        return;
    }
    if (event.state != XCB_PROPERTY_DELETE) return;
    for (Transfer& transfer : transfers_)
        if (transfer.window == event.window && transfer.property == event.atom)
            send_next(transfer, now);
    drop_ended();
}

// An empty piece is the last.
void X11Serving::send_next(Transfer& transfer, double now) {
    const std::string_view rest = std::string_view(*transfer.text).substr(transfer.at);
    const std::string_view piece = rest.substr(0, piece_bytes);
    x_.set_property(transfer.window, transfer.property, transfer.type, piece);
    transfer.at += piece.size();
    transfer.last_sign = now;
    if (piece.empty()) end(transfer);
}

void X11Serving::end(Transfer& transfer) {
    const std::uint32_t hears = XCB_EVENT_MASK_NO_EVENT;
    xcb_change_window_attributes(x_.get(), transfer.window, XCB_CW_EVENT_MASK, &hears);
    transfer.over = true;
}

void X11Serving::drop_ended() {
    std::erase_if(transfers_, [](const Transfer& transfer) { return transfer.over; });
}

void X11Serving::hear(const xcb_destroy_notify_event_t& event) {
    std::erase_if(transfers_,
                  [&](const Transfer& transfer) { return transfer.window == event.window; });
}

void X11Serving::look_at_clock(double now) {
    for (Transfer& transfer : transfers_)
        if (now >= transfer.last_sign + longest_writing_silence) end(transfer);
    drop_ended();
}

std::optional<double> X11Serving::deadline() const {
    std::optional<double> next;
    for (const Transfer& transfer : transfers_) {
        const double moment = transfer.last_sign + longest_writing_silence;
        next = std::min(next.value_or(moment), moment);
    }
    return next;
}

// --- the end ---

void X11Serving::hand_over() {
    const Reply<xcb_get_selection_owner_reply_t> manager(xcb_get_selection_owner_reply(
        x_.get(), xcb_get_selection_owner(x_.get(), x_.atoms().manager), nullptr));
    handing_over_ =
        owned(Selection::clipboard).text && manager && manager->owner != XCB_WINDOW_NONE;
    if (!handing_over_) return;
    const std::uint32_t kinds[] = {x_.atoms().utf8, x_.atoms().plain_utf8, XCB_ATOM_STRING};
    xcb_change_property(x_.get(), XCB_PROP_MODE_REPLACE, window_, x_.atoms().passed, XCB_ATOM_ATOM,
                        32, 3, kinds);
    xcb_convert_selection(x_.get(), window_, x_.atoms().manager, x_.atoms().save_targets,
                          x_.atoms().passed, owned(Selection::clipboard).since);
}

void X11Serving::hear(const xcb_selection_notify_event_t& event) {
    if (event.requestor == window_ && event.selection == x_.atoms().manager) handing_over_ = false;
}

}  // namespace rekindle::app
