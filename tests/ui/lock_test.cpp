// The lock as someone uses it: what is asked, what is seen, and that nothing written is lost.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/ui/lock_support.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace lock_test {

namespace fs = std::filesystem;

TEST_CASE("lock: a locked journal shows nothing and opens with its passphrase alone") {
    const Locked locked;
    LockedEntrance desk(locked.folder.path());
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
        LockedEntrance desk(locked.folder.path());
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
    LockedEntrance desk(locked.folder.path());
    desk.type("four plain garden word\n");
    desk.draw_until([&] { return desk.shows("That is not the passphrase"); }, "says so");
    desk.key(app::Key::end);
    CHECK_FALSE(desk.shows("That is not the passphrase"));
    desk.type("s\n");
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
}

TEST_CASE("lock: Ctrl L saves, shows nothing any more, and everything is there again afterwards") {
    const Locked locked;
    LockedEntrance desk(locked.folder.path());
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
    LockedEntrance desk(locked.folder.path());
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
    LockedEntrance desk(locked.folder.path());
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
        LockedEntrance desk(locked.folder.path());
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
    LockedEntrance again(locked.folder.path());
    unlock(again);
    CHECK(again.shows(whole));
}

}  // namespace lock_test
