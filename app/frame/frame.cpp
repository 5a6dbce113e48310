#include "app/frame/frame.hpp"

#include <algorithm>
#include <variant>

namespace rekindle::app {
namespace {

// Tab walks forward and Shift+Tab back, as many steps as it was pressed.
int take_tab_steps(Input& input) {
    int steps = 0;
    while (input.take([](const KeyPress& press) {
        return press.key == Key::tab && !press.ctrl && !press.alt && !press.shift;
    }))
        ++steps;
    while (input.take([](const KeyPress& press) {
        return press.key == Key::tab && !press.ctrl && !press.alt && press.shift;
    }))
        --steps;
    return steps;
}

bool any_button_changed() {
    for (int button = 0; button < 3; ++button)
        if (ImGui::IsMouseClicked(button) || ImGui::IsMouseReleased(button)) return true;
    return false;
}

}  // namespace

Frame::Frame(Fonts ready)
    : fonts(std::move(ready)),
      context_((fonts.wait(), IMGUI_CHECKVERSION(), ImGui::CreateContext())) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // nothing is left beside the person's files
    io.LogFilename = nullptr;
    io.ConfigFlags = 0;  // the keyboard walks along our own list of controls
    io.ConfigWindowsMoveFromTitleBarOnly = true;
}

Frame::~Frame() { ImGui::DestroyContext(context_); }

bool Frame::ready_fonts(Scene& scene, const Surface& surface) {
    const float scale = surface.monitor_scale * static_cast<float>(scene.text_scale());
    const Theme& theme = scene.theme();
    if (style_of_ != theme.id || style_scale_ != scale) {
        apply_style(theme, scale);
        style_of_ = theme.id;
        style_scale_ = scale;
    }
    return fonts.prepare(scale);
}

bool Frame::draw(Scene& scene, const Surface& surface) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {surface.width, surface.height};
    // The time since the last frame is hours when nothing happened; Dear ImGui needs it positive,
    // and long enough that two clicks a minute apart are never a double click.
    io.DeltaTime = static_cast<float>(std::clamp(surface.seconds - last_seconds_, 0.001, 1.0));
    last_seconds_ = surface.seconds;
    input.drop_late_space();
    input.pasted = clipboard->take_answer();
    const bool had_input = !input.events.empty() || wheel != 0 || input.pasted;
    const std::string focused_before = controls.focused();

    ImGui::NewFrame();
    controls.begin_frame();
    next_frame.reset();
    Canvas canvas{.theme = scene.theme(),
                  .fonts = fonts,
                  .input = input,
                  .controls = controls,
                  .fields = scene.fields(),
                  .clipboard = *clipboard,
                  .next_frame = next_frame,
                  .scale = style_scale_,
                  .seconds = surface.seconds,
                  .wheel = wheel,
                  .drawn = drawn};
    const bool acted = scene.draw(canvas);
    const int steps = take_tab_steps(input);
    // A click beside what is open over the page only closes it: whose focus it was takes it back.
    const bool is_open = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !ImGui::IsAnyItemActive() && !is_open)
        controls.clear_focus();
    controls.end_frame(steps);
    const bool clicked = any_button_changed();
    ImGui::Render();

    input.events.clear();
    input.quick_hide = false;
    // Whoever asked is gone: what comes belongs to nobody.
    if (input.pasted) scene.fields().asked.reset();
    input.pasted.reset();
    wheel = 0;
    // What scrolled or grew in this frame has its place only in the next.
    const bool wanted = next_frame && *next_frame <= surface.seconds;
    return acted || had_input || clicked || wanted || fonts.wants_more() ||
           controls.focused() != focused_before;
}

}  // namespace rekindle::app
