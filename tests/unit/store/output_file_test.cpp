// Where an export, a picture or an archive may go, and what happens to what is there.
#include "workbook/store/output_file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <vector>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test::output_file_test {
namespace {

namespace fs = std::filesystem;

// A journal with a month, a place of the program beside it, and room for exports.
struct Places {
    TemporaryFolder folder;
    fs::path journal = folder / "journal";
    fs::path month = journal / "checkins/2026-11.toml";
    fs::path program = folder / "program";
    fs::path out = folder / "out";

    Places() {
        Store store{journal};
        save_all(store, {}, journal_of({checkin_on(day(2026, 11, 20), "a", 6, "A quiet day.")}));
        put_bytes(program / "content/feelings.toml", "format = 1\n");
        fs::create_directories(out);
    }
    KeptOut kept_out() const { return KeptOut({journal}, {program}); }
    Result<OutputFile> find(const fs::path& file, Existing existing = Existing::refuse) const {
        return OutputFile::find(file, existing, kept_out());
    }
    // Refused as a place that cannot be meant, also when files may be replaced.
    bool keeps_out(const fs::path& file) const {
        for (const Existing existing : {Existing::refuse, Existing::replace}) {
            const auto found = find(file, existing);
            if (found || found.error().code != ErrorCode::usage) return false;
            if (found.error().remedy.empty()) return false;
        }
        return true;
    }
};

unsigned mode_of(const fs::path& file) {
    struct stat found {};
    REQUIRE(::stat(file.c_str(), &found) == 0);
    return found.st_mode & 0777;
}

std::string read_from(int pipe) {
    std::string text(100, '\0');
    const ssize_t got = ::read(pipe, text.data(), text.size());
    text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return text;
}

}  // namespace

TEST_CASE("output: a new file is written in full, for its owner alone") {
    const Places places;
    const auto file = places.find(places.out / "a.md");
    REQUIRE(file);
    CHECK_FALSE(file->is_stream());
    REQUIRE(file->write("# Journal\n"));
    CHECK(bytes_of(places.out / "a.md") == "# Journal\n");
    CHECK(mode_of(places.out / "a.md") == 0600);
    CHECK(names_in(places.out, true) == std::vector<std::string>{"a.md"});
}

TEST_CASE("output: nothing of the journal or the program is a target, however it is called") {
    const Places places;
    fs::create_symlink(places.journal, places.out / "link");
    fs::create_symlink(places.month, places.out / "month.md");
    fs::create_symlink(places.out / "month.md", places.out / "link to the link.md");
    fs::create_hard_link(places.month, places.out / "hard.md");
    fs::create_symlink(places.journal / "new.md", places.out / "dangling.md");
    const std::string name = places.journal.filename().string();
    const std::vector<fs::path> spellings{
        places.month,
        places.journal / "new.md",
        places.journal,
        places.journal / "no/such/folder/new.md",
        places.journal / ".history/versions/x",
        places.journal / ".lock",
        places.journal / "checkins/../checkins/./2026-11.toml",
        places.out / ".." / name / "profile.toml",
        places.out / "link/checkins/2026-11.toml",
        places.out / "link/new.md",
        places.out / "month.md",
        places.out / "link to the link.md",
        places.out / "hard.md",
        places.out / "dangling.md",
        fs::path("/proc/self/root") / places.month.relative_path(),
        places.program / "content/feelings.toml",
        places.program / "content/new.toml",
        places.program,
    };
    const std::string before = bytes_of(places.month);
    for (const fs::path& spelling : spellings) {
        CAPTURE(spelling.string());
        CHECK(places.keeps_out(spelling));
    }
    CHECK(bytes_of(places.month) == before);
    CHECK_FALSE(fs::exists(places.journal / "new.md"));
}

TEST_CASE("output: a relative name is one from where one stands") {
    const Places places;
    const fs::path stood = fs::current_path();
    fs::current_path(places.journal / "checkins");
    CHECK(places.keeps_out("2026-11.toml"));
    CHECK(places.keeps_out("/proc/self/cwd/2026-11.toml"));
    CHECK(places.keeps_out("new.md"));
    fs::current_path(places.out);
    CHECK(places.find("new.md").has_value());
    CHECK(places.keeps_out("../journal/new.md"));
    fs::current_path(stood);
}

