#include "app/clipboard/x11_reading.hpp"

#include <algorithm>
#include <array>

#include "app/clipboard/clipboard_thread.hpp"
#include "workbook/base/utf8_text.hpp"

namespace rekindle::app {
namespace {

std::array<xcb_atom_t, 4> kinds_of_text(const X11Atoms& atoms) {
    return {atoms.utf8, atoms.plain_utf8, XCB_ATOM_STRING, atoms.text};
}

std::string from_latin1(const std::string& bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (const char byte : bytes) append_character(text, static_cast<unsigned char>(byte));
    return text;
}

}  // namespace

X11Reading::X11Reading(X11Connection& x, Selection selection, double now)
    : x_(x), selection_(selection), window_(x.make_window()), since_(now), last_sign_(now) {
    ask();
}

// With its window goes what an owner may still be sending.
X11Reading::~X11Reading() { xcb_destroy_window(x_.get(), window_); }

void X11Reading::ask() {
    xcb_convert_selection(x_.get(), window_, x_.atom_of(selection_),
                          kinds_of_text(x_.atoms())[kind_], x_.atoms().passed, XCB_CURRENT_TIME);
}

void X11Reading::hear(const xcb_selection_notify_event_t& event, double now) {
    const bool ours = event.requestor == window_ && !in_pieces_ && !result_ &&
                      event.target == kinds_of_text(x_.atoms())[kind_];
    if (!ours) return;
    last_sign_ = now;
    if (event.property == XCB_ATOM_NONE) return refuse();
    const auto piece = x_.property(window_, x_.atoms().passed, most_pasted, true);
    if (!piece) return finish(Pasted::Outcome::no_answer);
    in_pieces_ = piece->type == x_.atoms().incr;
    if (!in_pieces_ && take(*piece)) finish(Pasted::Outcome::text);
}

void X11Reading::hear(const xcb_property_notify_event_t& event, double now) {
    const bool ours = event.window == window_ && event.atom == x_.atoms().passed && in_pieces_ &&
                      !result_ && event.state == XCB_PROPERTY_NEW_VALUE;
    if (!ours) return;
    last_sign_ = now;
    const auto piece = x_.property(window_, x_.atoms().passed, most_pasted, true);
    if (!piece) return finish(Pasted::Outcome::no_answer);
    if (piece->bytes.empty()) return finish(Pasted::Outcome::text);
    take(*piece);
}

void X11Reading::refuse() {
    if (in_pieces_ || ++kind_ == kinds_of_text(x_.atoms()).size())
        return finish(Pasted::Outcome::nothing);
    ask();
}

bool X11Reading::take(const X11Property& piece) {
    if (!piece.whole || text_.size() + piece.bytes.size() > most_pasted) {
        finish(Pasted::Outcome::too_long);
        return false;
    }
    const auto kinds = kinds_of_text(x_.atoms());
    const bool is_text =
        piece.format == 8 && std::find(kinds.begin(), kinds.end(), piece.type) != kinds.end();
    if (!is_text) {
        refuse();
        return false;
    }
    type_ = piece.type;
    text_ += piece.bytes;
    return true;
}

void X11Reading::finish(Pasted::Outcome outcome) {
    const bool latin1 = type_ == XCB_ATOM_STRING;
    if (outcome == Pasted::Outcome::text && text_.empty()) outcome = Pasted::Outcome::nothing;
    if (outcome == Pasted::Outcome::text)
        result_ = Pasted{outcome, latin1 ? from_latin1(text_) : std::move(text_)};
    else
        result_ = Pasted{outcome};
    text_.clear();
}

void X11Reading::look_at_clock(double now) {
    if (!result_ && now >= deadline()) finish(Pasted::Outcome::no_answer);
}

double X11Reading::deadline() const {
    return std::min(last_sign_ + longest_reading_silence, since_ + longest_reading);
}

}  // namespace rekindle::app
