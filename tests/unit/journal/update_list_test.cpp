#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_list_test {

namespace {

const Stamp monday = at("2026-11-16T20:00");
const Stamp tuesday = at("2026-11-17T01:00");  // still Monday's evening
const Stamp friday = at("2026-11-20T09:00");

Journal two_lines() {
    return after({},
                 {AddListItem{"boundaries", "i1", "one"}, AddListItem{"boundaries", "i2", "two"}},
                 monday);
}

}  // namespace

TEST_CASE("update: a line is added at the end, with who and when") {
    const Journal journal = two_lines();
    const Date date = day("2026-11-16");
    CHECK(list_items(journal, "boundaries") ==
          std::vector<ListItem>{{"i1", "one", "", "", "me", date, date},
                                {"i2", "two", "", "", "me", date, date}});
    CHECK(is_refused(journal, AddListItem{"boundaries", "i1", "again"}, monday));
}

TEST_CASE("update: changing a line's words, state or note dates the change") {
    Journal journal = after(two_lines(),
                            {EditListItem{"boundaries", "i1", "one, said better"},
                             SetItemStatus{"boundaries", "i1", "agreed"},
                             NoteListItem{"boundaries", "i1", "since Friday"}},
                            friday);
    const ListItem& item = list_items(journal, "boundaries")[0];
    CHECK(item.text == "one, said better");
    CHECK(item.status == "agreed");
    CHECK(item.note == "since Friday");
    CHECK(item.added == day("2026-11-16"));
    CHECK(item.changed == day("2026-11-20"));
    CHECK(list_items(journal, "boundaries")[1].changed == day("2026-11-16"));
    journal = after(journal, {NoteListItem{"boundaries", "i2", "x"}}, tuesday);
    CHECK(list_items(journal, "boundaries")[1].changed == day("2026-11-16"));
}

TEST_CASE("update: the same words again do not date a line anew") {
    CHECK(changes_nothing(two_lines(), EditListItem{"boundaries", "i1", "one"}, friday));
    CHECK(changes_nothing(two_lines(), SetItemStatus{"boundaries", "i1", ""}, friday));
}

TEST_CASE("update: a line emptied of words stays until it is taken out") {
    Journal journal = after(two_lines(), {EditListItem{"boundaries", "i1", ""}}, friday);
    CHECK(list_items(journal, "boundaries").size() == 2);
    journal = after(journal, {RemoveListItem{"boundaries", "i1"}}, friday);
    REQUIRE(list_items(journal, "boundaries").size() == 1);
    CHECK(list_items(journal, "boundaries")[0].id == "i2");
    CHECK(after(journal, {RemoveListItem{"boundaries", "i2"}}, friday) == Journal{});
}

TEST_CASE("update: what is not in a list cannot be changed or taken out") {
    CHECK(is_refused(two_lines(), EditListItem{"boundaries", "i9", "x"}, friday));
    CHECK(is_refused(two_lines(), SetItemStatus{"triggers", "i1", "agreed"}, friday));
    CHECK(is_refused(two_lines(), NoteListItem{"boundaries", "", "x"}, friday));
    CHECK(is_refused(two_lines(), RemoveListItem{"boundaries", "i9"}, friday));
}

TEST_CASE("update: a list is named by a word or by where it stands, nothing else") {
    CHECK(list_items(after({}, {AddListItem{"seven-steps/talk/list", "i1", "x"}}, monday),
                     "seven-steps/talk/list")
              .size() == 1);
    for (const char* list : {"", "/", "a//b", "a b", "../x", "Boundaries"})
        CHECK_MESSAGE(is_refused({}, AddListItem{list, "i1", "x"}, monday), list);
    CHECK(is_refused({}, AddListItem{"boundaries", "I1", "x"}, monday));
    CHECK(is_refused({}, AddListItem{"boundaries", "i1", "\xFF"}, monday));
    CHECK(is_refused(two_lines(), SetItemStatus{"boundaries", "i1", "to discuss"}, monday));
}

}  // namespace update_list_test
