#include "app/home_path.hpp"

#include <doctest/doctest.h>
#include <pwd.h>
#include <unistd.h>

namespace rekindle::app::home_path_test {
namespace {

Environment with_home(std::optional<std::string> home) {
    return [home = std::move(home)](const std::string& name) {
        return name == "HOME" ? home : std::nullopt;
    };
}

std::string expanded(const std::string& path, const char* home = "/home/me") {
    const auto whole = expand_home(path, with_home(home));
    REQUIRE(whole);
    return *whole;
}

}  // namespace

TEST_CASE("home path: a leading ~ is the home folder") {
    CHECK(expanded("~") == "/home/me");
    CHECK(expanded("~/") == "/home/me/");
    CHECK(expanded("~/a b/c.csv") == "/home/me/a b/c.csv");
    CHECK(expanded("~/~/x") == "/home/me/~/x");
    CHECK(expanded("~/x", "/") == "/x");
    CHECK(expanded("~", "/") == "/");
    CHECK(expanded("~/x", "/home/me//") == "/home/me/x");
}

TEST_CASE("home path: everything else stays as it is") {
    for (const char* path : {"a", "./~", "a/~", "/~/x", " ~/x", "./~me/x", "a~", "-"})
        CHECK(expanded(path) == path);
}

TEST_CASE("home path: ~ and a name is the home folder of that user, or nobody's") {
    const passwd* root = getpwnam("root");
    REQUIRE(root != nullptr);
    const std::string home = root->pw_dir;
    CHECK(expanded("~root/x") == home + "/x");
    CHECK(expanded("~root") == home);
    for (const char* path : {"~nobody-is-called-that/x", "~+", "~-/x", "~\n"}) {
        const auto unknown = expand_home(path, with_home("/home/me"));
        REQUIRE_FALSE(unknown);
        CHECK(unknown.error().code == ErrorCode::usage);
        CHECK(unknown.error().remedy.find("./~") != std::string::npos);
    }
}

TEST_CASE("home path: without HOME the system's list of users says where it is") {
    const passwd* me = getpwuid(geteuid());
    for (const auto& home :
         {std::optional<std::string>{}, std::optional<std::string>{"relative"}}) {
        const auto whole = expand_home("~/x", with_home(home));
        CHECK(whole.has_value() == (me != nullptr));
        if (whole) CHECK(whole->starts_with('/'));
    }
}

TEST_CASE("home path: an empty path is no path") {
    const auto empty = expand_home("", with_home("/home/me"));
    REQUIRE_FALSE(empty);
    CHECK(empty.error().code == ErrorCode::usage);
}

}  // namespace rekindle::app::home_path_test
