// The program without a window, from the files on: a desk over a folder, used by hand, locked and
// unlocked.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/frame/face.hpp"
#include "app/session/desk.hpp"
#include "tests/support/hand.hpp"

namespace rekindle::tests {

class LockedDesk : public Hand {
  public:
    // Opens the journal in FOLDER/journal, asks for its passphrase, or says why it cannot.
    explicit LockedDesk(const std::filesystem::path& folder);
    ~LockedDesk() override;

    // Draws until `holds` does; fails the test when it never does.
    void draw_until(const std::function<bool()>& holds, const char* what);
    bool is_locked() { return desk_->session() == nullptr; }
    app::Desk& desk() { return *desk_; }
    app::Session& session() { return *desk_->session(); }
    const app::Controls& controls() const override { return face_->controls; }

    app::Face::Surface surface{};  // as large as a window is at first
    app::Folders folders;
    std::string forgotten_clipboard;  // what the window was told to take off the clipboard
    int shown = 0;                    // how often a picture was to be on the screen at once

  protected:
    bool draw_frame() override;
    app::Input& input() override { return face_->input; }
    void turn_wheel(float lines) override { face_->wheel = lines; }

  private:
    std::unique_ptr<app::Face> face_;
    std::unique_ptr<app::Desk> desk_;
};

}  // namespace rekindle::tests
