// The frozen files of tests/data/vectors, which the reader in tests/reader goes through as well:
// what was written once opens for ever, and what is wrong with a file is said.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/support/source_folder.hpp"
#include "tests/unit/store/store_support.hpp"
#include "workbook/files/toml_read.hpp"
#include "workbook/store/archive.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/unlocking.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace vectors_test {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view passphrase = "a grey h\xc3\xa9ron at noon";
constexpr std::string_view recovery_code = "abcde-fghij-kmnpq-rstuv-wxyz2-34567";
constexpr std::string_view later_recovery_code = "abcde-fghij-kmnpq-rstuv-wxyz2-345zq";
constexpr std::string_view second_passphrase = "two herons, one pond";
constexpr unsigned char first_byte_of_key = 0xA0;

fs::path vectors() { return tests::source_folder() / "tests/data/vectors"; }

Secret bytes_from(unsigned char first) {
    Secret bytes;
    bytes.resize(JournalKey::size);
    for (std::size_t i = 0; i < JournalKey::size; ++i)
        bytes.data()[i] = static_cast<unsigned char>(first + i);
    return bytes;
}

KeyRef key_of_vectors() {
    return std::make_shared<const JournalKey>(bytes_from(first_byte_of_key));
}

// A copy, so that nothing can be written into the frozen one.
struct FrozenJournal {
    TemporaryFolder folder;
    explicit FrozenJournal(const fs::path& name) {
        fs::copy(vectors() / name, path(), fs::copy_options::recursive);
    }
    fs::path path() const { return folder / "journal"; }
};

Opened open_frozen(const fs::path& folder, const KeyRef& key) {
    Store store(folder);
    store.use_key(key);
    auto opened = store.open();
    REQUIRE(opened);
    CHECK(opened->problems.empty());
    CHECK(opened->notices.empty());
    CHECK(opened->read_only.empty());
    CHECK(opened->distrust.empty());
    return *std::move(opened);
}

// What is said of a file, and whether it is only said and the file read all the same.
struct Answer {
    std::string words{};
    bool changed = false;
    bool ways_fit = true;
};

Answer answer_to_lock(const std::string& bytes) {
    const auto lock = parse_lock(bytes, "lock.toml");
    if (!lock) return {lock.error().message, false, true};
    const auto key = unlock(*lock, Secret(passphrase), "lock.toml");
    return {key ? std::string{} : key.error().message, lock->changed_outside,
            !key || ways_fit(*lock, **key)};
}

Answer answer_to_part(const std::string& bytes, const KeyRef& key) {
    const auto part = Store::part_of("checkins/2026-11.toml");
    const PartFile read = read_part_text(bytes, "file", *part, Journal{}, key);
    return {read.refused ? read.refused->message : std::string{}, read.notice.has_value(), true};
}

Answer answer_to(const std::string& name) {
    const std::string bytes = bytes_of(vectors() / "malformed" / name);
    if (name.starts_with("lock/")) return answer_to_lock(bytes);
    return answer_to_part(bytes, name.starts_with("sealed/") ? key_of_vectors() : nullptr);
}

}  // namespace

TEST_CASE("vectors: a plain journal of format 1 opens, and so does it locked, by either way in") {
    const FrozenJournal plain("format-1/plain");
    const Journal before = open_frozen(plain.path(), nullptr).journal;
    CHECK(before.months.at({2026, 11})->checkins.size() == 4);
    for (const std::string_view typed : {passphrase, recovery_code}) {
        const FrozenJournal locked("format-1/locked");
        const auto lock = read_lock(locked.path());
        REQUIRE(lock);
        REQUIRE(*lock);
        const auto key = unlock(**lock, Secret(typed), lock_file_of(locked.path()));
        REQUIRE(key);
        CHECK((*key)->id() == key_of_vectors()->id());
        const Journal after = open_frozen(locked.path(), *key).journal;
        CHECK(*after.profile == *before.profile);
        CHECK(*after.practices == *before.practices);
        CHECK(*after.answers.at("seven-steps") == *before.answers.at("seven-steps"));
        CHECK(after.months.at({2026, 11})->checkins.size() == 6);
    }
}

TEST_CASE("vectors: a lock with several ways in opens by each of them") {
    const auto check = [](Opener opener) {
        const FrozenJournal locked("format-2/locked");
        const auto opened = open_lock(locked.path(), opener);
        REQUIRE(opened);
        CHECK(opened->key->id() == key_of_vectors()->id());
        CHECK(opened->notices.empty());
        CHECK(opened->lock.ways.size() == 4);
        const Journal after = open_frozen(locked.path(), opened->key).journal;
        CHECK(after.months.at({2026, 11})->checkins.size() == 6);
    };
    for (const std::string_view typed : {passphrase, second_passphrase, later_recovery_code})
        check(Opener{Secret(typed), false});
    check(Opener{bytes_from(0), true});
}

TEST_CASE("vectors: archives of format 1 hold what their journals hold") {
    for (const char* name : {"plain", "locked"}) {
        CAPTURE(name);
        const auto files = read_tar(vectors() / "format-1" / (std::string(name) + ".tar"));
        REQUIRE(files);
        CHECK(files->contains("profile.toml"));
        for (const auto& [place, bytes] : *files)
            CHECK(bytes == bytes_of(vectors() / "format-1" / name / place));
    }
}

TEST_CASE("vectors: of each malformed file is said what the table says") {
    const fs::path file = vectors() / "malformed" / "answers.toml";
    const auto table = parse_toml(bytes_of(file), file.string());
    REQUIRE(table);
    Problems problems;
    const std::string name = file.string();
    const TomlReader reader{*table, name, problems};
    std::size_t count = 0;
    for (const TomlReader& row : reader.tables("file")) {
        const std::string which = row.require_text("name");
        CAPTURE(which);
        const Answer answer = answer_to(which);
        const std::string expected = row.text("program").value_or(std::string{});
        CHECK(answer.words.substr(0, expected.size()) == expected);
        CHECK(answer.words.empty() == expected.empty());
        CHECK(answer.changed == row.truth("changed").value_or(false));
        CHECK(answer.ways_fit == row.truth("ways_fit").value_or(true));
        ++count;
    }
    CHECK(problems.empty());
    CHECK(count > 60);
}

}  // namespace vectors_test
