#include "workbook/store/store.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test::store_test {
namespace {

namespace fs = std::filesystem;

const Part november{PartKind::month, {2026, 11}};

mode_t mode_of(const fs::path& path) {
    struct stat found {};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    return found.st_mode & 07777;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

CheckIn full_checkin() {
    CheckIn checkin = checkin_on(day(2026, 11, 21), "k7", 6, "We \"talked\".\nFor an hour.");
    checkin.time = make_time(20, 14);
    checkin.ratings["trust"] = 4;
    checkin.ratings["hurt"] = 5;
    checkin.events = {{EventKind::hard_conversation, "the phone"}, {EventKind::milestone, ""}};
    return checkin;
}

}  // namespace

TEST_CASE("store: a month is written the way a person would write it") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    save_all(store, {}, journal_of({full_checkin()}));
    const std::string text = bytes_of(folder / "checkins/2026-11.toml");
    CHECK(text.starts_with("# Rekindle keeps this file."));
    CHECK(text.find("\nformat = 1\n\n"
                    "[[checkin]]\n"
                    "date = 2026-11-21\n"
                    "time = 20:14:00\n"
                    "id = \"k7\"\n"
                    "person = \"me\"\n"
                    "mood = 6\n"
                    "trust = 4\n"
                    "feelings = { hurt = 5 }\n"
                    "events = [\n"
                    "    { kind = \"hard-conversation\", text = \"the phone\" },\n"
                    "    { kind = \"milestone\" },\n"
                    "]\n"
                    "note = \"We \\\"talked\\\".\\nFor an hour.\"\n"
                    "\n#: end 1 sum=") != std::string::npos);
    CHECK(open_all(folder.path()) == journal_of({full_checkin()}));
}

TEST_CASE("store: a folder that is not there is an empty journal, and reading makes nothing") {
    const TemporaryFolder folder;
    CHECK(open_all(folder / "none") == Journal{});
    CHECK_FALSE(fs::exists(folder / "none"));
}

TEST_CASE("store: the newest months are read first and the rest is named") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    save_all(store, {},
             journal_of({checkin_on(day(2026, 9, 1), "a", 1), checkin_on(day(2026, 10, 1), "b", 2),
                         checkin_on(day(2026, 11, 1), "c", 3)}));
    const auto opened = store.open(1);
    REQUIRE(opened);
    CHECK(opened->journal.months.size() == 1);
    CHECK(opened->journal.months.contains({2026, 11}));
    CHECK(opened->rest == std::vector<YearMonth>{{2026, 10}, {2026, 9}});
    CHECK(store.open(0)->rest.size() == 3);
}

TEST_CASE("store: two people can write at once and neither loses anything") {
    const TemporaryFolder folder;
    Store window{folder.path()};
    Store command{folder.path()};
    Journal of_window;
    Journal of_command;
    for (int i = 1; i <= 20; ++i) {
        const Journal next =
            with_checkin(of_window, checkin_on(day(2026, 11, i), "w" + std::to_string(i), i % 11));
        of_window = save_all(window, of_window, next).journal;
        const Journal other =
            with_checkin(of_command, checkin_on(day(2026, 11, i), "c" + std::to_string(i), i % 11));
        of_command = save_all(command, of_command, other).journal;
    }
    CHECK(open_all(folder.path()).months.at({2026, 11})->checkins.size() == 40);
}

TEST_CASE("store: a save gives back what another program had written") {
    const TemporaryFolder folder;
    Store window{folder.path()};
    Store command{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    save_all(window, {}, base);
    save_all(command, base, with_checkin(base, checkin_on(day(2026, 11, 2), "b", 2)));
    const Saved saved =
        save_all(window, base, with_checkin(base, checkin_on(day(2026, 11, 3), "c", 3)));
    CHECK(saved.journal.months.at({2026, 11})->checkins.size() == 3);
    CHECK(saved.journal == open_all(folder.path()));
    CHECK(saved.both.empty());
}

TEST_CASE("store: a note both changed is kept in both forms") {
    const TemporaryFolder folder;
    Store window{folder.path()};
    Store command{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1, "Morning.")});
    save_all(window, {}, base);
    save_all(command, base, journal_of({checkin_on(day(2026, 11, 1), "a", 1, "Theirs.")}));
    const Saved saved =
        save_all(window, base, journal_of({checkin_on(day(2026, 11, 1), "a", 7, "Ours.")}));
    REQUIRE(saved.both.size() == 1);
    CHECK(saved.both[0].day == day(2026, 11, 1));
    CHECK(saved.both[0].texts == 1);
    CHECK(saved.both[0].ratings.empty());  // the command left it alone
    const CheckIn merged = open_all(folder.path()).months.at({2026, 11})->checkins.at(0);
    CHECK(merged.note == "Ours.\n\n———\n\nTheirs.");
    CHECK(merged.ratings.at("mood") == 7);
}

