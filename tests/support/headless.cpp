#include "tests/support/headless.hpp"

#include <filesystem>

#include "tests/support/source_folder.hpp"

namespace rekindle::tests {
namespace {

// Ids a test can foretell: t1, t2, …
std::function<std::string()> counting_ids() {
    return [count = 0]() mutable { return "t" + std::to_string(++count); };
}

app::SessionSetup session_setup(HeadlessSetup& setup) {
    Problems problems;
    const std::filesystem::path source = tests::source_folder();
    app::SessionSetup made;
    made.content = std::move(setup.content);
    made.opened.journal = std::move(setup.journal);
    made.opened.read_only = std::move(setup.read_only);
    made.folder = "/home/sam/journal";
    made.preferences.theme = setup.theme;
    made.themes = app::read_themes({source / "assets" / "themes"}, problems);
    made.unsaved = std::move(setup.unsaved);
    made.asked = std::move(setup.asked);
    made.opened.distrust = std::move(setup.distrust);
    made.target = std::move(setup.target);
    made.new_id = counting_ids();
    return made;
}

}  // namespace

Headless::Headless(HeadlessSetup setup)
    : now(setup.now),
      session_(std::make_unique<app::Session>(session_setup(setup))),
      surface_{.width = setup.width, .height = setup.height, .monitor_scale = setup.scale} {
    session_->ui.page = setup.page;
    settle();
}

void Headless::resize(float width, float height, float scale) {
    surface_.width = width;
    surface_.height = height;
    surface_.monitor_scale = scale;
    settle();
}

bool Headless::draw_frame() {
    surface_.seconds = seconds_;
    session_->turn(now, seconds_);
    frame_.ready_fonts(*session_, surface_);
    frame_.drawn = &drawn;
    return frame_.draw(*session_, surface_);
}

}  // namespace rekindle::tests
