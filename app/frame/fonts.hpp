// The typefaces of the window, found by fontconfig: Inter, or another sans where it is missing, and
// Font Awesome for icons. The atlas starts small (Latin) and grows by the glyphs that are first
// needed, from whatever system font has them; what no font has shows the replacement mark.
#pragma once

#include <imgui.h>

#include <memory>
#include <string_view>

#include "app/frame/icons.hpp"

namespace rekindle::app {

// Sizes of `look.md` at scale 1, in pixels: 28, 17, 16, 16, 14, 14, 12.
enum class Type { title, heading, strong, body, secondary_strong, secondary, label };
inline constexpr int type_count = 7;
float base_size(Type type);

class Fonts {
  public:
    // Looks for the fonts in a thread of its own and, when a likely scale is given, builds the
    // atlas for it there, while a window is being opened.
    explicit Fonts(float likely_scale = 0);
    ~Fonts();
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;

    // Waits for that thread. Dear ImGui counts allocations without a lock: no context may be used
    // before. One that takes too long (a folder of fonts may be out of reach) is left behind, and
    // fonts at their usual places do until it comes.
    void wait() const;
    bool found_any() const;  // false: letters are drawn by the few that Dear ImGui has of its own

    // Fonts that know nothing of the characters that these were asked for, from the same files.
    // These are not used any more.
    Fonts begin_anew();

    // Builds the atlas of the current ImGui context for `scale`; call between frames. Cheap when
    // neither the scale nor the wanted glyphs changed. True when the atlas is new and its texture
    // has to be uploaded.
    bool prepare(float scale);

    ImFont* operator[](Type type) const;
    float size(Type type) const;  // in pixels at the present scale
    float scale() const;

    // Notes the characters of a text that is about to be drawn; those not in the atlas are added
    // by the next `prepare`. Costs nothing for ASCII.
    void want(std::string_view text);
    bool wants_more() const;  // a frame drawn now shows replacement marks: prepare and draw again

  private:
    struct Impl;
    explicit Fonts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace rekindle::app
