// Who may know whom. The tables below are the rules; every source file is held against them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/source_folder.hpp"

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

// What the files of a folder may include of this project, by the beginning of the path. The first
// rule whose folder fits is the one that counts.
struct FolderRule {
    std::string folder;
    Names may;
    Names may_not;
};

const std::vector<FolderRule>& folder_rules() {
    static const Names what_a_screen_leaves_alone = {"workbook/store/",
                                                     "workbook/files/",
                                                     "workbook/exchange/",
                                                     "workbook/journal/update.hpp",
                                                     "workbook/content/read_content.hpp",
                                                     "app/session/",
                                                     "app/commands/",
                                                     "app/window/",
                                                     "app/clipboard/"};
    static const Names what_frames_are_made_of = {"workbook/", "app/frame/", "app/widgets/"};
    static const Names beside_the_rooms = {"workbook/",
                                           "app/arguments.hpp",
                                           "app/paths.hpp",
                                           "app/clock.hpp",
                                           "app/home_path.hpp",
                                           "app/passphrase_source.hpp",
                                           "app/standard_streams.hpp"};
    static const std::vector<FolderRule> rules = {
        {"workbook/base/", {"workbook/base/"}, {}},
        {"workbook/files/", {"workbook/base/", "workbook/files/"}, {}},
        {"workbook/content/", {"workbook/base/", "workbook/files/", "workbook/content/"}, {}},
        {"workbook/journal/",
         {"workbook/base/", "workbook/content/workbook.hpp", "workbook/journal/"},
         {}},
        {"workbook/store/",
         {"workbook/base/", "workbook/files/", "workbook/content/", "workbook/journal/",
          "workbook/store/"},
         {}},
        {"workbook/insight/",
         {"workbook/base/", "workbook/content/workbook.hpp", "workbook/journal/",
          "workbook/insight/"},
         {}},
        {"workbook/exchange/",
         {"workbook/base/", "workbook/content/", "workbook/journal/", "workbook/insight/",
          "workbook/exchange/"},
         {}},
        {"app/frame/", {"workbook/", "app/frame/"}, {}},
        {"app/widgets/", what_frames_are_made_of, what_a_screen_leaves_alone},
        {"app/ask/", {"workbook/", "app/frame/", "app/widgets/", "app/ask/"}, {}},
        {"app/words/", {"workbook/", "app/ask/", "app/words/"}, {}},
        {"app/exercises/",
         {"workbook/", "app/frame/", "app/widgets/", "app/ask/", "app/words/", "app/exercises/"},
         what_a_screen_leaves_alone},
        {"app/screens/", {"workbook/", "app/"}, what_a_screen_leaves_alone},
        {"app/session/", {"workbook/", "app/"}, {"app/commands/", "app/window/", "app/clipboard/"}},
        {"app/clipboard/", {"workbook/", "app/clock.hpp", "app/frame/", "app/clipboard/"}, {}},
        {"app/window/", {"workbook/", "app/"}, {"app/commands/", "app/screens/"}},
        {"app/commands/", {"workbook/", "app/"}, {"app/screens/", "app/clipboard/"}},
        {"app/main", {"workbook/", "app/"}, {}},
        {"app/", beside_the_rooms, {}},
        {"tests/unit/", {"workbook/", "tests/unit/", "tests/support/"}, {}},
        {"tests/", {"workbook/", "app/", "tests/"}, {}}};
    return rules;
}

// Where a library may be included at all, by the beginning and the end of the path.
struct LibraryRule {
    std::string library;
    Names folders;
    std::string ending;
};

const std::vector<LibraryRule>& library_rules() {
    static const Names window = {"app/window/", "app/clipboard/", "app/main.cpp", "tests/bench/"};
    static const Names gl = {"app/window/", "tests/bench/"};
    static const std::vector<LibraryRule> rules = {
        {"toml++/", {"workbook/files/", "workbook/store/", "workbook/content/", "tests/"}, ".cpp"},
        // Whether Dear ImGui draws a scrollbar it tells nowhere else.
        {"imgui_internal", {"tests/ui/rail_test"}, ".cpp"},
        {"imgui_impl_", window, ""},
        {"imgui", {"app/", "tests/ui/", "tests/support/", "tests/bench/", "tests/fuzz/"}, ""},
        {"GLFW/", window, ""},
        {"X11/", {"app/window/", "app/clipboard/"}, ".cpp"},
        {"EGL/", gl, ""},
        {"GL/", gl, ""},
        {"glad/", gl, ""},
        {"CLI/", {"app/commands/", "app/main.cpp"}, ""},
        {"png.h", {"app/", "tests/"}, ".cpp"},
        {"fontconfig/", {"app/frame/font_files"}, ".cpp"},
        {"utf8proc.h",
         {"app/widgets/text_places", "workbook/base/folded_text", "workbook/base/utf8_text",
          "workbook/store/passphrase", "workbook/store/recovery_code"},
         ".cpp"},
        {"utf8", {"workbook/base/utf8_text"}, ".cpp"},
        {"bsd/", {"app/passphrase_source"}, ".cpp"},
        {"systemd/", {"app/window/desktop_watch"}, ".cpp"},
        {"xcb/", {"app/clipboard/x11", "app/window/input_method"}, ""},
        {"wayland-", {"app/clipboard/wayland"}, ""},
        {"csv.h", {"workbook/exchange/"}, ".cpp"},
        {"sodium", {"workbook/store/", "workbook/files/", "workbook/base/"}, ".cpp"},
        {"doctest/", {"tests/"}, ""},
        {"rapidcheck", {"tests/"}, ""}};
    return rules;
}

bool begins_with_one_of(std::string_view text, const Names& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& beginning) { return text.starts_with(beginning); });
}