TEST_CASE("output: what the journal's files are links to belongs to it") {
    const Places places;
    const fs::path elsewhere = places.folder / "synced/2026-11.toml";
    fs::create_directories(elsewhere.parent_path());
    fs::rename(places.month, elsewhere);
    fs::create_symlink(elsewhere, places.month);
    CHECK(places.keeps_out(elsewhere));
    CHECK(places.find(places.folder / "synced/new.md").has_value());
}

TEST_CASE("output: a folder of the journal that is a link is kept out where it really is") {
    const Places places;
    fs::rename(places.journal / "checkins", places.folder / "synced");
    fs::create_symlink(places.folder / "synced", places.journal / "checkins");
    CHECK(places.keeps_out(places.folder / "synced/new.md"));
}

TEST_CASE("output: a journal that is not there yet is kept out by its name") {
    const Places places;
    const KeptOut kept_out({places.folder / "none"}, {});
    CHECK(kept_out.holds(places.folder / "none"));
    CHECK(kept_out.holds(places.folder / "none/a.md"));
    CHECK(kept_out.holds(places.folder / "out/../none/a.md"));
    CHECK_FALSE(kept_out.holds(places.folder / "nonesuch/a.md"));
}

TEST_CASE("output: the file of any journal is known by its first words and never replaced") {
    const Places places;
    fs::copy_file(places.month, places.out / "2026-11.toml");
    const auto found = places.find(places.out / "2026-11.toml", Existing::replace);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::usage);
}

TEST_CASE("output: a file that is there is refused by name, or replaced when that was asked for") {
    const Places places;
    const fs::path file = places.out / "there.md";
    put_bytes(file, "mine");
    fs::permissions(file, fs::perms(0644));
    const auto refused = places.find(file);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::usage);
    CHECK(to_string(refused.error()).find(file.string()) != std::string::npos);
    CHECK(bytes_of(file) == "mine");
    const auto replaced = places.find(file, Existing::replace);
    REQUIRE(replaced);
    REQUIRE(replaced->write("new"));
    CHECK(bytes_of(file) == "new");
    CHECK(mode_of(file) == 0600);
}

TEST_CASE("output: a file that comes meanwhile is not written over") {
    const Places places;
    const auto file = places.find(places.out / "a.md");
    REQUIRE(file);
    put_bytes(places.out / "a.md", "mine");
    const auto written = file->write("new");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::usage);
    CHECK(bytes_of(places.out / "a.md") == "mine");
    CHECK(names_in(places.out, true) == std::vector<std::string>{"a.md"});
}

TEST_CASE("output: a link stays a link, and one that leads nowhere is refused") {
    const Places places;
    put_bytes(places.out / "real.md", "mine");
    fs::create_symlink("real.md", places.out / "link.md");
    fs::create_symlink("none.md", places.out / "dangling.md");
    CHECK_FALSE(places.find(places.out / "link.md"));
    CHECK_FALSE(places.find(places.out / "dangling.md"));
    const auto file = places.find(places.out / "link.md", Existing::replace);
    REQUIRE(file);
    REQUIRE(file->write("new"));
    CHECK(fs::is_symlink(places.out / "link.md"));
    CHECK(bytes_of(places.out / "real.md") == "new");
}

TEST_CASE("output: a write-protected file is never replaced, nor is someone else's") {
    const Places places;
    const fs::path file = places.out / "there.md";
    put_bytes(file, "mine");
    fs::permissions(file, fs::perms(0400));
    const auto found = places.find(file, Existing::replace);
    REQUIRE(found);
    CHECK_FALSE(found->write("new"));
    CHECK(bytes_of(file) == "mine");
    if (::geteuid() != 0) return;
    fs::permissions(file, fs::perms(0600));
    REQUIRE(::chown(file.c_str(), 4711, 4711) == 0);
    const auto others = places.find(file, Existing::replace);
    REQUIRE_FALSE(others);
    CHECK(others.error().code == ErrorCode::system);
}

