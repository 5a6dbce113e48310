// The lock as someone uses it: what is asked, what is seen, and that nothing written is lost.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/locked_desk.hpp"
#include "tests/support/temporary_folder.hpp"
#include "workbook/journal/update.hpp"

using namespace rekindle;
using namespace rekindle::tests;
namespace fs = std::filesystem;

namespace {

constexpr const char* passphrase = "four plain garden words";
constexpr const char* note = "walked along the canal";
const Date today = *make_date(2026, 11, 21);

std::string all_bytes(const fs::path& folder) {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        if (entry.is_regular_file()) all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

// A journal with one check-in in FOLDER/journal.
void write_journal(const fs::path& folder) {
    const auto next =
        update(Journal{}, WriteNote{{"a", today, "me"}, note}, {{today, *make_time(20, 0)}, "me"});
    REQUIRE(next);
    Store store(folder / "journal");
    REQUIRE(store.save({}, *next));
}

// The lock that opens soonest.
KeyRef lock_journal(const fs::path& folder) {
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

void unlock(LockedDesk& desk) {
    desk.draw_until([&] { return desk.has("lock.passphrase"); }, "asks for the passphrase");
    desk.type(passphrase);
    desk.key(app::Key::enter);
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
}

void write_more(LockedDesk& desk, const char* words) {
    desk.click("nav.today");
    desk.click("today.note");
    desk.key(app::Key::end, true);
    desk.type(words);
}

// Turns the wheel until the control can be seen, then clicks it.
void press(LockedDesk& desk, const char* name) {
    desk.settle();
    for (const float lines : {1.0f, -1.0f})
        for (int i = 0; i < 60 && !desk.control(name).visible; ++i) {
            desk.move_to({640, 400});
            desk.wheel(lines);
        }
    desk.click(name);
}

void open_settings(LockedDesk& desk, const char* opener) {
    desk.click("nav.settings");
    press(desk, opener);
}

}  // namespace

TEST_CASE("lock: a locked journal shows nothing and opens with its passphrase alone") {
    const Locked locked;
    LockedDesk desk(locked.folder.path());
    CHECK(desk.is_locked());
    CHECK(desk.focused() == "lock.passphrase");
    CHECK_FALSE(desk.shows("canal"));
    CHECK_FALSE(desk.shows("journal"));
    CHECK_FALSE(desk.shows("Rekindle"));
    desk.type("not the words");
    CHECK_FALSE(desk.shows("not the words"));
    desk.click("lock.unlock");
    desk.draw_until([&] { return desk.shows("That is not the passphrase"); }, "says so");
    CHECK(desk.is_locked());
    // What was typed is still there to be mended.
    desk.click("lock.show");
    CHECK(desk.shows("not the words"));
    desk.click("lock.passphrase");
    desk.key_with_ctrl(app::Key::a);
    unlock(desk);
    CHECK(desk.shows(note));
}

TEST_CASE("lock: after a wrong passphrase the right one is simply typed, by keys or by mouse") {
    const Locked locked;
    for (const bool by_mouse : {false, true}) {
        LockedDesk desk(locked.folder.path());
        desk.type("not the words");
        if (by_mouse)
            desk.click("lock.unlock");
        else
            desk.key(app::Key::enter);
        desk.draw_until([&] { return desk.shows("That is not the passphrase"); }, "says so");
        CHECK(desk.focused() == "lock.passphrase");
        desk.type("f");
        CHECK_FALSE(desk.shows("That is not the passphrase"));
        desk.type("our plain garden words\n");
        desk.draw_until([&] { return !desk.is_locked(); }, "opens");
    }
}

TEST_CASE("lock: a slip in the passphrase can be mended where it is") {
    const Locked locked;
    LockedDesk desk(locked.folder.path());
    desk.type("four plain garden word\n");
    desk.draw_until([&] { return desk.shows("That is not the passphrase"); }, "says so");
    desk.key(app::Key::end);
    CHECK_FALSE(desk.shows("That is not the passphrase"));
    desk.type("s\n");
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
}

TEST_CASE("lock: Ctrl L saves, shows nothing any more, and everything is there again afterwards") {
    const Locked locked;
    LockedDesk desk(locked.folder.path());
    unlock(desk);
    write_more(desk, ", and back");
    desk.key_with_ctrl(app::Key::a);
    desk.key_with_ctrl(app::Key::c);
    desk.key_with_ctrl(app::Key::l);
    CHECK(desk.is_locked());
    CHECK_FALSE(desk.desk().can_lock());  // the key is gone
    CHECK(desk.shown > 0);
    CHECK_FALSE(desk.shows("canal"));
    CHECK(desk.forgotten_clipboard == std::string(note) + ", and back");
    CHECK(all_bytes(locked.folder.path()).find(" canal") == std::string::npos);
    unlock(desk);
    CHECK(desk.shows(std::string(note) + ", and back"));
    CHECK(desk.session().is_saved());
}

TEST_CASE("lock: it locks after minutes without use, and each use begins them anew") {
    const Locked locked;
    LockedDesk desk(locked.folder.path());
    unlock(desk);
    desk.wait(9.9 * 60);
    CHECK_FALSE(desk.is_locked());
    const auto due = desk.desk().next_deadline();
    REQUIRE(due);
    desk.wait(0.2 * 60);
    CHECK(desk.is_locked());
    unlock(desk);
    desk.desk().preferences().lock_after = 0;
    desk.wait(24 * 3600);
    CHECK_FALSE(desk.is_locked());
}

TEST_CASE("lock: what cannot be saved when it locks comes back with the passphrase") {
    const Locked locked;
    LockedDesk desk(locked.folder.path());
    unlock(desk);
    // The disk with the journal is taken out, and what else would take it cannot be written.
    std::ofstream(locked.folder / "unsaved") << "in the way";
    fs::rename(locked.folder / "journal", locked.folder / "away");
    write_more(desk, ", and back");
    desk.key_with_ctrl(app::Key::l);
    CHECK(desk.is_locked());
    fs::remove_all(locked.folder / "journal");
    fs::rename(locked.folder / "away", locked.folder / "journal");
    CHECK(all_bytes(locked.folder.path()).find(" canal") == std::string::npos);
    unlock(desk);
    CHECK(desk.shows(std::string(note) + ", and back"));
    REQUIRE(desk.desk().close());
    Store store(locked.folder / "journal");
    store.use_key(locked.key);
    CHECK(latest_checkin(store.open()->journal, today, "me")->note ==
          std::string(note) + ", and back");
}

TEST_CASE("lock: closing while it is locked keeps what could not be saved, or waits") {
    const Locked locked;
    const std::string whole = std::string(note) + ", and back";
    {
        LockedDesk desk(locked.folder.path());
        unlock(desk);
        std::ofstream(locked.folder / "unsaved") << "in the way";
        fs::rename(locked.folder / "journal", locked.folder / "away");
        write_more(desk, ", and back");
        desk.key_with_ctrl(app::Key::l);
        CHECK_FALSE(desk.desk().close());
        desk.settle();
        CHECK(desk.shows("cannot be saved"));
        fs::remove(locked.folder / "unsaved");
        CHECK(desk.desk().close());
    }
    fs::remove_all(locked.folder / "journal");
    fs::rename(locked.folder / "away", locked.folder / "journal");
    CHECK(all_bytes(locked.folder.path()).find(" canal") == std::string::npos);
    LockedDesk again(locked.folder.path());
    unlock(again);
    CHECK(again.shows(whole));
}

TEST_CASE("lock: a passphrase is set in Settings, after what it means has been read") {
    const TemporaryFolder folder;
    write_journal(folder.path());
    LockedDesk desk(folder.path());
    open_settings(desk, "settings.lock.set");
    CHECK(desk.shows("all that is written here is gone"));
    CHECK(desk.focused() == "settings.lock.next");
    CHECK(desk.control("settings.lock.next").visible);  // nobody types out of sight
    desk.type("short");
    press(desk, "settings.lock.again");
    desk.type("shorter");
    press(desk, "settings.lock.apply");
    CHECK(desk.shows("The two are not the same."));
    CHECK(desk.focused() == "settings.lock.again");  // all of it selected
    desk.type("short");
    CHECK_FALSE(desk.shows("The two are not the same."));
    press(desk, "settings.lock.apply");
    desk.draw_until([&] { return desk.shows("A passphrase needs 8 characters"); }, "is too short");
    CHECK(desk.focused() == "settings.lock.next");
    CHECK_FALSE(fs::exists(folder / "journal/lock.toml"));
    for (const char* field : {"settings.lock.next", "settings.lock.again"}) {
        press(desk, field);
        desk.key_with_ctrl(app::Key::a);
        desk.type(passphrase);
    }
    press(desk, "settings.lock.recovery");
    press(desk, "settings.lock.apply");
    desk.draw_until([&] { return !desk.is_locked() && desk.session().is_locked(); }, "is set");
    CHECK(all_bytes(folder.path()).find(" canal") == std::string::npos);
    CHECK(desk.shows("The journal is locked from now on."));
    REQUIRE(desk.session().ui.settings.lock.code);
    const std::string code(desk.session().ui.settings.lock.code->view());
    CHECK(desk.shows(code));
    press(desk, "settings.lock.code.kept");
    CHECK_FALSE(desk.shows(code));
    press(desk, "settings.lock.now");
    CHECK(desk.is_locked());
    desk.type(code);
    desk.key(app::Key::enter);
    desk.draw_until([&] { return !desk.is_locked(); }, "opens with the code");
    desk.click("nav.today");
    CHECK(desk.shows(note));
}

TEST_CASE("lock: the passphrase is changed and the lock taken off, each with the one there is") {
    const Locked locked;
    LockedDesk desk(locked.folder.path());
    unlock(desk);
    open_settings(desk, "settings.lock.off");
    desk.type("not the words");
    press(desk, "settings.lock.apply");
    desk.draw_until([&] { return desk.shows("That is not the passphrase"); }, "is refused");
    CHECK(desk.session().is_locked());
    CHECK(desk.focused() == "settings.lock.current");
    desk.type("x");
    CHECK_FALSE(desk.shows("That is not the passphrase"));
    CHECK(desk.session().ui.settings.lock.current.text.view() == "x");
    press(desk, "settings.lock.leave");
    press(desk, "settings.lock.change");
    desk.type(passphrase);
    for (const char* field : {"settings.lock.next", "settings.lock.again"}) {
        press(desk, field);
        desk.type("another long passphrase");
    }
    desk.key(app::Key::enter);
    desk.draw_until([&] { return desk.shows("The passphrase is changed."); }, "is changed");
    press(desk, "settings.lock.off");
    desk.type("another long passphrase");
    desk.key(app::Key::enter);
    desk.draw_until([&] { return desk.shows("The lock is taken off."); }, "is taken off");
    CHECK(desk.has("settings.lock.set"));
    CHECK(all_bytes(locked.folder / "journal").find(note) != std::string::npos);
    CHECK_FALSE(fs::exists(locked.folder / "journal/lock.toml"));
}

TEST_CASE("lock: a lock that another program sets asks here as well, and no word is lost") {
    const TemporaryFolder folder;
    write_journal(folder.path());
    LockedDesk desk(folder.path());
    write_more(desk, ", and back");
    lock_journal(folder.path());
    desk.wait(2);
    desk.draw_until([&] { return desk.is_locked() && desk.has("lock.passphrase"); }, "asks");
    CHECK(all_bytes(folder.path()).find(" canal") == std::string::npos);
    desk.type("not the words");
    desk.key(app::Key::enter);
    desk.draw_until([&] { return desk.shows("That is not the passphrase"); }, "says so");
    desk.key_with_ctrl(app::Key::a);
    unlock(desk);
    CHECK(desk.shows(std::string(note) + ", and back"));
}

TEST_CASE("lock: a journal whose lock another program took off is not gone on with by itself") {
    const Locked locked;
    LockedDesk desk(locked.folder.path());
    unlock(desk);
    write_more(desk, ", and back");
    REQUIRE(change_lock(locked.folder / "journal", {locked.key, nullptr, std::nullopt}, today));
    desk.wait(2);
    desk.draw_until([&] { return desk.has("closed.in_the_clear"); }, "asks");
    CHECK(desk.shows("kept as plain text"));
    desk.click("closed.in_the_clear");
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
    CHECK_FALSE(desk.session().is_locked());
    desk.click("nav.today");
    CHECK(desk.shows(std::string(note) + ", and back"));
}

TEST_CASE("lock: a lock that vanishes while the window is open lets nothing plain through") {
    const Locked locked;
    const fs::path journal = locked.folder / "journal";
    const std::string lock_text = [&] {
        std::ifstream file(journal / "lock.toml", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    {
        LockedDesk desk(locked.folder.path());
        unlock(desk);
        fs::remove(journal / "lock.toml");
        fs::remove(journal / ".history/lock.toml");
        write_more(desk, ", and back");
        desk.wait(2);
        desk.draw_until([&] { return desk.has("closed.retry"); }, "says so");
        CHECK(desk.shows("lock.toml is missing"));
        CHECK_FALSE(desk.has("closed.in_the_clear"));  // its files are encrypted
        CHECK_FALSE(desk.shows("canal"));
        SUBCASE("it is put back and looked for again") {
            std::ofstream(journal / "lock.toml", std::ios::binary) << lock_text;
            desk.click("closed.retry");
            unlock(desk);
            CHECK(desk.shows(std::string(note) + ", and back"));
            REQUIRE(desk.desk().close());
        }
        SUBCASE("it is put back after the window was closed") {
            REQUIRE(desk.desk().close());
            std::ofstream(journal / "lock.toml", std::ios::binary) << lock_text;
        }
        CHECK(all_bytes(locked.folder.path()).find(" canal") == std::string::npos);
        CHECK(all_bytes(locked.folder.path()).find("and back") == std::string::npos);
    }
    LockedDesk again(locked.folder.path());
    unlock(again);
    CHECK(again.shows(std::string(note) + ", and back"));
}

TEST_CASE("lock: a journal known as locked is not begun in the clear, with every file gone") {
    const Locked locked;
    {
        LockedDesk desk(locked.folder.path());
        unlock(desk);
    }
    fs::remove_all(locked.folder / "journal");
    fs::create_directory(locked.folder / "journal");
    LockedDesk desk(locked.folder.path());
    REQUIRE(desk.has("closed.in_the_clear"));
    CHECK(desk.shows("lock.toml is missing"));
    desk.click("closed.retry");
    desk.draw_until([&] { return desk.has("closed.in_the_clear"); }, "looks again");
    CHECK(desk.desk().session() == nullptr);
    desk.click("closed.in_the_clear");
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
    CHECK_FALSE(desk.session().is_locked());
}

TEST_CASE("lock: what Settings asks for is begun though no other key or movement comes") {
    struct Alone : LockedDesk {
        using LockedDesk::LockedDesk;
        void enter_only() {
            input().events.push_back(app::KeyPress{app::Key::enter, false, false, false});
            frame();
        }
        bool is_due() {
            const auto next = LockedDesk::desk().next_deadline();
            return next && *next <= seconds_;
        }
    };
    const TemporaryFolder folder;
    write_journal(folder.path());
    Alone desk(folder.path());
    open_settings(desk, "settings.lock.set");
    desk.type("calm river seven\ncalm river seven");
    desk.enter_only();
    REQUIRE(desk.session().wants<app::ChangeLock>());
    CHECK(desk.is_due());
}

TEST_CASE("lock: where the letters are large, going on in the clear is read before it is pressed") {
    const Locked locked;
    {
        LockedDesk desk(locked.folder.path());
        unlock(desk);
    }
    fs::remove_all(locked.folder / "journal");
    fs::create_directory(locked.folder / "journal");
    LockedDesk desk(locked.folder.path());
    REQUIRE(desk.has("closed.in_the_clear"));
    desk.surface.width = 960;
    desk.surface.height = 600;
    desk.surface.monitor_scale = 2;
    desk.settle();
    CHECK_FALSE(desk.control("closed.in_the_clear").visible);
    press(desk, "closed.retry");
    desk.draw_until([&] { return desk.has("closed.in_the_clear"); }, "looks again");
    for (int i = 0; i < 3 && !desk.controls().has_focus("closed.in_the_clear"); ++i) {
        desk.key(app::Key::tab);
        desk.settle();
    }
    REQUIRE(desk.controls().has_focus("closed.in_the_clear"));
    CHECK(desk.control("closed.in_the_clear").visible);
    CHECK(desk.shows("whoever can read the files can read it"));
    press(desk, "closed.in_the_clear");
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
}

TEST_CASE("lock: an older file is shown and not written until it is accepted") {
    const Locked locked;
    const fs::path month = locked.folder / "journal/checkins/2026-11.toml";
    const Part part{PartKind::month, today.year_month(), {}};
    const auto bytes = [&] {
        std::ifstream file(month, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    const std::string old = bytes();
    {
        LockedDesk desk(locked.folder.path());
        unlock(desk);
        write_more(desk, ", and back");
        REQUIRE(desk.desk().close());
    }
    std::ofstream(month, std::ios::binary) << old;
    LockedDesk desk(locked.folder.path());
    unlock(desk);
    const Command more = WriteNote{{"z", today, "me"}, "another"};
    CHECK(checkins_on(desk.session().journal(), today, "me").size() == 1);
    desk.session().act(more);
    CHECK(checkins_on(desk.session().journal(), today, "me").size() == 1);
    REQUIRE(desk.session().close());
    CHECK(bytes() == old);

    desk.session().act(app::AcceptAsItIs{
        {distrust_of(DistrustKind::older_file, locked.folder / "journal", part)}});
    desk.draw_until(
        [&] {
            desk.session().act(more);
            return checkins_on(desk.session().journal(), today, "me").size() == 2;
        },
        "is written again");
    CHECK(bytes() != old);
    REQUIRE(desk.session().close());
    Store store(locked.folder / "journal");
    store.use_key(locked.key);
    const auto opened = store.open();
    REQUIRE(opened);
    CHECK(opened->distrust.empty());
    CHECK(checkins_on(opened->journal, today, "me").size() == 2);
}

TEST_CASE("lock: without a lock Ctrl L shows where one is set") {
    const TemporaryFolder folder;
    write_journal(folder.path());
    LockedDesk desk(folder.path());
    desk.key_with_ctrl(app::Key::l);
    CHECK_FALSE(desk.is_locked());
    CHECK(desk.has("settings.lock.set"));
}
