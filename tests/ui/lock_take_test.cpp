// Plain files in the folder of a journal that is locked in Settings: each is named and taken in, or
// left where it is.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "app/words/other_files_words.hpp"
#include "tests/ui/lock_support.hpp"
#include "workbook/store/lock_ways.hpp"
#include "workbook/store/taken_files.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace lock_take_test {

namespace fs = std::filesystem;

namespace {

constexpr const char* letter = "a letter about the canal";
constexpr const char* take_letter = "settings.lock.take.letter.txt";
constexpr const char* leave_letter = "settings.lock.not_now.letter.txt";

// A plain journal with a letter, a list and another journal beside its files.
struct Beside {
    TemporaryFolder folder;
    Beside() {
        write_journal(folder.path());
        write("letter.txt", letter);
        write("list.txt", "bread, and a walk along the canal");
        fs::create_directories(journal() / "other/.history");
        write("other/profile.toml", "format = 1\n");
    }
    fs::path journal() const { return folder / "journal"; }
    void write(const char* name, const char* text) const {
        std::ofstream(journal() / name) << text;
    }
};

void set_passphrase(LockedEntrance& desk) {
    open_settings(desk, "settings.lock.set");
    desk.type(passphrase);
    press(desk, "settings.lock.again");
    desk.type(passphrase);
    desk.key(app::Key::enter);
    desk.draw_until([&] { return !desk.is_locked() && desk.session().is_locked(); }, "is set");
}

}  // namespace

TEST_CASE("lock take: what stays plain is named once the lock is set, and is taken in by a press") {
    const Beside beside;
    LockedEntrance desk(beside.folder.path());
    set_passphrase(desk);
    CHECK(desk.control(leave_letter).visible);
    CHECK(desk.shows("The journal is locked from now on."));
    CHECK(desk.session().ui.settings.lock.others.size() == 3);
    CHECK_FALSE(desk.has("settings.lock.take.other"));  // a journal of its own
    press(desk, take_letter);
    desk.draw_until([&] { return !fs::exists(beside.journal() / "letter.txt"); }, "is taken in");
    desk.draw_until([&] { return !desk.has(take_letter); }, "says so");
    desk.draw_until([&] { return desk.shows("It is encrypted with the journal now"); },
                    "says what became of it");
    CHECK(all_bytes(beside.folder.path()).find(letter) == std::string::npos);
    CHECK(fs::exists(beside.journal() / "list.txt"));
    Store store(beside.journal());
    store.use_key(unlock(**read_lock(beside.journal()), Secret(passphrase), "").value());
    const auto back = read_taken(store, "letter.txt.1");
    REQUIRE(back);
    CHECK(*back == letter);
}

TEST_CASE("lock take: what is left stays as it is, and is not offered again") {
    const Beside beside;
    LockedEntrance desk(beside.folder.path());
    set_passphrase(desk);
    press(desk, leave_letter);
    CHECK_FALSE(desk.has(take_letter));
    CHECK_FALSE(desk.has(leave_letter));
    CHECK(fs::exists(beside.journal() / "letter.txt"));
    press(desk, "settings.lock.not_now.other");
    CHECK(desk.session().ui.settings.lock.others.size() == 1);
    // What was not decided is offered after the journal was locked and opened again.
    desk.key_with_ctrl(app::Key::l);
    unlock(desk);
    desk.click("nav.settings");
    press(desk, "settings.lock.take.list.txt");
    desk.draw_until([&] { return !fs::exists(beside.journal() / "list.txt"); }, "is taken in");
    CHECK(fs::exists(beside.journal() / "letter.txt"));
}

TEST_CASE("lock take: why a file was not taken in is said beside it, and it can be tried again") {
    const Beside beside;
    LockedEntrance desk(beside.folder.path());
    set_passphrase(desk);
    fs::rename(beside.journal() / "list.txt", beside.folder / "list.txt");
    press(desk, "settings.lock.take.list.txt");
    desk.draw_until([&] { return desk.shows("There is no such file."); }, "says so");
    fs::rename(beside.folder / "list.txt", beside.journal() / "list.txt");
    press(desk, "settings.lock.take.list.txt");
    desk.draw_until([&] { return !fs::exists(beside.journal() / "list.txt"); }, "is taken in");
    desk.draw_until([&] { return !desk.shows("There is no such file."); }, "says no more of it");
}

