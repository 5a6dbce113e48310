// A file that can be read can be saved, whatever else someone or something put into it.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/store/store_support.hpp"
#include "tests/unit/support/generators.hpp"
#include "workbook/files/toml_write.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/part_files.hpp"

namespace rekindle::test::hand_edited_test {
namespace {

namespace fs = std::filesystem;

// Writes TOML as other people and programs do, in every form there is; keys are never the same.
class ByHand {
  public:
    std::string key() {
        const std::string name = "k" + std::to_string(++keys_);
        switch (*rc::gen::inRange(0, 6)) {
            case 0:
                return "\"" + name + " a.b\\t\\u00e9\"";
            case 1:
                return "'" + name + " [\"x\"]'";
            case 2:
                return name + ".a.b";
            default:
                return name;
        }
    }

    std::string value(int depth) {
        static const std::vector<std::string> plain{"1",
                                                    "-9223372036854775808",
                                                    "0xff",
                                                    "1_000",
                                                    "1e15",
                                                    "-0.0",
                                                    "1e308",
                                                    "5e-324",
                                                    "inf",
                                                    "-inf",
                                                    "nan",
                                                    "-nan",
                                                    "true",
                                                    "false",
                                                    "1979-05-27",
                                                    "07:32:00",
                                                    "07:32:00.123456789",
                                                    "1979-05-27T07:32:00-07:00",
                                                    "\"\"",
                                                    "''",
                                                    "1979-05-27 00:32:00.5Z",
                                                    "'C:\\x'",
                                                    "\"\\u0000\\u007f\"",
                                                    "\"\"\"\none\ntwo\"\"\"",
                                                    "[]",
                                                    "{}",
                                                    "'''\n'' a\ttab\n'''",
                                                    "[ [], {} ]",
                                                    "[ 1, \"a\", {} ]",
                                                    "\"\\U0001F600 \\uFFFE\""};
        const int form = depth > 0 ? *rc::gen::inRange(0, 5) : 2;
        if (form == 0) return list(depth - 1);
        if (form == 1) return table(depth - 1);
        return *rc::gen::elementOf(plain);
    }

    std::string lines(int most) {
        std::string text;
        for (int count = *rc::gen::inRange(0, most + 1); count > 0; --count)
            text += key() + " = " + value(3) + "\n";
        return text;
    }

    // "[a.b.c]" or "[[a.b.c]]" below `above`, with keys in it.
    std::string headers(const std::string& above) {
        std::string text;
        for (int count = *rc::gen::inRange(0, 3); count > 0; --count) {
            std::string name = above;
            for (int depth = *rc::gen::inRange(1, 4); depth > 0; --depth)
                name += (name.empty() ? "k" : ".k") + std::to_string(++keys_);
            const bool array = *rc::gen::inRange(0, 2) == 0;
            text += (array ? "[[" : "[") + name + (array ? "]]\n" : "]\n") + lines(2);
        }
        return text;
    }

  private:
    std::string list(int depth) {
        std::string text = "[";
        for (int count = *rc::gen::inRange(0, 4); count > 0; --count) text += value(depth) + ",\n";
        return text + "]";
    }
    std::string table(int depth) {
        std::string text = "{";
        const char* between = "";
        for (int count = *rc::gen::inRange(0, 4); count > 0; --count) {
            text += between + key() + " = " + value(depth);
            between = ", ";
        }
        return text + "}";
    }

