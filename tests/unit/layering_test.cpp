// Who may know whom. The tables below are the rules; every source file is held against them.
#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/source_folder.hpp"

namespace layering_test {

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
    static const Names files = {"workbook/store/", "workbook/files/"};
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
        {"workbook/findings/",
         {"workbook/base/", "workbook/content/workbook.hpp", "workbook/journal/",
          "workbook/findings/"},
         {}},
        {"workbook/store/",
         {"workbook/base/", "workbook/files/", "workbook/content/", "workbook/journal/",
          "workbook/findings/", "workbook/store/"},
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
        {"app/ask/", {"workbook/", "app/frame/", "app/widgets/", "app/ask/"}, files},
        {"app/words/", {"workbook/", "app/ask/", "app/words/"}, {}},
        {"app/exercises/",
         {"workbook/", "app/frame/", "app/widgets/", "app/ask/", "app/words/", "app/exercises/"},
         what_a_screen_leaves_alone},
        {"app/screens/", {"workbook/", "app/"}, what_a_screen_leaves_alone},
        {"app/session/", {"workbook/", "app/"}, {"app/commands/", "app/window/", "app/clipboard/"}},
        {"app/clipboard/", {"workbook/", "app/clock.hpp", "app/frame/", "app/clipboard/"}, {}},
        {"app/window/", {"workbook/", "app/"}, {"app/commands/", "app/screens/"}},
        // It makes pictures of them, by their names.
        {"app/commands/shot.cpp", {"workbook/", "app/"}, {"app/clipboard/"}},
        {"app/commands/", {"workbook/", "app/"}, {"app/screens/", "app/clipboard/"}},
        {"app/main", {"workbook/", "app/"}, {}},
        {"app/", beside_the_rooms, {}},
        {"tests/unit/", {"workbook/", "tests/unit/", "tests/support/"}, {}},
        {"tests/", {"workbook/", "app/", "tests/"}, {}}};
    return rules;
}

// What no file of these folders comes to know through other headers either.
struct ReachRule {
    Names folders;
    Names never;
};

