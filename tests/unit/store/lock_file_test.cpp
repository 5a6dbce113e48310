// The one small file that a passphrase opens.
#include <doctest/doctest.h>

#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/files/file.hpp"
#include "workbook/store/passphrase.hpp"
#include "workbook/store/recovery_code.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace lock_file_test {

namespace {

Result<KeyRef> try_unlock(const LockFile& lock, std::string_view typed) {
    return unlock(lock, Secret(typed), "lock.toml");
}

}  // namespace

TEST_CASE("lock: the passphrase opens it, before and after it was a file, and no other does") {
    const KeyRef key = make_key();
    const LockFile lock = quick_lock(key, passphrase);
    const auto read = parse_lock(to_text(lock), "lock.toml");
    REQUIRE(read);
    for (const LockFile& each : {lock, *read}) {
        const auto opened = try_unlock(each, passphrase);
        REQUIRE(opened);
        CHECK((*opened)->id() == key->id());
        CHECK(std::string((*opened)->bytes(), (*opened)->bytes() + JournalKey::size) ==
              std::string(key->bytes(), key->bytes() + JournalKey::size));
        for (const char* wrong : {"", "Four plain garden words", "four plain garden words ", "x"}) {
            const auto refused = try_unlock(each, wrong);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == ErrorCode::locked);
            CHECK(refused.error().message.find(wrong + std::string("’")) == std::string::npos);
        }
    }
}

TEST_CASE("lock: letters made of two signs and of one are the same passphrase") {
    const KeyRef key = make_key();
    const LockFile lock = quick_lock(key, "gr\u00fcne H\u00fcgel");
    CHECK(try_unlock(lock, "gru\u0308ne Hu\u0308gel"));
    CHECK_FALSE(try_unlock(lock, "grune Hugel"));
}

TEST_CASE("lock: a passphrase that is short or no text is refused where it would be set") {
    const KeyRef key = make_key();
    for (const char* bad :
         {"", "seven77", "\u00fc\u00fc\u00fc\u00fc", "\xff\xfe\xff\xfe\xff\xfe\xff\xfe"}) {
        const auto lock = make_lock(*key, Secret(bad), std::nullopt, quick);
        REQUIRE_FALSE(lock);
        CHECK(lock.error().code == ErrorCode::usage);
        CHECK_FALSE(lock.error().remedy.empty());
    }
}

TEST_CASE("lock: what an editor puts around a passphrase is no part of it") {
    const KeyRef key = make_key();
    const LockFile typed = quick_lock(key, passphrase);
    const std::string words = passphrase;
    for (const std::string& line : {words + "\r", "\xef\xbb\xbf" + words + "\r"})
        CHECK(try_unlock(typed, line));
    CHECK_FALSE(try_unlock(typed, words + "\r\r"));
    CHECK(try_unlock(quick_lock(key, words + "\r"), words));
    // Earlier versions set it with all that the file held.
    LockFile earlier = typed;
    earlier.ways[0].box = *box_key(*key, "passphrase", Secret(words + "\r"), quick);
    CHECK(try_unlock(earlier, words + "\r"));
    CHECK_FALSE(try_unlock(earlier, words));
}

TEST_CASE("lock: what cannot be typed is refused where it would be set, and opens what has it") {
    const KeyRef key = make_key();
    const std::string words = passphrase;
    for (const std::string& sign :
         {std::string(1, '\0'), std::string("\t"), std::string("\x1b"), std::string("\x7f"),
          std::string("\xc2\x85"), std::string("\xef\xbb\xbf"), std::string("\xe2\x80\xa8")})
        for (const std::string& bad :
             {sign + words, words + sign, "four" + sign + "garden words"}) {
            const auto lock = make_lock(*key, Secret(bad), std::nullopt, quick);
            REQUIRE_FALSE(lock);
            CHECK(lock.error().code == ErrorCode::usage);
            CHECK(lock.error().message.find("cannot be typed") != std::string::npos);
            LockFile earlier = quick_lock(key, words);
            earlier.ways[0].box = *box_key(*key, "passphrase", Secret(bad), quick);
            CHECK(try_unlock(earlier, bad));
        }
}

