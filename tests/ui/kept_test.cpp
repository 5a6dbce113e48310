// What the window says and does about what could not be saved before and does not come back by
// itself.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/layout.hpp"
#include "tests/support/locked_entrance.hpp"
#include "tests/support/remembering_disk.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/ui/practice_content.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/unsaved.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace kept_test {

using app::Key;
namespace fs = std::filesystem;

namespace {

const char* const file = "/home/sam/.local/state/rekindle/unsaved/a.toml";
const char* const bring = "kept.bring.a.toml";
const char* const leave = "kept.leave.a.toml";

AskedUnsaved asked(WhyAsked why = WhyAsked::plain) {
    Unsaved unsaved{file, {}, journal_of({rated("2026-11-20", 4, 3)})};
    unsaved.day = day("2026-11-20");
    unsaved.journal = "/home/sam/old journal";
    return {unsaved, why};
}

struct Case : CareCase {
    void open(Journal journal, WhyAsked why = WhyAsked::plain) {
        begin({.content = practice_content(),
               .journal = std::move(journal),
               .height = 1600,
               .asked = {asked(why)}});
        desk->settle();
    }
};

}  // namespace

TEST_CASE("kept: plain text beside a locked journal is named, and comes in only at a press") {
    Case at;
    at.open({});
    CHECK(at->shows("Something that could not be saved earlier is waiting for you"));
    CHECK(at->shows("What could not be saved on 20 November 2026"));
    CHECK(at->shows(file));
    CHECK(at->shows("1 check-in is added"));
    CHECK(at->journal() == Journal{});
    CHECK(at.log.saved.empty());

    at->click(bring);
    CHECK(at->journal() == asked().unsaved.ours);
    CHECK(at->session().is_saved());
    CHECK(at.log.to_go_after_save == std::vector<fs::path>{file});
    CHECK_FALSE(at->shows("is waiting for you"));
    at->key(Key::z, true);
    CHECK(at->journal() == Journal{});
}

TEST_CASE("kept: it can be left, and stays where it is") {
    Case at;
    at.open({});
    at->click(leave);
    CHECK_FALSE(at->has(bring));
    CHECK(at->journal() == Journal{});
    CHECK(at.log.to_go_after_save.empty());
    CHECK(at.log.taken_away.empty());
}

TEST_CASE("kept: taken back before it was saved, its file stays and it is offered again") {
    Case at;
    at.open({});
    at.log.holds_saves = true;
    at->session().act(Command{RateFeeling{{"c", day("2026-11-21"), "me"}, "mood", 5}});
    at->wait(1);
    at->settle();
    REQUIRE(at.log.saved.size() == 1);  // and it is under way
    at->click(bring);
    CHECK(at->shows("Saving …"));
    CHECK(at.log.to_go_after_save.empty());
    at->key(Key::z, true);
    CHECK(at->shows("Bring it in"));
    at.log.holds_saves = false;
    at.log.news.push_back(SaveEnded{Journal{}, at.log.saved[0], Saved{at.log.saved[0], {}}});
    at->wait(1);
    at->settle();
    CHECK(at.log.to_go_after_save.empty());
    CHECK(at->has(bring));
}

TEST_CASE("kept: what the journal says already is only taken away") {
    Case at;
    at.open(asked().unsaved.ours);
    CHECK(at->shows("It holds nothing that is not in the journal."));
    at->click(bring);
    CHECK(at.log.taken_away == std::vector<fs::path>{file});
    CHECK(at.log.saved.empty());
    CHECK_FALSE(at->has(bring));
}

TEST_CASE("kept: a file that cannot be taken away is said, and not brought in again") {
    Case at;
    at.open({});
    at.log.still_kept = {file};
    at->click(bring);
    CHECK(at->shows("It is in the journal now. Its file could not be taken away"));
    CHECK_FALSE(at->has(bring));
    at->click(leave);
    CHECK_FALSE(at->shows("Its file could not be taken away"));
}

TEST_CASE("kept: what may be another journal's says where it was written") {
    Case at;
    at.open({}, WhyAsked::elsewhere);
    CHECK(at->shows("It was written in /home/sam/old journal."));
    CHECK(at->journal() == Journal{});
}

TEST_CASE("kept: the notice neither overlaps nor is cut off at any size") {
    struct Size {
        float width, height, scale;
    };
    for (const Size& size : {Size{1280, 800, 1}, Size{960, 600, 1}, Size{960, 600, 2}}) {
        Case at;
        at.begin({.content = practice_content(),
                  .width = size.width,
                  .height = size.height,
                  .scale = size.scale,
                  .asked = {asked(), asked(WhyAsked::elsewhere), asked(WhyAsked::claimed),
                            asked(WhyAsked::stays), asked()}});
        // Each has a name of its own.
        for (std::size_t i = 0; i < at->session().notices().kept.size(); ++i)
            at->session().notices().kept[i].asked.unsaved.file = std::to_string(i) + ".toml";
        at->settle();
        INFO(size.width, "x", size.height, " @", size.scale);
        for (const std::string& problem : layout_problems(*at)) CHECK_MESSAGE(false, problem);
    }
}

TEST_CASE("kept: a desk asks about plain text of a journal that was locked since, and seals it") {
    const TemporaryFolder folder;
    const Journal base = journal_of({rated("2026-11-19", 4, 3)});
    const Journal ours = journal_of({rated("2026-11-19", 4, 3), rated("2026-11-20", 5, 3)});
    {
        Store store(folder / "journal");
        REQUIRE(store.save({}, base));
    }
    REQUIRE(keep_unsaved(folder / "unsaved/a.toml", folder / "journal", base, ours));
    const KeyRef key = make_key();
    auto lock = make_lock(*key, Secret("four plain garden words"), std::nullopt, {1, 8 * 1024});
    REQUIRE(lock);
    REQUIRE(change_lock(folder / "journal", {nullptr, key, *lock}, day("2026-11-21")));
    LockedEntrance desk(folder.path());
    desk.draw_until([&] { return desk.has("lock.passphrase"); }, "asks for the passphrase");
    desk.type("four plain garden words");
    desk.key(Key::enter);
    desk.draw_until([&] { return !desk.is_locked(); }, "opens");
    desk.settle();
    CHECK(desk.session().journal() == base);
    REQUIRE(desk.has(bring));
    desk.draw_until([&] { return desk.has(bring); }, "offers it");
    desk.click(bring);
    desk.draw_until([&] { return desk.session().is_saved() && !desk.has(bring); }, "saves it");
    CHECK(desk.session().journal() == ours);
    CHECK_FALSE(fs::exists(folder / "unsaved/a.toml"));
}

}  // namespace kept_test
