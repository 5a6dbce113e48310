// What others do to the lock and to the files behind it while the window is open or closed: it is
// told, nothing plain slips through, and nothing written is lost.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/ui/lock_support.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace lock_elsewhere_test {

namespace fs = std::filesystem;

TEST_CASE("lock: a lock that another program sets asks here as well, and no word is lost") {
    const TemporaryFolder folder;
    write_journal(folder.path());
    LockedEntrance desk(folder.path());
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
    LockedEntrance desk(locked.folder.path());
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
        LockedEntrance desk(locked.folder.path());
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
    LockedEntrance again(locked.folder.path());
    unlock(again);
    CHECK(again.shows(std::string(note) + ", and back"));
}

TEST_CASE("lock: a journal known as locked is not begun in the clear, with every file gone") {
    const Emptied locked;
    LockedEntrance desk(locked.folder.path());
    REQUIRE(desk.has("closed.in_the_clear"));
    CHECK(desk.shows("lock.toml is missing"));
    desk.click("closed.retry");
    desk.draw_until([&] { return desk.has("closed.in_the_clear"); }, "looks again");
    CHECK(desk.desk().session() == nullptr);
    desk.click("closed.in_the_clear");
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
    CHECK_FALSE(desk.session().is_locked());
}

TEST_CASE("lock: where the letters are large, going on in the clear is read before it is pressed") {
    const Emptied locked;
    LockedEntrance desk(locked.folder.path());
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
        LockedEntrance desk(locked.folder.path());
        unlock(desk);
        write_more(desk, ", and back");
        REQUIRE(desk.desk().close());
    }
    std::ofstream(month, std::ios::binary) << old;
    LockedEntrance desk(locked.folder.path());
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

}  // namespace lock_elsewhere_test
