// Where one step of undo ends and the next begins while somebody writes. A step is a word or some,
// at most about a sentence: it ends with the sentence or a part of it, with a line, with a pause
// behind a word. Letters taken away are a step, and so is what was written over; what was pasted or
// cut stands alone, so that whatever was there before can be brought back.
#pragma once

#include <string>

namespace rekindle::app {

class TextSteps {
  public:
    // True when the text now written under `key` begins a step of its own. `seconds` is a clock
    // that only goes forward; `anew`: the caret went elsewhere before it, or it was pasted or cut.
    bool begins(const std::string& key, const std::string& text, double seconds, bool anew = false);
    void forget() { key_.clear(); }  // after an undo: what comes next is a step of its own

  private:
    enum class Kind { unknown, insertion, removal, other };
    struct Edit {
        Kind kind = Kind::unknown;
        std::string letters{};  // put in or taken away
    };
    static Edit edit_of(const std::string& before, const std::string& after);
    bool is_full(const Edit& next, double seconds) const;

    std::string key_;
    std::string text_;
    Kind last_ = Kind::unknown;
    double last_seconds_ = 0;
    std::string step_;  // what the step has put in or taken away until now, in its order
};

}  // namespace rekindle::app