TEST_CASE("store: what was deleted here but changed elsewhere is kept") {
    const TemporaryFolder folder;
    Store window{folder.path()};
    Store command{folder.path()};
    const Journal base =
        journal_of({checkin_on(day(2026, 11, 1), "a", 1), checkin_on(day(2026, 11, 2), "b", 2)});
    save_all(window, {}, base);
    save_all(command, base, with_checkin(base, checkin_on(day(2026, 11, 1), "a", 9)));
    Journal ours = without_checkin(base, day(2026, 11, 1), "a");
    ours = without_checkin(ours, day(2026, 11, 2), "b");
    save_all(window, base, ours);
    CHECK(open_all(folder.path()) == journal_of({checkin_on(day(2026, 11, 1), "a", 9)}));
}

TEST_CASE("store: a month whose last entry is deleted keeps its file, with nothing in it") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    save_all(store, {}, base);
    save_all(store, base, without_checkin(base, day(2026, 11, 1), "a"));
    CHECK(bytes_of(folder / "checkins/2026-11.toml").find("#: end 0 sum=") != std::string::npos);
    CHECK(open_all(folder.path()).months.at({2026, 11})->checkins.empty());
}

TEST_CASE("store: an empty part without a file gets none") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    Journal ours;
    ours.months[{2026, 11}];
    ours.answers["seven-steps"];
    save_all(store, {}, ours);
    CHECK(names_in(folder.path()).empty());
}

TEST_CASE("store: a file that vanished is written again in full") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    save_all(store, {}, base);
    fs::remove(folder / "checkins/2026-11.toml");
    const Journal ours = with_checkin(base, checkin_on(day(2026, 11, 2), "b", 2));
    save_all(store, base, ours);
    CHECK(open_all(folder.path()) == ours);
}

TEST_CASE("store: a journal whose folder vanished is not begun anew in its place") {
    const TemporaryFolder folder;
    Store store{folder / "journal"};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    save_all(store, {}, base);
    fs::rename(folder / "journal", folder / "elsewhere");
    const auto saved = store.save(base, with_checkin(base, checkin_on(day(2026, 11, 2), "b", 2)));
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::system);
    CHECK_FALSE(fs::exists(folder / "journal"));
}

TEST_CASE("store: a journal in which nothing was ever written does not ask for its folder") {
    const TemporaryFolder folder;
    Store store{folder / "journal"};
    Journal base;
    base.months[{2026, 11}];
    base.answers["seven-steps"];
    save_all(store, base, with_checkin(base, checkin_on(day(2026, 11, 2), "b", 2)));
    CHECK(open_all(folder / "journal").months.at({2026, 11})->checkins.size() == 1);
}

TEST_CASE("store: keys the program does not know are kept when it writes") {
    const TemporaryFolder folder;
    const fs::path file = folder / "checkins/2026-11.toml";
    put_bytes(file, as_file("weather = \"station 7\"\n"
                            "[[checkin]]\ndate = 2026-11-21\ntime = 20:14:35\nid = \"a\"\n"
                            "mood = 6\nsleep = 7.5\n"
                            "events = [{kind = \"own\", text = \"x\", place = \"home\"}]\n"
                            "[[checkin]]\ndate = 2026-11-22\nid = \"b\"\nmood = 5\nodd = nan\n"
                            "[sync]\nserver = { \"a b\" = [1, 2] }\n",
                            2));
    Store store{folder.path()};
    const Journal base = open_all(folder.path());
    Journal ours = with_checkin(base, checkin_on(day(2026, 11, 23), "c", 3));
    CheckIn first = base.months.at({2026, 11})->checkins.at(0);
    first.ratings["mood"] = 8;
    ours = with_checkin(ours, first);
    save_all(store, base, ours);

    CHECK(open_all(folder.path()) == ours);
    const std::string text = bytes_of(file);
    for (const char* kept : {"weather = \"station 7\"", "sleep = 7.5", "place = \"home\"",
                             "odd = nan", "20:14:35", "[sync]", "\"a b\" = [1, 2]", "mood = 8"})
        CHECK_MESSAGE(text.find(kept) != std::string::npos, kept);
}

