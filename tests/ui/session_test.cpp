#include "app/session/session.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <utility>

using namespace rekindle;
using namespace rekindle::app;

namespace session_test {

namespace {

// A disk that ends a save when the test says so.
struct SlowDisk : SaveTarget {
    struct Log {
        std::vector<std::pair<Journal, Journal>> asked;
        std::vector<StoreNews> news;
        std::optional<Error> refuses;
    };
    explicit SlowDisk(Log& log) : log_(log) {}

    void ask(StoreWork work) override {
        if (auto* save = std::get_if<SaveJournal>(&work))
            log_.asked.emplace_back(save->base, save->ours);
    }
    std::vector<StoreNews> poll() override { return std::exchange(log_.news, {}); }
    Result<Saved> save_and_wait(SaveJournal save) override {
        if (log_.refuses) return fail(*log_.refuses);
        log_.asked.emplace_back(save.base, save.ours);
        return Saved{save.ours, {}};
    }

  private:
    Log& log_;
};

const Date day = *make_date(2026, 11, 21);
const LocalTime evening{day, {20 * 60 + 14}};

Opened as_read(Journal journal) {
    Opened opened;
    opened.journal = std::move(journal);
    return opened;
}

struct Desk {
    SlowDisk::Log disk;
    Session session;

    explicit Desk(Journal start = {})
        : session(
              SessionSetup{.content = {},
                           .opened = as_read(start),
                           .problems = {},
                           .folder = "journal",
                           .preferences = {},
                           .themes = {},
                           .target = std::make_unique<SlowDisk>(disk),
                           .new_id = [n = 0]() mutable { return "id" + std::to_string(n++); }}) {
        session.turn(evening, 0);
    }

