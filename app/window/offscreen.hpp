// OpenGL without a display: a picture is drawn into memory, for `rekindle shot`.
#pragma once

#include <memory>

#include "app/window/gl_renderer.hpp"
#include "app/window/png_file.hpp"
#include "workbook/base/result.hpp"

namespace rekindle::app {

class Offscreen {
  public:
    // Makes a context of its own current, with a surface of that many pixels. Errors: `system`.
    static Result<std::unique_ptr<Offscreen>> make(int width, int height);
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    static GlRenderer::Loader loader();

    Picture read() const;  // what was drawn

  private:
    struct Impl;
    explicit Offscreen(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace rekindle::app
