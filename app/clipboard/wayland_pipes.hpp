// Text through a pipe to or from another program, a bit at a time, as long as the other goes on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/clipboard/clipboard_thread.hpp"
#include "workbook/files/system_calls.hpp"

namespace rekindle::app {

class PipeReading {
  public:
    // From what was given for it; -1: there is no text to be had.
    PipeReading(Descriptor pipe, double now);

    void go_on(double now);
    const std::optional<Pasted>& result() const { return result_; }
    int file() const { return pipe_.get(); }
    double deadline() const;
    double since() const { return since_; }

  private:
    void finish(Pasted::Outcome outcome);

    Descriptor pipe_;
    double since_;
    double last_sign_;
    std::string text_;
    std::optional<Pasted> result_;
};

class PipeWriting {
  public:
    PipeWriting(Descriptor pipe, SharedText text, double now);

    void go_on(double now);
    bool is_over() const { return over_; }
    int file() const { return pipe_.get(); }
    double deadline() const { return last_sign_ + longest_writing_silence; }

  private:
    Descriptor pipe_;
    SharedText text_;
    std::size_t at_ = 0;
    double last_sign_;
    bool over_ = false;
};

}  // namespace rekindle::app
