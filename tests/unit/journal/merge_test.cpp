#include <doctest/doctest.h>

#include "../support/generators.hpp"
#include "workbook/journal/history.hpp"
#include "workbook/journal/merge_text.hpp"
#include "workbook/journal/update.hpp"

using namespace rekindle;
using namespace rekindle::test;

TEST_CASE("merge: a change made to its own base is the change") {
    CHECK(rc::check([] {
        const Journal base = *any_journal();
        const Journal ours = *any_journal();
        RC_ASSERT(merge(base, ours, base) == ours);
    }));
}

TEST_CASE("merge: no change leaves theirs as it is") {
    CHECK(rc::check([] {
        const Journal base = *any_journal();
        const Journal theirs = *any_journal();
        RC_ASSERT(merge(base, base, theirs) == theirs);
    }));
}

TEST_CASE("merge: the same change made on both sides is made once") {
    CHECK(rc::check([] {
        const Journal base = *any_journal();
        const Journal ours = *any_journal();
        RC_ASSERT(merge(base, ours, ours) == ours);
    }));
}
