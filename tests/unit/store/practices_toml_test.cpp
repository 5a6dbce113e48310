// Promises, rituals and plans as a file: one a person wrote by hand, and one broken file per
// defect.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test::practices_toml_test {
namespace {

namespace fs = std::filesystem;

const Part practices{PartKind::practices, {}, {}};

std::string promise(std::string_view keys) {
    return fmt::format("[[promise]]\nledger = \"promises\"\nid = \"a\"\ntext = \"I call\"\n{}\n",
                       keys);
}
constexpr const char* once = "recurrence = \"once\"\nfirst = 2026-11-29";

struct Defect {
    const char* name;
    std::string body;
    int entries;
    int line;
    const char* message;  // how it begins
};

std::vector<Defect> defects() {
    const std::string whole = promise(once);
    const auto with = [&](const char* keys) { return promise(std::string{once} + "\n" + keys); };
    return {
        {"no recurrence", promise("first = 2026-11-29"), 1, 3, "`recurrence` is missing."},
        {"unknown recurrence", promise("recurrence = \"yearly\"\nfirst = 2026-11-29"), 1, 7,
         "`recurrence` is none that Rekindle knows."},
        {"no first day", promise("recurrence = \"daily\""), 1, 3, "`first` is missing."},
        {"first day as text", promise("recurrence = \"daily\"\nfirst = \"2026-11-29\""), 1, 8,
         "`first` has to be a date"},
        {"first day before 1900", promise("recurrence = \"daily\"\nfirst = 1899-12-31"), 1, 8,
         "`first` is no day between 1900 and 9999."},
        {"no chosen day", promise("recurrence = \"weekdays\"\nfirst = 2026-11-29"), 1, 7,
         "`weekdays` has to name at least one day."},
        {"no such weekday",
         promise("recurrence = \"weekdays\"\nfirst = 2026-11-29\nweekdays = [\"noday\", "
                 "\"monday\"]"),
         1, 9, "`weekdays` names no day of the week."},
        {"no text", "[[promise]]\nledger = \"promises\"\n" + std::string{once} + "\n", 1, 3,
         "`text` is missing."},
        {"no ledger", "[[promise]]\ntext = \"x\"\n" + std::string{once} + "\n", 1, 3,
         "`ledger` is missing."},
        {"an id twice", whole + whole, 2, 11, "Another entry of this day or list has this id"},
        {"an unknown mark", with("marks = [{ due = 2026-11-29, kept = \"broken\" }]"), 1, 9,
         "`kept` is none that Rekindle knows."},
        {"a mark without its day", with("marks = [{ kept = \"kept\" }]"), 1, 9,
         "`due` is missing."},
        {"a day marked twice",
         with("marks = [{ due = 2026-11-29, kept = \"kept\" }, { due = 2026-11-29, kept = "
              "\"late\" }]"),
         1, 9, "Two marks speak of the same day."},
        {"marks as text", with("marks = \"kept\""), 1, 9, "`marks` has to be a list"},
        {"a rest that ends before it begins",
         with("pauses = [{ from = 2026-11-20, until = 2026-11-19 }]"), 1, 9,
         "This rest ends before it begins."},
        {"a rest without its first day", with("pauses = [{ until = 2026-11-19 }]"), 1, 9,
         "`from` is missing."},
        {"an end as text", with("ended = \"soon\""), 1, 9, "`ended` has to be a date"},
        {"a ritual without a name", "[[ritual]]\ntext = \"x\"\n", 1, 3, "`id` is missing."},
        {"a ritual twice", "[[ritual]]\nid = \"a\"\ntext = \"x\"\n[[ritual]]\nid = \"a\"\n", 2, 7,
         "Another entry of this day or list has this id"},
        {"an unknown rhythm", "[[ritual]]\nid = \"a\"\nrhythm = \"hourly\"\n", 1, 5,
         "`rhythm` is none that Rekindle knows."},
        {"a day of no ritual", "[[done]]\ndate = 2026-11-20\n", 1, 3, "`ritual` is missing."},
        {"a ritual of no day", "[[done]]\nritual = \"a\"\n", 1, 3, "`date` is missing."},
        {"a plan for no day", "[[plan]]\nlist = \"v\"\ntext = \"x\"\n", 1, 3, "`date` is missing."},
        {"a plan done as text", "[[plan]]\nlist = \"v\"\ndate = 2026-11-29\ndone = \"yes\"\n", 1, 6,
         "`done` has to be a date"},
        {"a plan of no list", "[[plan]]\ndate = 2026-11-29\n", 1, 3, "`list` is missing."},
    };
}

}  // namespace

