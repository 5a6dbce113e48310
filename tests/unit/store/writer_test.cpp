#include "workbook/store/writer.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test {
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
    // Polls at each ring, until `enough` says so or ten seconds are over.
    template <class Enough>
    StoreNews wait_for(Writer& writer, Enough enough) {
        StoreNews all;
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        for (int heard = 0;;) {
            StoreNews news = writer.poll();
            std::move(news.saves.begin(), news.saves.end(), std::back_inserter(all.saves));
            std::move(news.parts.begin(), news.parts.end(), std::back_inserter(all.parts));
            std::move(news.texts.begin(), news.texts.end(), std::back_inserter(all.texts));
            const auto add = [](auto& to, auto& from) {
                std::move(from.begin(), from.end(), std::back_inserter(to));
            };
            add(all.earlier_found, news.earlier_found);
            add(all.earlier_used, news.earlier_used);
            add(all.put_away, news.put_away);
            if (news.copies) all.copies = std::move(news.copies);
            if (enough(all)) return all;
            std::unique_lock held{mutex_};
            if (!rung_.wait_until(held, give_up, [&] { return rings_ > heard; })) {
                FAIL_CHECK("nobody rang");
                return all;
            }
            heard = rings_;
        }
    }

  private:
    std::mutex mutex_;
    std::condition_variable rung_;
    int rings_ = 0;
};

bool one_save(const StoreNews& news) { return news.saves.size() == 1; }
bool one_part(const StoreNews& news) { return !news.parts.empty(); }

}  // namespace

TEST_CASE("writer: a save is done by another thread and told with what was asked for") {
    const TemporaryFolder folder;
    Bell bell;
    Writer writer{Store{folder / "journal"}, {}, bell.rope()};
    const Journal ours = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    writer.save({}, ours);
    const StoreNews news = bell.wait_for(writer, one_save);
    REQUIRE(news.saves.size() == 1);
    CHECK(news.saves[0].ours == ours);
    CHECK(news.saves[0].result.has_value());
    CHECK(open_all(folder / "journal") == ours);
}

TEST_CASE("writer: a text goes into its own file, and what came of it is told") {
    const TemporaryFolder folder;
    Bell bell;
    Writer writer{Store{folder / "journal"}, {}, bell.rope()};
    const std::string file = (folder / "letter.txt").string();
    writer.write_text(file, "Dear you\n");
    writer.write_text(file, "again\n");
    const StoreNews news =
        bell.wait_for(writer, [](const StoreNews& all) { return all.texts.size() == 2; });
    REQUIRE(news.texts.size() == 2);
    CHECK(news.texts[0].path == file);
    CHECK(news.texts[0].result.has_value());
    CHECK_FALSE(news.texts[1].result.has_value());
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
    writer.find_earlier(november);
    const StoreNews found =
        bell.wait_for(writer, [](const StoreNews& all) { return !all.earlier_found.empty(); });
    REQUIRE(found.earlier_found.size() == 1);
    CHECK(found.earlier_found[0].part == november);
    REQUIRE(found.earlier_found[0].result);
    REQUIRE(*found.earlier_found[0].result);
    CHECK(bytes_of(folder / "checkins/2026-11.toml") == "rubbish [");  // looking changes nothing

    writer.use_earlier(**found.earlier_found[0].result);
    const StoreNews used =
        bell.wait_for(writer, [](const StoreNews& all) { return !all.earlier_used.empty(); });
    REQUIRE(used.earlier_used.size() == 1);
    REQUIRE(used.earlier_used[0].result);
    CHECK(bytes_of(*used.earlier_used[0].result) == "rubbish [");
    CHECK(open_all(folder.path()) == before);
}

TEST_CASE("writer: copies are told at the start, as they come, and when the last is gone") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    save_all(store, {}, journal_of({checkin_on(day(2026, 11, 1), "a", 1)}));
    const auto as_many_as = [](std::size_t count) {
        return [count](const StoreNews& all) { return all.copies && all.copies->size() == count; };
    };
    const std::string bytes = bytes_of(folder / "checkins/2026-11.toml");
    put_bytes(folder / "checkins/2026-11 (1).toml", bytes);
    Bell bell;
    Writer writer{store, {}, bell.rope()};
    StoreNews news = bell.wait_for(writer, as_many_as(1));
    REQUIRE(news.copies);
    CHECK(news.copies->at(0).file == "checkins/2026-11 (1).toml");
    put_bytes(folder / "profile.toml~", as_file("format = 1\n", 0));
    news = bell.wait_for(writer, as_many_as(2));
    for (const ConflictCopy& copy : *news.copies) writer.put_away(copy);
    news = bell.wait_for(writer, as_many_as(0));
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
    const StoreNews news =
        bell.wait_for(writer, [](const StoreNews& all) { return all.parts.size() == 2; });
    REQUIRE(news.parts.size() == 2);
    CHECK(news.parts[0].first == Part{PartKind::month, {2026, 10}});
    CHECK(news.parts[1].second->journal.months.at({2026, 9})->checkins.size() == 1);
}

TEST_CASE("writer: a change by another program is heard of, an own save is not") {
    const TemporaryFolder folder;
    Bell bell;
    Writer writer{Store{folder.path()}, {}, bell.rope()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    writer.save({}, base);
    bell.wait_for(writer, one_save);

    Store other{folder.path()};
    const Journal theirs = with_checkin(base, checkin_on(day(2026, 11, 2), "b", 2));
    save_all(other, base, theirs);
    // The own save's events come first: were they told, they would be what is seen here.
    const StoreNews news = bell.wait_for(writer, one_part);
    REQUIRE(news.parts.size() == 1);
    CHECK(news.parts[0].first == november);
    CHECK(news.parts[0].second->journal.months.at({2026, 11})->checkins.size() == 2);
}

TEST_CASE("writer: a journal that another program begins is heard of") {
    const TemporaryFolder folder;
    Bell bell;
    Writer writer{Store{folder / "not/yet"}, {}, bell.rope()};
    Store other{folder / "not/yet"};
    save_all(other, {}, journal_of({checkin_on(day(2026, 11, 1), "a", 1)}));
    const StoreNews news = bell.wait_for(writer, one_part);
    REQUIRE_FALSE(news.parts.empty());
    CHECK(news.parts[0].first == november);
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
    const StoreNews news = bell.wait_for(writer, one_part);
    REQUIRE(news.parts.size() == 1);
    CHECK(news.parts[0].second->journal.months.at({2026, 11})->checkins[0].ratings.at("mood") == 9);
}

TEST_CASE("writer: closing saves what was asked for and what came after") {
    const TemporaryFolder folder;
    const Journal first = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    const Journal second = with_checkin(first, checkin_on(day(2026, 11, 2), "b", 2));
    {
        Bell bell;
        Writer writer{Store{folder.path()}, {}, bell.rope()};
        writer.save({}, first);
        const auto saved = writer.save_and_wait(first, second);
        REQUIRE(saved);
        CHECK(writer.poll().saves.size() == 1);
    }
    CHECK(open_all(folder.path()) == second);
    {
        Writer writer{Store{folder.path()}, {}, [] {}};
        writer.save(second, with_checkin(second, checkin_on(day(2026, 11, 3), "c", 3)));
    }
    CHECK(open_all(folder.path()).months.at({2026, 11})->checkins.size() == 3);
}

}  // namespace rekindle::test
