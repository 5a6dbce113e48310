// The ground on which a menu or a month stands: a window of Dear ImGui's that opens over the page
// and closes at Esc, at a click beside it, and when the focus goes elsewhere.
#pragma once

#include <string>
#include <string_view>

#include "app/frame/canvas.hpp"

namespace rekindle::app {

inline constexpr float popup_padding = 6;  // between its edge and what stands in it

// Begins the popup when it is open; draw into it only then. Ends what it began.
class Popup {
  public:
    // `inside` is the size of what will stand in it, in pixels; it opens below `anchor`, or above
    // where there is no room.
    Popup(Canvas& canvas, std::string_view name, const Rect& anchor, ImVec2 inside);
    ~Popup();
    Popup(const Popup&) = delete;
    Popup& operator=(const Popup&) = delete;

    bool is_open() const { return open_; }
    Column column() const { return inside_; }

    // Closes it and gives the focus to `opener`.
    void close(std::string_view opener);

    // Closes at Esc, and once the focus is neither on `opener` nor on a control NAME.…; to be asked
    // after everything in it was drawn.
    void close_when_left(std::string_view opener);

  private:
    Canvas& canvas_;
    std::string name_;
    bool open_ = false;
    Column inside_{};
};

}  // namespace rekindle::app
