// The whole program on a folder, without a window: its screens, its session and its store with the
// threads that save and watch. Each frame's time is taken.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "app/frame/frame.hpp"
#include "app/session/session.hpp"
#include "tests/support/hand.hpp"
#include "tests/ui/soak/frame_times.hpp"

namespace rekindle::tests {

class SoakDesk : public Hand {
  public:
    // A journal may lie in FOLDER/journal already. Beside it nothing is ever written.
    SoakDesk(std::filesystem::path folder, LocalTime now, FrameTimes& times);

    // What the window does at its start and at its end. Between them everything is read from disk
    // again; `close` fails the test when it cannot save.
    void open();
    void close();
    void wait_until_all_is_read();  // the months that a window reads after its first picture

    app::Session& session() { return *session_; }
    const Journal& journal() const { return session_->journal(); }
    const std::filesystem::path& journal_folder() const { return journal_; }
    void resize(float width, float height, float scale);
    const app::Frame::Surface& surface() const { return surface_; }
    app::Input& keys() { return frame_->input; }
    bool is_hidden() const { return session_->ui.hidden_since.has_value(); }
    void let_pass(int minutes);

    const app::Controls& controls() const override { return frame_->controls; }
    std::string doing;  // for the list of stalls

  protected:
    bool draw_frame() override;
    app::Input& input() override { return frame_->input; }
    void turn_wheel(float lines) override { frame_->wheel = lines; }

  private:
    void turn();

    std::filesystem::path folder_;
    std::filesystem::path journal_;
    FrameTimes& times_;
    LocalTime now_;
    std::atomic<int> today_;  // asked by the thread that saves
    app::Frame::Surface surface_;
    std::set<YearMonth> to_read_;
    std::unique_ptr<app::Frame> frame_;
    std::unique_ptr<app::Session> session_;
};

}  // namespace rekindle::tests
