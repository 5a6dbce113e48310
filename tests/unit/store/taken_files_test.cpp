// Files that are taken into a locked journal while another program writes them: whatever it writes,
// and wherever the run is cut off, nothing that was written is lost.
#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/store/damaged.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/other_files.hpp"
#include "workbook/store/removal.hpp"
#include "workbook/store/taken_files.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace taken_files_test {

namespace fs = std::filesystem;

namespace {

const Date day_of_lock = day(2026, 11, 21);
constexpr const char* first_words = "a letter about the canal";
constexpr const char* last_words = "a letter, and what was added last";

bool ends_in(const char* path, std::string_view name) { return fs::path(path).filename() == name; }

// The real calls; right before and right after the first rename of a file of that name an editor
// saves as well.
struct Editor {
    std::string name;
    fs::path file;
    std::string before{};
    std::string after{};

    SystemCalls calls() const {
        SystemCalls calls;
        const auto saved = std::make_shared<bool>(false);
        calls.renameat2 = [editor = *this, saved, real = SystemCalls{}](
                              const char* from, const char* to, unsigned flags) {
            if (*saved || !ends_in(from, editor.name)) return real.renameat2(from, to, flags);
            *saved = true;
            if (!editor.before.empty()) put_bytes(editor.file, editor.before);
            const int moved = real.renameat2(from, to, flags);
            if (!editor.after.empty()) put_bytes(editor.file, editor.after);
            return moved;
        };
        return calls;
    }
};

// The real calls, of which none renames any more once a file of that name was renamed.
SystemCalls ended_after(std::string name) {
    SystemCalls calls;
    const auto ended = std::make_shared<bool>(false);
    calls.renameat2 = [name = std::move(name), ended, real = SystemCalls{}](
                          const char* from, const char* to, unsigned flags) {
        if (*ended) {
            errno = EIO;
            return -1;
        }
        *ended = ends_in(from, name);
        return real.renameat2(from, to, flags);
    };
    return calls;
}

// A locked journal with a letter beside it.
struct WithLetter : TwoMonths {
    fs::path letter = folder / "old/letter.txt";
    fs::path aside = folder / name_while_removed("old/letter.txt");
    WithLetter() { put_bytes(letter, first_words); }
    Store store() const { return locked_store(path(), key); }
};

}  // namespace

TEST_CASE("taken files: what an editor saves at the last moment stays where it is") {
    const WithLetter diary;
    const Editor editor{"letter.txt", diary.letter, last_words};
    const auto taken = take_in(diary.store(), "old/letter.txt", editor.calls());
    REQUIRE_FALSE(taken);
    CHECK(taken.error().message == "This file has changed meanwhile.");
    CHECK(bytes_of(diary.letter) == last_words);
    CHECK_FALSE(fs::exists(diary.aside));
    REQUIRE(take_in(diary.store(), "old/letter.txt"));
    CHECK(read_taken(diary.store(), "old/letter.txt.2") == last_words);
}

TEST_CASE("taken files: one that is written anew while it is looked at stays, and is told") {
    const WithLetter diary;
    const Editor editor{"letter.txt", diary.letter, {}, last_words};
    const auto taken = take_in(diary.store(), "old/letter.txt", editor.calls());
    REQUIRE_FALSE(taken);
    CHECK(taken.error().message == "This file was taken in, and another stands in its place now.");
    CHECK(bytes_of(diary.letter) == last_words);
    CHECK(read_taken(diary.store(), "old/letter.txt.1") == first_words);
}

TEST_CASE("taken files: of two versions that came meanwhile neither takes the other's place") {
    const WithLetter diary;
    const Editor editor{"letter.txt", diary.letter, "a version between", last_words};
    const auto taken = take_in(diary.store(), "old/letter.txt", editor.calls());
    REQUIRE_FALSE(taken);
    CHECK(taken.error().remedy.find("letter.txt.being-taken-in.1") != std::string::npos);
    CHECK(bytes_of(diary.letter) == last_words);
    CHECK(bytes_of(diary.aside) == "a version between");
}

TEST_CASE("taken files: one that a run left half taken is found and can be taken in") {
    const WithLetter diary;
    fs::rename(diary.letter, diary.aside);
    const fs::path left = name_while_removed("old/letter.txt");
    const OtherFiles others = find_other_files(diary.path());
    REQUIRE(others.stays == std::vector<fs::path>{left});
    REQUIRE(take_in(diary.store(), left));
    CHECK_FALSE(fs::exists(diary.aside));
    CHECK(read_taken(diary.store(), left.string() + ".1") == first_words);
}

