#include "workbook/journal/merge_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/unit/support/generators.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace merge_text_test {

TEST_CASE("merge text: changes in different places are both made") {
    CHECK(merge_text("a b", "a b c", "x b") == "x b c");
    CHECK(merge_text("a b", "x b", "a b c") == "x b c");
    CHECK(merge_text("one two three", "one three", "one two three four") == "one three four");
    CHECK(merge_text("", "", "theirs") == "theirs");
    CHECK(merge_text("same", "ours", "same") == "ours");
    CHECK(merge_text("one two", "one two three", "zero two") == "zero two three");
    CHECK(merge_text("one two", "zero two", "one two three") == "zero two three");
}

TEST_CASE("merge text: what was brought together is not brought together again") {
    const std::string_view base = "a b c";
    const std::string both = merge_text(base, "a b2 c", "a1 b c");
    CHECK(both == "a1 b2 c");
    CHECK(merge_text(base, both, "a1 b c") == both);
    CHECK(merge_text(base, "a b2 c", both) == both);
    const std::string met = merge_text("x", "our x", "their x");
    CHECK(merge_text("x", met, "their x") == met);
    CHECK(merge_text("x", "our x", met) == met);
    // Also where it was done on both sides, each with its own text first.
    const std::string other = merge_text("x", "their x", "our x");
    CHECK(merge_text("x", met, other) == merge_text("x", other, met));
    CHECK(merge_text("x", met, "third x") == met + "\n\n———\n\nthird x");
}

TEST_CASE("merge text: where changes meet both texts are kept") {
    CHECK(merge_text("", "ours", "theirs") == "ours\n\n———\n\ntheirs");
    CHECK(merge_text("x", "our x", "their x") == "our x\n\n———\n\ntheir x");
    // Half of a text each: not the nothing that both left alone.
    CHECK(merge_text("ab", "a", "b") == "a\n\n———\n\nb");
    CHECK(merge_text("x", "y", "y and more") == "y and more");
    CHECK(merge_text("x", "", "x changed") == " changed");
    CHECK(merge_text("x", "", "y") == "y");
}

TEST_CASE("merge text: letters of several bytes are never cut") {
    // é and è, and two faces, share their first bytes.
    CHECK(merge_text("é", "è", "é!") == "è!");
    CHECK(merge_text("a\U0001F600", "a\U0001F601", "b\U0001F600") == "b\U0001F601");
}

TEST_CASE("merge text: nothing that was added on either side is lost") {
    CHECK(rc::check([] {
        const std::string base = *any_text();
        const std::string ours = base + "ours";
        const std::string theirs = "theirs" + base;
        RC_ASSERT(merge_text(base, ours, theirs).find("ours") != std::string::npos);
        RC_ASSERT(merge_text(base, ours, theirs).find("theirs") != std::string::npos);
    }));
}

}  // namespace merge_text_test
