#include "tests/support/single_widget.hpp"

namespace rekindle::tests {

SingleWidget::SingleWidget(Draw draw, float wide, float scale)
    : width(wide),
      draw_(std::move(draw)),
      scale_(scale),
      context_((IMGUI_CHECKVERSION(), ImGui::CreateContext())) {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().IniFilename = nullptr;
    Problems problems;
    themes_ = app::read_themes({}, problems);
    app::apply_style(themes_.front(), scale_);
    settle();
}

SingleWidget::~SingleWidget() { ImGui::DestroyContext(context_); }

void SingleWidget::draw_page(app::Canvas& canvas) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    const float margin = canvas.px(20);
    scrolled = ImGui::GetScrollY();
    app::Column column{margin, margin - scrolled, canvas.px(width)};
    draw_({canvas, column});
    column_end = column.y;
    ImGui::SetCursorScreenPos({0, -scrolled});
    ImGui::Dummy({1, column.y + scrolled + margin});
    if (canvas.wheel != 0) ImGui::SetScrollY(scrolled - canvas.wheel * canvas.px(60));
    ImGui::End();
    ImGui::PopStyleVar();
}

bool SingleWidget::draw_frame() {
    fonts_.prepare(scale_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {(width + 100) * scale_, height * scale_};
    io.DeltaTime = 1.0f / 60;
    input_.pasted = clipboard->take_answer();
    const bool had_input = !input_.events.empty() || wheel_ != 0 || input_.pasted;
    const std::string focused_before = controls_.focused();
    ImGui::NewFrame();
    controls_.begin_frame();
    next_frame.reset();
    app::Canvas canvas{.theme = themes_.front(),
                       .fonts = fonts_,
                       .input = input_,
                       .controls = controls_,
                       .fields = fields,
                       .clipboard = *clipboard,
                       .next_frame = next_frame,
                       .scale = scale_,
                       .seconds = seconds_,
                       .wheel = wheel_,
                       .drawn = &drawn};
    draw_page(canvas);
    int steps = 0;
    while (input_.take(app::Key::tab)) ++steps;
    while (input_.take(
        [](const app::KeyPress& press) { return press.key == app::Key::tab && press.shift; }))
        --steps;
    controls_.end_frame(steps);
    ImGui::Render();
    input_.events.clear();
    if (input_.pasted) fields.asked.reset();
    input_.pasted.reset();
    wheel_ = 0;
    return had_input || fonts_.wants_more() || controls_.focused() != focused_before;
}

}  // namespace rekindle::tests
