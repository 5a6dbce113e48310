#include "workbook/store/writer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test::writer_test {
namespace {

namespace fs = std::filesystem;

const Part november{PartKind::month, {2026, 11}};

// Waits for the writer's threads the way the window does: asleep until it is woken.
class Bell {
  public:
    std::function<void()> rope() {
        return [this] {
            {
                const std::lock_guard held{mutex_};
                ++rings_;
            }
            rung_.notify_all();
        };
    }
    // Polls at each ring, until there are `count` news of one kind or ten seconds are over.
    template <class News>
    std::vector<News> wait_for(Writer& writer, std::size_t count = 1) {
        std::vector<News> all;
        wait_until(writer, [&](StoreNews& news) {
            if (auto* one = std::get_if<News>(&news)) all.push_back(std::move(*one));
            return all.size() >= count;
        });
        return all;
    }
    // The same, until `enough` says so of one of them.
    template <class Enough>
    void wait_until(Writer& writer, Enough enough) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        for (int heard = 0;;) {
            bool is_enough = false;
            for (StoreNews& news : writer.poll()) is_enough = enough(news) || is_enough;
            if (is_enough) return;
            std::unique_lock held{mutex_};
            if (!rung_.wait_until(held, give_up, [&] { return rings_ > heard; })) {
                FAIL_CHECK("nobody rang");
                return;
            }
            heard = rings_;
        }
    }

  private:
    std::mutex mutex_;
    std::condition_variable rung_;
    int rings_ = 0;
};

}  // namespace

TEST_CASE("writer: a save is done by another thread and told with what was asked for") {
    const TemporaryFolder folder;
    Bell bell;
    Writer writer{Store{folder / "journal"}, {}, bell.rope()};
    const Journal ours = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    writer.ask(SaveJournal{{}, ours});
    const auto saves = bell.wait_for<SaveEnded>(writer);
    REQUIRE(saves.size() == 1);
    CHECK(saves[0].ours == ours);
    CHECK(saves[0].result.has_value());
    CHECK(open_all(folder / "journal") == ours);
}

TEST_CASE("writer: a text goes into its own file, and what came of it is told") {
    const TemporaryFolder folder;
    Bell bell;
    Writer writer{Store{folder / "journal"}, {}, bell.rope()};
    const std::string file = (folder / "letter.txt").string();
    writer.ask(WriteText{file, "Dear you\n"});
    writer.ask(WriteText{file, "again\n"});
    const auto texts = bell.wait_for<TextWritten>(writer, 2);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].path == file);
    CHECK(texts[0].result.has_value());
    CHECK_FALSE(texts[1].result.has_value());
    CHECK(bytes_of(file) == "Dear you\n");
}

TEST_CASE("writer: an earlier part is found and put in a damaged one's place") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal before = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    const Journal last = with_checkin(before, checkin_on(day(2026, 11, 2), "b", 2));
    save_all(store, {}, before);
    save_all(store, before, last);
    put_bytes(folder / "checkins/2026-11.toml", "rubbish [");
    Bell bell;
    Writer writer{Store{folder.path()}, {}, bell.rope()};
    writer.ask(FindEarlier{november});
    const auto found = bell.wait_for<EarlierFound>(writer);
    REQUIRE(found.size() == 1);
    CHECK(found[0].part == november);
    REQUIRE(found[0].result);
    REQUIRE(*found[0].result);
    CHECK(bytes_of(folder / "checkins/2026-11.toml") == "rubbish [");  // looking changes nothing

    writer.ask(PutEarlier{**found[0].result});
    const auto put = bell.wait_for<EarlierPut>(writer);
    REQUIRE(put.size() == 1);
    REQUIRE(put[0].result);
    CHECK(bytes_of(*put[0].result) == "rubbish [");
    CHECK(open_all(folder.path()) == before);
}

TEST_CASE("writer: copies are told at the start, as they come, and when the last is gone") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    save_all(store, {}, journal_of({checkin_on(day(2026, 11, 1), "a", 1)}));
    const std::string bytes = bytes_of(folder / "checkins/2026-11.toml");
    put_bytes(folder / "checkins/2026-11 (1).toml", bytes);
    Bell bell;
    Writer writer{store, {}, bell.rope()};
    std::vector<ConflictCopy> copies;
    const auto wait_for_copies = [&](std::size_t count) {
        bell.wait_until(writer, [&](StoreNews& news) {
            auto* found = std::get_if<CopiesFound>(&news);
            if (found) copies = std::move(found->copies);
            return found && copies.size() == count;
        });
    };
    wait_for_copies(1);
    REQUIRE(copies.size() == 1);
    CHECK(copies[0].file == "checkins/2026-11 (1).toml");
    put_bytes(folder / "profile.toml~", as_file("format = 1\n", 0));
    wait_for_copies(2);
    for (const ConflictCopy& copy : copies) writer.ask(PutCopyAway{copy});
    wait_for_copies(0);
    CHECK(bytes_of(folder / ".history/merged/2026-11 (1).toml.1") == bytes);
}

