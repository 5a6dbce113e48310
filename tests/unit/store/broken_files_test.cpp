// One broken file per defect: what is said, where, and that the file is never written over.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <string>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test::broken_files_test {
namespace {

namespace fs = std::filesystem;

const Part november{PartKind::month, {2026, 11}};

struct Defect {
    const char* name;
    std::string text;
    int line;
    const char* message;  // how it begins
};

std::string entry(std::string_view keys) {
    return as_file(fmt::format("[[checkin]]\ndate = 2026-11-21\n{}\n", keys), 1);
}

std::string without_last_line(const std::string& text) {
    return text.substr(0, text.rfind("#: end"));
}

std::vector<Defect> defects() {
    const std::string whole = entry("id = \"a\"\nmood = 6");
    const std::string deep(100, '[');
    std::string dotted = "a";
    for (int i = 0; i < 31000; ++i) dotted += ".a";
    return {
        {"empty", "", 1, "This file is empty"},
        {"no end mark", without_last_line(whole), 7, "The end of this file is missing"},
        {"cut in the middle", whole.substr(0, whole.size() / 2), 4,
         "The end of this file is missing"},
        {"an end mark cut short", whole.substr(0, whole.find("#: end") + 5), 8,
         "The end of this file is missing"},
        {"fewer entries", as_file("[[checkin]]\ndate = 2026-11-21\nmood = 6\n", 2), 7,
         "The last line says 2 entries, but there are 1."},
        {"garbage",
         "\x7f"
         "ELF\x02\x01 garbage\n#: end 0\n",
         1, "This line is not TOML."},
        {"not UTF-8", as_file("note = \"\xff\xfe\"\n", 0), 3, "This is not a text in UTF-8."},
        {"NUL", as_file(std::string("a = \"x\0y\"\n", 10), 0), 3, "This line is not TOML."},
        {"a key twice", entry("mood = 6\nmood = 7"), 6, "This line is not TOML."},
        {"deep brackets", as_file("a = " + deep + "\n", 0), 3, "This is nested more than 64"},
        {"a key of many parts", as_file(dotted + " = 1\n", 0), 3, "This is nested more than 64"},
        {"a header of many parts", as_file('[' + dotted + "]\n", 0), 3,
         "This is nested more than 64"},
        {"the abort of header-only builds", as_file("[!]\n", 0), 3, "This line is not TOML."},
        {"no format", "[[checkin]]\ndate = 2026-11-21\n#: end 1\n", 1, "`format` is missing."},
        {"format 0", "format = 0\n#: end 0\n", 1, "`format` is outside 1 to"},
        {"format as text", "format = \"1\"\n#: end 0\n", 1, "`format` has to be a whole number"},
        {"mood as text", entry("mood = \"6\""), 5, "`mood` has to be a whole number"},
        {"mood as fraction", entry("mood = 6.5"), 5, "`mood` has to be a whole number"},
        {"mood too high", entry("mood = 11"), 5, "`mood` is outside 0 to 10."},
        {"mood below", entry("trust = -1"), 5, "`trust` is outside 0 to 10."},
        {"mood huge", entry("mood = 9223372036854775807"), 5, "`mood` is outside 0 to 10."},
        {"a feeling as text", entry("feelings = { hurt = \"5\" }"), 5, "`hurt` has to be"},
        {"feelings as array", entry("feelings = [5]"), 5, "`feelings` has to be a table"},
        {"mood among the feelings", entry("feelings = { mood = 5 }"), 5,
         "`mood` stands among the feelings."},
        {"note as number", entry("note = 3"), 5, "`note` has to be a text"},
        {"unknown event", entry("events = [{ kind = \"party\" }]"), 5,
         "`kind` is none that Rekindle knows."},
        {"events as text", entry("events = \"setback\""), 5, "`events` has to be a list"},
        {"no date", as_file("[[checkin]]\nmood = 6\n", 1), 3, "`date` is missing."},
        {"date as text", as_file("[[checkin]]\ndate = \"2026-11-21\"\n", 1), 4,
         "`date` has to be a date"},
        {"a day of another month", as_file("[[checkin]]\ndate = 2026-12-01\n", 1), 4,
         "This day is not in 2026-11."},
        {"a day there is not", as_file("[[checkin]]\ndate = 2026-11-31\n", 1), 4,
         "This line is not TOML."},
        {"a day before 1900", as_file("[[checkin]]\ndate = 1899-12-31\n", 1), 4,
         "`date` is no day between 1900 and 9999."},
        {"time as text", entry("time = \"20:14\""), 5, "`time` has to be a time"},
        {"time as date", entry("time = 2026-11-21"), 5, "`time` is no time of day."},
        {"an id twice",
         as_file("[[checkin]]\ndate = 2026-11-21\nid = \"a\"\n"
                 "[[checkin]]\ndate = 2026-11-21\nid = \"a\"\n",
                 2),
         8, "Another entry of this day or list has this id, too."},
        {"checkin as table", as_file("[checkin]\ndate = 2026-11-21\n", 0), 3,
         "`checkin` has to be a list"},
        {"numbers among the check-ins", as_file("checkin = [1]\n", 0), 3,
         "`checkin` has to be a list of tables only"},
    };
}

constexpr const char* letter_head =
    "[[letter]]\ncard = \"c\"\nexercise = \"e\"\ndate = 2026-11-21\nid = \"l1\"\n";
constexpr const char* talk_head =
    "[[talk]]\ncard = \"c\"\nexercise = \"e\"\ndate = 2026-11-21\nid = \"t1\"\n";
constexpr const char* pause_head =
    "[[pause]]\ncard = \"c\"\nexercise = \"e\"\ndate = 2026-11-21\nid = \"p1\"\n";

// Opens, then tries to save one more day; gives the problem and checks that nothing was written.
Error refusal(const fs::path& folder) {
    Store store{folder};
    const auto opened = store.open();
    REQUIRE(opened);
    REQUIRE(opened->read_only.contains(november));
    const Journal ours = with_checkin(opened->journal, checkin_on(day(2026, 11, 30), "new", 3));
    const auto saved = store.save(opened->journal, ours);
    if (saved)
        CHECK(saved->refused.contains(november));
    else
        CHECK(saved.error().code == ErrorCode::system);
    return opened->read_only.at(november);
}

}  // namespace

