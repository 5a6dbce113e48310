// Plain copies of a journal beside it: found by what they hold or are called, taken in with the
// lock, given back on request; and nothing else is touched.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/exchange/csv.hpp"
#include "workbook/exchange/html.hpp"
#include "workbook/store/archive.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/other_files.hpp"
#include "workbook/store/plain_copy.hpp"
#include "workbook/store/taken_files.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace plain_copy_test {

namespace fs = std::filesystem;

namespace {

const Date today = day(2026, 11, 21);

Journal sample() {
    return journal_of({checkin_on(day(2026, 11, 1), "b", 6, "along the quiet canal")});
}

void fill(const fs::path& folder) {
    Store store(folder);
    save_all(store, {}, sample());
}

bool is_among(const std::vector<fs::path>& files, const fs::path& file) {
    return std::find(files.begin(), files.end(), file) != files.end();
}

// What editors and sync tools leave, under the names they give.
const std::vector<fs::path> left_behind{
    ".profile.toml.swp",
    "#practices.toml#",
    ".practices.toml.un~",
    ".#profile.toml",
    "profile.bak",
    "checkins/2026-11.bak",
    "checkins/2026-11.sync-conflict.tmp",
    ".stversions/checkins/2026-11~20261101-120000.toml",
    "checkins/old/2026-11.toml",
    "checkins/.2026-11.toml.swp",
    "checkins/2026-11 (copy).toml",
    "checkins/2026-11.toml~",
    ".~lock.profile.toml#",
    "rekindle-2026-11-20.tar",
    "Copy of profile.toml",
    "notes of mine/everything.txt",
    ".history-of-editor/2f/a81c.txt",
};

}  // namespace

TEST_CASE("plain copies: those that editors and sync tools leave are sealed with the journal") {
    const TemporaryFolder folder;
    fill(folder.path());
    const std::string text = bytes_of(folder / "checkins/2026-11.toml");
    for (const fs::path& name : left_behind) put_bytes(folder / name, text);
    const KeyRef key = make_key();
    const auto done =
        change_lock(folder.path(), {nullptr, key, quick_lock(key, passphrase)}, today);
    REQUIRE(done);
    CHECK(all_bytes(folder.path()).find(" canal") == std::string::npos);
    CHECK(done->stays.empty());
    CHECK(done->all_seen);
    const Store store = locked_store(folder.path(), key);
    for (const fs::path& name : done->copies) {
        CHECK_FALSE(fs::exists(folder / name));
        CHECK(read_taken(store, name.string() + ".1") == text);
    }
    // Those that `merge` reads stay where they are, sealed.
    CHECK(done->copies.size() == left_behind.size() - 2);
    CHECK(list_taken(folder.path()).size() == done->copies.size());
    CHECK(store.open()->journal == sample());
}

TEST_CASE("plain copies: one that is only a part of a file, or in another form, is told as well") {
    const TemporaryFolder folder;
    fill(folder.path());
    const std::string text = bytes_of(folder / "checkins/2026-11.toml");
    std::string wide;
    for (const char each : text) wide += {each, '\0'};
    CHECK(judge_bytes("b0VIM 9.0" + std::string(4000, '\0') + text, {}) == Seems::copy);
    CHECK(judge_bytes("\xFF\xFE" + wide, {}) == Seems::copy);
    CHECK(judge_bytes("a letter\n\n" + text, {}) == Seems::copy);
    CHECK(judge_bytes(text.substr(text.find("[[")), {}) == Seems::copy);
    put_bytes(folder / ".2026-11.toml.swp", std::string("b0VIM\0canal", 11));
    put_bytes(folder / "checkins/.2026-11.toml.swp", std::string("b0VIM\0canal", 11));
    const OtherFiles others = find_other_files(folder.path());
    CHECK(is_among(others.copies, "checkins/.2026-11.toml.swp"));
}

TEST_CASE("plain copies: exports and archives of a plain journal are told") {
    const TemporaryFolder folder;
    fill(folder.path());
    const auto table = to_csv(sample(), {}, day(2026, 1, 1), day(2026, 12, 31));
    CHECK(judge_bytes(table, {}) == Seems::copy);
    CHECK(judge_bytes(to_html({}), {}) == Seems::copy);
    const auto files = collect_files(folder.path());
    REQUIRE(files);
    const auto tar = to_tar(*files);
    REQUIRE(tar);
    put_bytes(folder / "kept.tar", *tar);
    CHECK(judge_bytes(*tar, folder / "kept.tar") == Seems::copy);
    const TemporaryFolder locked;
    fill(locked.path());
    set_lock(locked.path(), passphrase);
    const auto sealed = to_tar(*collect_files(locked.path()));
    put_bytes(folder / "locked.tar", *sealed);
    CHECK(judge_bytes(*sealed, folder / "locked.tar") == Seems::envelope);
    CHECK(judge_bytes(bytes_of(locked / "lock.toml"), {}) == Seems::other);
}