TEST_CASE("taken files: a name that is taken is not taken twice") {
    const WithLetter diary;
    put_bytes(diary.aside, "somebody's own");
    REQUIRE(take_in(diary.store(), "old/letter.txt"));
    CHECK(bytes_of(diary.aside) == "somebody's own");
    CHECK_FALSE(fs::exists(diary.letter));
}

TEST_CASE("taken files: a copy that is changed while the lock is set is not removed") {
    const TwoMonths diary(false);
    const std::string text = bytes_of(diary.folder / "checkins/2026-11.toml");
    const fs::path copy = diary.folder / "old/november.txt";
    put_bytes(copy, text);
    const KeyRef key = make_key();
    const Editor editor{"november.txt", copy, text + last_words};
    const auto done = change_lock(diary.path(), {nullptr, key, quick_lock(key, passphrase)},
                                  day_of_lock, editor.calls());
    REQUIRE(done);
    CHECK(bytes_of(copy) == text + last_words);
    CHECK(done->copies.empty());
    CHECK(done->stays == std::vector<fs::path>{"old/november.txt"});
    CHECK(read_taken(locked_store(diary.path(), key), "old/november.txt.1") == text);
}

TEST_CASE("taken files: a copy that a run left half removed goes when the change is finished") {
    const TwoMonths diary(false);
    const fs::path copy = diary.folder / "old/november.txt";
    put_bytes(copy, bytes_of(diary.folder / "checkins/2026-11.toml"));
    const KeyRef key = make_key();
    const auto cut = change_lock(diary.path(), {nullptr, key, quick_lock(key, passphrase)},
                                 day_of_lock, ended_after("2026-11.toml"));
    REQUIRE_FALSE(cut);
    fs::rename(copy, diary.folder / name_while_removed("old/november.txt"));
    REQUIRE(settle_lock_change(diary.path()) == Settled::finished);
    CHECK(all_bytes(diary.path()).find(" canal") == std::string::npos);
}

TEST_CASE("taken files: a month that is saved while the lock puts its own in place is kept") {
    const TwoMonths diary(false);
    const fs::path month = diary.folder / "checkins/2026-11.toml";
    const KeyRef key = make_key();
    SystemCalls calls;
    const auto saved = std::make_shared<bool>(false);
    const fs::path mark = diary.folder / ".locking/ready.toml";
    calls.renameat2 = [=, real = SystemCalls{}](const char* from, const char* to, unsigned flags) {
        const bool is_placed = !*saved && ends_in(to, "2026-11.toml") && fs::exists(mark);
        if (is_placed) {
            fs::remove(month);  // it has other names in the history, which stay as they are
            put_bytes(month, last_words);
        }
        *saved = *saved || is_placed;
        return real.renameat2(from, to, flags);
    };
    REQUIRE(
        change_lock(diary.path(), {nullptr, key, quick_lock(key, passphrase)}, day_of_lock, calls));
    REQUIRE(*saved);
    CHECK(all_bytes(diary.path()).find(last_words) != std::string::npos);
    CHECK(bytes_of(diary.folder / ".history/interrupted/2026-11.toml.1") == last_words);
    CHECK(locked_store(diary.path(), key).open()->journal == two_months());
    // Nobody had the key there; whoever opens the journal next has it.
    keep_all_leftovers(diary.path(), key);
    CHECK(all_bytes(diary.path()).find(last_words) == std::string::npos);
    const fs::path sealed = ".history/interrupted/2026-11.toml.1.1";
    const auto opened = open_file_text(bytes_of(diary.folder / sealed), key, {}, "");
    REQUIRE(opened);
    REQUIRE(*opened);
    CHECK((*opened)->text == last_words);
}

TEST_CASE("taken files: what is set aside on another disk goes only as it was kept") {
    const TwoMonths diary;
    const fs::path file = diary.folder / "checkins/2026-12.toml";
    put_bytes(file, first_words);
    SystemCalls calls;
    const auto saved = std::make_shared<bool>(false);
    calls.renameat2 = [=, real = SystemCalls{}](const char* from, const char* to, unsigned flags) {
        const bool leaves = ends_in(from, "2026-12.toml") &&
                            fs::path(to).parent_path() != fs::path(from).parent_path();
        if (!leaves) return real.renameat2(from, to, flags);
        if (!*saved) put_bytes(file, last_words);
        *saved = true;
        errno = EXDEV;
        return -1;
    };
    CHECK_FALSE(set_aside(diary.path(), "checkins/2026-12.toml", diary.key, calls));
    CHECK(bytes_of(file) == last_words);
    REQUIRE(set_aside(diary.path(), "checkins/2026-12.toml", diary.key, calls));
    CHECK_FALSE(fs::exists(file));
}

}  // namespace taken_files_test
