#include "workbook/journal/as_seen_by.hpp"

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace as_seen_by_test {

namespace {

const Stamp by_me = at("2026-11-21T20:15");
const Stamp by_you = at("2026-11-21T20:15", "you");
const ExerciseRef prompt{"w", "c", "e"};

Journal of_two() { return after({}, {AddPerson{{"you", "Bo", Role::broke}}}, by_me); }

bool tells(const Journal& journal, std::string_view reader) {
    const Journal seen = as_seen_by(journal, reader);
    return seen == journal;
}

}  // namespace

TEST_CASE("as seen by: what is marked only for me is there for me and for nobody else") {
    const std::vector<std::vector<Command>> entries{
        {WriteAnswer{prompt, "", "a1", "words"}, KeepToMyself{prompt, "a1", true}},
        {WriteLetterPart{prompt, "l1", "part", "words"}, KeepToMyself{prompt, "l1", true}},
        {AddTalk{prompt, "t1", "topic"}, KeepToMyself{prompt, "t1", true}},
        {AddListItem{"l", "i1", "words"}, KeepItemToMyself{"l", "i1", true}}};
    for (const auto& commands : entries) {
        const Journal journal = after(of_two(), commands, by_me);
        REQUIRE_FALSE(journal == of_two());
        CHECK(tells(journal, "me"));
        CHECK(as_seen_by(journal, "you") == of_two());
        CHECK(as_seen_by(journal, {}) == of_two());
    }
}

TEST_CASE("as seen by: what is not marked is there for everybody, beside what is hidden") {
    Journal journal = after(
        of_two(), {WriteAnswer{prompt, "", "a1", "open"}, AddListItem{"l", "i1", "open"}}, by_me);
    CHECK(tells(journal, "you"));
    CHECK(tells(journal, {}));
    const Journal before = journal;
    journal = after(journal,
                    {WriteAnswer{prompt, "", "a2", "hidden"}, KeepToMyself{prompt, "a2", true},
                     AddListItem{"l", "i2", "hidden"}, KeepItemToMyself{"l", "i2", true}},
                    by_you);
    CHECK(as_seen_by(journal, "me") == before);
    CHECK(tells(journal, "you"));
}

TEST_CASE("as seen by: parts in which nothing is hidden stay the same objects") {
    const Journal journal = after(of_two(),
                                  {WriteAnswer{prompt, "", "a1", "x"}, AddListItem{"l", "i1", "x"},
                                   KeepItemToMyself{"l", "i1", true}},
                                  by_me);
    const Journal seen = as_seen_by(journal, "you");
    CHECK(seen.answers.at("w").same(journal.answers.at("w")));
    CHECK_FALSE(seen.practices.same(journal.practices));
}

TEST_CASE("as seen by: nobody ever sees less of what nobody marked") {
    CHECK(rc::check([] {
        const Journal journal = *any_journal();
        const Journal seen = as_seen_by(journal, {});
        RC_ASSERT(as_seen_by(seen, {}) == seen);
        RC_ASSERT(seen.months == journal.months);
        RC_ASSERT(seen.profile == journal.profile);
    }));
}

TEST_CASE("update: going on with words that are kept to oneself keeps them so on a later day") {
    Journal journal = after(
        of_two(), {WriteAnswer{prompt, "", "a1", "mine"}, KeepToMyself{prompt, "a1", true}}, by_me);
    journal =
        after(journal, {WriteAnswer{prompt, "a1", "a2", "mine, and more"}}, at("2026-11-22T20:15"));
    const auto& written = exercise_answers(card_answers(journal, "w", "c"), "e").written;
    REQUIRE(written.size() == 2);
    CHECK(written[1].only_for_me);
    journal = after(journal, {WriteAnswer{prompt, "", "a3", "anew"}}, at("2026-11-23T20:15"));
    CHECK_FALSE(exercise_answers(card_answers(journal, "w", "c"), "e").written[2].only_for_me);
}

TEST_CASE("update: the words of a line are changed by who wrote them, its state by either") {
    const Journal journal = after(of_two(), {AddListItem{"l", "i1", "mine"}}, by_me);
    CHECK(is_refused(journal, EditListItem{"l", "i1", "yours"}, by_you));
    CHECK(is_refused(journal, NoteListItem{"l", "i1", "yours"}, by_you));
    CHECK(is_refused(journal, RemoveListItem{"l", "i1"}, by_you));
    CHECK(is_refused(journal, KeepItemToMyself{"l", "i1", true}, by_you));
    const Journal agreed = after(journal, {SetItemStatus{"l", "i1", "agreed"}}, by_you);
    CHECK(list_items(agreed, "l")[0].status == "agreed");
    CHECK(list_items(agreed, "l")[0].person == "me");
}

}  // namespace as_seen_by_test
