#include "app/window/offscreen.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <glad/gl.h>

#include <array>
#include <string_view>

namespace rekindle::app {

namespace {

bool offers(EGLDisplay display, std::string_view extension) {
    const char* all = eglQueryString(display, EGL_EXTENSIONS);
    return all != nullptr && std::string_view(all).find(extension) != std::string_view::npos;
}

EGLDisplay start(EGLenum platform, void* native) {
    const EGLDisplay display = eglGetPlatformDisplay(platform, native, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE)
        return EGL_NO_DISPLAY;
    return display;
}

// Mesa's display without a screen, else the first graphics device that works.
EGLDisplay open_display() {
    if (offers(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        const EGLDisplay display = start(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY);
        if (display != EGL_NO_DISPLAY) return display;
    }
    const auto query =
        reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
    if (query == nullptr || !offers(EGL_NO_DISPLAY, "EGL_EXT_platform_device"))
        return EGL_NO_DISPLAY;
    std::array<EGLDeviceEXT, 16> devices{};
    EGLint count = 0;
    if (query(static_cast<EGLint>(devices.size()), devices.data(), &count) == EGL_FALSE)
        return EGL_NO_DISPLAY;
    for (EGLint i = 0; i < count; ++i) {
        const EGLDisplay display =
            start(EGL_PLATFORM_DEVICE_EXT, devices[static_cast<std::size_t>(i)]);
        if (display != EGL_NO_DISPLAY) return display;
    }
    return EGL_NO_DISPLAY;
}

EGLContext make_context(EGLDisplay display) {
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return EGL_NO_CONTEXT;
    constexpr std::array<EGLint, 3> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    constexpr std::array<EGLint, 7> version{EGL_CONTEXT_MAJOR_VERSION,
                                            3,
                                            EGL_CONTEXT_MINOR_VERSION,
                                            3,
                                            EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                            EGL_NONE};
    EGLConfig config = EGL_NO_CONFIG_KHR;
    EGLint count = 0;
    if (eglChooseConfig(display, wanted.data(), &config, 1, &count) == EGL_FALSE || count == 0)
        config = EGL_NO_CONFIG_KHR;
    return eglCreateContext(display, config, EGL_NO_CONTEXT, version.data());
}

Error not_here() {
    return {ErrorCode::system,
            "No picture can be drawn here: OpenGL 3.3 without a display is not available.",
            "Install Mesa's EGL (libegl-mesa0).",
            {}};
}

}  // namespace

struct Offscreen::Impl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    unsigned frame = 0;
    unsigned pixels = 0;
    int width = 0;
    int height = 0;

    ~Impl() {
        if (context != EGL_NO_CONTEXT) {
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            eglDestroyContext(display, context);
        }
        if (display != EGL_NO_DISPLAY) eglTerminate(display);
    }

    bool make_frame() {
        glGenFramebuffers(1, &frame);
        glBindFramebuffer(GL_FRAMEBUFFER, frame);
        glGenRenderbuffers(1, &pixels);
        glBindRenderbuffer(GL_RENDERBUFFER, pixels);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, pixels);
        return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    }
};

Offscreen::Offscreen(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Offscreen::~Offscreen() = default;

Result<std::unique_ptr<Offscreen>> Offscreen::make(int width, int height) {
    auto impl = std::make_unique<Impl>();
    impl->width = width;
    impl->height = height;
    impl->display = open_display();
    if (impl->display == EGL_NO_DISPLAY) return fail(not_here());
    impl->context = make_context(impl->display);
    if (impl->context == EGL_NO_CONTEXT ||
        eglMakeCurrent(impl->display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl->context) == EGL_FALSE ||
        gladLoadGL(loader()) == 0 || !impl->make_frame())
        return fail(not_here());
    return std::unique_ptr<Offscreen>(new Offscreen(std::move(impl)));
}

GlRenderer::Loader Offscreen::loader() { return eglGetProcAddress; }

Picture Offscreen::read() const {
    Picture picture{impl_->width, impl_->height, {}};
    const std::size_t row = static_cast<std::size_t>(picture.width) * 4;
    picture.pixels.resize(row * static_cast<std::size_t>(picture.height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    // OpenGL counts rows from the bottom.
    for (int y = 0; y < picture.height; ++y) {
        const auto line = static_cast<std::size_t>(picture.height - 1 - y);
        glReadPixels(0, y, picture.width, 1, GL_RGBA, GL_UNSIGNED_BYTE,
                     &picture.pixels[line * row]);
    }
    return picture;
}

}  // namespace rekindle::app
