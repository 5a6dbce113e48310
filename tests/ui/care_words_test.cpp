// The words for the journal's files, their earlier copies and what is brought in.
#include <doctest/doctest.h>

#include "app/words/care_words.hpp"
#include "tests/ui/practice_content.hpp"
#include "workbook/journal/update.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace care_words_test {

namespace {

const Date today = *make_date(2026, 11, 21);
const Part november{PartKind::month, {2026, 11}, {}};

}  // namespace

TEST_CASE("care: words for parts, earlier copies and what is brought in") {
    const Content content = practice_content();
    CHECK(app::part_words(november, content) == "the check-ins of November 2026");
    CHECK(app::part_words({PartKind::answers, {}, "gone"}, content) ==
          "what stands on the cards of gone");
    const auto rated =
        update({}, RateFeeling{{"a", today, "me"}, "mood", 4}, {{today, {20 * 60}}, "me"});
    REQUIRE(rated);
    const Journal& one = *rated;
    CHECK(app::earlier_words({november, {}, 1, one}, today) ==
          "Before its last change · 1 check-in");
    CHECK(app::earlier_words({november, {}, 3, one}, today) ==
          "Before its last 3 changes · 1 check-in");
    CHECK(app::earlier_words({{PartKind::profile}, {}, 0, one}, today) ==
          "As this window still has it · people and settings");
    CHECK(app::bring_in_words({}) == "");
    CHECK(app::bring_in_words({{2, 0, 1}, {1, 0, 2}, {}, true}) ==
          "2 check-ins are added\n1 check-in gains what the copy adds to it\n"
          "1 entry on the cards is added\n2 entries on the cards gain what the copy adds to them\n"
          "People and settings gain what only the copy has");
}

}  // namespace care_words_test
