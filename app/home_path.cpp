#include "app/home_path.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace rekindle::app {

namespace {

// The home folder in the system's list of users: that of `name`, or of whoever runs this.
std::optional<std::string> listed_home(const std::string& name) {
    std::vector<char> room(1 << 14);
    passwd entry{};
    passwd* found = nullptr;
    const int failed = name.empty()
                           ? ::getpwuid_r(::geteuid(), &entry, room.data(), room.size(), &found)
                           : ::getpwnam_r(name.c_str(), &entry, room.data(), room.size(), &found);
    if (failed != 0 || found == nullptr || found->pw_dir == nullptr || found->pw_dir[0] != '/')
        return std::nullopt;
    return std::string(found->pw_dir);
}

std::optional<std::string> home_of(const std::string& name, const Environment& environment) {
    if (!name.empty()) return listed_home(name);
    if (auto home = environment("HOME"); home && home->starts_with('/')) return home;
    return listed_home({});
}

}  // namespace

Result<std::string> expand_home(const std::string& path, const Environment& environment) {
    if (path.empty())
        return fail(ErrorCode::usage, "An empty path names nothing.", "Write where it is.");
    if (path.front() != '~') return path;
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string name = path.substr(1, slash - 1);
    auto home = home_of(name, environment);
    if (!home && name.empty())
        return fail(ErrorCode::usage, "There is no home folder that ~ could stand for.",
                    "Write the whole path, from the first slash on.");
    if (!home)
        return fail(
            ErrorCode::usage,
            fmt::format("There is no user called {} here, so ~{} is no folder.", name, name),
            "A name that begins with ~ is written like ./~name.");
    while (home->size() > 1 && home->back() == '/') home->pop_back();
    if (*home == "/" && slash < path.size()) home->clear();
    return *home + path.substr(slash);
}

}  // namespace rekindle::app