TEST_CASE("store: every defect of promises, rituals and plans has its message and its place") {
    for (const Defect& defect : defects()) {
        CAPTURE(defect.name);
        const TemporaryFolder folder;
        const fs::path file = folder / "practices.toml";
        const std::string text = as_file(defect.body, defect.entries);
        put_bytes(file, text);
        const auto opened = Store{folder.path()}.open();
        REQUIRE(opened);
        REQUIRE(opened->read_only.contains(practices));
        const Error& error = opened->read_only.at(practices);
        CHECK(error.place.file == file.string());
        CHECK(error.place.line == defect.line);
        CHECK_MESSAGE(error.message.starts_with(defect.message), error.message);
        CHECK(bytes_of(file) == text);
    }
}

TEST_CASE("store: what a person leaves out of promises, rituals and plans is filled in") {
    const TemporaryFolder folder;
    put_bytes(folder / "practices.toml",
              as_file("[[promise]]\nledger = \"promises\"\ntext = \"I call\"\n"
                      "recurrence = \"weekdays\"\nfirst = 2026-11-02\n"
                      "weekdays = [\"sunday\", \"monday\", \"sunday\"]\n"
                      "marks = [{ due = 2026-11-09, kept = \"late\" }, "
                      "{ due = 2026-11-02, kept = \"not-kept\", marked = 2026-11-05 }]\n"
                      "[[done]]\nritual = \"walk\"\ndate = 2026-11-20\n"
                      "[[done]]\nritual = \"walk\"\ndate = 2026-11-18\n"
                      "[[done]]\nritual = \"walk\"\ndate = 2026-11-20\n"
                      "[[plan]]\nlist = \"v\"\ndate = 2026-12-01\n",
                      5));
    const Journal journal = open_all(folder.path());
    const Promise& promise = promises_in(journal, "promises").at(0);
    CHECK(promise.who == "me");
    CHECK(promise.added == day(2026, 11, 2));
    CHECK(promise.schedule.weekdays == std::vector<Weekday>{Weekday::monday, Weekday::sunday});
    CHECK(promise.marks ==
          std::vector<PromiseMark>{{day(2026, 11, 2), Kept::not_kept, day(2026, 11, 5)},
                                   {day(2026, 11, 9), Kept::late, day(2026, 11, 9)}});
    CHECK(ritual_of(journal, "walk").days ==
          std::vector<RitualDay>{{day(2026, 11, 18), "me"}, {day(2026, 11, 20), "me"}});
    const Plan& plan = plans_in(journal, "v").at(0);
    CHECK(plan.text.empty());
    CHECK(plan.added == day(2026, 12, 1));
}

TEST_CASE("store: rests written by hand stand in order, and those that touch are one") {
    const TemporaryFolder folder;
    put_bytes(folder / "practices.toml",
              as_file(promise(std::string{once} + "\npauses = [{ from = 2026-12-01 }, "
                                                  "{ from = 2026-11-01, until = 2026-11-05 }, "
                                                  "{ from = 2026-11-05, until = 2026-11-08 }, "
                                                  "{ from = 2026-11-06, until = 2026-11-07 }, "
                                                  "{ from = 2026-12-24, until = 2026-12-27 }]"),
                      1));
    CHECK(promises_in(open_all(folder.path()), "promises").at(0).pauses ==
          std::vector<Pause>{{day(2026, 11, 1), day(2026, 11, 8)}, {day(2026, 12, 1), {}}});
}

TEST_CASE("store: promises, rituals and plans come back from disk as they were") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    Promise promise{"a",
                    "I call\nif it gets late",
                    both_of_us,
                    {Recurrence::weekly, day(2028, 2, 29), {}},
                    {{day(2028, 2, 29), Kept::kept, day(2028, 3, 1)}},
                    {{day(2028, 3, 10), day(2028, 3, 20)}, {day(9999, 12, 30), {}}},
                    day(9999, 12, 31),
                    "me",
                    day(2028, 2, 1),
                    day(2028, 2, 2)};
    Practices all;
    all.promises["promises"] = {promise};
    all.rituals["walk"] = {"Round the lake", Rhythm::none, {{day(1900, 1, 1), "me"}}};
    all.rituals["seven-steps/a/b"] = {"", Rhythm::daily, {}};
    all.plans["v"] = {
        {"p", "", day(9999, 12, 31), day(2026, 1, 1), "me", day(2025, 1, 1), day(2025, 1, 2)}};
    Journal journal;
    journal.practices = all;
    save_all(store, {}, journal);
    CHECK(open_all(folder.path()) == journal);
}

}  // namespace rekindle::test::practices_toml_test
