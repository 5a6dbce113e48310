#include "app/paths.hpp"

#include <cstdlib>
#include <fstream>

namespace rekindle::app {

namespace fs = std::filesystem;

namespace {

// $VARIABLE, or `fallback` under the home folder. A relative path counts as not set, as the
// specification has it.
std::optional<fs::path> base_folder(const Environment& environment, const std::string& variable,
                                    const char* fallback) {
    const auto given = environment(variable);
    if (given && fs::path(*given).is_absolute()) return fs::path(*given);
    const auto home = environment("HOME");
    if (home && fs::path(*home).is_absolute()) return fs::path(*home) / fallback;
    return std::nullopt;
}

// The user's own disk, and behind it the memory that lasts until they log out.
std::vector<fs::path> places_for_unsaved(const Environment& environment) {
    std::vector<fs::path> places;
    if (const auto state = base_folder(environment, "XDG_STATE_HOME", ".local/state"))
        places.push_back(*state / "rekindle/unsaved");
    const auto runtime = environment("XDG_RUNTIME_DIR");
    if (runtime && fs::path(*runtime).is_absolute())
        places.push_back(fs::path(*runtime) / "rekindle/unsaved");
    return places;
}

// The folder that holds content/ and assets/.
std::optional<fs::path> find_shipped(const fs::path& program) {
    const fs::path here = program.parent_path();
    for (const fs::path& folder : {here / "../share/rekindle", here / "../..", here / ".."}) {
        std::error_code failed;
        // As written: the folder a program is said to stand in need not be there.
        if (fs::is_regular_file(folder.lexically_normal() / "content/feelings.toml", failed))
            return fs::weakly_canonical(folder.lexically_normal(), failed);
    }
    return std::nullopt;
}

// Where the desktop keeps the person's documents; its name differs from language to language.
fs::path find_documents(const Environment& environment) {
    if (const auto given = environment("XDG_DOCUMENTS_DIR");
        given && fs::path(*given).is_absolute())
        return *given;
    const auto home = environment("HOME");
    if (!home || !fs::path(*home).is_absolute()) return {};
    const std::string begins = "XDG_DOCUMENTS_DIR=\"$HOME/";
    std::ifstream file(*base_folder(environment, "XDG_CONFIG_HOME", ".config") / "user-dirs.dirs");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(begins) && line.ends_with('"'))
            return fs::path(*home) / line.substr(begins.size(), line.size() - begins.size() - 1);
    std::error_code failed;
    const fs::path usual = fs::path(*home) / "Documents";
    return fs::is_directory(usual, failed) ? usual : fs::path(*home);
}

}  // namespace

std::optional<std::string> system_environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr || *value == '\0') return std::nullopt;
    return std::string(value);
}

Result<Folders> find_folders(const std::optional<fs::path>& data, const fs::path& program,
                             const Environment& environment) {
    Folders folders;
    const auto data_base = base_folder(environment, "XDG_DATA_HOME", ".local/share");
    if (!data && !data_base) {
        return fail(ErrorCode::system, "There is no home folder to keep a journal in.",
                    "Set HOME, or name a folder with --data.");
    }
    std::error_code failed;
    folders.data = data ? fs::absolute(*data, failed) : *data_base / "rekindle";
    if (data_base) folders.usual_data = *data_base / "rekindle";
    if (const auto state = base_folder(environment, "XDG_STATE_HOME", ".local/state")) {
        folders.preferences = *state / "rekindle/window.toml";
        folders.pins = *state / "rekindle/locked";
    }
    folders.unsaved = places_for_unsaved(environment);
    if (const auto config = base_folder(environment, "XDG_CONFIG_HOME", ".config"))
        folders.own_themes = *config / "rekindle/themes";
    folders.documents = find_documents(environment);
    const auto shipped = find_shipped(program);
    if (!shipped) {
        return fail(ErrorCode::system, "The content that belongs to the program is not beside it.",
                    "Install it again, or run it from the folder it was built in.");
    }
    folders.content = *shipped / "content";
    folders.assets = *shipped / "assets";
    return folders;
}

fs::path running_program() {
    std::error_code failed;
    return fs::read_symlink("/proc/self/exe", failed);
}

std::vector<fs::path> places_of_program(const Folders& folders) {
    std::vector<fs::path> places{folders.usual_data, folders.own_themes, folders.content,
                                 folders.assets, running_program()};
    if (!folders.preferences.empty()) places.push_back(folders.preferences.parent_path());
    if (!folders.pins.empty()) places.push_back(folders.pins);
    for (const fs::path& place : folders.unsaved) places.push_back(place.parent_path());
    std::erase_if(places, [](const fs::path& place) { return place.empty(); });
    return places;
}

KeptOut places_kept_out(const Folders& folders) {
    return KeptOut({folders.data}, places_of_program(folders));
}

}  // namespace rekindle::app
