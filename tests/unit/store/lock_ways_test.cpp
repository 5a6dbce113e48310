// Several ways into one lock: each made, changed and taken out while the others stay.
#include <doctest/doctest.h>

#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/store/key_file.hpp"
#include "workbook/store/recovery_code.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace lock_ways_test {

namespace {

constexpr const char* another = "another long passphrase";
const Date today = day(2026, 11, 28);

bool opens(const LockFile& lock, std::string_view typed, bool is_key_file = false) {
    const auto back = parse_lock(to_text(lock), "lock.toml");
    REQUIRE(back);
    const auto opened = unlock(*back, Opener{Secret(typed), is_key_file}, "lock.toml");
    if (opened) CHECK(ways_fit(*back, *opened->key));
    return opened.has_value();
}

}  // namespace

TEST_CASE("lock ways: a change of the passphrase leaves the recovery code and all others") {
    const KeyRef key = make_key();
    const Secret code = make_recovery_code();
    LockFile lock = quick_lock(key, passphrase, Secret(code.view()));
    const auto two = add_passphrase(lock, *key, Secret(another), "Sam", today);
    REQUIRE(two);
    const auto changed =
        change_passphrase_of(*two, *key, 0, Secret("changed passphrase"), std::nullopt, today);
    REQUIRE(changed);
    CHECK(changed->saves == 3);
    CHECK(opens(*changed, "changed passphrase"));
    CHECK(opens(*changed, another));
    CHECK(opens(*changed, code.view()));
    CHECK_FALSE(opens(*changed, passphrase));
    CHECK(changed->ways[2].name == "Sam");
    CHECK(changed->ways[2].added == today);
    CHECK(changed->ways[2].box == two->ways[2].box);
}

TEST_CASE("lock ways: a further passphrase makes it format 2, and what goes makes it format 1") {
    const KeyRef key = make_key();
    const LockFile lock = quick_lock(key, passphrase);
    CHECK(to_text(lock).find("\nformat = 1\n") != std::string::npos);
    const auto two = add_passphrase(lock, *key, Secret(another), {}, today);
    REQUIRE(two);
    CHECK(to_text(*two).find("\nformat = 2\n") != std::string::npos);
    CHECK(label_of(two->ways[1]) == "passphrase-2");
    // The first may go: the other takes its place and keeps its name.
    const auto second = remove_way(*two, *key, 0);
    REQUIRE(second);
    CHECK(to_text(*second).find("\nformat = 1\n") != std::string::npos);
    CHECK(opens(*second, another));
    CHECK_FALSE(opens(*second, passphrase));
    CHECK(label_of(second->ways[0]) == "passphrase-2");
    CHECK_FALSE(remove_way(*second, *key, 0));  // the last that somebody can know
}

TEST_CASE("lock ways: names are told apart, and are names") {
    const KeyRef key = make_key();
    const LockFile lock = quick_lock(key, passphrase);
    for (const std::string& bad :
         {std::string("passphrase"), std::string("recovery-code"), std::string("two\nlines"),
          std::string(" Sam"), std::string(41, 'x')}) {
        const auto refused = add_passphrase(lock, *key, Secret(another), bad, today);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::usage);
    }
    const auto two = add_passphrase(lock, *key, Secret(another), "S\u00e4m \u201cB\u201d", today);
    REQUIRE(two);
    CHECK(opens(*two, another));
    CHECK(find_way(*two, "S\u00e4m \u201cB\u201d") == 1);
    const auto secret = make_key_file_secret();
    CHECK_FALSE(add_key_file(*two, *key, secret, "S\u00e4m \u201cB\u201d", today));
}

TEST_CASE("lock ways: what one try may cost leaves room for some, and then there is none") {
    const KeyRef key = make_key();
    LockFile lock = quick_lock(key, passphrase, make_recovery_code());
    lock.ways[0].box.cost = lock.ways[1].box.cost = moderate_cost();  // as earlier versions made
    const auto two = add_passphrase(lock, *key, Secret(another), {}, today);
    REQUIRE(two);
    CHECK(two->ways.back().box.cost == modest_cost());
    const auto three = add_passphrase(*two, *key, Secret(another), {}, today);
    REQUIRE_FALSE(three);
    CHECK(three.error().code == ErrorCode::usage);
    const auto dear = change_passphrase_of(lock, *key, 0, Secret(another), 2, today);
    CHECK_FALSE(dear);
    // A new code asks for less.
    const auto cheap = set_recovery_code(lock, *key, make_recovery_code(), today);
    REQUIRE(cheap);
    const auto twice = change_passphrase_of(*cheap, *key, 0, Secret(another), 2, today);
    REQUIRE(twice);
    CHECK(price_of(twice->ways[0].box) == 2);
    // It is kept until it is told otherwise.
    const auto kept = change_passphrase_of(*twice, *key, 0, Secret(passphrase), {}, today);
    REQUIRE(kept);
    CHECK(price_of(kept->ways[0].box) == 2);
}

TEST_CASE("lock ways: a key file opens, and a wrong, cut or foreign one is told apart") {
    const KeyRef key = make_key();
    const Secret secret = make_key_file_secret();
    const auto lock = add_key_file(quick_lock(key, passphrase), *key, secret, {}, today);
    REQUIRE(lock);
    CHECK(opens(*lock, secret.view(), true));
    CHECK(opens(*lock, passphrase));
    CHECK_FALSE(opens(*lock, secret.view()));  // typed it is a passphrase, and not that one
    const auto other = unlock(*lock, Opener{make_key_file_secret(), true}, "lock.toml");
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::locked);
    CHECK(other.error().message.find("key file") != std::string::npos);
    CHECK(other.error().message.find("not the passphrase") == std::string::npos);

    const std::string text(key_file_text(secret).view());
    const auto back = parse_key_file(text, "k");
    REQUIRE(back);
    CHECK(back->same_as(secret));
    std::string of_an_editor = text;
    of_an_editor.replace(of_an_editor.size() - 1, 1, "\r\n\r\n");
    CHECK(parse_key_file(of_an_editor, "k"));
    const auto words_of = [](const std::string& bytes) {
        const auto read = parse_key_file(bytes, "k");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::invalid);
        return read.error().message;
    };
    CHECK(words_of("") == "This is no key file of Rekindle.");
    CHECK(words_of("four plain garden words\n") == "This is no key file of Rekindle.");
    CHECK(words_of(text.substr(0, text.size() - 5)) == "This key file is cut short or damaged.");
    std::string flipped = text;
    flipped[flipped.find("rekindle-key-1") + 20] ^= 1;
    CHECK(words_of(flipped) == "This key file is cut short or damaged.");

    const TemporaryFolder folder;
    put_bytes(folder / "k", text);
    CHECK(read_key_file(folder / "k"));
    std::filesystem::permissions(folder / "k", std::filesystem::perms(0600));
    CHECK(opener_of_key_file(folder / "k")->notices.empty());
    std::filesystem::permissions(folder / "k", std::filesystem::perms(0640));
    const auto open_one = opener_of_key_file(folder / "k");
    REQUIRE(open_one);
    CHECK(open_one->secret.same_as(secret));
    REQUIRE(open_one->notices.size() == 1);
    CHECK(open_one->notices[0].message.find("can read this key file") != std::string::npos);
    for (const auto& nothing : {folder / "not there", folder.path()}) {
        const auto read = read_key_file(nothing);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::usage);
    }
}

}  // namespace lock_ways_test
