#include "tests/support/locked_entrance.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "tests/support/source_folder.hpp"

namespace rekindle::tests {

LockedEntrance::LockedEntrance(const std::filesystem::path& folder)
    : frame_(std::make_unique<app::Frame>()) {
    const std::filesystem::path source = tests::source_folder();
    folders.data = folder / "journal";
    folders.preferences = folder / "window.toml";
    folders.unsaved = {folder / "unsaved"};
    folders.pins = folder / "pins";
    folders.content = source / "content";
    folders.assets = source / "assets";
    app::Entrance::WindowCalls window;
    window.show_now = [this] { ++shown; };
    window.forget = [this](const std::string& copied) {
        forgotten_clipboard = copied;
        frame_ = nullptr;  // its ImGui context goes before there is another
        frame_ = std::make_unique<app::Frame>();
    };
    desk_ = std::make_unique<app::Entrance>(folders, Preferences{}, std::move(window));
    desk_->note_input(seconds_);
    auto setup = app::read_setup(folders, std::nullopt);
    if (setup)
        desk_->open(*std::move(setup), nullptr);
    else if (setup.error().code == ErrorCode::locked)
        desk_->ask();
    else
        desk_->cannot_open(setup.error());
    desk_->begin_background();
    settle();
}

LockedEntrance::~LockedEntrance() = default;

bool LockedEntrance::draw_frame() {
    desk_->turn({*make_date(2026, 11, 21), *make_time(20, 15)}, seconds_);
    surface.seconds = seconds_;
    frame_->ready_fonts(desk_->scene(), surface);
    frame_->drawn = &drawn;
    return frame_->draw(desk_->scene(), surface);
}

void LockedEntrance::draw_until(const std::function<bool()>& holds, const char* what) {
    for (int i = 0; i < 3000 && !holds(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        settle();
    }
    if (!holds()) FAIL(what);
}

}  // namespace rekindle::tests
