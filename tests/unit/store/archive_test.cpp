// The journal as one tar file: out and in again, and what is refused.
#include <doctest/doctest.h>

#include <archive.h>
#include <archive_entry.h>

#include <filesystem>
#include <string>

#include "tests/support/source_folder.hpp"
#include "tests/unit/store/store_support.hpp"
#include "workbook/store/archive.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace archive_test {

namespace fs = std::filesystem;

namespace {

const ArchivedFiles two{{"checkins/2026-11.toml", "format = 1\n"}, {"profile.toml", "a = \"é\"\n"}};

// A tar of one entry as someone else might make it.
void put_tar(const fs::path& file, const char* name, unsigned type, const char* link = nullptr) {
    archive* writer = archive_write_new();
    archive_write_set_format_pax_restricted(writer);
    archive_write_open_filename(writer, file.c_str());
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    if (link) archive_entry_set_symlink(entry, link);
    archive_entry_set_size(entry, link ? 0 : 4);
    archive_write_header(writer, entry);
    if (!link) archive_write_data(writer, "a=1\n", 4);
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
}

}  // namespace

TEST_CASE("archive: what is packed is read again, byte for byte") {
    const TemporaryFolder folder;
    const auto tar = to_tar(two);
    REQUIRE(tar);
    CHECK(*to_tar(two) == *tar);  // no clock in it
    put_bytes(folder / "a.tar", *tar);
    const auto read = read_tar(folder / "a.tar");
    REQUIRE(read);
    CHECK(*read == two);
    for (const auto& [name, bytes] : *read) put_bytes(folder / "out" / name, bytes);
    CHECK(*collect_files(folder / "out") == two);
}

TEST_CASE("archive: one that leads elsewhere or holds other things is refused whole") {
    const TemporaryFolder folder;
    const fs::path file = folder / "a.tar";
    for (const char* name : {"../profile.toml", "/etc/profile.toml", "checkins/../../a.toml",
                             "checkins/deep/a.toml", "notes.txt", ".hidden.toml", "other/a.toml"}) {
        CAPTURE(name);
        put_tar(file, name, AE_IFREG);
        const auto read = read_tar(file);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::invalid);
        fs::remove(file);
    }
    put_tar(file, "profile.toml", AE_IFLNK, "/etc/passwd");
    CHECK_FALSE(read_tar(file));
    put_tar(file, "./profile.toml", AE_IFREG);  // as `tar c .` writes it
    CHECK(read_tar(file));
}

TEST_CASE("archive: what it takes to read it without the program lies in it, and is passed over") {
    const TemporaryFolder folder;
    const std::string tar = *to_tar(two);
    for (const char* name : {"FORMAT.md", "tests/reader/reader.py"})
        CHECK(tar.find(bytes_of(tests::source_folder() / name)) != std::string::npos);
    put_tar(folder / "a.tar", "FORMAT.md", AE_IFREG);
    CHECK_FALSE(read_tar(folder / "a.tar"));  // nothing of a journal
    put_tar(folder / "b.tar", "checkins/FORMAT.md", AE_IFREG);
    CHECK_FALSE(read_tar(folder / "b.tar"));
    put_tar(folder / "c.tar", "FORMAT.md", AE_IFLNK, "profile.toml");
    CHECK_FALSE(read_tar(folder / "c.tar"));
}

TEST_CASE("archive: what is cut short, changed, no archive or not there is refused") {
    const TemporaryFolder folder;
    const std::string tar = *to_tar(two);
    const fs::path file = folder / "a.tar";
    CHECK_FALSE(read_tar(file));
    CHECK_FALSE(read_tar(folder.path()));
    for (const std::size_t length : {std::size_t{0}, std::size_t{100}, std::size_t{515}}) {
        CAPTURE(length);
        put_bytes(file, tar.substr(0, length));
        CHECK_FALSE(read_tar(file));
    }
    put_bytes(file, std::string(4096, 'x'));
    CHECK_FALSE(read_tar(file));
    std::string flipped = tar;
    flipped[3] = static_cast<char>(flipped[3] ^ 4);  // in a name: its header's sum is wrong
    put_bytes(file, flipped);
    CHECK_FALSE(read_tar(file));
}

}  // namespace archive_test
