// The code on paper: its check signs, however it is typed, and what is told of a slip in it.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/store/recovery_code.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace recovery_code_test {

namespace {

constexpr std::string_view signs = "abcdefghijkmnpqrstuvwxyz23456789";

std::string plain(const Secret& code) {
    std::string text(code.view());
    std::erase(text, '-');
    return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

std::string refusal(const LockFile& lock, const std::string& typed) {
    const auto opened = unlock(lock, Secret(typed), "lock.toml");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::locked);
    CHECK(opened.error().message.starts_with("That is not the passphrase."));
    return to_sentence(opened.error());
}

bool is_of_a_code(const std::string& words) {
    return words.find("recovery code") != std::string::npos;
}

// Another sign than the one there.
char other_sign(char sign) { return signs[(signs.find(sign) + 1) % signs.size()]; }

}  // namespace

TEST_CASE("recovery code: is thirty signs in groups of five, and no two are the same") {
    std::set<std::string> codes;
    for (int i = 0; i < 100; ++i) {
        const Secret code = make_recovery_code();
        CHECK(code.size() == 35);
        const TypedCode read = read_recovery_code(code.view());
        REQUIRE(read.code);
        CHECK(read.check_fits);
        CHECK(read.code->view() == plain(code));
        codes.emplace(code.view());
    }
    CHECK(codes.size() == 100);
}

TEST_CASE("recovery code: the check signs are those of the code in the documentation") {
    // All signs 0; and a single 1 before the check signs, which leaves 6 and 8 of z².
    CHECK(read_recovery_code(std::string(30, 'a')).check_fits);
    CHECK(read_recovery_code(std::string(27, 'a') + "bgi").check_fits);
    CHECK_FALSE(read_recovery_code(std::string(27, 'a') + "bgj").check_fits);
}

TEST_CASE("recovery code: every one or two wrong signs, and neighbours that changed places, show") {
    const std::string code = plain(make_recovery_code());
    for (std::size_t i = 0; i < code.size(); ++i)
        for (std::size_t shift = 1; shift < signs.size(); ++shift) {
            std::string one = code;
            one[i] = signs[(signs.find(one[i]) + shift) % signs.size()];
            CHECK_FALSE(read_recovery_code(one).check_fits);
            for (std::size_t j = i + 1; j < code.size(); ++j) {
                std::string two = one;
                two[j] = signs[(signs.find(two[j]) + 1 + (i + j * shift) % 31) % signs.size()];
                if (read_recovery_code(two).check_fits) FAIL(two);
            }
        }
    for (std::size_t i = 0; i + 1 < code.size(); ++i) {
        std::string swapped = code;
        std::swap(swapped[i], swapped[i + 1]);
        if (swapped != code) CHECK_FALSE(read_recovery_code(swapped).check_fits);
    }
}

TEST_CASE("recovery code: it opens however it is typed, and another does not") {
    const KeyRef key = make_key();
    const Secret code = make_recovery_code();
    const auto lock = parse_lock(to_text(quick_lock(key, passphrase, Secret(code.view()))), "");
    REQUIRE(lock);
    const std::string typed(code.view());
    std::string capitals = typed;
    for (char& sign : capitals)  // not std::toupper: the capital of i is no I everywhere
        if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
    std::string wide;  // as an input method for Chinese or Japanese types them
    for (const char sign : capitals)
        wide += std::string("\xef\xbc") + static_cast<char>(0x80 + sign - ' ');
    for (const std::string& way : {typed,
                                   capitals,
                                   plain(code),
                                   replaced(typed, "-", " "),
                                   replaced(typed, "-", "\u2013"),
                                   replaced(typed, "-", "\u2014"),
                                   replaced(typed, "-", "\u2212"),
                                   replaced(typed, "-", "\u2011"),
                                   replaced(typed, "-", "\u00a0"),
                                   replaced(typed, "-", "\u2009\u2010\u3000"),
                                   replaced(typed, "-", "\t"),
                                   replaced(typed, "-", "."),
                                   replaced(typed, "-", "_"),
                                   replaced(typed, "-", " / "),
                                   "\u201c" + typed + "\u201d.",
                                   "  " + typed + "\t",
                                   typed + "\r",
                                   "\xef\xbb\xbf" + typed + "\n",
                                   wide,
                                   "Recovery code: " + typed,
                                   "recovery-code\t" + capitals,
                                   "\u201cRECOVERY CODE:" + typed + "\u201d"}) {
        INFO(way);
        CHECK(unlock(*lock, Secret(way), ""));
    }
    CHECK(is_of_a_code(refusal(*lock, std::string(make_recovery_code().view()))));
    CHECK(refusal(quick_lock(key, passphrase), typed).find("this lock has none") !=
          std::string::npos);
}

