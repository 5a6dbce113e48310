// Undo and redo over everything in a journal: old journals are simply kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/journal/journal.hpp"

namespace rekindle {

class History {
  public:
    explicit History(Journal start);

    const Journal& now() const { return now_; }

    // Makes `next` the journal. A step with the same non-empty `run_key` as the last one within
    // `run_within` seconds becomes part of that step. `at` is any clock that only goes forward.
    // `whose` is the person whose step it is; empty when it is everyone's.
    void apply(Journal next, std::string title, std::string run_key, double at,
               std::string whose = {});

    // Ends the current run of merged steps: what follows is a step of its own.
    void close_step();

    bool can_undo() const { return position_ > 0; }
    bool can_redo() const { return position_ < steps_.size(); }
    // What undo would take back for `person`, in the words of the command; empty when there is
    // nothing, or when the step is another person's.
    std::string undo_title(std::string_view person = {}) const;
    std::string redo_title(std::string_view person = {}) const;
    void undo();
    void redo();

    // Takes in a change that came from elsewhere (a file changed, a month read): it is no step, and
    // undo will not take it back.
    void adopt(Journal next);

    static constexpr double run_within = 3.0;        // seconds
    static constexpr std::size_t most_steps = 2000;  // older steps are forgotten

  private:
    struct Step {
        Journal before;  // only the entries in which the two differ
        Journal after;
        std::string title;
        std::string run_key;
        double at = 0;
        std::string whose;
    };
    static std::string title_for(const Step& step, std::string_view person);

    Journal now_;
    Journal run_start_;  // the journal before the step that is still open
    std::vector<Step> steps_;
    std::size_t position_ = 0;
    bool open_ = false;
};

}  // namespace rekindle