bool may_include_own(std::string_view path, std::string_view header) {
    for (const auto& rule : folder_rules())
        if (path.starts_with(rule.folder))
            return begins_with_one_of(header, rule.may) &&
                   !begins_with_one_of(header, rule.may_not);
    return false;  // a new folder says here whom it may know
}

bool may_include_library(std::string_view path, std::string_view header) {
    for (const auto& rule : library_rules())
        if (header.starts_with(rule.library))
            return begins_with_one_of(path, rule.folders) && path.ends_with(rule.ending);
    return true;
}

Names lines_of(const std::string& text) {
    Names lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

// A variable that remembers between calls: `static` or `thread_local`, not constant, not a
// function.
bool remembers(const std::string& line) {
    static const std::regex variable{
        R"(^\s*(static|thread_local)\s+(?!const)[\w:<>,*&\s]+\s[*&]?\w+\s*(\[[^\]]*\])*\s*(=|;|\{).*)"};
    return (line.find("static") != std::string::npos ||
            line.find("thread_local") != std::string::npos) &&
           std::regex_match(line, variable);
}

// Every thread is made in one place, which sees to it that nothing is left on its stack.
bool makes_thread(std::string_view path, const std::string& line) {
    if (path == "workbook/base/wiped_stack.hpp" || path.starts_with("tests/")) return false;
    static const std::regex made{
        R"(.*(std::(thread|jthread)(\s+\w+)?\s*[({]|std::async|pthread_create|thrd_create).*)"};
    return std::regex_match(line, made);
}

// The rules that a file breaks, each as `path:line: reason`.
Names broken_rules(const std::string& path, const std::string& text) {
    static const std::regex include{R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)"};
    Names broken;
    int number = 0;
    for (const auto& line : lines_of(text)) {
        const std::string place = path + ":" + std::to_string(++number) + ": ";
        std::smatch found;
        if (remembers(line)) broken.push_back(place + "a variable that remembers between calls");
        if (makes_thread(path, line)) broken.push_back(place + "a thread that wipes nothing");
        if (line.find("include") == std::string::npos || !std::regex_match(line, found, include))
            continue;
        const std::string header = found[2];
        const bool own = found[1] == "\"";
        if (own ? !may_include_own(path, header) : !may_include_library(path, header))
            broken.push_back(place + "may not include " + header);
    }
    return broken;
}

Names source_files(const fs::path& root) {
    Names files;
    for (const char* folder : {"app", "workbook", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator{root / folder})
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
                files.push_back(fs::relative(entry.path(), root).string());
    std::sort(files.begin(), files.end());
    return files;
}

std::string read(const fs::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("layering: no file includes what its folder may not know, none remembers") {
    const fs::path root = rekindle::tests::source_folder();
    const Names files = source_files(root);
    CHECK(files.size() > 20);
    for (const auto& file : files)
        for (const auto& broken : broken_rules(file, read(root / file))) FAIL_CHECK(broken);
}

TEST_CASE("layering: a file that breaks a rule is named with its line") {
    struct Case {
        const char* path;
        const char* text;
    };
    for (const auto& [path, text] : std::vector<Case>{
             {"workbook/base/date.cpp", "#include \"workbook/journal/journal.hpp\""},
             {"workbook/journal/journal.cpp", "#include \"workbook/store/store.hpp\""},
             {"workbook/journal/journal.cpp", "#include \"workbook/content/read_content.hpp\""},
             {"workbook/store/store.cpp", "#include \"app/session/session.hpp\""},
             {"workbook/store/store.hpp", "#include <toml++/toml.h>"},
             {"workbook/insight/series.cpp", "#include <imgui.h>"},
             {"workbook/new_folder/new.cpp", "#include \"workbook/base/date.hpp\""},
             {"workbook/files/file.cpp", "#include \"workbook/store/envelope.hpp\""},
             {"app/screens/today/today.cpp", "#include \"workbook/store/store.hpp\""},
             {"app/widgets/slider.cpp", "#include \"app/ask/action.hpp\""},
             {"app/frame/canvas.cpp", "#include \"app/widgets/text_field.hpp\""},
             {"app/screens/today.cpp", "  #  include <imgui_internal.h>"},
             {"app/widgets/slider.cpp", "#include <GLFW/glfw3.h>"},
             {"app/session/session.cpp", "#include \"app/window/window.hpp\""},
             {"app/screens/today.cpp", "    static int clicks = 0;"},
             {"app/screens/today.cpp", "    static char search[256];"},
             {"app/screens/today.cpp", "static std::map<int, int> seen;"},
             {"app/frame/fonts.cpp", "    thread_ = std::thread([this] { search(); });"},
             {"app/frame/fonts.cpp", "    std::jthread search{[this] { run(); }};"},
             {"app/window/loop.cpp", "    auto reading = std::async(read_first);"},
             {"tests/unit/date_test.cpp", "#include \"app/session/session.hpp\""}}) {
        CAPTURE(text);
        const Names broken = broken_rules(path, std::string{"#pragma once\n"} + text + "\n");
        REQUIRE(broken.size() == 1);
        CHECK(broken.front().starts_with(std::string{path} + ":2: "));
    }
}

TEST_CASE("layering: what is allowed is let through") {
    CHECK(broken_rules("workbook/store/store.cpp", "#include <toml++/toml.h>").empty());
    CHECK(broken_rules("app/frame/fonts.cpp", "    std::thread thread_;").empty());
    CHECK(broken_rules("app/window/window.cpp", "#include <GLFW/glfw3.h>").empty());
    CHECK(broken_rules("app/screens/today.cpp", "    static constexpr int rows = 6;").empty());
    CHECK(
        broken_rules("workbook/insight/days.hpp", "    static Days of(const Journal& j);").empty());
}
