// The whole program without a window: a session over a journal given, drawn and used by hand.
#pragma once

#include <memory>
#include <optional>

#include "app/frame/frame.hpp"
#include "app/session/session.hpp"
#include "tests/support/hand.hpp"

namespace rekindle::tests {

struct HeadlessSetup {
    Content content;
    Journal journal{};
    LocalTime now{*make_date(2026, 11, 21), *make_time(20, 15)};
    float width = 1280;
    float height = 800;
    float scale = 1;
    std::string theme = "paper";
    app::Page page = app::Page::today;
    ReadOnlyParts read_only{};
    std::unique_ptr<app::SaveTarget> target{};
    std::vector<Unsaved> unsaved{};
    std::vector<AskedUnsaved> asked{};
    std::vector<Distrust> distrust{};
};

class Headless : public Hand {
  public:
    explicit Headless(HeadlessSetup setup);

    const app::Controls& controls() const override { return frame_.controls; }
    app::Session& session() { return *session_; }
    app::Input& keys() { return frame_.input; }
    const Journal& journal() const { return session_->journal(); }
    // When the window wants to draw although nothing happens.
    std::optional<double> next_frame() const { return frame_.next_frame; }
    void resize(float width, float height, float scale);
    const app::Frame::Surface& surface() const { return surface_; }

    LocalTime now;

  protected:
    bool draw_frame() override;
    app::Input& input() override { return frame_.input; }
    void turn_wheel(float lines) override { frame_.wheel = lines; }

  private:
    app::Frame frame_;
    std::unique_ptr<app::Session> session_;
    app::Frame::Surface surface_;
};

}  // namespace rekindle::tests
