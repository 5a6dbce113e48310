// The lock in the rail: there when a passphrase is set, within reach at every size.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"
#include "tests/support/locked_entrance.hpp"
#include "tests/support/temporary_folder.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/lock_change.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace rail_lock_test {

namespace {

constexpr const char* passphrase = "four plain garden words";
const Date today = *make_date(2026, 11, 21);

// A folder with a journal that has the lock which opens soonest.
struct Locked {
    TemporaryFolder folder;
    Locked() {
        const auto next = update(Journal{}, WriteNote{{"a", today, "me"}, "a canal"},
                                 {{today, *make_time(20, 0)}, "me"});
        REQUIRE(next);
        Store store(folder.path() / "journal");
        REQUIRE(store.save({}, *next));
        const KeyRef key = make_key();
        auto lock = make_lock(*key, Secret(passphrase), std::nullopt, {1, 8 * 1024});
        REQUIRE(lock);
        REQUIRE(change_lock(folder.path() / "journal", {nullptr, key, *lock}, today));
    }
};

void unlock(LockedEntrance& desk) {
    desk.draw_until([&] { return desk.has("lock.passphrase"); }, "asks for the passphrase");
    desk.type(passphrase);
    desk.key(app::Key::enter);
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
    desk.settle();
}

}  // namespace

TEST_CASE("rail: one click on Lock closes a journal that has a passphrase") {
    const Locked locked;
    LockedEntrance desk(locked.folder.path());
    unlock(desk);
    CHECK(desk.shows("Lock"));
    desk.click("nav.lock");
    desk.draw_until([&] { return desk.is_locked(); }, "locks");
    CHECK_FALSE(desk.shows("canal"));
}

TEST_CASE("rail: Lock is in view, to be read and to be reached by Tab at every size") {
    const Locked locked;
    LockedEntrance desk(locked.folder.path());
    unlock(desk);
    struct Size {
        float width, height, scale;
    };
    for (const Size& size : {Size{1280, 800, 1}, Size{960, 600, 1}, Size{960, 600, 2},
                             Size{640, 480, 1}, Size{640, 480, 2}}) {
        CAPTURE(size.width);
        CAPTURE(size.scale);
        desk.surface = {size.width, size.height, size.scale};
        desk.settle();
        const app::Control& lock = desk.control("nav.lock");
        CHECK(lock.visible);
        CHECK(lock.rect.bottom() == size.height);
        CHECK(lock.rect.w >= 40 * size.scale);
        CHECK(desk.control("hide").rect.right() <= lock.rect.x);
        for (const std::string word : {"Hide", "Lock"}) {
            bool whole = false;
            for (const auto& text : desk.drawn)
                whole = whole || (text.text == word && lock.rect.y <= text.rect.y &&
                                  text.rect.right() <= text.clip.right() &&
                                  text.rect.bottom() <= size.height);
            CHECK_MESSAGE(whole, word);
        }
        for (int i = 0; i < 200 && desk.focused() != "nav.lock"; ++i) desk.key(app::Key::tab);
        CHECK(desk.focused() == "nav.lock");
    }
    desk.key(app::Key::enter);
    desk.draw_until([&] { return desk.is_locked(); }, "locks");
}

TEST_CASE("rail: without a passphrase there is nothing to lock") {
    HeadlessSetup setup;
    setup.content = small_content();
    Headless screen{std::move(setup)};
    CHECK_FALSE(screen.has("nav.lock"));
    CHECK(screen.has("hide"));
}

}  // namespace rail_lock_test