TEST_CASE("output: a folder, no name and no folder above it are each a sentence") {
    const Places places;
    CHECK(places.keeps_out(places.out));
    CHECK(places.keeps_out(places.out.string() + "/"));
    CHECK(places.keeps_out((places.out / "none").string() + "/"));
    CHECK(places.keeps_out(""));
    const auto nowhere = places.find(places.out / "none/a.md");
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == ErrorCode::system);
    CHECK_FALSE(fs::exists(places.out / "none"));
}

TEST_CASE("output: a pipe and a device are written to and stay what they are") {
    const Places places;
    const fs::path pipe = places.out / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const Descriptor reader{::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
    const auto file = places.find(pipe);
    REQUIRE(file);
    CHECK(file->is_stream());
    REQUIRE(file->write("through the pipe"));
    CHECK(read_from(reader.get()) == "through the pipe");
    CHECK(fs::is_fifo(pipe));
    for (const Existing existing : {Existing::refuse, Existing::replace}) {
        const auto null = places.find("/dev/null", existing);
        REQUIRE(null);
        REQUIRE(null->write("nowhere"));
        CHECK(fs::is_character_file("/dev/null"));
    }
    const auto full = places.find("/dev/full");
    REQUIRE(full);
    const auto written = full->write("x");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::system);
}

TEST_CASE("output: a descriptor that was given is written to where it is") {
    const Places places;
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    const Descriptor reader{ends[0]};
    const Descriptor writer{ends[1]};
    const auto substitution = places.find("/dev/fd/" + std::to_string(writer.get()));
    REQUIRE(substitution);
    REQUIRE(substitution->write("substituted"));
    CHECK(read_from(reader.get()) == "substituted");

    // As the shell opens it: `export --out /dev/fd/N N>FILE`.
    put_bytes(places.out / "a.md", "before ");
    const Descriptor plain{::open((places.out / "a.md").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC)};
    const auto redirected = places.find("/proc/self/fd/" + std::to_string(plain.get()));
    REQUIRE(redirected);
    CHECK(redirected->is_stream());
    REQUIRE(redirected->write("after"));
    CHECK(bytes_of(places.out / "a.md") == "before after");

    const Descriptor inside{::open(places.month.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC)};
    CHECK(places.keeps_out("/dev/fd/" + std::to_string(inside.get())));
    CHECK_FALSE(places.find("/dev/fd/977"));
}

TEST_CASE("output: a name as long as names may be can be written") {
    const Places places;
    const fs::path file = places.out / (std::string(252, 'n') + ".md");
    const auto found = places.find(file);
    REQUIRE(found);
    REQUIRE(found->write("x"));
    CHECK(bytes_of(file) == "x");
}

TEST_CASE("output: a link of another account is never written through, whatever was asked for") {
    if (::geteuid() != 0) return;
    const Places places;
    const fs::path shared = places.out / "shared";
    fs::create_directories(shared / "own");
    fs::permissions(shared, fs::perms(01777));
    put_bytes(places.out / "real.md", "mine");
    const auto plant = [&](const fs::path& target, const fs::path& link) {
        fs::create_symlink(target, link);
        REQUIRE(::lchown(link.c_str(), 4711, 4711) == 0);
    };
    plant(places.out / "real.md", shared / "a.md");
    plant(places.out / "none.md", shared / "dangling.md");
    plant(places.out, shared / "folder");
    plant("/dev/null", shared / "device");
    for (const Existing existing : {Existing::refuse, Existing::replace})
        for (const char* name : {"a.md", "dangling.md", "folder/new.md", "device"}) {
            CAPTURE(name);
            const auto found = places.find(shared / name, existing);
            REQUIRE_FALSE(found);
            CHECK(found.error().code == ErrorCode::usage);
        }
    const auto own = places.find(shared / "later.md", Existing::replace);
    REQUIRE(own);
    plant(places.out / "real.md", shared / "later.md");
    CHECK_FALSE(own->write("new"));
    CHECK(bytes_of(places.out / "real.md") == "mine");
    CHECK_FALSE(fs::exists(places.out / "none.md"));
}

}  // namespace rekindle::test::output_file_test
