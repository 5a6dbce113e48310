#include "workbook/base/utf8_text.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace utf8_text_test {

namespace {

using namespace rekindle;
using namespace std::string_view_literals;

std::vector<char32_t> characters_of(std::string_view text) {
    std::vector<char32_t> all;
    for (std::size_t at = 0; at < text.size();) all.push_back(take_character(text, at));
    return all;
}

}  // namespace

TEST_CASE("utf-8 text: characters of one to four bytes are taken whole") {
    CHECK(characters_of("aß漢\U0001F468") ==
          std::vector<char32_t>{U'a', U'ß', U'漢', U'\U0001F468'});
    CHECK(count_characters("aß漢\U0001F468") == 4);
    CHECK(characters_of("a\0b"sv) == std::vector<char32_t>{U'a', U'\0', U'b'});
}

TEST_CASE("utf-8 text: each byte that is none counts for one, and the next character is whole") {
    // Alone, cut short, overlong, half of a surrogate pair, beyond the last character.
    CHECK(characters_of("\x80z") == std::vector<char32_t>{no_character, U'z'});
    CHECK(characters_of("\xe4z") == std::vector<char32_t>{no_character, U'z'});
    CHECK(characters_of("\xf0\x9f") == std::vector<char32_t>{no_character, no_character});
    CHECK(characters_of("\xc0\xafz") == std::vector<char32_t>{no_character, no_character, U'z'});
    CHECK(characters_of("\xed\xa0\x80") == std::vector<char32_t>(3, no_character));
    CHECK(characters_of("\xf4\x90\x80\x80") == std::vector<char32_t>(4, no_character));
    std::size_t at = 1;
    CHECK_FALSE(next_character("a\xff", at));
    CHECK(at == 1);
}

TEST_CASE("utf-8 text: a step goes from the beginning of a character to that of the next") {
    constexpr std::string_view text = "aß漢";  // 1, 2 and 3 bytes
    CHECK(character_after(text, 0) == 1);
    CHECK(character_after(text, 1) == 3);
    CHECK(character_after(text, 3) == 6);
    CHECK(character_after(text, 6) == 6);
    CHECK(character_before(text, 6) == 3);
    CHECK(character_before(text, 3) == 1);
    CHECK(character_before(text, 1) == 0);
    CHECK(character_before(text, 0) == 0);
    CHECK(character_start(text, 2) == 1);
    CHECK(character_start(text, 5) == 3);
    CHECK(character_start(text, 3) == 3);
    CHECK(character_start(text, 6) == 6);
}

TEST_CASE("utf-8 text: what is added reads back, and a number that is no character is marked") {
    std::string text;
    for (const char32_t c : {U'a', U'ß', U'漢', U'\U0001F468'}) append_character(text, c);
    CHECK(text == "aß漢\U0001F468");
    text.clear();
    append_character(text, 0xD800);
    append_character(text, 0x110000);
    CHECK(text == "\uFFFD\uFFFD");
}

TEST_CASE("utf-8 text: the first bytes that are not UTF-8 are found") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("aß漢\U0001F468"));
    CHECK(find_not_utf8("aß\xff") == 3);
    CHECK(find_not_utf8("\xffß\xfe", 1) == 3);
    CHECK(find_not_utf8("\xffß", 1) == std::string_view::npos);
    CHECK_FALSE(is_utf8("\xc3"));
}

}  // namespace utf8_text_test
