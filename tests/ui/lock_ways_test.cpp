// Ways into the lock beside the first passphrase, as someone sees and uses them.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/locked_entrance.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/ui/lock_support.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/key_file.hpp"
#include "workbook/store/lock_ways.hpp"
#include "workbook/store/recovery_code.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace lock_ways_test {

namespace fs = std::filesystem;

namespace {

constexpr const char* another = "another long passphrase";
constexpr KdfCost quick{1, 8 * 1024};  // opens soonest

// A folder with a locked journal, and perhaps a recovery code and a key file beside it.
struct Locked {
    TemporaryFolder folder;
    KeyRef key = make_key();
    Secret code = make_recovery_code();
    explicit Locked(bool with_code = false) {
        const auto next = update(Journal{}, WriteNote{{"a", today, "me"}, note},
                                 {{today, *make_time(20, 0)}, "me"});
        REQUIRE(next);
        Store store(journal());
        REQUIRE(store.save({}, *next));
        auto lock =
            make_lock(*key, Secret(passphrase),
                      with_code ? std::optional(Secret(code.view())) : std::nullopt, quick, today);
        REQUIRE(lock);
        REQUIRE(change_lock(journal(), {nullptr, key, *lock}, today));
    }
    fs::path journal() const { return folder / "journal"; }
    void add_key_file() {
        const Secret secret = make_key_file_secret();
        std::ofstream(folder / "stick.key") << key_file_text(secret).view();
        auto lock = rekindle::add_key_file(**read_lock(journal()), *key, secret, {}, today);
        REQUIRE(lock);
        REQUIRE(write_lock(journal(), *lock));
    }
};

void unlock_with(LockedEntrance& desk, std::string_view typed) {
    desk.draw_until([&] { return desk.has("lock.passphrase"); }, "asks for the passphrase");
    desk.type(std::string(typed));
    desk.key(app::Key::enter);
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
}

void open_settings(LockedEntrance& desk) {
    desk.click("nav.settings");
    see(desk, "settings.lock.now");
}

void fill_in(LockedEntrance& desk, const char* field, const char* words) {
    press(desk, field);
    desk.type(words);
}

}  // namespace

TEST_CASE("lock ways: somebody else gets a passphrase of their own, and it can be taken out") {
    const Locked locked;
    LockedEntrance desk(locked.folder.path());
    unlock_with(desk, passphrase);
    open_settings(desk);
    CHECK(desk.shows("A passphrase, since 21 November 2026"));
    CHECK_FALSE(desk.has("settings.lock.remove.passphrase"));  // the only one
    press(desk, "settings.lock.add");
    CHECK(desk.focused() == "settings.lock.current");
    desk.type("not the words");
    for (const char* field : {"settings.lock.next", "settings.lock.again"})
        fill_in(desk, field, another);
    fill_in(desk, "settings.lock.name", "Sam");
    press(desk, "settings.lock.apply");
    desk.draw_until([&] { return desk.shows("That is not the passphrase"); }, "is refused");
    CHECK(desk.focused() == "settings.lock.current");
    desk.type(passphrase);
    press(desk, "settings.lock.apply");
    desk.draw_until([&] { return desk.shows("The journal opens with that passphrase, too."); },
                    "is added");
    CHECK(desk.shows("A passphrase (\u201cSam\u201d), since 21 November 2026"));
    desk.key_with_ctrl(app::Key::l);
    unlock_with(desk, another);
    desk.click("nav.today");
    CHECK(desk.shows(note));

    // Nobody takes out what was just typed: the journal could open for nobody.
    open_settings(desk);
    press(desk, "settings.lock.remove.Sam");
    desk.type(another);
    desk.key(app::Key::enter);
    desk.draw_until([&] { return desk.shows("This is the one that is to go."); }, "is refused");
    desk.type(passphrase);
    desk.key(app::Key::enter);
    desk.draw_until([&] { return desk.shows("It no longer opens the journal."); }, "is removed");
    CHECK_FALSE(desk.shows("Sam"));
    const auto lock = read_lock(locked.journal());
    REQUIRE(lock);
    CHECK((*lock)->ways.size() == 1);
    CHECK_FALSE(unlock(**lock, Secret(another), ""));
}