TEST_CASE("writer: months that were not read at the start come one by one") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    save_all(
        store, {},
        journal_of({checkin_on(day(2026, 9, 1), "a", 1), checkin_on(day(2026, 10, 1), "b", 2)}));
    Bell bell;
    Writer writer{store, {{2026, 10}, {2026, 9}}, bell.rope()};
    const auto parts = bell.wait_for<PartRead>(writer, 2);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].part == Part{PartKind::month, {2026, 10}});
    CHECK(parts[1].result->journal.months.at({2026, 9})->checkins.size() == 1);
}

TEST_CASE("writer: a change by another program is heard of, an own save is not") {
    const TemporaryFolder folder;
    Bell bell;
    Writer writer{Store{folder.path()}, {}, bell.rope()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    writer.ask(SaveJournal{{}, base});
    bell.wait_for<SaveEnded>(writer);

    Store other{folder.path()};
    const Journal theirs = with_checkin(base, checkin_on(day(2026, 11, 2), "b", 2));
    save_all(other, base, theirs);
    // The own save's events come first: were they told, they would be what is seen here.
    const auto parts = bell.wait_for<PartRead>(writer);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].part == november);
    CHECK(parts[0].result->journal.months.at({2026, 11})->checkins.size() == 2);
}

TEST_CASE("writer: what happened is told in the order in which it did") {
    const TemporaryFolder folder;
    Bell bell;
    Writer writer{Store{folder / "journal"}, {}, bell.rope()};
    writer.ask(SaveJournal{{}, journal_of({checkin_on(day(2026, 11, 1), "a", 1)})});
    writer.ask(FindEarlier{november});
    writer.ask(FindBackups{});
    writer.ask(SettleMissing{november});
    std::vector<StoreNews> all;
    bell.wait_until(writer, [&](StoreNews& news) {
        all.push_back(std::move(news));
        return std::holds_alternative<MissingSettled>(all.back());
    });
    const auto place_of = [&](auto is_kind) {
        return std::find_if(all.begin(), all.end(), is_kind) - all.begin();
    };
    const auto saved =
        place_of([](const StoreNews& each) { return std::holds_alternative<SaveEnded>(each); });
    const auto found =
        place_of([](const StoreNews& each) { return std::holds_alternative<EarlierFound>(each); });
    const auto listed =
        place_of([](const StoreNews& each) { return std::holds_alternative<BackupsFound>(each); });
    const auto settled = place_of(
        [](const StoreNews& each) { return std::holds_alternative<MissingSettled>(each); });
    CHECK(saved < found);
    CHECK(found < listed);
    CHECK(listed < settled);
}

TEST_CASE("writer: a journal that another program begins is heard of") {
    const TemporaryFolder folder;
    Bell bell;
    Writer writer{Store{folder / "not/yet"}, {}, bell.rope()};
    Store other{folder / "not/yet"};
    save_all(other, {}, journal_of({checkin_on(day(2026, 11, 1), "a", 1)}));
    const auto parts = bell.wait_for<PartRead>(writer);
    REQUIRE_FALSE(parts.empty());
    CHECK(parts[0].part == november);
}

TEST_CASE("writer: what changed between opening and watching is heard of") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    save_all(store, {}, base);
    const auto opened = store.open();
    Store other{folder.path()};
    save_all(other, base, journal_of({checkin_on(day(2026, 11, 1), "a", 9)}));
    Bell bell;
    Writer writer{store, {}, bell.rope(), opened->seen};
    const auto parts = bell.wait_for<PartRead>(writer);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].result->journal.months.at({2026, 11})->checkins[0].ratings.at("mood") == 9);
}

TEST_CASE("writer: closing saves what was asked for and what came after") {
    const TemporaryFolder folder;
    const Journal first = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    const Journal second = with_checkin(first, checkin_on(day(2026, 11, 2), "b", 2));
    {
        Bell bell;
        Writer writer{Store{folder.path()}, {}, bell.rope()};
        writer.ask(SaveJournal{{}, first});
        const auto saved = writer.save_and_wait({first, second});
        REQUIRE(saved);
        const auto news = writer.poll();
        CHECK(std::count_if(news.begin(), news.end(), [](const StoreNews& each) {
                  return std::holds_alternative<SaveEnded>(each);
              }) == 1);
    }
    CHECK(open_all(folder.path()) == second);
    {
        Writer writer{Store{folder.path()}, {}, [] {}};
        writer.ask(SaveJournal{second, with_checkin(second, checkin_on(day(2026, 11, 3), "c", 3))});
    }
    CHECK(open_all(folder.path()).months.at({2026, 11})->checkins.size() == 3);
}

}  // namespace rekindle::test::writer_test