TEST_CASE("lock: blanks alone are no passphrase, and stand between words as they like") {
    const KeyRef key = make_key();
    for (const char* blanks : {"        ", "\u00a0\u2003 \u3000    ",
                               "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b"}) {
        const auto lock = make_lock(*key, Secret(std::string_view(blanks)), std::nullopt, quick);
        REQUIRE_FALSE(lock);
        CHECK(lock.error().code == ErrorCode::usage);
        CHECK(lock.error().message.find("blanks alone") != std::string::npos);
    }
    CHECK(make_lock(*key, Secret(std::string_view("       x")), std::nullopt, quick));
}

TEST_CASE("lock: what the file says cannot be changed unseen, nor be made to take hours") {
    const KeyRef key = make_key();
    const std::string text = to_text(quick_lock(key, passphrase));
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string changed = text;
        const std::size_t at = changed.find(from);
        REQUIRE(at != std::string::npos);
        return parse_lock(changed.replace(at, from.size(), to), "lock.toml");
    };
    for (const char* passes : {"passes = 0", "passes = 13", "passes = 2000000000"})
        CHECK_FALSE(with("passes = 1", passes));
    for (const char* memory : {"memory_kib = 8191", "memory_kib = 1048577"})
        CHECK_FALSE(with("memory_kib = 8192", memory));
    const auto weaker = with("passes = 1", "passes = 2");
    REQUIRE(weaker);
    const auto refused = try_unlock(*weaker, passphrase);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::invalid);  // damaged: not "wrong passphrase"
    const auto renamed = with(key->id(), "0123456789abcdef");
    REQUIRE(renamed);
    CHECK_FALSE(try_unlock(*renamed, passphrase));
}

TEST_CASE("lock: every truncation and every flipped bit is refused or still the same lock") {
    const KeyRef key = make_key();
    const std::string text = to_text(quick_lock(key, passphrase));
    const std::size_t mark = text.rfind("#: end 0");
    for (std::size_t size = 0; size < mark; size += 7)
        CHECK_FALSE(parse_lock(text.substr(0, size), "lock.toml"));
    int opened = 0;
    for (std::size_t at = 90; at < text.size(); at += 11) {
        std::string flipped = text;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        const auto lock = parse_lock(flipped, "lock.toml");
        if (!lock) continue;
        const auto unlocked = try_unlock(*lock, passphrase);
        if (unlocked && ways_fit(*lock, **unlocked)) ++opened;
        if (!unlocked) CHECK(unlocked.error().code == ErrorCode::invalid);
    }
    CHECK(opened <= 4);  // in the mark at its end and in the sum of the ways, which then tells
}

TEST_CASE("lock: a lock file that is lost or damaged is found in the history") {
    const TemporaryFolder folder;
    const KeyRef key = make_key();
    CHECK_FALSE(*read_lock(folder.path()));
    REQUIRE(write_lock(folder.path(), quick_lock(key, passphrase)));
    const std::string whole = bytes_of(folder / "lock.toml");
    std::filesystem::remove(folder / "lock.toml");
    auto lock = read_lock(folder.path());
    REQUIRE(lock);
    REQUIRE(*lock);
    CHECK(try_unlock(**lock, passphrase));
    put_bytes(folder / "lock.toml", whole.substr(0, 300));
    lock = read_lock(folder.path());
    REQUIRE(lock);
    CHECK(try_unlock(**lock, passphrase));
}

TEST_CASE("lock: a passphrase that is too long is refused, and what an earlier version cut opens") {
    const KeyRef key = make_key();
    // Its normal form is longer than what is typed.
    std::string words;
    for (int i = 0; i < 300; ++i) words += "\u00e9";
    for (int i = 0; i < 140; ++i) words += "\u0958";
    REQUIRE(words.size() <= longest_passphrase);
    const auto refused = make_lock(*key, Secret(words), std::nullopt, quick);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::usage);
    CHECK(refused.error().message.find("1,024 bytes") != std::string::npos);
    const auto whole =
        make_lock(*key, Secret(std::string(longest_passphrase, 'x')), std::nullopt, quick);
    REQUIRE(whole);
    CHECK(try_unlock(*whole, std::string(longest_passphrase, 'x')));
    CHECK_FALSE(try_unlock(*whole, std::string(longest_passphrase - 1, 'x')));
    std::string cut;
    for (int i = 0; i < 300; ++i) cut += "\u00e9";
    for (int i = 0; i < 140; ++i) cut += "\u0915\u093c";
    LockFile earlier = quick_lock(key, passphrase);
    earlier.ways[0].box = *box_key(*key, "passphrase", Secret(cut.substr(0, 1024)), quick);
    CHECK(try_unlock(earlier, words));
    earlier.ways[0].added = day(2026, 11, 21);  // this version cuts nothing
    CHECK_FALSE(try_unlock(earlier, words));
}

