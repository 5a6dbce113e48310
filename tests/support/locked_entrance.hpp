// The program without a window, from the files on: a desk over a folder, used by hand, locked and
// unlocked.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/frame/frame.hpp"
#include "app/session/entrance.hpp"
#include "tests/support/hand.hpp"

namespace rekindle::tests {

class LockedEntrance : public Hand {
  public:
    // Opens the journal in FOLDER/journal, asks for its passphrase, or says why it cannot.
    explicit LockedEntrance(const std::filesystem::path& folder);
    ~LockedEntrance() override;

    // Draws until `holds` does; fails the test when it never does.
    void draw_until(const std::function<bool()>& holds, const char* what);
    bool is_locked() { return desk_->session() == nullptr; }
    app::Entrance& desk() { return *desk_; }
    app::Session& session() { return *desk_->session(); }
    const app::Controls& controls() const override { return frame_->controls; }

    app::Frame::Surface surface{};  // as large as a window is at first
    app::Folders folders;
    std::string forgotten_clipboard;  // what the window was told to take off the clipboard
    int shown = 0;                    // how often a picture was to be on the screen at once

  protected:
    bool draw_frame() override;
    app::Input& input() override { return frame_->input; }
    void turn_wheel(float lines) override { frame_->wheel = lines; }

  private:
    std::unique_ptr<app::Frame> frame_;
    std::unique_ptr<app::Entrance> desk_;
};

}  // namespace rekindle::tests