TEST_CASE("lock take: a file is taken in to its end though the journal is locked meanwhile") {
    const Beside beside;
    LockedEntrance desk(beside.folder.path());
    set_passphrase(desk);
    desk.session().act(app::TakeIn{"list.txt"});
    desk.settle();
    desk.key_with_ctrl(app::Key::l);
    CHECK(desk.is_locked());
    CHECK_FALSE(fs::exists(beside.journal() / "list.txt"));
    unlock(desk);
    const auto& others = desk.session().ui.settings.lock.others;
    CHECK(std::none_of(others.begin(), others.end(),
                       [](const auto& other) { return other.file == "list.txt"; }));
}

TEST_CASE("lock take: a way in that a command added is listed when Settings is opened") {
    const Locked locked;
    LockedEntrance desk(locked.folder.path());
    unlock(desk);
    desk.click("nav.settings");
    see(desk, "settings.lock.now");
    CHECK_FALSE(desk.has("settings.lock.remove.Sam"));
    const fs::path journal = locked.folder / "journal";
    const auto two =
        add_passphrase(**read_lock(journal), *locked.key,
                       Secret(std::string_view("another long passphrase")), "Sam", today);
    REQUIRE(two);
    REQUIRE(write_lock(journal, *two));
    desk.click("nav.today");
    desk.click("nav.settings");
    desk.draw_until([&] { return desk.has("settings.lock.remove.Sam"); }, "is listed");
}

TEST_CASE("lock take: a copy that is found a moment later does not push away what was just said") {
    const Beside beside;
    fs::copy_file(beside.journal() / "checkins/2026-11.toml",
                  beside.journal() / "checkins/2026-11 (copy).toml");
    LockedEntrance desk(beside.folder.path());
    set_passphrase(desk);
    const auto copies = [&]() -> auto& { return desk.session().notices().copies; };
    desk.draw_until([&] { return copies().size() == 1; }, "finds the copy");
    desk.settle();
    CHECK(desk.shows("The journal is locked from now on."));
    // More of them, and nothing that looks for copies runs any more.
    for (const char* name : {"2026-11 (2).toml", "2026-11 (3).toml", "2026-11 (4).toml"}) {
        app::ShownCopy another = copies().front();
        another.copy.file = fs::path("checkins") / name;
        copies().push_back(std::move(another));
    }
    desk.frame();
    desk.settle();
    CHECK(desk.session().ui.settings.copies == 4);
    CHECK(desk.shows("The journal is locked from now on."));
    CHECK(desk.control(leave_letter).visible);
}

TEST_CASE("lock take: a picture is named with what it may show, and is taken in like any file") {
    const Beside beside;
    beside.write("page.png", "\x89PNG of a page about the canal");
    LockedEntrance desk(beside.folder.path());
    set_passphrase(desk);
    CHECK(desk.session().ui.settings.lock.others.back().is_picture);
    press(desk, "settings.lock.take.page.png");
    CHECK(desk.shows("it may show what you wrote"));
    desk.draw_until([&] { return !fs::exists(beside.journal() / "page.png"); }, "is taken in");
}

TEST_CASE("lock take: in a terminal pictures are named apart from what has words") {
    OtherFiles others;
    CHECK(app::in_lines(others).empty());
    others.pictures = {"page.png"};
    const std::string pictures = app::in_lines(others);
    CHECK(pictures.find("may show what you wrote:\n    page.png\nIf it holds") !=
          std::string::npos);
    CHECK(pictures.find("in plain text") == std::string::npos);
    others.stays = {"letter.txt"};
    const std::string both = app::in_lines(others);
    CHECK(both.find("in plain text:\n    letter.txt\nThese are not encrypted") !=
          std::string::npos);
}

}  // namespace lock_take_test