TEST_CASE("lock: a file that would make a try take long is refused before any work") {
    const KeyRef key = make_key();
    const auto with_cost = [&](const LockFile& lock, KdfCost cost) {
        LockFile changed = lock;
        for (Way& way : changed.ways) way.box.cost = cost;
        return parse_lock(to_text(changed), "lock.toml");
    };
    const LockFile one = quick_lock(key, passphrase);
    const LockFile two = quick_lock(key, passphrase, make_recovery_code());
    CHECK(with_cost(one, moderate_cost()));
    CHECK(with_cost(two, moderate_cost()));  // as earlier versions wrote it
    for (const KdfCost cost :
         {KdfCost{12, 1024 * 1024}, KdfCost{12, 256 * 1024}, KdfCost{2, 1024 * 1024}}) {
        const auto refused = with_cost(one, cost);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::invalid);
        CHECK_FALSE(refused.error().remedy.empty());
    }
    CHECK(with_cost(one, {6, 256 * 1024}));
    CHECK_FALSE(with_cost(two, {6, 256 * 1024}));
    LockFile many = one;
    for (int i = 0; i < 40; ++i) many.ways.push_back(one.ways[0]);
    CHECK_FALSE(parse_lock(to_text(many), "lock.toml"));
    // Without stretching a passphrase would be found at once.
    LockFile unstretched = one;
    unstretched.ways[0].box.kdf = Kdf::blake2b;
    CHECK_FALSE(parse_lock(to_text(unstretched), "lock.toml"));
}

TEST_CASE("lock: a way that was put in, taken out or exchanged is told by the sum of them all") {
    const KeyRef key = make_key();
    const Date today = day(2026, 11, 28);
    const auto made = make_lock(*key, Secret(passphrase), make_recovery_code(), quick, today);
    REQUIRE(made);
    const auto lock = parse_lock(to_text(*made), "lock.toml");
    REQUIRE(lock);
    CHECK(ways_fit(*lock, *key));
    CHECK(lock->saves == 1);
    CHECK_FALSE(ways_fit(*lock, *make_key()));
    const auto differs = [&](auto change) {
        LockFile other = *lock;
        change(other);
        const auto back = parse_lock(to_text(other), "lock.toml");
        REQUIRE(back);
        return !ways_fit(*back, *key);
    };
    CHECK(differs([](LockFile& other) { other.ways.pop_back(); }));
    CHECK(differs([](LockFile& other) { other.ways[0].name = "Sam"; }));
    CHECK(differs([](LockFile& other) { other.ways[0].added = day(2026, 11, 27); }));
    CHECK(differs([](LockFile& other) { other.ways[1].check_signs = false; }));
    CHECK(differs([](LockFile& other) { other.saves = 2; }));
    CHECK(differs([](LockFile& other) { other.sum.clear(); }));
    CHECK(differs([](LockFile& other) { other.ways[0].box.nonce[0] ^= 1; }));
    CHECK(differs([](LockFile& other) { other.ways.push_back(other.ways[0]); }));
    // What an earlier version wrote has no sum.
    LockFile earlier = quick_lock(key, passphrase);
    earlier.sum.clear();
    earlier.saves = 0;
    CHECK(ways_fit(earlier, *key));
}

TEST_CASE("secret: holds what is put in, takes no more than it can, and empties") {
    Secret secret("abc");
    CHECK(secret.insert(1, "\u00fc"));
    CHECK(secret.view() == "a\u00fcbc");
    secret.erase(1, 2);
    CHECK(secret.view() == "abc");
    CHECK_FALSE(secret.insert(4, "x"));
    CHECK_FALSE(secret.append(std::string(Secret::capacity, 'x')));
    CHECK(secret.same_as(Secret("abc")));
    CHECK_FALSE(secret.same_as(Secret("abd")));
    Secret moved = std::move(secret);
    CHECK(moved.view() == "abc");
    moved.clear();
    CHECK(moved.empty());
}

}  // namespace lock_file_test
