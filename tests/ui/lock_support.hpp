// What the tests of the lock share: a small journal with a lock that opens soon, and the hand that
// unlocks it and writes in it.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/locked_entrance.hpp"
#include "tests/support/temporary_folder.hpp"
#include "workbook/journal/update.hpp"

namespace rekindle::tests {

inline constexpr const char* passphrase = "four plain garden words";
inline constexpr const char* note = "walked along the canal";
inline const Date today = *make_date(2026, 11, 21);

inline std::string all_bytes(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        if (entry.is_regular_file()) all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

// A journal with one check-in in FOLDER/journal.
inline void write_journal(const std::filesystem::path& folder) {
    const auto next =
        update(Journal{}, WriteNote{{"a", today, "me"}, note}, {{today, *make_time(20, 0)}, "me"});
    REQUIRE(next);
    Store store(folder / "journal");
    REQUIRE(store.save({}, *next));
}

// The lock that opens soonest.
inline KeyRef lock_journal(const std::filesystem::path& folder) {
    KeyRef key = make_key();
    auto lock = make_lock(*key, Secret(passphrase), std::nullopt, {1, 8 * 1024});
    REQUIRE(lock);
    REQUIRE(change_lock(folder / "journal", {nullptr, key, *lock}, today));
    return key;
}

// A folder with a locked journal.
struct Locked {
    TemporaryFolder folder;
    KeyRef key;
    Locked() {
        write_journal(folder.path());
        key = lock_journal(folder.path());
    }
};

inline void unlock(LockedEntrance& desk) {
    desk.draw_until([&] { return desk.has("lock.passphrase"); }, "asks for the passphrase");
    desk.type(passphrase);
    desk.key(app::Key::enter);
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
}

inline void write_more(LockedEntrance& desk, const char* words) {
    desk.click("nav.today");
    desk.click("today.note");
    desk.key(app::Key::end, true);
    desk.type(words);
}

// Turns the wheel until the control can be seen.
inline void see(LockedEntrance& desk, const std::string& name) {
    desk.settle();
    for (const float lines : {1.0f, -1.0f})
        for (int i = 0; i < 60 && !desk.control(name).visible; ++i) {
            desk.move_to({640, 400});
            desk.wheel(lines);
        }
}

inline void press(LockedEntrance& desk, const std::string& name) {
    see(desk, name);
    desk.click(name);
}

inline void open_settings(LockedEntrance& desk, const char* opener) {
    desk.click("nav.settings");
    press(desk, opener);
}

// A computer that remembers the journal as locked, and a journal of which every file is gone.
struct Emptied : Locked {
    Emptied() {
        {
            LockedEntrance desk(folder.path());
            unlock(desk);
        }
        std::filesystem::remove_all(folder / "journal");
        std::filesystem::create_directory(folder / "journal");
    }
};

}  // namespace rekindle::tests
