// Keys that the program does not know, in every array that it reads: they are there after a save.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/source_folder.hpp"
#include "tests/unit/store/store_support.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/part_toml.hpp"
#include "workbook/store/unknown_keys.hpp"

namespace unknown_keys_test {

namespace rekindle::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* key_of_tool = "x_tool";

struct ArraySample {
    Part part;
    std::string body;
};

// Every array that is read, with an entry that says all it may.
const std::vector<ArraySample>& array_samples() {
    static const std::string of_card = "card = \"pain\"\ndate = 2026-11-20\n";
    static const std::vector<ArraySample> all{
        {{PartKind::profile, {}, {}},
         "[[person]]\nid = \"me\"\nname = \"A\"\n[[person]]\nid = \"you\"\n"
         "[[scale]]\nid = \"sleep\"\ntitle = \"Sleep\"\n"
         "[[former_scale]]\nid = \"hope\"\ntitle = \"Hope\"\n"
         "[[supporter]]\nid = \"s\"\nname = \"B\"\nreach = \"bell\"\n"},
        {{PartKind::month, {2026, 11}, {}},
         "[[checkin]]\ndate = 2026-11-20\nid = \"a\"\nmood = 6\n"
         "events = [{ kind = \"own\", text = \"rain\" }]\n"},
        {{PartKind::answers, {}, "steps"},
         "[[answer]]\nid = \"a\"\nexercise = \"write\"\ntext = \"words\"\n" + of_card +
             "[[tick]]\nexercise = \"try\"\nitem = \"one\"\n" + of_card +
             "[[rating]]\nscale = \"hurt\"\nvalue = 3\n" + of_card +
             "[[mark]]\nmark = \"set-aside\"\n" + of_card +
             "[[letter]]\nid = \"l\"\nexercise = \"letter\"\n" + of_card +
             "parts = [{ part = \"one\", text = \"dear\" }]\n"
             "[[talk]]\nid = \"t\"\nexercise = \"talk\"\ntopic = \"us\"\n" +
             of_card + "felt = [{ person = \"me\", safe = 5 }]\n"},
        {{PartKind::practices, {}, {}},
         "[[item]]\nlist = \"one\"\nid = \"i\"\ntext = \"words\"\nadded = 2026-11-01\n"
         "[[promise]]\nledger = \"one\"\nid = \"p\"\ntext = \"words\"\nrecurrence = \"daily\"\n"
         "first = 2026-11-01\nmarks = [{ due = 2026-11-02, kept = \"kept\" }]\n"
         "pauses = [{ from = 2026-11-05, until = 2026-11-07 }]\n"
         "[[ritual]]\nid = \"r\"\ntext = \"tea\"\n"
         "[[done]]\nritual = \"r\"\ndate = 2026-11-03\n"
         "[[plan]]\nlist = \"two\"\nid = \"d\"\ntext = \"a walk\"\ndate = 2026-11-30\n"}};
    return all;
}

// Puts a key with a number of its own into every table of every array.
void mark_entries(TomlTable& table, int& number, std::set<std::string>& arrays) {
    for (auto& [key, value] : table.entries()) {
        if (!is_table_array(value)) continue;
        arrays.insert(key);
        for (TomlValue& each : *value.as<TomlArray>()) {
            mark_entries(*each.as<TomlTable>(), number, arrays);
            each.as<TomlTable>()->set(key_of_tool, ++number);
        }
    }
}

// How many entries have such a key.
int count_marked(const TomlTable& table) {
    int count = table.find(key_of_tool) != nullptr ? 1 : 0;
    for (const auto& [key, value] : table.entries()) {
        if (!is_table_array(value)) continue;
        for (const TomlValue& each : *value.as<TomlArray>())
            count += count_marked(*each.as<TomlTable>());
    }
    return count;
}

// What a save writes of a part that is read so.
TomlTable as_saved(const PartFile& read, const Part& part) {
    const TomlTable known = to_toml(read.journal, part);
    return keep_unknown(known, known, read.document);
}

// The arrays that the store's sources read.
std::set<std::string> arrays_in_sources() {
    std::set<std::string> names;
    const std::regex reads(R"re((?:tables|read_scales)\((?:file, )?"([a-z_]+)")re");
    for (const auto& entry : fs::directory_iterator(tests::source_folder() / "workbook/store")) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with("_toml.cpp")) continue;
        std::ifstream file(entry.path());
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        for (std::sregex_iterator each(text.begin(), text.end(), reads), end; each != end; ++each)
            names.insert((*each)[1]);
    }
    return names;
}

}  // namespace

TEST_CASE("unknown keys: one in an entry of any array is there after a save") {
    std::set<std::string> arrays;
    for (const auto& [part, body] : array_samples()) {
        const std::string file = Store::file_of(part).string();
        TomlTable document = parse_journal_file(as_file(body, 0), file).document;
        int number = 0;
        mark_entries(document, number, arrays);
        REQUIRE(number > 0);
        const PartFile read = read_part_text(to_file_text(document), file, part, Journal{});
        REQUIRE_FALSE(read.refused);
        CHECK(count_marked(as_saved(read, part)) == number);
    }
    // An array that is read and stands in no sample here was not looked at.
    const std::set<std::string> read = arrays_in_sources();
    CHECK(read.size() > 15);
    for (const std::string& name : read) CHECK_MESSAGE(arrays.contains(name), name);
}

TEST_CASE("unknown keys: a scale that is put away and taken up again keeps its own") {
    const TemporaryFolder folder;
    put_bytes(folder / "profile.toml",
              as_file("[[scale]]\nid = \"sleep\"\ntitle = \"Sleep\"\nunit = \"hours\"\n"
                      "[[former_scale]]\nid = \"hope\"\ntitle = \"Hope\"\nunit = \"none\"\n",
                      2));
    Store store{folder.path()};
    const Journal base = open_all(folder.path());
    auto swapped = [](const Journal& journal) {
        Journal next = journal;
        Profile profile = *journal.profile;
        std::swap(profile.own_scales, profile.former_scales);
        next.profile = profile;
        return next;
    };
    save_all(store, base, swapped(base));
    CHECK(open_all(folder.path()) == swapped(base));
    const std::string text = bytes_of(folder / "profile.toml");
    CHECK(text.find("unit = \"hours\"") != std::string::npos);
    CHECK(text.find("unit = \"none\"") != std::string::npos);
    save_all(store, swapped(base), base);
    CHECK(bytes_of(folder / "profile.toml").find("unit = \"hours\"") != std::string::npos);
}

}  // namespace rekindle::test

}  // namespace unknown_keys_test
