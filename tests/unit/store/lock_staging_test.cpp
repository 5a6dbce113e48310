// What a change of the lock converts, and what it refuses: nothing is written anew that was not
// opened first, and nothing that opened is left behind.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/generations.hpp"
#include "workbook/store/journal_file.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace lock_staging_test {

namespace fs = std::filesystem;

namespace {

const Date today = day(2026, 11, 21);
const fs::path month = "checkins/2026-11.toml";

struct Diary : TwoMonths {
    Result<KeyRef> renew() const {
        const KeyRef next = make_key();
        const auto done =
            change_lock(path(), {key, next, quick_lock(next, "another long passphrase")}, today);
        if (!done) return fail(done.error());
        return next;
    }
    Result<OtherFiles> take_off() const {
        return change_lock(path(), {key, nullptr, std::nullopt}, today);
    }
};

bool opens(const fs::path& folder, const KeyRef& key) {
    const auto opened = locked_store(folder, key).open();
    return opened && opened->read_only.empty() && opened->journal == two_months();
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
        text.replace(at, what.size(), with);
    return text;
}

// An envelope as editors and tools may leave it: what it says is the same.
std::string rewritten(const std::string& envelope, int how) {
    const std::size_t cipher = envelope.find("cipher = ");
    const std::size_t next = envelope.find('\n', cipher) + 1;
    const std::string line = envelope.substr(cipher, next - cipher);
    switch (how) {
        case 0:
            return replaced(envelope, "\n", "\r\n");
        case 1:
            return std::string(400, '#') + "\n" + envelope;
        case 2:
            return "\xEF\xBB\xBF" + envelope;
        case 3:
            return replaced(envelope, "[data]", "[data]\nextra = \"of a tool\"");
        case 4:
            return replaced(replaced(envelope, "cipher = ", "  \"cipher\"\t=   "), "[data]",
                            "[ data ] # the text");
        case 5:
            return replaced(envelope, "cipher = ", "\"\\u0063ipher\" = ");
        default: {
            std::string moved = envelope;
            moved.erase(cipher, line.size());
            moved.insert(moved.find("#: end"), line);
            return moved;
        }
    }
}
constexpr int ways_to_rewrite = 7;

}  // namespace

TEST_CASE("lock change: an envelope that opens is converted, however an editor left it") {
    for (int how = 0; how < ways_to_rewrite; ++how) {
        CAPTURE(how);
        for (const bool off : {false, true}) {
            const Diary diary;
            const std::string left = rewritten(bytes_of(diary.folder / month), how);
            put_bytes(diary.folder / month, left);
            const auto copy = diary.folder / "checkins/2026-11 (copy).toml";
            put_bytes(copy, left);
            CHECK(is_envelope(bytes_of(copy)));
            REQUIRE(opens(diary.path(), diary.key));
            if (off) {
                REQUIRE(diary.take_off());
                CHECK(opens(diary.path(), nullptr));
            } else {
                const auto next = diary.renew();
                REQUIRE(next);
                CHECK(opens(diary.path(), *next));
            }
            CHECK(all_bytes(diary.path()).find(diary.key->id()) == std::string::npos);
        }
    }
}

TEST_CASE("lock change: an envelope that does not open is named, and nothing is changed") {
    const Diary diary;
    const std::string whole = bytes_of(diary.folder / month);
    fs::path place = ".history/versions/checkins/2026-11/000007.toml";
    std::string bytes;
    SUBCASE("cut short") { bytes = whole.substr(0, whole.size() / 2); }
    SUBCASE("changed") { bytes = replaced(whole, "generation = 1", "generation = 2"); }
    SUBCASE("its header damaged") { bytes = replaced(whole, "[data]", "[d*ta]"); }
    SUBCASE("of another key") { bytes = seal("format = 1\n", *make_key(), month.string(), 1); }
    SUBCASE("of a later format") { bytes = replaced(whole, "format = 1", "format = 9"); }
    SUBCASE("with an unknown method") { bytes = replaced(whole, "xchacha20", "ychacha20"); }
    SUBCASE("in a backup") {
        place = ".history/backups/000001_2026-11-21_lock/checkins/2026-11.toml";
        bytes = whole.substr(0, whole.size() - 200);
    }
    SUBCASE("a copy of a tool") {
        place = "checkins/2026-11.sync-conflict-1.toml";
        bytes = whole.substr(0, whole.size() / 2);
    }
    SUBCASE("elsewhere in the folder") {
        place = "old/november.txt";
        bytes = replaced(whole, "generation = 1", "generation = 2");
    }
    put_bytes(diary.folder / place, bytes);
    for (const bool off : {false, true}) {
        const auto error = off ? diary.take_off().error() : diary.renew().error();
        CHECK(error.code == ErrorCode::invalid);
        CHECK(error.place.file == (diary.folder / place).string());
        CHECK(opens(diary.path(), diary.key));
        CHECK(bytes_of(diary.folder / place) == bytes);
        CHECK_FALSE(fs::exists(diary.folder / ".locking"));
    }
}