TEST_CASE("recovery code: a slip in it is told apart from a wrong passphrase") {
    const KeyRef key = make_key();
    // A code with letters and figures in each group, as nearly all have.
    const std::string first = "a2b3c-d4e5f-g6h7i-j8k9m-n2p3q-r4s";
    std::string code;
    for (const char high : signs)
        for (const char low : signs)
            if (const std::string whole = first + high + low; read_recovery_code(whole).check_fits)
                code = whole;
    REQUIRE_FALSE(code.empty());
    const LockFile lock = quick_lock(key, passphrase, Secret(code));
    std::string wrong = code;
    wrong[0] = other_sign(wrong[0]);
    CHECK(refusal(lock, wrong).find("check the others") != std::string::npos);
    std::string swapped = code;
    std::swap(swapped[0], swapped[1]);
    CHECK(refusal(lock, swapped).find("check the others") != std::string::npos);
    CHECK(refusal(lock, code.substr(1)).find("has 29 letters") != std::string::npos);
    CHECK(refusal(lock, code + "a").find("has 31 letters") != std::string::npos);
    // A whole group left out or written twice, and all of it pasted twice.
    CHECK(refusal(lock, code.substr(6)).find("has 25 letters") != std::string::npos);
    CHECK(refusal(lock, code.substr(0, 6) + code).find("has 35 letters") != std::string::npos);
    CHECK(refusal(lock, code + " " + code).find("has 60 letters") != std::string::npos);
    CHECK(refusal(lock, "\u201c" + wrong + ".\u201d").find("check the others") !=
          std::string::npos);
    CHECK(refusal(lock, "Recovery code: " + code.substr(1)).find("has 29 letters") !=
          std::string::npos);
    for (const char* sign : {"0", "o", "1", "L"})
        CHECK(refusal(lock, sign + code.substr(1)).find("no o, l, 0 or 1") != std::string::npos);
}

TEST_CASE("recovery code: a passphrase of words is never called a code") {
    const LockFile lock = quick_lock(make_key(), passphrase, make_recovery_code());
    for (const char* words :
         {"four plain garden word", "correct horse battery staple",
          "about crane delta eagle foggy grape", "house plant river stone 12345 cloud",
          "correct-horse-battery-staple-24", "summer holiday 2019 in the green 4 valleys",
          "thirty letters without any figure", "unser gr\u00fcner Garten im Mai 2024!", "x",
          "12345678901234567890123456789", "a1b2c3d4e5f6g7h8i9j2k3m4n", "Tom's 3 cats, and 2 dogs.",
          "recovery code", "Recovery code: no idea where it is"}) {
        INFO(words);
        CHECK_FALSE(is_of_a_code(refusal(lock, words)));
    }
}

TEST_CASE("recovery code: one of an earlier version, without check signs, still opens") {
    const KeyRef key = make_key();
    LockFile lock = quick_lock(key, passphrase, make_recovery_code());
    const std::string earlier = "a2b3cd4e5fg6h7ij8k9mn2p3qr4saa";
    REQUIRE_FALSE(read_recovery_code(earlier).check_fits);
    lock.ways[1].box = *box_key(*key, "recovery", Secret(earlier), quick);
    lock.ways[1].check_signs = false;
    const auto read = parse_lock(to_text(lock), "");
    REQUIRE(read);
    CHECK(unlock(*read, Secret("A2B3C-D4E5F-G6H7I-J8K9M-N2P3Q-R4SAA"), ""));
    CHECK(is_of_a_code(refusal(*read, "b2b3cd4e5fg6h7ij8k9mn2p3qr4saa")));
}

}  // namespace recovery_code_test