    int keys_ = 0;
};

std::string month_by_hand() {
    ByHand hand;
    std::string text = "format = 1\n" + hand.lines(3);
    const int entries = *rc::gen::inRange(0, 4);
    for (int i = 0; i < entries; ++i) {
        text += "[[checkin]]\ndate = 2026-11-0" + std::to_string(i + 1) + "\nid = \"e" +
                std::to_string(i) + "\"\nmood = 5\n" + hand.lines(3) + hand.headers("checkin");
    }
    return text + hand.headers("") + "#: end 0\n";
}

// Everything of `before` is in `after`, whatever else is there.
bool is_kept(const TomlTable& before, const TomlTable& after) {
    for (const auto& [key, value] : before.entries()) {
        const TomlValue* there = after.find(key);
        if (there == nullptr) return false;
        if (key != "checkin" && !(*there == value)) return false;
    }
    return true;
}

const TomlTable* checkin_in(const TomlTable& file, const std::string& id) {
    const TomlValue* all = file.find("checkin");
    if (all == nullptr) return nullptr;
    for (const TomlValue& each : *all->as<TomlArray>()) {
        const TomlValue* there = each.as<TomlTable>()->find("id");
        if (there != nullptr && *there == TomlValue{id}) return each.as<TomlTable>();
    }
    return nullptr;
}

enum class Outcome { refused, saved };

// Reads the month, changes it and saves it. `refused` when it was not read; fails the test when it
// was read and could not be saved, or when something is gone afterwards.
Outcome read_and_save(const std::string& text) {
    const TemporaryFolder folder;
    const fs::path file = folder / "checkins/2026-11.toml";
    put_bytes(file, text);
    Store store{folder.path()};
    const auto opened = store.open();
    RC_ASSERT(opened.has_value());
    if (!opened->read_only.empty()) return Outcome::refused;
    const TomlTable before = parse_journal_file(text, "x").document;
    for (const CheckIn& added : {checkin_on(day(2026, 11, 20), "new", 7, "A word."),
                                 checkin_on(day(2026, 11, 1), "e0", 8, "Another.")}) {
        const Journal now = store.open()->journal;
        const auto saved = store.save(now, with_checkin(now, added));
        RC_ASSERT(saved.has_value());
        for (const auto& [part, error] : saved->refused) RC_FAIL(to_string(error) + '\n' + text);
    }
    const JournalFile after = parse_journal_file(bytes_of(file), "x");
    RC_ASSERT(!after.refused);
    RC_ASSERT(is_kept(before, after.document));
    for (const std::string id : {"e1", "e2", "e3"}) {
        const TomlTable* entry = checkin_in(before, id);
        if (entry == nullptr) continue;
        const TomlTable* there = checkin_in(after.document, id);
        RC_ASSERT(there != nullptr);
        RC_ASSERT(is_kept(*entry, *there));
    }
    return Outcome::saved;
}

const TomlValue& of_another_tool() {
    static const TomlValue value{TomlArray{1, "b", TomlTable{{"deep", TomlArray{TomlArray{2.5}}}}}};
    return value;
}

// Puts a key of another program into every table but those whose keys are names of scales.
void add_unknown_keys(TomlTable& table) {
    for (auto& [key, value] : table.entries()) {
        if (key == "feelings") continue;
        if (auto* inner = value.as<TomlTable>()) add_unknown_keys(*inner);
        if (auto* array = value.as<TomlArray>())
            for (TomlValue& each : *array)
                if (auto* inner = each.as<TomlTable>()) add_unknown_keys(*inner);
    }
    table.set("x-tool", of_another_tool());
}

// What names an entry within its array; empty for one without an id.
std::string name_of(const TomlTable& entry) {
    if (entry.find("id") == nullptr) return {};
    TomlTable name;
    for (const char* key : {"date", "list", "ledger", "card", "exercise", "id"})
        if (const TomlValue* value = entry.find(key)) name.set(key, *value);
    return to_text(name);
}

// Whether the key is in the file, and in each of its entries that was there before.
bool keeps_unknown_keys(const TomlTable& before, const TomlTable& after) {
    const TomlValue* kept = after.find("x-tool");
    if (kept == nullptr || !(*kept == of_another_tool())) return false;
    for (const auto& [key, value] : after.entries()) {
        const TomlValue* old = before.find(key);
        if (!is_table_array(value) || old == nullptr || !is_table_array(*old)) continue;
        std::set<std::string> names;
        for (const TomlValue& each : *old->as<TomlArray>())
            names.insert(name_of(*each.as<TomlTable>()));
        for (const TomlValue& each : *value.as<TomlArray>()) {
            const std::string name = name_of(*each.as<TomlTable>());
            if (!name.empty() && names.contains(name) &&
                each.as<TomlTable>()->find("x-tool") == nullptr)
                return false;
        }
    }
    return true;
}

std::vector<fs::path> files_of(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const char* below : {"", "answers", "checkins"}) {
        std::error_code none;
        for (const auto& each : fs::directory_iterator(folder / below, none))
            if (each.path().extension() == ".toml") files.push_back(each.path());
    }
    return files;
}

// A few changes of any kind.
Journal changed(Journal journal) {
    for (int i = 0; i < 6; ++i)
        if (auto next = update(journal, *any_command(journal), end_of_time())) journal = *next;
    return journal;
}

}  // namespace

