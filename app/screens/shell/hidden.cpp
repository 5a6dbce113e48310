// What stands on the screen while the journal is hidden. Nothing of it may come from the journal or
// from its theme, and no key but the sign itself may do anything: whoever walks in can press what
// they like and move the mouse.
#include <algorithm>

#include "app/screens/shell/parts.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/whole_window.hpp"

namespace rekindle::app {
namespace {

// Somebody who taps in a fright taps on: only after a pause do three times Shift mean the way back.
constexpr double pause_before_return = 2.0;

constexpr float margin = 40;
constexpr float header = 64;
constexpr float between_lines = 36;

// White paper or dark grey, whichever is nearer to what was there before, and no colour at all.
Theme plain_theme(bool dark) {
    const auto grey = [](int light) { return IM_COL32(light, light, light, 255); };
    Theme plain{.id = "plain", .title = "Plain", .dark = dark};
    plain.colours.fill(grey(dark ? 176 : 96));
    const auto set = [&](Colour colour, int in_dark, int in_light) {
        plain.colours[static_cast<std::size_t>(colour)] = grey(dark ? in_dark : in_light);
    };
    set(Colour::background, 32, 255);
    set(Colour::line, 58, 228);
    set(Colour::ink, 224, 48);
    return plain;
}

void draw_ruled_page(const Rect& window, Canvas& canvas) {
    const float left = canvas.px(margin);
    const float thick = std::max(1.0f, std::floor(canvas.scale));
    for (float y = canvas.px(header); y < window.bottom() - canvas.px(60);
         y += canvas.px(between_lines))
        canvas.list()->AddLine({left, y}, {window.right() - left, y}, canvas.colour(Colour::line),
                               thick);
    draw_text(canvas, left, canvas.px(26), Type::heading, Colour::ink, "Notes");
}

// The page's number, far from where Hide was: a second click in the same place meets nothing.
bool draw_page_number(const Rect& window, Canvas& canvas) {
    constexpr std::string_view words = "Page 1";
    const float width = text_width(canvas, Type::label, words) + canvas.px(24);
    const float height = canvas.px(36);
    const Rect rect{window.right() - canvas.px(margin - 12) - width,
                    window.bottom() - canvas.px(8) - height, width, height};
    const Interaction seen = interact(
        canvas, {.name = "hidden.page", .hit = rect, .focusable = false, .takes_keys = false});
    draw_text_centred(canvas, rect, Type::label, Colour::muted, words);
    return seen.pressed;
}

bool is_sign_to_return(double& since, const Canvas& canvas) {
    if (!canvas.input.quick_hide) return false;
    const bool paused = canvas.seconds - since >= pause_before_return;
    since = canvas.seconds;
    return paused;
}

void draw_page(const Screen& screen, const Rect& window, double& since, Canvas& canvas,
               Actions& out) {
    draw_ruled_page(window, canvas);
    // Any program could say this, and closing the window waits for it.
    if (screen.save.kind == SaveState::Kind::refused)
        draw_text(canvas, canvas.px(margin), window.bottom() - canvas.px(34), Type::label,
                  Colour::muted, "Not saved yet");
    const bool clicked = draw_page_number(window, canvas);
    if (is_sign_to_return(since, canvas) || clicked) out.add(ShowAgain{});
}

}  // namespace

void draw_hidden(const Screen& screen, double& since, Canvas& canvas, Actions& out) {
    const Theme plain = plain_theme(canvas.theme.dark);
    Canvas page{.theme = plain,
                .fonts = canvas.fonts,
                .input = canvas.input,
                .controls = canvas.controls,
                .fields = canvas.fields,
                .clipboard = canvas.clipboard,
                .next_frame = canvas.next_frame,
                .scale = canvas.scale,
                .seconds = canvas.seconds,
                .drawn = canvas.drawn};
    canvas.controls.clear_focus();
    ImGui::SetNextWindowFocus();  // closes whatever menu was open over the journal
    const WholeWindow window(page, "Notes");
    draw_page(screen, window.rect, since, page, out);
}

}  // namespace rekindle::app
