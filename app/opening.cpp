#include "app/opening.hpp"

#include <iterator>
#include <random>

#include "workbook/content/read_content.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/writable.hpp"

namespace rekindle::app {

namespace {

// Twelve letters and figures that are hard to confuse, from the system's source of randomness.
std::string random_id() {
    static constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz23456789";
    std::random_device source;
    std::string id;
    for (int i = 0; i < 12; ++i) id += letters[source() % letters.size()];
    return id;
}

// Why what is written now could not be saved, as the window says it at the start.
Error cannot_keep(const Error& why) {
    return {ErrorCode::system, "What you write now cannot be saved here.",
            why.message + ' ' + why.remedy + " Or name another folder with --data.", why.place};
}

}  // namespace

Result<SessionSetup> read_setup(const Folders& folders, std::optional<int> months,
                                const KeyRef& key) {
    SessionSetup setup;
    Store store(folders.data);
    store.use_key(key);
    auto opened = store.open(months);
    if (!opened) return fail(opened.error());
    setup.opened = std::move(*opened);
    ReadContent content = read_content(folders.content, folders.data / "workbooks");
    setup.content = std::move(content.content);
    setup.problems = std::move(content.problems);
    setup.themes = read_themes({folders.assets / "themes", folders.own_themes}, setup.problems);
    setup.preferences = read_preferences(folders.preferences);
    if (auto writable = check_writable(folders.data); !writable)
        setup.surroundings.push_back(cannot_keep(writable.error()));
    if (was_dropped(folders.data)) setup.surroundings.push_back(said_of_dropped(folders.data));
    for (const auto& folder : folders.unsaved) {
        auto unsaved = read_unsaved(folder, folders.data, key);
        std::move(unsaved.begin(), unsaved.end(), std::back_inserter(setup.unsaved));
    }
    setup.folder = folders.data.string();
    setup.documents = folders.documents.string();
    setup.new_id = random_id;
    setup.locked = key != nullptr;
    return setup;
}

}  // namespace rekindle::app
