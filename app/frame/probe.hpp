// Tells tests outside of the program where the controls are: one line for each that can be used,
// `NAME X Y W H STATE` in pixels of the window, in a file that is replaced when they change.
#pragma once

#include <filesystem>
#include <string>

#include "app/frame/controls.hpp"
#include "workbook/base/result.hpp"
#include "workbook/store/kept_out.hpp"

namespace rekindle::app {

// The lines for the controls that can be seen, and one named `focus` whose state is the name of the
// control that has the keyboard, where one has.
std::string probe_lines(const Controls& controls);

// Whether FILE may be one: a new file, or one that a probe wrote before; no file of the journal or
// of the program, no folder and no device. Errors: `usage`.
Result<void> check_probe(const std::filesystem::path& file, const KeptOut& kept_out);

class Probe {
  public:
    explicit Probe(std::filesystem::path file) : file_(std::move(file)) {}

    // Replaces the file when its lines are others than before; does nothing where it cannot.
    void tell(const Controls& controls);

  private:
    std::filesystem::path file_;
    std::string told_;
    bool any_ = false;
};

}  // namespace rekindle::app