TEST_CASE("store: every defect has its message and its place, and is never written over") {
    for (const Defect& defect : defects()) {
        CAPTURE(defect.name);
        const TemporaryFolder folder;
        const fs::path file = folder / "checkins/2026-11.toml";
        put_bytes(file, defect.text);
        const Error error = refusal(folder.path());
        CHECK(error.place.file == file.string());
        CHECK(error.place.line == defect.line);
        CHECK_MESSAGE(error.message.starts_with(defect.message), error.message);
        CHECK(bytes_of(file) == defect.text);
    }
}

TEST_CASE("store: what is no plain file is refused without waiting for it") {
    const TemporaryFolder folder;
    const fs::path file = folder / "checkins/2026-11.toml";
    fs::create_directories(file);
    CHECK(refusal(folder.path()).message == "This is not a plain file.");
    fs::remove(file);
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    CHECK(refusal(folder.path()).message == "This is not a plain file.");
    fs::remove(file);
    fs::create_symlink("/dev/zero", file);
    CHECK(refusal(folder.path()).message == "This is not a plain file.");
    fs::remove(file);
    put_bytes(file, "");
    fs::resize_file(file, 17 * 1024 * 1024);
    CHECK(refusal(folder.path()).message == "This file is larger than 16 MiB.");
    fs::remove(file);
    fs::create_symlink(folder / "nowhere", file);
    CHECK(refusal(folder.path()).code == ErrorCode::system);
}

TEST_CASE("store: no message quotes what the person wrote") {
    const TemporaryFolder folder;
    put_bytes(folder / "checkins/2026-11.toml", entry("note = \"SECRET\"\nmood = SECRET"));
    const Error error = refusal(folder.path());
    CHECK(to_string(error).find("SECRET") == std::string::npos);
}

TEST_CASE("store: no truncation and no flipped bit goes unnoticed") {
    const TemporaryFolder folder;
    Store store{folder.path()};
    const Journal journal = journal_of({checkin_on(day(2026, 11, 1), "a", 6, "A quiet day."),
                                        checkin_on(day(2026, 11, 2), "b", 7, "Another.")});
    save_all(store, {}, journal);
    const fs::path file = folder / "checkins/2026-11.toml";
    const std::string whole = bytes_of(file);
    const auto is_noticed = [&](std::string_view bytes) {
        put_bytes(file, bytes);
        const auto read = store.read(november);
        return !read || !read->read_only.empty() || !read->notices.empty();
    };
    CHECK_FALSE(is_noticed(whole));
    for (std::size_t size = 0; size < whole.size(); size += 3)
        CHECK_MESSAGE(is_noticed(whole.substr(0, size)), size);
    for (std::size_t bit = 0; bit < whole.size() * 8; bit += 5) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        CHECK_MESSAGE(is_noticed(flipped), bit);
    }
}

TEST_CASE("store: what could be read of a damaged month is shown") {
    const TemporaryFolder folder;
    put_bytes(folder / "checkins/2026-11.toml",
              as_file("[[checkin]]\ndate = 2026-11-20\nmood = 6\n"
                      "[[checkin]]\ndate = 2026-11-21\nmood = 60\ntrust = 5\n",
                      2));
    const auto opened = Store{folder.path()}.open();
    REQUIRE(opened);
    const auto& checkins = opened->journal.months.at({2026, 11})->checkins;
    REQUIRE(checkins.size() == 2);
    CHECK(checkins[1].ratings == Ratings{{"trust", 5}});
    CHECK(opened->problems.size() == 1);
}