TEST_CASE("lock change: a journal that holds another's envelope is not locked over it") {
    const TemporaryFolder folder;
    Store store(folder.path());
    save_all(store, {}, two_months());
    put_bytes(folder / ".history/gone/checkins/2026-09.toml",
              seal("format = 1\n", *make_key(), "checkins/2026-09.toml", 1));
    const KeyRef key = make_key();
    const auto done =
        change_lock(folder.path(), {nullptr, key, quick_lock(key, passphrase)}, today);
    REQUIRE_FALSE(done);
    CHECK(done.error().place.file.find("gone/checkins/2026-09.toml") != std::string::npos);
    CHECK(opens(folder.path(), nullptr));
}

TEST_CASE("lock change: what was set aside keeps its bytes through every change") {
    const Diary diary;
    const std::string torn = bytes_of(diary.folder / month).substr(0, 900);
    const std::string foreign = seal("format = 1\n", *make_key(), month.string(), 3);
    put_bytes(diary.folder / ".history/damaged/2026-11.toml.1", torn);
    put_bytes(diary.folder / ".history/damaged/2026-11.toml.2", foreign);
    put_bytes(diary.folder / ".history/interrupted/2026-11.toml.1", "a canal, cut sho");
    const auto next = diary.renew();
    REQUIRE(next);
    CHECK(all_bytes(diary.path()).find(" canal") == std::string::npos);
    REQUIRE(change_lock(diary.path(), {*next, nullptr, std::nullopt}, today));
    CHECK(bytes_of(diary.folder / ".history/damaged/2026-11.toml.1") == torn);
    CHECK(bytes_of(diary.folder / ".history/damaged/2026-11.toml.2") == foreign);
    CHECK(bytes_of(diary.folder / ".history/interrupted/2026-11.toml.1") == "a canal, cut sho");
}

TEST_CASE("lock change: plain files in the history of a locked journal are sealed with a new key") {
    const Diary diary;
    const fs::path version = ".history/versions/checkins/2026-11/000009.toml";
    put_bytes(diary.folder / version, as_file("[[checkin]]\nnote = \"a canal\"\n", 1));
    const auto next = diary.renew();
    REQUIRE(next);
    CHECK(all_bytes(diary.path()).find(" canal") == std::string::npos);
    const auto opened = open_file_text(bytes_of(diary.folder / version), *next, month.string(), "");
    REQUIRE(opened);
    CHECK(*opened);
}

TEST_CASE("lock change: a link anywhere in the history is refused by its name") {
    const TemporaryFolder elsewhere;
    put_bytes(elsewhere / "secret.toml", "format = 1\n");
    for (const fs::path place :
         {".history/damaged", ".history/versions/checkins/2026-11", ".history/gone/profile.toml"}) {
        const Diary diary;
        fs::create_directories((diary.folder / place).parent_path());
        fs::remove_all(diary.folder / place);
        fs::create_symlink(elsewhere.path(), diary.folder / place);
        const auto done = diary.renew();
        REQUIRE_FALSE(done);
        CHECK(done.error().place.file == (diary.folder / place).string());
        CHECK(bytes_of(elsewhere / "secret.toml") == "format = 1\n");
        CHECK(opens(diary.path(), diary.key));
    }
}

TEST_CASE("lock change: numbers of saves go on and never begin again") {
    const Diary diary;
    Store store = locked_store(diary.path(), diary.key);
    Journal now = two_months();
    for (int saves = 0; saves < 3; ++saves) {
        const Journal next =
            with_checkin(now, checkin_on(day(2026, 11, 2 + saves), "c" + std::to_string(saves), 5));
        save_all(store, now, next);
        now = next;
    }
    const int before = read_generations(diary.path(), diary.key)[month.string()];
    CHECK(before > 3);
    const auto next = diary.renew();
    REQUIRE(next);
    const auto opened = open_file_text(bytes_of(diary.folder / month), *next, {}, "");
    REQUIRE(opened);
    CHECK((*opened)->generation == before + 1);
    CHECK(read_generations(diary.path(), *next)[month.string()] == before + 1);
    CHECK(locked_store(diary.path(), *next).open()->notices.empty());
}

TEST_CASE("lock change: a copy that was there before the lock can still be brought in") {
    const TemporaryFolder folder;
    Store store(folder.path());
    save_all(store, {}, two_months());
    const fs::path copy = "checkins/2026-11 (copy).toml";
    put_bytes(folder / copy,
              as_file("[[checkin]]\nid = \"z\"\ndate = 2026-11-05\nnote = \"a canal\"\n", 1));
    const KeyRef key = set_lock(folder.path(), passphrase);
    CHECK(all_bytes(folder.path()).find(" canal") == std::string::npos);
    const auto read = read_copy(locked_store(folder.path(), key), copy);
    REQUIRE(read);
    CHECK_FALSE(read->refused);
    CHECK(checkins_on(with_copy(two_months(), *read), day(2026, 11, 5), "me").size() == 1);
}

}  // namespace lock_staging_test
