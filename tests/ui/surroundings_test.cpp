// What of a computer can be in the way is said in the window, before anybody has written a word.
#include <doctest/doctest.h>

#include <filesystem>

#include "app/frame/font_files.hpp"
#include "tests/support/locked_entrance.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace surroundings_test {

namespace fs = std::filesystem;

TEST_CASE("surroundings: a folder that cannot be written is said on every page") {
    LockedEntrance desk("/proc/self");  // there no file can be made, by root neither
    for (const char* page : {"nav.today", "nav.timeline", "nav.settings"}) {
        desk.click(page);
        CHECK(desk.shows("What you write now cannot be saved here."));
        CHECK(desk.shows("--data"));
        CHECK(desk.shows("/proc/self"));
    }
}

TEST_CASE("surroundings: nothing is said where all is well") {
    const TemporaryFolder folder;
    LockedEntrance desk(folder.path());
    desk.click("nav.today");
    CHECK_FALSE(desk.shows("cannot be saved"));
    CHECK_FALSE(desk.shows("No font"));
}

TEST_CASE("surroundings: what the window knows of the computer is said by every session") {
    const TemporaryFolder folder;
    LockedEntrance desk(folder.path());
    desk.desk().surroundings.push_back(app::no_font());
    auto setup = app::read_setup(desk.folders, std::nullopt);
    REQUIRE(setup);
    desk.desk().open(*std::move(setup), nullptr);
    desk.settle();
    CHECK(desk.shows("No font was found on this computer."));
    CHECK(desk.shows("fonts-inter"));
}

TEST_CASE("surroundings: a journal that cannot be opened is said, and opened once it can be") {
    const TemporaryFolder folder;
    fs::create_symlink("journal", folder / "journal");
    LockedEntrance desk(folder.path());
    CHECK(desk.desk().session() == nullptr);
    CHECK(desk.shows("This cannot be opened"));
    CHECK(desk.shows((folder / "journal").string()));
    CHECK(desk.desk().close());
    desk.click("closed.retry");
    desk.draw_until([&] { return desk.shows("Look again"); }, "looks again");
    CHECK(desk.desk().session() == nullptr);
    fs::remove(folder / "journal");
    desk.click("closed.retry");
    desk.draw_until([&] { return desk.desk().session() != nullptr; }, "opens");
    desk.click("nav.today");
    desk.click("today.note");
    desk.type("words");
    CHECK(desk.desk().close());
    CHECK(fs::is_directory(folder / "journal/checkins"));
}

TEST_CASE("surroundings: where there is no place for a journal, none can be looked for again") {
    const TemporaryFolder folder;
    LockedEntrance desk(folder.path());
    desk.desk().cannot_open({ErrorCode::system, "There is no home folder.", "Set HOME.", {}},
                            false);
    desk.settle();
    CHECK(desk.shows("There is no home folder."));
    CHECK(desk.shows("Set HOME."));
    CHECK_FALSE(desk.has("closed.retry"));
    CHECK_FALSE(desk.has("nav.today"));
}

}  // namespace surroundings_test