TEST_CASE(
    "plain copies: what is somebody's own stays as it is, and is named as far as it has words") {
    const TemporaryFolder folder;
    fill(folder.path());
    put_bytes(folder / "letter.txt", "dear landlord");
    put_bytes(folder / "profile.md", "my profile for work");
    put_bytes(folder / "2026-11.txt", "invoices");
    put_bytes(folder / "invoices/2026-11.toml", "total = 3\n");
    put_bytes(folder / ".profile", "export PATH\n");
    put_bytes(folder / "picture.png", "\x89PNG\r\n profile.toml");
    put_bytes(folder / "program", std::string("\x7F"
                                              "ELF\0\0# Rekindle keeps this file.",
                                              30));
    put_bytes(folder / "workbooks/own.toml", "title = \"own\"\n");
    put_bytes(folder / "themes/own.toml", "name = \"own\"\n");
    put_bytes(folder / ".git/objects/12/3456", std::string("x\0y", 3));
    put_bytes(folder / "another/lock.toml", "format = 1\n");
    put_bytes(folder / "another/profile.toml", bytes_of(folder / "checkins/2026-11.toml"));
    fs::create_symlink(folder / "letter.txt", folder / "link.txt");
    const OtherFiles others = find_other_files(folder.path());
    CHECK(others.copies.empty());
    CHECK(others.stays == std::vector<fs::path>{".git", ".profile", "2026-11.txt", "another",
                                                "invoices/2026-11.toml", "letter.txt",
                                                "profile.md"});
    CHECK(others.pictures == std::vector<fs::path>{"picture.png"});
    const KeyRef key = set_lock(folder.path(), passphrase);
    for (const fs::path& name : others.stays) CHECK(fs::exists(folder / name));
    CHECK(list_taken(folder.path()).empty());
}

