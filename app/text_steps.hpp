// Where one step of undo ends and the next begins while somebody writes. Letters that follow each
// other are one step and so are letters taken away; pasting, cutting and writing over a selection
// stand alone, so that whatever was there before can be brought back.
#pragma once

#include <string>

namespace rekindle::app {

class TextSteps {
  public:
    // True when the text now written under `key` begins a step of its own.
    bool begins(const std::string& key, const std::string& text);
    void forget() { key_.clear(); }  // after an undo: what comes next is a step of its own

  private:
    enum class Edit { unknown, insertion, removal, other };
    static Edit edit_of(const std::string& before, const std::string& after);

    std::string key_;
    std::string text_;
    Edit last_ = Edit::unknown;
};

}  // namespace rekindle::app