const std::vector<ReachRule>& reach_rules() {
    static const std::vector<ReachRule> rules = {
        {{"app/screens/", "app/widgets/", "app/exercises/"},
         {"workbook/store/", "workbook/files/", "workbook/exchange/", "app/session/",
          "app/commands/", "app/window/", "app/clipboard/"}}};
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
        {"CLI/", {"app/commands/options"}, ".cpp"},
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

struct Include {
    std::string header;
    bool own = false;  // of this project
};

std::optional<Include> include_of(const std::string& line) {
    static const std::regex include{R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)"};
    std::smatch found;
    if (line.find("include") == std::string::npos || !std::regex_match(line, found, include))
        return std::nullopt;
    return Include{found[2], found[1] == "\""};
}

// The rules that a file breaks, each as `path:line: reason`.
Names broken_rules(const std::string& path, const std::string& text) {
    Names broken;
    int number = 0;
    for (const auto& line : lines_of(text)) {
        const std::string place = path + ":" + std::to_string(++number) + ": ";
        if (remembers(line)) broken.push_back(place + "a variable that remembers between calls");
        if (makes_thread(path, line)) broken.push_back(place + "a thread that wipes nothing");
        const auto include = include_of(line);
        if (!include) continue;
        const std::string& header = include->header;
        if (include->own ? !may_include_own(path, header) : !may_include_library(path, header))
            broken.push_back(place + "may not include " + header);
    }
    return broken;
}

using Texts = std::map<std::string, std::string>;  // by path
using Includes = std::map<std::string, Names>;     // what each file includes of this project

Includes includes_of(const Texts& texts) {
    Includes all;
    for (const auto& [path, text] : texts) {
        Names& headers = all[path];
        for (const auto& line : lines_of(text))
            if (auto include = include_of(line); include && include->own)
                headers.push_back(std::move(include->header));
    }
    return all;
}

// "a.cpp > b.hpp > c.hpp": the shortest way by which `path` comes to a header that it may never
// reach; empty when there is none.
std::string way_to_one_of(const Includes& includes, const std::string& path, const Names& never) {
    Texts way{{path, path}};  // to each file that was come to
    std::deque<std::string> next{path};
    while (!next.empty()) {
        const std::string from = std::move(next.front());
        next.pop_front();
        const auto headers = includes.find(from);
        if (headers == includes.end()) continue;
        for (const std::string& header : headers->second) {
            const auto [at, is_new] = way.emplace(header, way[from] + " > " + header);
            if (is_new && begins_with_one_of(header, never)) return at->second;
            if (is_new) next.push_back(header);
        }
    }
    return {};
}

// Every file that reaches what it may not know, each as its way there.
Names broken_reach(const Texts& texts) {
    const Includes includes = includes_of(texts);
    Names broken;
    for (const ReachRule& rule : reach_rules())
        for (const auto& [path, text] : texts)
            if (begins_with_one_of(path, rule.folders))
                if (auto way = way_to_one_of(includes, path, rule.never); !way.empty())
                    broken.push_back(std::move(way));
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

TEST_CASE("layering: no screen reaches the files, not through other headers either") {
    const fs::path root = rekindle::tests::source_folder();
    Texts texts;
    for (const auto& file : source_files(root)) texts[file] = read(root / file);
    for (const auto& broken : broken_reach(texts)) FAIL_CHECK(broken);
}

TEST_CASE("layering: a file that reaches too far is named with the way it does") {
    Texts texts{{"app/screens/today/day.cpp", "#include \"app/screens/screens.hpp\"\n"},
                {"app/screens/screens.hpp", "#include <string>\n#include \"app/ask/screen.hpp\"\n"},
                {"app/ask/screen.hpp", "#include \"workbook/store/store.hpp\"\n"},
                {"app/exercises/list.cpp", "#include \"app/exercises/exercises.hpp\"\n"},
                {"app/exercises/exercises.hpp", "#include \"app/exercises/exercises.hpp\"\n"},
                {"workbook/store/store.hpp", "#include \"workbook/files/file.hpp\"\n"}};
    CHECK(broken_reach(texts) ==
          Names{"app/screens/screens.hpp > app/ask/screen.hpp > workbook/store/store.hpp",
                "app/screens/today/day.cpp > app/screens/screens.hpp > app/ask/screen.hpp > "
                "workbook/store/store.hpp"});
    texts["app/ask/screen.hpp"] = "// #include \"workbook/store/store.hpp\"\n";
    CHECK(broken_reach(texts).empty());
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
             {"workbook/findings/backup.hpp", "#include \"workbook/store/backup.hpp\""},
             {"app/ask/screen.hpp", "#include \"workbook/store/store.hpp\""},
             {"app/screens/today/today.cpp", "#include \"workbook/store/store.hpp\""},
             {"app/widgets/slider.cpp", "#include \"app/ask/action.hpp\""},
             {"app/frame/canvas.cpp", "#include \"app/widgets/text_field.hpp\""},
             {"app/screens/today.cpp", "  #  include <imgui_internal.h>"},
             {"app/widgets/slider.cpp", "#include <GLFW/glfw3.h>"},
             {"app/commands/checkin.cpp", "#include <CLI/CLI.hpp>"},
             {"app/session/session.cpp", "#include \"app/window/window.hpp\""},
             {"app/screens/today.cpp", "    static int clicks = 0;"},
             {"app/screens/today.cpp", "    static char search[256];"},
             {"app/screens/today.cpp", "static std::map<int, int> seen;"},
             {"app/frame/fonts.cpp", "    thread_ = std::thread([this] { search(); });"},
             {"app/frame/fonts.cpp", "    std::jthread search{[this] { run(); }};"},
             {"app/window/loop.cpp", "    auto reading = std::async(read_first);"},
             {"tests/unit/date_test.cpp", "#include \"app/session/session.hpp\""}}) {
        const std::string planted = text;
        CAPTURE(planted);
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

}  // namespace layering_test