TEST_CASE("hand-edited: keys of another program stay in files of every kind") {
    CHECK(rc::check([] {
        const TemporaryFolder folder;
        Store store{folder.path()};
        RC_ASSERT(store.save({}, *any_journal()).has_value());
        std::map<fs::path, TomlTable> before;
        for (const fs::path& file : files_of(folder.path())) {
            TomlTable document = parse_journal_file(bytes_of(file), "x").document;
            add_unknown_keys(document);
            put_bytes(file, to_file_text(document));
            before.emplace(file, std::move(document));
        }
        const auto opened = store.open();
        RC_ASSERT(opened.has_value());
        for (const auto& [part, error] : opened->read_only) RC_FAIL(to_string(error));
        const auto saved = store.save(opened->journal, changed(opened->journal));
        RC_ASSERT(saved.has_value());
        for (const auto& [part, error] : saved->refused) RC_FAIL(to_string(error));
        for (const auto& [file, document] : before) {
            const JournalFile after = parse_journal_file(bytes_of(file), "x");
            RC_ASSERT(!after.refused);
            RC_ASSERT(keeps_unknown_keys(document, after.document));
        }
    }));
}

TEST_CASE("hand-edited: what was read is saved again, with every key that is not known") {
    int saved = 0;
    CHECK(rc::check([&] {
        if (read_and_save(month_by_hand()) == Outcome::saved) ++saved;
    }));
    CHECK(saved > 60);
}

TEST_CASE("hand-edited: however deep it is nested, it is refused with its line or saved again") {
    for (const int levels :
         {1, 8, 16, 21, 22, 31, 32, 33, 59, 61, 62, 63, 64, 65, 66, 67, 68, 139}) {
        CAPTURE(levels);
        std::string name = "x";
        for (int i = 1; i < levels; ++i) name += ".a";
        const auto times = [&](const std::string& piece) {
            std::string all;
            for (int i = 0; i < levels; ++i) all += piece;
            return all;
        };
        const std::vector<std::string> forms{
            "[[" + name + "]]\nv = 1.5\n",
            "[" + name + "]\nv = 1.5\n",
            name + " = 1.5\n",
            "[[checkin]]\ndate = 2026-11-05\nid = \"e1\"\n" + name + " = 1.5\n",
            "[[checkin]]\ndate = 2026-11-05\nid = \"e1\"\n[[checkin." + name + "]]\nv = 1.5\n",
            "[[checkin]]\ndate = 2026-11-05\nid = \"e1\"\nv = " + times("[") + "1.5" + times("]") +
                "\n",
            "v = " + times("{a = [") + "1.5" + times("]}") + "\n",
            "v = " + times("{ a.b = ") + "1.5" + times("}") + "\n",
        };
        for (const std::string& form : forms) {
            CAPTURE(form);
            const std::string text = "format = 1\n" + form + "#: end 0\n";
            if (read_and_save(text) == Outcome::saved) continue;
            const JournalFile read = parse_journal_file(text, "x");
            REQUIRE(read.refused);
            CHECK(read.refused->message.find("nested") != std::string::npos);
            CHECK(read.refused->place.line >= 2);
            CHECK(levels > 15);
        }
    }
}

TEST_CASE("hand-edited: what grows too large when it is saved is not begun with") {
    const auto note_of = [](std::size_t breaks) {
        return "format = 1\n[[checkin]]\ndate = 2026-11-05\nid = \"e1\"\nx = \"\"\"" +
               std::string(breaks, '\n') + "\"\"\"\n#: end 1\n";
    };
    const TemporaryFolder folder;
    const auto is_refused = [&](std::size_t breaks) {
        put_bytes(folder / "checkins/2026-11.toml", note_of(breaks));
        return read_part_file(folder.path(), {PartKind::month, {2026, 11}, {}}, {})
            .refused.has_value();
    };
    CHECK_FALSE(is_refused(2'200'000));
    CHECK(is_refused(8'500'000));
}

TEST_CASE("hand-edited: a file of very many keys and entries is saved like any other") {
    std::string text = "format = 1\n";
    for (int i = 0; i < 5'000; ++i) text += "k" + std::to_string(i) + " = 1\n";
    for (int i = 0; i < 1'500; ++i) text += "[[checkin]]\ndate = 2026-11-05\n";
    for (int i = 0; i < 1'500; ++i) text += "[[other]]\n";
    text += "[feelings]\n";
    for (int i = 0; i < 5'000; ++i) text += "k" + std::to_string(i) + " = 1\n";
    CHECK(read_and_save(text + "#: end 3000\n") == Outcome::saved);
}

}  // namespace rekindle::test::hand_edited_test
