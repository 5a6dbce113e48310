#include "app/window/window.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>
#include <vector>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "app/clock.hpp"
#include "app/paths.hpp"
#include "app/window/geometry.hpp"
#include "app/window/keys.hpp"

namespace rekindle::app {

namespace {

// What task bars and window lists show to whoever looks over a shoulder, hidden or not: a name that
// changed at that moment would tell something, too.
constexpr const char* neutral_title = "Notes";
constexpr const char* neutral_class = "notes";

Error why_not(const char* sentence, const char* remedy) {
    const char* reason = nullptr;
    glfwGetError(&reason);
    std::string message = sentence;
    if (reason != nullptr) message += std::string(": ") + reason;
    if (message.back() != '.') message += '.';
    return {ErrorCode::system, std::move(message), remedy, {}};
}

// From 3.4 on GLFW tries Wayland too, whose library writes a line of its own to standard error
// where there is none. It is tried only where the environment names one that can be found.
void choose_platform() {
#ifdef GLFW_PLATFORM_X11
    const auto display = system_environment("WAYLAND_DISPLAY");
    const bool found =
        system_environment("WAYLAND_SOCKET") ||
        (display && (display->starts_with('/') || system_environment("XDG_RUNTIME_DIR")));
    if (!found && glfwPlatformSupported(GLFW_PLATFORM_X11) != GLFW_FALSE)
        glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
}

std::vector<MonitorArea> monitor_areas() {
    std::vector<MonitorArea> areas;
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        MonitorArea area;
        glfwGetMonitorWorkarea(monitors[i], &area.x, &area.y, &area.width, &area.height);
        float across = 1;
        glfwGetMonitorContentScale(monitors[i], &across, &area.scale);
        areas.push_back(area);
    }
    return areas;
}

GLFWwindow* make_window(const FirstGeometry& place, int api) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_API);
    glfwWindowHint(GLFW_CONTEXT_CREATION_API, api);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_MAXIMIZED, place.maximized ? GLFW_TRUE : GLFW_FALSE);
    // A size that was remembered was already one for this monitor.
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, place.remembered ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, neutral_class);
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, neutral_class);
#ifdef GLFW_WAYLAND_APP_ID
    glfwWindowHintString(GLFW_WAYLAND_APP_ID, neutral_class);
#endif
    return glfwCreateWindow(place.width, place.height, neutral_title, nullptr, nullptr);
}

}  // namespace

struct Window::Impl {
    GLFWwindow* window = nullptr;
    EventQueue* queue = nullptr;  // while events are looked for
    bool came = false;            // something was queued
    WindowNews news;
    std::atomic<bool> woken = false;
    Rescue* rescue = nullptr;
    WindowGeometry place;  // while not maximized
    std::array<GLFWcursor*, 3> cursors{};
    ImGuiMouseCursor cursor = ImGuiMouseCursor_Arrow;
    std::unique_ptr<DesktopClipboard> clipboard;

    // Pixels of the picture for one unit of the window's coordinates; not 1 on Wayland alone.
    float pixels_per_unit() const {
        int units = 0, pixels = 0, height = 0;
        glfwGetWindowSize(window, &units, &height);
        glfwGetFramebufferSize(window, &pixels, &height);
        return units > 0 ? static_cast<float>(pixels) / static_cast<float>(units) : 1;
    }

    void wake() {
        woken = true;
        glfwPostEmptyEvent();
    }
    void add(WindowEvent event) {
        came = true;
        if (queue != nullptr) queue->add(std::move(event));
    }
    void remember_place();
    void connect();
};

namespace {

// The window's own part of the callbacks; `Window::Impl` is private to its class.
template <class Impl>
Impl& impl_of(GLFWwindow* window) {
    return *static_cast<Impl*>(glfwGetWindowUserPointer(window));
}

}  // namespace

void Window::Impl::remember_place() {
    if (glfwGetWindowAttrib(window, GLFW_MAXIMIZED) != 0) return;
    glfwGetWindowPos(window, &place.x, &place.y);
    glfwGetWindowSize(window, &place.width, &place.height);
}

void Window::Impl::connect() {
    glfwSetWindowUserPointer(window, this);
    glfwSetInputMode(window, GLFW_LOCK_KEY_MODS, GLFW_TRUE);
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        Impl& impl = impl_of<Impl>(w);
        if (is_shift(key)) {
            if (action != GLFW_REPEAT)
                impl.add(ShiftChanged{action == GLFW_PRESS, steady_seconds()});
            return;
        }
        if (action == GLFW_RELEASE) return;
        if (const auto press = to_key_press(key, scancode, mods))
            impl.add(*press);
        else
            impl.add(OtherKey{});
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int character) {
        impl_of<Impl>(w).add(Typed{static_cast<char32_t>(character)});
    });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
        Impl& impl = impl_of<Impl>(w);
        const float ratio = impl.pixels_per_unit();
        impl.add(PointerMoved{static_cast<float>(x) * ratio, static_cast<float>(y) * ratio});
    });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
        if (entered == GLFW_FALSE) impl_of<Impl>(w).add(PointerLeft{});
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
        if (button > 2) return;
        impl_of<Impl>(w).add(ButtonChanged{button, action == GLFW_PRESS,
                                           (mods & GLFW_MOD_SHIFT) != 0,
                                           (mods & GLFW_MOD_CONTROL) != 0});
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double lines) {
        impl_of<Impl>(w).add(WheelTurned{static_cast<float>(lines)});
    });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
        Impl& impl = impl_of<Impl>(w);
        (focused != 0 ? impl.news.focus_gained : impl.news.focus_lost) = true;
        if (focused != 0) return;
        impl.add(OtherKey{});
        // The release may go to somebody else.
        for (int button = 0; button < 3; ++button)
            if (glfwGetMouseButton(w, button) == GLFW_PRESS)
                impl.add(ButtonChanged{button, false, false, false});
    });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { impl_of<Impl>(w).news.close = true; });
    glfwSetWindowRefreshCallback(window,
                                 [](GLFWwindow* w) { impl_of<Impl>(w).news.redraw = true; });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) {
        impl_of<Impl>(w).remember_place();
        impl_of<Impl>(w).news.redraw = true;
    });
    glfwSetWindowPosCallback(window,
                             [](GLFWwindow* w, int, int) { impl_of<Impl>(w).remember_place(); });
    glfwSetWindowContentScaleCallback(
        window, [](GLFWwindow* w, float, float) { impl_of<Impl>(w).news.redraw = true; });
}