TEST_CASE("store: a deleted entry takes its unknown keys along, and nothing else") {
    const TemporaryFolder folder;
    put_bytes(folder / "checkins/2026-11.toml",
              as_file("[[checkin]]\ndate = 2026-11-21\nid = \"a\"\nmood = 6\nsleep = 7\n"
                      "[[checkin]]\ndate = 2026-11-22\nid = \"b\"\nmood = 6\nsleep = 8\n",
                      2));
    Store store{folder.path()};
    const Journal base = open_all(folder.path());
    save_all(store, base, without_checkin(base, day(2026, 11, 21), "a"));
    const std::string text = bytes_of(folder / "checkins/2026-11.toml");
    CHECK(text.find("sleep = 7") == std::string::npos);
    CHECK(text.find("sleep = 8") != std::string::npos);
}

TEST_CASE("store: entries written by hand get the same id every time") {
    const TemporaryFolder folder;
    put_bytes(folder / "checkins/2026-11.toml",
              as_file("[[checkin]]\ndate = 2026-11-21\nmood = 6\n"
                      "[[checkin]]\ndate = 2026-11-21\nmood = 7\n",
                      2));
    const Journal journal = open_all(folder.path());
    const auto& checkins = journal.months.at({2026, 11})->checkins;
    REQUIRE(checkins.size() == 2);
    CHECK(checkins[0].id == "hand-2026-11-21");
    CHECK(checkins[1].id == "hand-2026-11-21-2");
    CHECK(checkins[0].person == "me");
    CHECK(open_all(folder.path()) == journal);

    Store store{folder.path()};
    CheckIn second = checkins[1];
    second.note = "More.";
    save_all(store, journal, with_checkin(journal, second));
    CHECK(open_all(folder.path()) == with_checkin(journal, second));
}

TEST_CASE("store: a file changed by hand is accepted, said, and kept before it is written") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    save_all(store, {}, base);
    CHECK(store.open()->notices.empty());
    const fs::path file = folder / "checkins/2026-11.toml";
    const std::string edited =
        replaced(bytes_of(file), "mood = 1", "mood = 9 # a better day than I thought");
    put_bytes(file, edited);

    const auto opened = store.open();
    REQUIRE(opened);
    CHECK(opened->read_only.empty());
    REQUIRE(opened->notices.size() == 1);
    CHECK(opened->notices[0].place.file == file.string());
    const Journal& theirs = opened->journal;
    CHECK(theirs.months.at({2026, 11})->checkins.at(0).ratings.at("mood") == 9);

    save_all(store, theirs, with_checkin(theirs, checkin_on(day(2026, 11, 2), "b", 2)));
    CHECK(store.open()->notices.empty());
    CHECK(bytes_of(folder / ".history/versions/checkins/2026-11/000001.kept.toml") == edited);
}

TEST_CASE("store: entries put below the last line count") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    save_all(store, {}, journal_of({checkin_on(day(2026, 11, 1), "a", 1)}));
    const fs::path file = folder / "checkins/2026-11.toml";
    put_bytes(file, bytes_of(file) + "\n[[checkin]]\ndate = 2026-11-02\nmood = 4\n");
    CHECK(open_all(folder.path()).months.at({2026, 11})->checkins.size() == 2);
    CHECK(store.open()->notices.size() == 1);
}

TEST_CASE("store: a part that cannot be read is refused while the others are saved") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal base =
        journal_of({checkin_on(day(2026, 10, 1), "a", 1), checkin_on(day(2026, 11, 1), "b", 2)});
    save_all(store, {}, base);
    const fs::path file = folder / "checkins/2026-11.toml";
    const std::string damaged = replaced(bytes_of(file), "mood = 2", "mood = \"2\"");
    put_bytes(file, damaged);
    Journal ours = with_checkin(base, checkin_on(day(2026, 11, 2), "c", 3));
    ours = with_checkin(ours, checkin_on(day(2026, 10, 2), "d", 4));
    const auto saved = store.save(base, ours);
    REQUIRE(saved);
    REQUIRE(saved->refused.contains(november));
    CHECK(saved->refused.size() == 1);
    CHECK(saved->refused.at(november).place.line == 8);
    CHECK(bytes_of(file) == damaged);
    CHECK(bytes_of(folder / "checkins/2026-10.toml").find("2026-10-02") != std::string::npos);
}