TEST_CASE("store: the other files have their messages, too") {
    const TemporaryFolder folder;
    put_bytes(folder / "profile.toml",
              as_file("week_start = \"someday\"\nday_end = 4\nrelationship = "
                      "\"ex\"\n[[person]]\nid = \"A b\"\n"
                      "role = \"guilty\"\n[[scale]]\nid = \"sleep\"\n",
                      2));
    put_bytes(folder / "practices.toml", as_file("[[item]]\nlist = \"needs\"\n", 1));
    put_bytes(folder / "answers/seven-steps.toml",
              as_file("[[rating]]\ncard = \"c\"\nscale = \"s\"\ndate = 2026-11-21\nvalue = 11\n"
                      "[[mark]]\ncard = \"c\"\ndate = 2026-11-21\nmark = \"done\"\n",
                      2));
    const auto opened = Store{folder.path()}.open();
    REQUIRE(opened);
    CHECK(opened->read_only.size() == 3);
    std::vector<std::string> messages;
    for (const Error& problem : opened->problems) messages.push_back(problem.message);
    CHECK(messages == std::vector<std::string>{
                          "`day_end` has to be a time; here it is a whole number.",
                          "`week_start` is no day of the week.",
                          "`relationship` is none that Rekindle knows.",
                          "`id` may only have a to z, 0 to 9 and hyphens.",
                          "`role` is none that Rekindle knows.",
                          "`title` is missing.",
                          "`text` is missing.",
                          "`added` is missing.",
                          "`value` is outside 0 to 10.",
                          "`mark` is none that Rekindle knows.",
                      });
    CHECK(opened->journal.profile->people.size() == 1);
}

TEST_CASE("store: a letter, a conversation and a pause have their messages, each with its place") {
    const std::string letter = letter_head;
    const std::string talk = talk_head;
    const std::string pause = pause_head;
    const std::vector<std::pair<std::string, std::pair<int, std::string>>> broken{
        {letter + "changed = \"today\"\n", {8, "`changed` has to be a date"}},
        {letter + "parts = \"x\"\n", {8, "`parts` has to be a list"}},
        {letter + "[[letter.parts]]\npart = \"The act\"\ntext = \"x\"\n",
         {9, "`part` may only have a to z"}},
        {letter + "[[letter.parts]]\npart = \"a\"\n", {8, "`text` is missing."}},
        {letter + "[[letter.parts]]\npart = \"a\"\ntext = \"x\"\n" +
             "[[letter.parts]]\npart = \"a\"\ntext = \"y\"\n",
         {12, "This part stands twice in one letter."}},
        {letter + "only_for_me = 1\n", {8, "`only_for_me` has to be"}},
        {letter + letter, {12, "Another entry of this day or list has this id, too."}},
        {"[[letter]]\ncard = \"c\"\ndate = 2026-11-21\nid = \"l1\"\n",
         {3, "`exercise` is missing."}},
        {talk + "time = \"20:00\"\n", {8, "`time` has to be a time"}},
        {talk + "[[talk.felt]]\nperson = \"me\"\nsafe = 11\n", {10, "`safe` is outside 0 to 10."}},
        {talk + "[[talk.felt]]\nsafe = 5\n", {8, "`person` is missing."}},
        {talk + "[[talk.felt]]\nperson = \"me\"\nsafe = 5\n" +
             "[[talk.felt]]\nperson = \"me\"\nheard = 5\n",
         {12, "This person stands twice in one conversation."}},
        {talk + "topic = 5\n", {8, "`topic` has to be a text"}},
        {talk + talk, {12, "Another entry of this day or list has this id, too."}},
        {pause + "back_at = \"soon\"\n", {8, "`back_at` has to be a time"}},
        {pause + "came_back = 1\n", {8, "`came_back` has to be"}},
        {pause + pause, {12, "Another entry of this day or list has this id, too."}},
        {"[[pause]]\ncard = \"c\"\ndate = 2026-11-21\nid = \"p1\"\n",
         {3, "`exercise` is missing."}},
    };
    const Part steps{PartKind::answers, {}, "seven-steps"};
    for (const auto& [body, said] : broken) {
        const std::string& written = body;
        CAPTURE(written);
        const TemporaryFolder folder;
        const fs::path file = folder / "answers/seven-steps.toml";
        const int entries = body.find(body.substr(0, 20), 20) == std::string::npos ? 1 : 2;
        put_bytes(file, as_file(body, entries));
        const auto opened = Store{folder.path()}.open();
        REQUIRE(opened);
        REQUIRE(opened->read_only.contains(steps));
        const Error& error = opened->read_only.at(steps);
        CHECK(error.place.line == said.first);
        CHECK_MESSAGE(error.message.starts_with(said.second), error.message);
    }
}

}  // namespace rekindle::test::broken_files_test
