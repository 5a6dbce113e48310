// A locked journal whose files are put back, exchanged and taken away, and what is told of it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/unit/store/lock_support.hpp"

namespace rekindle::test::trust {

inline const Date today = day(2026, 11, 21);
inline const std::filesystem::path november = "checkins/2026-11.toml";
inline const std::filesystem::path october = "checkins/2026-10.toml";
inline const Part november_part{PartKind::month, {2026, 11}, {}};
inline const Part october_part{PartKind::month, {2026, 10}, {}};

inline Journal sample() {
    return journal_of({checkin_on(day(2026, 11, 1), "a", 4, "first"),
                       checkin_on(day(2026, 10, 1), "b", 5, "october")});
}

// A locked journal of two months, and two computers that can remember it.
struct Diary {
    TemporaryFolder folder;
    KeyRef key;
    int written = 0;

    Diary() {
        std::filesystem::create_directory(folder / "journal");
        Store store(journal());
        save_all(store, {}, sample());
        key = set_lock(journal(), passphrase);
    }
    std::filesystem::path journal() const { return folder / "journal"; }
    std::filesystem::path file(const std::filesystem::path& name) const { return journal() / name; }
    Store store(const char* computer = "pins") const {
        Store store = locked_store(journal(), key);
        if (computer) store.keep_pins_in(folder / computer);
        return store;
    }
    Opened open(const char* computer = "pins") const {
        auto opened = store(computer).open();
        REQUIRE(opened);
        return *std::move(opened);
    }
    std::vector<DistrustKind> told(const char* computer = "pins") const {
        std::vector<DistrustKind> kinds;
        for (const Distrust& each : open(computer).distrust) kinds.push_back(each.kind);
        return kinds;
    }
    // One save more of that day's month.
    Result<Saved> write(Date date, const char* computer = "pins") {
        const Journal now = open(computer).journal;
        const std::string id = "w" + std::to_string(++written);
        return store(computer).save(now, with_checkin(now, checkin_on(date, id, 3, id)));
    }
    void write_well(Date date, const char* computer = "pins") {
        const auto saved = write(date, computer);
        REQUIRE(saved);
        REQUIRE(saved->refused.empty());
    }
    std::map<std::filesystem::path, std::string> state() const {
        std::map<std::filesystem::path, std::string> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(journal()))
            if (entry.is_regular_file())
                files[entry.path().lexically_relative(journal())] = bytes_of(entry.path());
        return files;
    }
    void put_back(const std::map<std::filesystem::path, std::string>& files) const {
        for (const auto& entry : state())
            if (!files.contains(entry.first)) std::filesystem::remove(file(entry.first));
        for (const auto& [name, bytes] : files) put_bytes(file(name), bytes);
    }
    int number(const std::filesystem::path& name) const {
        const auto now = look_at(journal(), name.generic_string(), key);
        return now ? now->saves : 0;
    }
};

using Told = std::vector<DistrustKind>;

}  // namespace rekindle::test::trust
