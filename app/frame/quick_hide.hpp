// Notices Shift pressed and let go alone three times within two seconds: the sign to hide. Shift
// that makes a capital, widens a selection or is held down is none, and any other key or button
// in between begins the count anew. Times come in; the keyboard stays outside.
#pragma once

#include <vector>

namespace rekindle::app {

class QuickHide {
  public:
    // Shift goes down or up, at `seconds` of a clock that only goes forward. True for the third
    // release in time; the next sign then begins from nothing.
    bool shift(bool down, double seconds);

    // Anything else was pressed, or the keyboard went to another window.
    void other();

  private:
    std::vector<double> pressed_;  // when each press that counts so far began
    bool down_ = false;
    bool alone_ = false;  // the press under way is no part of anything else
};

}  // namespace rekindle::app