Window::Window(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Result<std::unique_ptr<Window>> Window::open(const std::optional<WindowGeometry>& place) {
    choose_platform();
    // Without asking for the joysticks, which would be watched for nothing.
    if (glfwInit() == GLFW_FALSE)
        return fail(why_not("No window can be opened here", "Start it where there is a display."));
    auto impl = std::make_unique<Impl>();
    const FirstGeometry first = first_place(place, monitor_areas());
    if (first.remembered) impl->place = *place;
    // EGL is there sooner than GLX; where it does not work GLX (or what is native) still may.
    impl->window = make_window(first, GLFW_EGL_CONTEXT_API);
    if (impl->window == nullptr) impl->window = make_window(first, GLFW_NATIVE_CONTEXT_API);
    if (impl->window == nullptr) {
        Error error =
            why_not("OpenGL 3.3 cannot be used here", "Install a graphics driver that offers it.");
        glfwTerminate();
        return fail(std::move(error));
    }
    glfwSetWindowSizeLimits(impl->window, least_window_width, least_window_height, GLFW_DONT_CARE,
                            GLFW_DONT_CARE);
    if (first.at_place) glfwSetWindowPos(impl->window, place->x, place->y);
    impl->connect();
    impl->clipboard = open_clipboard([window = impl.get()] { window->wake(); });
    glfwMakeContextCurrent(impl->window);
    // A window that waits for events has no need to wait for the screen, and one that is hidden
    // would wait for ever.
    glfwSwapInterval(0);
    return std::unique_ptr<Window>(new Window(std::move(impl)));
}

Window::~Window() {
    const Rescue::Errand errand(impl_->rescue);
    impl_->clipboard.reset();  // it wakes the window as long as it lives
    for (GLFWcursor* cursor : impl_->cursors)
        if (cursor != nullptr) glfwDestroyCursor(cursor);
    glfwDestroyWindow(impl_->window);
    glfwTerminate();
}

void Window::look_after(Rescue& rescue) { impl_->rescue = &rescue; }

void Window::wait(EventQueue& queue, std::optional<double> seconds) {
    const Rescue::Errand errand(impl_->rescue);
    impl_->queue = &queue;
    impl_->came = false;
    // What came in while a picture was shown is taken first: GLFW's Wayland would hand it over and
    // then wait for something more.
    glfwPollEvents();
    if (!impl_->came && !impl_->news.any() && !impl_->woken) {
        if (seconds) {
            glfwWaitEventsTimeout(std::max(*seconds, 0.001));
        } else {
            glfwWaitEvents();
        }
    }
    impl_->queue = nullptr;
}

void Window::look(EventQueue& queue) {
    const Rescue::Errand errand(impl_->rescue);
    impl_->queue = &queue;
    glfwPollEvents();
    impl_->queue = nullptr;
}

WindowNews Window::take_news() {
    impl_->news.woken = impl_->woken.exchange(false);
    return std::exchange(impl_->news, {});
}

void Window::wake() { impl_->wake(); }

Window::Size Window::size() const {
    const Rescue::Errand errand(impl_->rescue);
    Size size;
    float across = 1;
    glfwGetFramebufferSize(impl_->window, &size.width, &size.height);
    glfwGetWindowContentScale(impl_->window, &size.scale, &across);
    if (!(size.scale >= 0.5F && size.scale <= 8)) size.scale = 1;
    return size;
}

WindowGeometry Window::place() const {
    const Rescue::Errand errand(impl_->rescue);
    impl_->remember_place();
    impl_->place.maximized = glfwGetWindowAttrib(impl_->window, GLFW_MAXIMIZED) != 0;
    return impl_->place;
}

GlRenderer::Loader Window::loader() { return glfwGetProcAddress; }

DesktopClipboard& Window::clipboard() { return *impl_->clipboard; }

void Window::show_cursor(ImGuiMouseCursor cursor) {
    if (cursor == impl_->cursor) return;
    const Rescue::Errand errand(impl_->rescue);
    impl_->cursor = cursor;
    const int shape = cursor == ImGuiMouseCursor_TextInput ? 1
                      : cursor == ImGuiMouseCursor_Hand    ? 2
                                                           : 0;
    constexpr std::array shapes{GLFW_ARROW_CURSOR, GLFW_IBEAM_CURSOR, GLFW_HAND_CURSOR};
    const auto at = static_cast<std::size_t>(shape);
    if (impl_->cursors[at] == nullptr) impl_->cursors[at] = glfwCreateStandardCursor(shapes[at]);
    glfwSetCursor(impl_->window, impl_->cursors[at]);
}

void Window::show() {
    const Rescue::Errand errand(impl_->rescue);
    glfwShowWindow(impl_->window);
}

void Window::minimise() {
    const Rescue::Errand errand(impl_->rescue);
    glfwIconifyWindow(impl_->window);
}

void Window::swap() {
    const Rescue::Errand errand(impl_->rescue);
    glfwSwapBuffers(impl_->window);
}

}  // namespace rekindle::app