TEST_CASE("store: a file of a later format is shown and left alone") {
    const TemporaryFolder folder;
    const fs::path file = folder / "checkins/2026-11.toml";
    const std::string later =
        "format = 2\nmoods = \"elsewhere\"\n[[checkin]]\ndate = 2026-11-21\nmood = 6\n";
    put_bytes(file, later);
    Store store{folder.path()};
    const auto opened = store.open();
    REQUIRE(opened);
    REQUIRE(opened->read_only.contains(november));
    const Error& error = opened->read_only.at(november);
    CHECK(error.code == ErrorCode::later_format);
    CHECK(error.message == "This file has format 2; this version of Rekindle knows format 1.");
    CHECK(opened->journal.months.at({2026, 11})->checkins.size() == 1);
    const auto saved = store.save(
        opened->journal, with_checkin(opened->journal, checkin_on(day(2026, 11, 22), "b", 1)));
    REQUIRE(saved);
    CHECK(saved->refused.contains(november));
    CHECK(bytes_of(file) == later);
}

TEST_CASE("store: text that is no text is refused and the file stays as it was") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    save_all(store, {}, base);
    const std::string before = bytes_of(folder / "checkins/2026-11.toml");
    const auto saved =
        store.save(base, journal_of({checkin_on(day(2026, 11, 1), "a", 1, "caf\xe9")}));
    REQUIRE(saved);
    CHECK(saved->refused.contains(november));
    CHECK(bytes_of(folder / "checkins/2026-11.toml") == before);
}

TEST_CASE("store: folders and files are their owner's alone, whatever the umask") {
    const TemporaryFolder folder;
    Journal ours = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    Practices practices;
    practices.lists["needs"].push_back({"x", "Rest", "", "", "me", {}, {}});
    ours.practices = std::move(practices);
    for (const mode_t mask : {mode_t{0}, mode_t{0077}, mode_t{0777}}) {
        const fs::path place = folder / std::to_string(mask);
        const mode_t before = ::umask(mask);
        Store store{place / "journal"};
        save_all(store, {}, ours);
        ::umask(before);
        for (const auto& entry : fs::recursive_directory_iterator{place})
            if (entry.path().filename() != ".lock")
                CHECK(mode_of(entry.path()) == (entry.is_directory() ? 0700 : 0600));
        CHECK((mode_of(place / "journal/.lock") & 0077) == 0);
    }
}

TEST_CASE("store: what a killed run left behind is moved into the history") {
    const TemporaryFolder folder;
    put_bytes(folder / "checkins/.2026-11.toml.812-0.new", "words");
    put_bytes(folder / "checkins/.2026-11.toml.813-0.new", "other words");
    Store store{folder.path()};
    save_all(store, {}, journal_of({checkin_on(day(2026, 11, 1), "a", 1)}));
    CHECK(names_in(folder / "checkins", true) == std::vector<std::string>{"2026-11.toml"});
    CHECK(names_in(folder / ".history/interrupted") ==
          std::vector<std::string>{"2026-11.toml.1", "2026-11.toml.2"});
}

TEST_CASE("store: only files of the right names are parts, and the others are named") {
    CHECK(Store::part_of("checkins/2026-11.toml") == november);
    CHECK(Store::file_of(november) == fs::path{"checkins/2026-11.toml"});
    CHECK(Store::part_of("profile.toml") == Part{PartKind::profile});
    CHECK(Store::part_of("answers/seven-steps.toml") == Part{PartKind::answers, {}, "seven-steps"});
    for (const char* other :
         {"checkins/2026-13.toml", "checkins/2026-1.toml", "checkins/2026-11.toml~",
          "checkins/2026-11 (conflicted copy).toml", "checkins/2026-11.sync-conflict-1.toml",
          "answers/Über.toml", "answers/.x.toml", "2026-11.toml", "checkins/profile.toml",
          "../profile.toml", "checkins/.2026-11.toml.1-0.new"})
        CHECK_MESSAGE(!Store::part_of(other), other);

    const TemporaryFolder folder;
    for (const char* name : {"checkins/2026-11 (conflicted copy).toml", "profile.toml~",
                             "answers/a.sync-conflict-1.toml", "checkins/2026-11.toml"})
        put_bytes(folder / name, as_file("", 0));
    const std::vector<fs::path> foreign = Store{folder.path()}.foreign_files();
    CHECK(foreign == std::vector<fs::path>{"profile.toml~", "answers/a.sync-conflict-1.toml",
                                           "checkins/2026-11 (conflicted copy).toml"});
    CHECK(open_all(folder.path()).months.size() == 1);
}

}  // namespace rekindle::test::store_test