TEST_CASE("plain copies: whatever may hold words is named, of whatever kind it is") {
    const TemporaryFolder folder;
    fill(folder.path());
    const auto bytes = [](std::string_view start) { return std::string(start) + '\0' + "packed"; };
    const std::vector<std::pair<fs::path, std::string>> files{
        {"a.7z", bytes("7z\xBC\xAF\x27\x1C")},
        {"b.Z", bytes("\x1F\x9D\x90")},
        {"c.br", bytes("\x0B\x03\x80")},  // it has no beginning of its own
        {"d.bz2", bytes("BZh91AY")},
        {"e.doc", bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")},
        {"f.docx", bytes("PK\x03\x04")},
        {"g.gz", bytes("\x1F\x8B\x08")},
        {"h.lz4", bytes("\x04\x22\x4D\x18")},
        {"i.lzma", bytes("\x5D")},
        {"j.odt", bytes("PK\x03\x04")},
        {"k.pdf", bytes("%PDF-1.7")},
        {"l.rar", bytes("Rar!\x1A\x07")},
        {"m.sqlite", bytes("SQLite format 3")},
        {"m.sqlite-shm", std::string("\x18\xE2\x2D\0", 4)},
        {"m.sqlite-wal", bytes("\x37\x7F\x06\x82")},
        {"n.xls", bytes("\x09\x08\x10")},
        {"o.xz", bytes("\xFD\x37zXZ")},
        {"p.zst", bytes("\x28\xB5\x2F\xFD")},
        {"q", std::string("\0\0", 2)}};
    std::vector<fs::path> names;
    for (const auto& [name, text] : files) {
        put_bytes(folder / name, text);
        names.push_back(name);
    }
    const OtherFiles others = find_other_files(folder.path());
    CHECK(others.stays == names);
    CHECK(others.pictures.empty());
    CHECK(others.copies.empty());
    // Each can be taken in.
    const Store store = locked_store(folder.path(), set_lock(folder.path(), passphrase));
    for (const fs::path& name : names) REQUIRE(take_in(store, name));
    CHECK(find_other_files(folder.path()).stays.empty());
    CHECK(read_taken(store, "e.doc.1") == files[4].second);
}

TEST_CASE("plain copies: a picture, a sound or a film may show the words; a font does not") {
    const TemporaryFolder folder;
    fill(folder.path());
    const std::string rest(60, '\0');
    const std::vector<std::pair<fs::path, std::string>> files{{"a screenshot.png", "\x89PNG\r\n"},
                                                              {"b.jpg", "\xFF\xD8\xFF\xE0"},
                                                              {"c.webp", "RIFF"},
                                                              {"d.mp4", std::string("\0\0\0\x18"
                                                                                    "ftypmp42",
                                                                                    12)},
                                                              {"e.ogg", "OggS"},
                                                              {"f.tiff", std::string("II*\0", 4)}};
    std::vector<fs::path> names;
    for (const auto& [name, start] : files) {
        put_bytes(folder / name, start + rest);
        names.push_back(name);
    }
    put_bytes(folder / "font.ttf", std::string("\0\x01\0\0", 4) + rest);
    put_bytes(folder / "font.otf", "OTTO" + rest);
    put_bytes(folder / "font.woff2", "wOF2" + rest);
    put_bytes(folder / "empty", "");
    const OtherFiles others = find_other_files(folder.path());
    CHECK(others.pictures == names);
    CHECK(others.stays.empty());
    const Store store = locked_store(folder.path(), set_lock(folder.path(), passphrase));
    REQUIRE(take_in(store, "a screenshot.png"));
    CHECK_FALSE(fs::exists(folder / "a screenshot.png"));
}

TEST_CASE("plain copies: one that comes after the lock goes with a new key, or on a word") {
    const TemporaryFolder folder;
    fill(folder.path());
    const std::string text = bytes_of(folder / "checkins/2026-11.toml");
    const KeyRef key = set_lock(folder.path(), passphrase);
    put_bytes(folder / "old/november.txt", text);
    put_bytes(folder / "letter.txt", "a letter about the canal");
    Store store = locked_store(folder.path(), key);
    const auto place = take_in(store, "letter.txt");
    REQUIRE(place);
    CHECK_FALSE(fs::exists(folder / "letter.txt"));
    CHECK(is_envelope(bytes_of(folder / *place)));
    CHECK(read_taken(store, "letter.txt.1") == "a letter about the canal");
    const KeyRef next = make_key();
    const auto done = change_lock(folder.path(), {key, next, quick_lock(next, passphrase)}, today);
    REQUIRE(done);
    CHECK(is_among(done->copies, "old/november.txt"));
    CHECK(all_bytes(folder.path()).find("canal") == std::string::npos);
    store.use_key(next);
    CHECK(read_taken(store, "letter.txt.1") == "a letter about the canal");
    CHECK(read_taken(store, "old/november.txt.1") == text);
    // The lock taken off: what was taken in is as plain as the rest.
    REQUIRE(change_lock(folder.path(), {next, nullptr, std::nullopt}, today));
    CHECK(bytes_of(folder / ".history/taken/letter.txt.1") == "a letter about the canal");
}

TEST_CASE("plain copies: encrypted ones elsewhere in the folder change with the journal") {
    const TemporaryFolder folder;
    fill(folder.path());
    const KeyRef key = set_lock(folder.path(), passphrase);
    const fs::path kept = ".stversions/checkins/2026-11~1.toml";
    put_bytes(folder / kept, bytes_of(folder / "checkins/2026-11.toml"));
    const KeyRef next = make_key();
    REQUIRE(change_lock(folder.path(), {key, next, quick_lock(next, passphrase)}, today));
    const auto opened = open_file_text(bytes_of(folder / kept), next, {}, "");
    REQUIRE(opened);
    REQUIRE(*opened);
    CHECK((*opened)->text.find("quiet canal") != std::string::npos);
}

TEST_CASE("plain copies: what is the journal's own, elsewhere, a link or plain is not taken in") {
    const TemporaryFolder folder;
    const TemporaryFolder elsewhere;
    fill(folder.path());
    put_bytes(elsewhere / "letter.txt", "a letter");
    put_bytes(folder / "letter.txt", "a letter");
    CHECK_FALSE(take_in(Store(folder.path()), "letter.txt"));
    const Store store = locked_store(folder.path(), set_lock(folder.path(), passphrase));
    fs::create_symlink(elsewhere / "letter.txt", folder / "link.txt");
    fs::create_symlink(elsewhere.path(), folder / "folder");
    for (const fs::path& name :
         {fs::path("profile.toml"), fs::path("lock.toml"), fs::path(".lock"),
          fs::path(".history/lock.toml"), fs::path("link.txt"), fs::path("folder/letter.txt"),
          fs::path("nothing.txt"), fs::path("checkins/2026-11.toml"),
          fs::path("..") / elsewhere.path().filename() / "letter.txt", elsewhere / "letter.txt"})
        CHECK_FALSE(take_in(store, name));
    CHECK(take_in(store, elsewhere / "letter.txt").error().message ==
          "This is not in the journal’s folder.");
    CHECK(take_in(store, "lock.toml").error().message == "This is one of the journal’s own files.");
    CHECK(bytes_of(elsewhere / "letter.txt") == "a letter");
    CHECK(store.open()->journal == sample());
    CHECK_FALSE(read_taken(store, "../../lock.toml"));
}

}  // namespace plain_copy_test
