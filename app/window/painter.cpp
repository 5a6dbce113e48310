#include "app/window/painter.hpp"

#include <cstdlib>

#include "app/clock.hpp"

namespace rekindle::app {

Painter::Painter(Window& window, Fonts fonts)
    : window_(window), frame_(std::make_unique<Frame>(std::move(fonts))) {}

Result<std::unique_ptr<Painter>> Painter::make(Window& window, Fonts fonts,
                                               const std::optional<std::filesystem::path>& probe) {
    std::unique_ptr<Painter> painter(new Painter(window, std::move(fonts)));
    auto renderer = GlRenderer::make(Window::loader());
    if (!renderer) return fail(renderer.error());
    painter->renderer_ = *std::move(renderer);
    painter->frame_->clipboard = &window.clipboard();
    if (probe) painter->probe_.emplace(*probe, std::getenv("REKINDLE_PROBE_FRAMES") != nullptr);
    return painter;
}

bool Painter::draw(Scene& scene) {
    events.feed(*frame_);
    return draw_as_it_is(scene);
}

bool Painter::draw_as_it_is(Scene& scene) {
    const Window::Size size = window_.size();
    const Frame::Surface surface{static_cast<float>(size.width), static_cast<float>(size.height),
                                 size.scale, steady_seconds()};
    if (frame_->ready_fonts(scene, surface) && renderer_) renderer_->upload_fonts();
    again_ = frame_->draw(scene, surface);
    ++frames_;
    return again_;
}

void Painter::present(Scene& scene) {
    const Window::Size size = window_.size();
    if (renderer_)
        renderer_->draw(*ImGui::GetDrawData(), size.width, size.height,
                        scene.theme()[Colour::background]);
    window_.show_cursor(ImGui::GetMouseCursor());
    window_.swap();
    if (probe_)
        probe_->tell(frame_->controls,
                     {static_cast<float>(size.width), static_cast<float>(size.height), frames_,
                      is_busy() ? Rest::busy : Rest::waits, events.clicks()});
    if (is_busy()) window_.wake();
}

bool Painter::is_busy() const { return again_ || (!events.empty() && !events.waits(*frame_)); }

void Painter::tell_rest(bool rests) {
    if (probe_ && !is_busy()) probe_->tell(rests ? Rest::rests : Rest::waits);
}

void Painter::show_for_sure(Scene& scene) {
    for (int i = 0; i < 2; ++i) {
        draw_as_it_is(scene);
        present(scene);
    }
    if (renderer_) renderer_->finish();
}

void Painter::forget() {
    renderer_.reset();
    // Looking for the files again could take long, and they tell nothing.
    Fonts fonts = frame_->fonts.begin_anew();
    frame_.reset();
    frame_ = std::make_unique<Frame>(std::move(fonts));
    // It could be made before, so it can be made again; if not, nothing is shown, and it saves.
    if (auto renderer = GlRenderer::make(Window::loader())) renderer_ = *std::move(renderer);
    frame_->clipboard = &window_.clipboard();
    events.forget_dealt();
}

}  // namespace rekindle::app
