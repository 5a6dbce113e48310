#include "app/session/opening.hpp"

#include <iterator>
#include <random>

#include "app/words/lock_words.hpp"
#include "workbook/content/read_content.hpp"
#include "workbook/store/convert_unsaved.hpp"
#include "workbook/store/find_unsaved.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/preferences.hpp"
#include "workbook/store/surroundings.hpp"
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

void add(const Problems& from, Problems& to) { to.insert(to.end(), from.begin(), from.end()); }

// What was open to others and is not any more, and what they can still do. Where the disk knows no
// modes a passphrase helps, and where there is one nothing needs to be said at every start.
void tell_surroundings(const Folders& folders, const KeyRef& key, Problems& told) {
    const Surroundings found = mend_surroundings(folders.data, folders.data == folders.usual_data);
    add(found.mended, told);
    if (!key) add(found.notices, told);
    add(found.problems, told);
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
    store.keep_pins_in(folders.pins);
    auto opened = store.open(months);
    if (!opened) return fail(opened.error());
    // Not before: what is mended while the passphrase is still to be asked for would never be told.
    tell_surroundings(folders, key, setup.surroundings);
    keep_all_leftovers(folders.data, key);
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
        // One that cannot be put in place yet is put there another time.
        (void)settle_unsaved(folder, folders.data, key);
        FoundUnsaved found = find_unsaved(folder, store);
        std::move(found.ours.begin(), found.ours.end(), std::back_inserter(setup.unsaved));
        std::move(found.asked.begin(), found.asked.end(), std::back_inserter(setup.asked));
        for (const auto& file : found.done) remove_unsaved(file);
    }
    setup.folder = folders.data.string();
    setup.documents = folders.documents.string();
    setup.new_id = random_id;
    setup.locked = key != nullptr;
    if (key)
        if (const auto lock = read_lock(folders.data); lock && *lock)
            setup.ways = shown_ways(**lock);
    return setup;
}

}  // namespace rekindle::app
