#include "app/window/stage.hpp"

#include "app/clock.hpp"

namespace rekindle::app {

Stage::Stage(Window& window, Fonts fonts)
    : window_(window), face_(std::make_unique<Face>(std::move(fonts))) {}

Result<std::unique_ptr<Stage>> Stage::make(Window& window, Fonts fonts,
                                           const std::optional<std::filesystem::path>& probe) {
    std::unique_ptr<Stage> stage(new Stage(window, std::move(fonts)));
    auto surface = GlSurface::make(Window::loader());
    if (!surface) return fail(surface.error());
    stage->surface_ = *std::move(surface);
    stage->face_->clipboard = &window.clipboard();
    if (probe) stage->probe_.emplace(*probe);
    return stage;
}

bool Stage::frame(Scene& scene) {
    events.feed(*face_);
    return draw(scene);
}

bool Stage::draw(Scene& scene) {
    const Window::Size size = window_.size();
    const Face::Surface surface{static_cast<float>(size.width), static_cast<float>(size.height),
                                size.scale, steady_seconds()};
    if (face_->prepare(scene, surface) && surface_) surface_->upload_fonts();
    again_ = face_->frame(scene, surface);
    return again_;
}

void Stage::present(Scene& scene) {
    const Window::Size size = window_.size();
    if (surface_)
        surface_->draw(*ImGui::GetDrawData(), size.width, size.height,
                       scene.theme()[Colour::background]);
    window_.show_cursor(ImGui::GetMouseCursor());
    window_.swap();
    if (probe_) probe_->tell(face_->controls);
    if (again_ || (!events.empty() && !events.waits(*face_))) window_.wake();
}

void Stage::show_for_sure(Scene& scene) {
    for (int i = 0; i < 2; ++i) {
        draw(scene);
        present(scene);
    }
    if (surface_) surface_->finish();
}

void Stage::forget() {
    surface_.reset();
    // Looking for the files again could take long, and they tell nothing.
    Fonts fonts = face_->fonts.begin_anew();
    face_.reset();
    face_ = std::make_unique<Face>(std::move(fonts));
    // It could be made before, so it can be made again; if not, nothing is shown, and it saves.
    if (auto surface = GlSurface::make(Window::loader())) surface_ = *std::move(surface);
    face_->clipboard = &window_.clipboard();
    events.forget_dealt();
}

}  // namespace rekindle::app
