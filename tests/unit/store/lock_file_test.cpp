// The one small file that a passphrase opens.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/store/file.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace {

constexpr const char* passphrase = "four plain garden words";

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
    earlier.passphrase = *box_key(*key, "passphrase", Secret(words + "\r"), quick);
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
            earlier.passphrase = *box_key(*key, "passphrase", Secret(bad), quick);
            CHECK(try_unlock(earlier, bad));
        }
}

TEST_CASE("lock: the recovery code opens it however it is typed, and another does not") {
    const KeyRef key = make_key();
    const Secret code = make_recovery_code();
    CHECK(code.size() == 35);
    const LockFile lock = quick_lock(key, passphrase, Secret(code.view()));
    const auto read = parse_lock(to_text(lock), "lock.toml");
    REQUIRE(read);
    std::string typed(code.view());
    CHECK(try_unlock(*read, typed));
    for (char& sign : typed) sign = sign == '-' ? ' ' : static_cast<char>(std::toupper(sign));
    CHECK(try_unlock(*read, typed));
    CHECK_FALSE(try_unlock(*read, make_recovery_code().view()));
    CHECK_FALSE(try_unlock(quick_lock(key, passphrase), typed));
    std::set<std::string> codes;
    for (int i = 0; i < 100; ++i) codes.emplace(make_recovery_code().view());
    CHECK(codes.size() == 100);
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
        if (unlocked) ++opened;
        if (!unlocked) CHECK(unlocked.error().code == ErrorCode::invalid);
    }
    CHECK(opened <= 4);  // in the mark at its end alone
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
