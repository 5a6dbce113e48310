// The lock in Settings: set, changed and taken off, each after what it means has been read.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/ui/lock_support.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace lock_settings_test {

namespace fs = std::filesystem;

TEST_CASE("lock: a passphrase is set in Settings, after what it means has been read") {
    const TemporaryFolder folder;
    write_journal(folder.path());
    LockedEntrance desk(folder.path());
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
    LockedEntrance desk(locked.folder.path());
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

TEST_CASE("lock: what Settings asks for is begun though no other key or movement comes") {
    struct Alone : LockedEntrance {
        using LockedEntrance::LockedEntrance;
        void enter_only() {
            input().events.push_back(app::KeyPress{app::Key::enter, false, false, false});
            frame();
        }
        bool is_due() {
            const auto next = LockedEntrance::desk().next_deadline();
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

TEST_CASE("lock: without a lock Ctrl L shows where one is set") {
    const TemporaryFolder folder;
    write_journal(folder.path());
    LockedEntrance desk(folder.path());
    desk.key_with_ctrl(app::Key::l);
    CHECK_FALSE(desk.is_locked());
    CHECK(desk.has("settings.lock.set"));
}

}  // namespace lock_settings_test