TEST_CASE("lock ways: a change of the passphrase leaves the code on paper good, and says so") {
    const Locked locked(true);
    LockedEntrance desk(locked.folder.path());
    unlock_with(desk, passphrase);
    open_settings(desk);
    CHECK(desk.shows("A recovery code, since 21 November 2026"));
    press(desk, "settings.lock.change");
    desk.type(passphrase);
    for (const char* field : {"settings.lock.next", "settings.lock.again"})
        fill_in(desk, field, another);
    see(desk, "settings.lock.new_key");
    CHECK(desk.shows("the one on paper stays good"));
    // With a new key the paper is void: that is said, and a new code offered.
    press(desk, "settings.lock.new_key");
    CHECK(desk.shows("the one on paper opens nothing once"));
    CHECK(desk.session().ui.settings.lock.recovery);
    press(desk, "settings.lock.new_key");
    press(desk, "settings.lock.recovery");
    CHECK_FALSE(desk.session().ui.settings.lock.recovery);
    press(desk, "settings.lock.apply");
    desk.draw_until([&] { return desk.shows("The passphrase is changed."); }, "is changed");
    desk.key_with_ctrl(app::Key::l);
    unlock_with(desk, locked.code.view());
}

TEST_CASE("lock ways: a new recovery code takes the place of the one on paper") {
    const Locked locked(true);
    LockedEntrance desk(locked.folder.path());
    unlock_with(desk, passphrase);
    open_settings(desk);
    press(desk, "settings.lock.new_code");
    CHECK(desk.shows("takes the place of the one on paper"));
    desk.type(passphrase);
    desk.key(app::Key::enter);
    desk.draw_until(
        [&] { return !desk.is_locked() && desk.session().ui.settings.lock.code.has_value(); },
        "is made");
    const std::string code(desk.session().ui.settings.lock.code->view());
    CHECK(desk.shows(code));
    press(desk, "settings.lock.code.kept");
    desk.key_with_ctrl(app::Key::l);
    desk.draw_until([&] { return desk.has("lock.passphrase"); }, "asks for the passphrase");
    desk.type(std::string(locked.code.view()));
    desk.key(app::Key::enter);
    desk.draw_until([&] { return desk.shows("not the one that opens this"); }, "is void");
    desk.key_with_ctrl(app::Key::a);
    unlock_with(desk, code);
}

TEST_CASE("lock ways: a key file opens it, and what is wrong with one is said") {
    Locked locked;
    locked.add_key_file();
    LockedEntrance desk(locked.folder.path());
    desk.click("lock.key_file");
    CHECK(desk.focused() == "lock.file");
    CHECK_FALSE(desk.has("lock.passphrase"));
    desk.type((locked.folder / "not there").string() + "\n");
    desk.draw_until([&] { return desk.shows("The key file cannot be read."); }, "says so");
    CHECK(desk.focused() == "lock.file");  // all of it selected
    desk.type((locked.folder / "stick.key").string());
    CHECK_FALSE(desk.shows("cannot be read"));
    desk.click("lock.unlock");
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
    desk.click("nav.today");
    CHECK(desk.shows(note));
    open_settings(desk);
    CHECK(desk.shows("A key file (\u201ckey-file\u201d), since 21 November 2026"));
}

TEST_CASE("lock ways: that the copy in the history opened it is said when the journal opens") {
    const Locked locked;
    auto other = make_lock(*make_key(), Secret(another), std::nullopt, quick);
    REQUIRE(other);
    std::ofstream(locked.journal() / "lock.toml") << to_text(*other);
    LockedEntrance desk(locked.folder.path());
    unlock_with(desk, passphrase);
    CHECK(desk.shows("its copy in the history opened the journal"));
}

TEST_CASE("lock ways: that the journal was open to other accounts is said behind the lock, too") {
    const Locked locked;
    fs::permissions(locked.journal(), fs::perms(0755));
    LockedEntrance desk(locked.folder.path());
    unlock_with(desk, passphrase);
    CHECK(desk.shows("That is closed now."));
    CHECK(fs::status(locked.journal()).permissions() == fs::perms::owner_all);
}

TEST_CASE("lock ways: a slip in the recovery code is no wrong passphrase") {
    const Locked locked(true);
    LockedEntrance desk(locked.folder.path());
    desk.type(std::string(locked.code.view()).substr(0, 34));
    desk.key(app::Key::enter);
    desk.draw_until([&] { return desk.shows("That is not the passphrase"); }, "says so");
    if (read_recovery_code(std::string(locked.code.view()).substr(0, 34)).is_like_a_code)
        CHECK(desk.shows("29 letters and digits instead of 30"));
}

}  // namespace lock_ways_test