    CheckInRef ref() const {
        const CheckIn* latest = latest_checkin(session.journal(), day, "me");
        return {latest ? latest->id : session.next_id(), day, "me"};
    }
    void write(const std::string& text) { session.act(Command{WriteNote{ref(), text}}); }
    void rate(int value) { session.act(Command{RateFeeling{ref(), "mood", value}}); }
    std::string note() const {
        const CheckIn* latest = latest_checkin(session.journal(), day, "me");
        return latest ? latest->note : "";
    }
    // The save under way ends; the file then holds `on_disk`.
    void end_save(Result<Saved> result, double seconds) {
        disk.news.push_back(
            SaveEnded{disk.asked.back().first, disk.asked.back().second, std::move(result)});
        session.turn(evening, seconds);
    }
    void end_save(double seconds) { end_save(Saved{disk.asked.back().second, {}}, seconds); }
};

Journal with_note(const Journal& journal, const std::string& id, const std::string& text) {
    auto next = update(journal, WriteNote{{id, day, "me"}, text}, {evening, "me"});
    REQUIRE(next);
    return *next;
}

}  // namespace

TEST_CASE("session: an id is given away once") {
    Desk desk;
    const std::string first = desk.session.next_id();
    desk.rate(6);
    REQUIRE(latest_checkin(desk.session.journal(), day, "me"));
    CHECK(latest_checkin(desk.session.journal(), day, "me")->id == first);
    CHECK(desk.session.next_id() != first);
    const std::string second = desk.session.next_id();
    desk.rate(6);  // nothing new: nothing has taken it
    CHECK(desk.session.next_id() == second);
}

TEST_CASE("session: what was typed is saved soon after the last key and not before") {
    Desk desk;
    desk.write("A quiet day");
    desk.session.turn(evening, 0.5);
    CHECK(desk.disk.asked.empty());
    desk.session.turn(evening, 0.9);
    REQUIRE(desk.disk.asked.size() == 1);
    CHECK_FALSE(desk.session.is_saved());
    desk.end_save(1.0);
    CHECK(desk.session.is_saved());
    CHECK_FALSE(desk.session.next_deadline());
}

TEST_CASE("session: somebody who never stops typing is saved within five seconds all the same") {
    Desk desk;
    double seconds = 0;
    for (; desk.disk.asked.empty() && seconds < 10; seconds += 0.2) {
        desk.session.turn(evening, seconds);
        desk.write("word " + std::to_string(seconds));
    }
    CHECK(seconds <= 5);
}

TEST_CASE("session: what is typed while a save is under way stays and is saved next") {
    Desk desk;
    desk.write("one");
    desk.session.focus_lost();
    desk.write("one two");
    desk.end_save(0.2);
    CHECK(desk.note() == "one two");
    CHECK_FALSE(desk.session.is_saved());
    desk.session.turn(evening, 2);
    REQUIRE(desk.disk.asked.size() == 2);
    // Made from what the first save was given, so that only what came since is applied.
    CHECK(desk.disk.asked[1].first == desk.disk.asked[0].second);
}

TEST_CASE("session: what another program wrote appears, and undo does not take it back") {
    Desk desk;
    desk.rate(6);
    desk.session.focus_lost();
    desk.end_save(0.2);
    const Journal theirs = with_note(desk.session.journal(), "other", "From elsewhere");
    desk.disk.news.push_back(PartRead{{PartKind::month, day.year_month(), {}}, as_read(theirs)});
    desk.session.turn(evening, 0.3);
    CHECK(find_checkin(desk.session.journal(), day, "other"));
    CHECK(desk.session.is_saved());
    desk.session.act(Undo{});
    CHECK(find_checkin(desk.session.journal(), day, "other"));
    CHECK(checkins_on(desk.session.journal(), day, "me").size() == 1);
}

TEST_CASE("session: a change from elsewhere waits for what is typed here, and neither is lost") {
    Desk desk;
    desk.write("mine");
    const Journal theirs = with_note({}, "other", "From elsewhere");
    const Part month{PartKind::month, day.year_month(), {}};
    desk.disk.news.push_back(PartRead{month, as_read(theirs)});
    desk.session.turn(evening, 0.1);
    CHECK(desk.note() == "mine");
    desk.session.turn(evening, 2);
    REQUIRE(desk.disk.asked.size() == 1);
    // The store brings both together; what it wrote is then shown.
    const Journal both = merge(desk.disk.asked[0].first, desk.disk.asked[0].second, theirs);
    desk.end_save(Saved{both, {}}, 2.1);
    CHECK(checkins_on(desk.session.journal(), day, "me").size() == 2);
    CHECK(desk.session.is_saved());
}

TEST_CASE("session: what was read before a save ended is older than what the save has left") {
    Desk desk;
    desk.rate(6);
    desk.session.focus_lost();
    const auto [base, ours] = desk.disk.asked.back();
    const Journal theirs = with_note({}, "other", "From elsewhere");
    // Read while the save was waiting, and told with it.
    desk.disk.news.push_back(PartRead{{PartKind::month, day.year_month(), {}}, as_read(theirs)});
    desk.end_save(Saved{merge(base, ours, theirs), {}}, 0.2);
    CHECK(checkins_on(desk.session.journal(), day, "me").size() == 2);
    CHECK(desk.session.is_saved());
}

TEST_CASE("session: how the journal stands to the disk can be read, from change to answer") {
    using State = Saving::State;
    Desk desk;
    CHECK(desk.session.save_state() == State::clean);
    desk.write("one");
    CHECK(desk.session.save_state() == State::due);
    desk.session.act(Undo{});
    CHECK(desk.session.save_state() == State::clean);
    desk.write("one");
    desk.session.focus_lost();
    CHECK(desk.session.save_state() == State::saving);
    CHECK_FALSE(desk.session.next_deadline());
    desk.end_save(fail(ErrorCode::system, "No space is left."), 0.2);
    CHECK(desk.session.save_state() == State::refused);
    desk.session.act(RetrySave{});
    CHECK(desk.session.save_state() == State::saving);
    desk.write("one two");
    desk.end_save(0.3);
    CHECK(desk.session.save_state() == State::due);
    desk.session.focus_lost();
    desk.end_save(0.4);
    CHECK(desk.session.save_state() == State::clean);
}

TEST_CASE("session: what it wants of the lock is one wish, and the strongest") {
    Desk desk;
    desk.session.act(ChangeLock{std::make_shared<LockRequest>()});
    CHECK(desk.session.wants<ChangeLock>());
    desk.write("one");
    desk.session.focus_lost();
    desk.end_save(fail(ErrorCode::locked, "Another program set a lock."), 0.2);
    CHECK(desk.session.wants<ReadAgain>());
    CHECK_FALSE(desk.session.wants<ChangeLock>());
    CHECK(desk.session.take_lock_wish());
    CHECK_FALSE(desk.session.take_lock_wish());
}

TEST_CASE("session: a file that vanished takes nothing from the screen and is written again") {
    const Journal start = with_note({}, "first", "Kept");
    Desk desk(start);
    desk.disk.news.push_back(PartRead{{PartKind::month, day.year_month(), {}}, as_read(Journal{})});
    desk.session.turn(evening, 0.1);
    CHECK(desk.note() == "Kept");
    desk.session.turn(evening, 2);
    REQUIRE(desk.disk.asked.size() == 1);
    CHECK(find_checkin(desk.disk.asked[0].second, day, "first"));
    CHECK_FALSE(find_checkin(desk.disk.asked[0].first, day, "first"));
}

TEST_CASE("session: a refused save is tried again and keeps the text") {
    Desk desk;
    desk.write("kept");
    desk.session.focus_lost();
    desk.end_save(fail(ErrorCode::system, "No space is left.", "Free some space."), 0.2);
    CHECK(desk.note() == "kept");
    CHECK_FALSE(desk.session.is_saved());
    REQUIRE(desk.session.next_deadline());
    desk.session.turn(evening, 60);
    CHECK(desk.disk.asked.size() == 2);
}

TEST_CASE("session: closing saves what is left, and a refusal holds it up") {
    Desk desk;
    desk.write("the last words");
    desk.disk.refuses = Error{ErrorCode::system, "No space is left.", {}, {}};
    CHECK_FALSE(desk.session.close());
    CHECK(desk.note() == "the last words");
    desk.disk.refuses.reset();
    CHECK(desk.session.close());
    CHECK(desk.session.is_saved());
}

TEST_CASE("session: an undo that leads back to what is on disk needs no save") {
    Desk desk;
    desk.rate(6);
    desk.session.act(Undo{});
    desk.session.turn(evening, 10);
    CHECK(desk.disk.asked.empty());
    CHECK(desk.session.is_saved());
}

TEST_CASE("session: a part that can only be read is not changed") {
    Journal start = with_note({}, "first", "Kept");
    Desk desk(start);
    const Part month{PartKind::month, day.year_month(), {}};
    desk.disk.news.push_back(PartRead{
        month,
        fail(ErrorCode::invalid, "This line could not be read.", {}, {"2026-11.toml", 3, 1})});
    desk.session.turn(evening, 0.1);
    desk.rate(3);
    CHECK(latest_checkin(desk.session.journal(), day, "me")->ratings.empty());
    CHECK(desk.note() == "Kept");
}

TEST_CASE("session: words taken away at once can be brought back, however fast it was") {
    Desk desk;
    for (const char* typed : {"O", "One", "One two", ""}) desk.write(typed);
    CHECK(desk.note().empty());
    desk.session.act(Undo{});
    CHECK(desk.note() == "One two");
    desk.session.act(Undo{});
    CHECK(desk.note().empty());
}

TEST_CASE("session: writing over everything in one go can be undone to what stood there") {
    Desk desk;
    for (const char* typed : {"One", "One two", "T", "Tw"}) desk.write(typed);
    desk.session.act(Undo{});
    CHECK(desk.note() == "One two");
}

TEST_CASE("session: letters are one step for undo, and what is written over is another") {
    Desk desk;
    for (const char* text : {"O", "On", "One", "One two"}) desk.write(text);
    desk.write("x");  // everything selected and typed over
    desk.write("xy");
    CHECK(desk.note() == "xy");
    desk.session.act(Undo{});
    CHECK(desk.note() == "One two");
    desk.session.act(Undo{});
    CHECK(desk.note().empty());
}

TEST_CASE("session: a text that was cut comes back whole, however fast it went") {
    Desk desk;
    desk.write("One two three.");
    desk.write("One two three.One two three.");
    desk.write("");
    CHECK(desk.note().empty());
    desk.session.act(Undo{});
    CHECK(desk.note() == "One two three.One two three.");
}

}  // namespace session_test
