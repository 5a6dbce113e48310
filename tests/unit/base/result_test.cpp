#include "workbook/base/result.hpp"

#include <doctest/doctest.h>

#include "workbook/base/shared.hpp"

using namespace rekindle;

namespace result_test {

TEST_CASE("result: an error reads as place, sentence and remedy") {
    const Error error{ErrorCode::invalid,
                      "This is not a date.",
                      "Write it like 2026-03-09.",
                      {"checkins/2026-03.toml", 41, 8}};
    CHECK(to_string(error) ==
          "checkins/2026-03.toml:41: This is not a date. Write it like 2026-03-09.");
}

TEST_CASE("result: what is not known of an error is left out") {
    CHECK(to_string(Error{ErrorCode::system, "The disk is full.", {}, {}}) == "The disk is full.");
}

TEST_CASE("result: a problem is never at line 0") {
    CHECK(to_string({ErrorCode::invalid, "This is not a plain file.", {}, {"a.toml", 0, 0}}) ==
          "a.toml:1: This is not a plain file.");
}

TEST_CASE("result: as a sentence an error goes without its place") {
    CHECK(to_sentence({ErrorCode::system, "The disk is full.", "Make room.", {"a.toml", 1, 1}}) ==
          "The disk is full. Make room.");
    CHECK(to_sentence({ErrorCode::system, "The disk is full.", {}, {}}) == "The disk is full.");
}

TEST_CASE("result: a failure carries its code and no value") {
    const Result<int> result = fail(ErrorCode::usage, "No.", "Try another.");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::usage);
    CHECK(result.error().remedy == "Try another.");
}

TEST_CASE("shared: a copy is the same object, an equal value is not") {
    const Shared<int> one{7};
    // Is what is tested. NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    const Shared<int> copy = one;
    const Shared<int> equal{7};
    CHECK(one.same(copy));
    CHECK_FALSE(one.same(equal));
    CHECK(one == equal);
    CHECK_FALSE(one == Shared<int>{8});
}

}  // namespace result_test
