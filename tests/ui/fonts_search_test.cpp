#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "app/frame/fonts.hpp"
#include "tests/support/temporary_folder.hpp"

namespace rekindle::app::fonts_search_test {
namespace {

struct Atlas {
    ImGuiContext* context = ImGui::CreateContext();
    ~Atlas() { ImGui::DestroyContext(context); }
};

bool can_draw(const Fonts& fonts, ImWchar character) {
    return fonts[Type::body]->FindGlyphNoFallback(character) != nullptr;
}

// A setting of fontconfig's that is a pipe: whoever reads it waits until somebody writes.
struct SilentSettings {
    rekindle::tests::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "fonts.conf";

    SilentSettings() {
        REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
        ::setenv("FONTCONFIG_FILE", file.c_str(), 1);
    }
    ~SilentSettings() { ::unsetenv("FONTCONFIG_FILE"); }

    void answer() const {
        std::ofstream(file) << "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts</dir>"
                               "</fontconfig>";
    }
};

}  // namespace

TEST_CASE("fonts: settings that do not answer are not waited for, and used when they come") {
    const SilentSettings settings;
    const Atlas atlas;
    Fonts fonts(1);
    const auto begin = std::chrono::steady_clock::now();
    REQUIRE(fonts.prepare(1));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
    CHECK(can_draw(fonts, 'a'));
    CHECK_FALSE(fonts.prepare(1));
    settings.answer();
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    bool came = false;
    while (!came && std::chrono::steady_clock::now() < end) {
        came = fonts.prepare(1);
        std::this_thread::yield();
    }
    CHECK(came);
    CHECK(can_draw(fonts, 'a'));
}

TEST_CASE("fonts: begun anew they have the same files and none of the characters") {
    const Atlas atlas;
    Fonts fonts(1);
    fonts.prepare(1);
    fonts.want("\xd0\xaf");  // Я
    REQUIRE(fonts.prepare(1));
    REQUIRE(can_draw(fonts, 0x42f));
    Fonts anew = fonts.begin_anew();
    REQUIRE(anew.prepare(1));
    CHECK(can_draw(anew, 'a'));
    CHECK_FALSE(can_draw(anew, 0x42f));
    anew.want("\xd0\xaf");
    REQUIRE(anew.prepare(1));
    CHECK(can_draw(anew, 0x42f));
}

}  // namespace rekindle::app::fonts_search_test
