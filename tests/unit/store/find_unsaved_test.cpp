// Whose a change is that could not be saved: what comes back by itself, and what is asked about.
#include "workbook/store/find_unsaved.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/unit/store/lock_support.hpp"
#include "tests/unit/store/store_support.hpp"
#include "workbook/store/convert_unsaved.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace find_unsaved_test {

namespace fs = std::filesystem;

namespace {

const Date november = day(2026, 11, 1);
const Date october = day(2026, 10, 20);

Journal sample() { return journal_of({checkin_on(november, "a", 1, "by the canal")}); }
Journal longer() { return with_checkin(sample(), checkin_on(november + 1, "b", 2, "and back")); }
// In a month of which `sample` has nothing.
Journal with_october() { return with_checkin(sample(), checkin_on(october, "o", 3, "a new one")); }

// A folder with a journal and one for what could not be saved, as two windows find them.
struct Desk {
    TemporaryFolder folder;
    fs::path journal = folder / "journal";
    fs::path kept = folder / "state/unsaved";
    fs::path file = kept / "x.toml";
    KeyRef key;

    Desk() {
        Store store(journal);
        save_all(store, {}, sample());
    }
    void lock() { key = set_lock(journal, passphrase); }
    void keep(const Journal& base, const Journal& ours, const KeyRef& with = nullptr) {
        REQUIRE(write_unsaved(file, unsaved_text(journal, base, ours, with, november)));
    }
    FoundUnsaved find() const { return find_in(journal); }
    FoundUnsaved find_in(const fs::path& where) const {
        Store store(where);
        store.use_key(key);
        return find_unsaved(kept, store);
    }
};

bool is_nothing(const FoundUnsaved& found) { return found.ours.empty() && found.asked.empty(); }

bool is_asked(const FoundUnsaved& found, WhyAsked why) {
    return found.ours.empty() && found.asked.size() == 1 && found.asked[0].why == why;
}

}  // namespace

TEST_CASE("unsaved: plain text beside a locked journal comes in only when somebody says so") {
    Desk at;
    at.lock();
    at.keep(sample(), longer());
    const FoundUnsaved found = at.find();
    REQUIRE(is_asked(found, WhyAsked::plain));
    CHECK(found.asked[0].unsaved.ours == longer());
    CHECK(found.asked[0].unsaved.day == november);
    const Error said = in_words(found.asked[0]);
    CHECK(said.message ==
          "What could not be saved on 1 November 2026 is kept as plain text, "
          "beside this locked journal.");
    CHECK(said.place.file == at.file.string());
    at.keep(sample(), longer(), at.key);
    CHECK(at.find().ours.size() == 1);
}

TEST_CASE("unsaved: it is found when the journal was moved on its disk") {
    Desk at;
    at.keep(sample(), longer());
    fs::rename(at.journal, at.folder / "moved");
    CHECK(at.find_in(at.folder / "moved").ours.size() == 1);
    at.keep(sample(), longer());  // for the folder that is gone: it has no identity
    CHECK(at.find_in(at.folder / "moved").ours.size() == 1);
}

TEST_CASE("unsaved: sealed it is the journal's wherever that lies, but for a copy of it") {
    Desk at;
    at.lock();
    at.keep(sample(), with_october(), at.key);
    fs::copy(at.journal, at.folder / "copy", fs::copy_options::recursive);
    CHECK(is_asked(at.find_in(at.folder / "copy"), WhyAsked::elsewhere));
    CHECK(at.find().ours.size() == 1);
    fs::remove_all(at.journal);
    CHECK(at.find_in(at.folder / "copy").ours.size() == 1);
    at.key = make_key();
    CHECK(is_nothing(at.find_in(at.folder / "copy")));
}

TEST_CASE("unsaved: an old one that is put back is not brought in once more by itself") {
    Desk at;
    at.lock();
    at.keep(sample(), longer(), at.key);
    Store store = locked_store(at.journal, at.key);
    save_all(store, sample(), longer());
    CHECK(at.find().ours.size() == 1);  // it does nothing
    const Journal later = with_checkin(longer(), checkin_on(november + 1, "b", 2, "and on"));
    save_all(store, longer(), later);
    CHECK(is_asked(at.find(), WhyAsked::moved_on));
    at.keep({}, sample(), at.key);  // of a month that was empty then
    CHECK(is_asked(at.find(), WhyAsked::moved_on));
    REQUIRE(prepare_unsaved(at.kept, at.journal, at.key, make_key()));
    CHECK(names_in(at.kept, true).size() == 2);  // it is the journal's all the same
}

TEST_CASE("unsaved: copied to another disk it is the journal's where what it began with fits") {
    Desk at;
    fs::copy(at.journal, at.folder / "copy", fs::copy_options::recursive);
    at.keep(sample(), longer());
    CHECK(is_nothing(at.find_in(at.folder / "copy")));  // the one it was kept for is there
    fs::remove_all(at.journal);
    CHECK(at.find_in(at.folder / "copy").ours.size() == 1);
    // Of a month that was begun with it nothing can be compared.
    at.keep(sample(), with_october());
    CHECK(is_asked(at.find_in(at.folder / "copy"), WhyAsked::elsewhere));
    // What was written since makes it less than sure.
    Store store(at.folder / "copy");
    save_all(store, sample(), with_checkin(sample(), checkin_on(november + 3, "c", 4, "later")));
    at.keep(sample(), longer());
    CHECK(is_asked(at.find_in(at.folder / "copy"), WhyAsked::elsewhere));
}

TEST_CASE("unsaved: of somebody else's nothing is said") {
    Desk at;
    at.keep(sample(), longer());
    Store other(at.folder / "other");
    save_all(other, {}, journal_of({checkin_on(november, "z", 5, "another life")}));
    CHECK(is_nothing(at.find_in(at.folder / "other")));
    fs::remove_all(at.journal);
    CHECK(is_nothing(at.find_in(at.folder / "other")));
    // Another journal in the very place of the first one.
    fs::rename(at.folder / "other", at.journal);
    const FoundUnsaved found = at.find();
    CHECK(found.ours.empty());
}

TEST_CASE("unsaved: cut off while it was being saved it is not brought in twice") {
    Desk at;
    at.keep(sample(), longer());
    claim_unsaved(at.file);
    CHECK(names_in(at.kept) == std::vector<std::string>{"x.toml.tried"});
    CHECK(is_asked(at.find(), WhyAsked::claimed));
    release_unsaved(at.file);
    CHECK(at.find().ours.size() == 1);
    claim_unsaved(at.file);
    Store store(at.journal);
    save_all(store, sample(), longer());
    const FoundUnsaved found = at.find();
    CHECK(is_nothing(found));
    REQUIRE(found.done.size() == 1);
    CHECK(remove_unsaved(found.done[0]));
    CHECK(names_in(at.kept).empty());
}

TEST_CASE("unsaved: a save that has it takes it away, one that is refused gives it back") {
    Desk at;
    at.keep(sample(), longer());
    Store store(at.journal);
    put_bytes(at.folder / "journal/checkins/2026-11.toml", "[[checkin]\n");
    store.take_away_after_save(at.file);
    const auto refused = store.save(sample(), longer());
    REQUIRE(refused);
    CHECK_FALSE(refused->refused.empty());
    CHECK(names_in(at.kept) == std::vector<std::string>{"x.toml"});
    fs::remove(at.folder / "journal/checkins/2026-11.toml");
    CHECK(save_all(store, sample(), longer()).still_kept.empty());
    CHECK(names_in(at.kept).empty());
}

TEST_CASE("unsaved: nothing is kept or read through a link") {
    Desk at;
    at.keep(sample(), longer());
    fs::rename(at.file, at.folder / "elsewhere.toml");
    fs::create_symlink(at.folder / "elsewhere.toml", at.file);
    CHECK(is_nothing(at.find()));
    const std::string before = bytes_of(at.folder / "elsewhere.toml");
    at.keep({}, sample());  // takes the place of the link
    CHECK(bytes_of(at.folder / "elsewhere.toml") == before);
    CHECK(at.find().ours.size() == 1);

    fs::rename(at.kept, at.folder / "other");
    fs::create_directory_symlink(at.folder / "other", at.kept);
    CHECK(is_nothing(at.find()));
    const auto refused = keep_unsaved(at.file, at.journal, {}, longer());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().place.file == at.kept.string());
}

TEST_CASE("unsaved: of a journal that was locked meanwhile nothing is kept in plain text") {
    Desk at;
    SystemCalls calls;
    const auto open = calls.open;
    // The folder cannot be held, as while another program locks it.
    calls.open = [open](const char* path, int flags, mode_t mode) {
        if (fs::path(path).filename() != ".lock") return open(path, flags, mode);
        errno = EACCES;
        return -1;
    };
    Store store(at.journal, calls);
    store.keep_what_is_refused({at.file}, {});
    CHECK_FALSE(store.save(sample(), longer()));
    CHECK(at.find().ours.size() == 1);
    fs::remove(at.file);
    at.lock();
    CHECK_FALSE(store.save(sample(), longer()));
    CHECK_FALSE(fs::exists(at.file));
    store.use_key(at.key);
    CHECK_FALSE(store.save(sample(), longer()));
    CHECK(bytes_of(at.file).find("and back") == std::string::npos);
    CHECK(at.find().ours.size() == 1);
}

TEST_CASE("unsaved: a change of the key that is cut off leaves what opens with the key there is") {
    Desk at;
    at.lock();
    at.keep(sample(), longer(), at.key);
    const KeyRef next = make_key();
    REQUIRE(prepare_unsaved(at.kept, at.journal, at.key, next));
    CHECK(at.find().ours.size() == 1);
    SUBCASE("before it") {
        REQUIRE(settle_unsaved(at.kept, at.journal, at.key));
        CHECK(at.find().ours.size() == 1);
        CHECK(names_in(at.kept, true).size() == 1);
    }
    SUBCASE("in the middle of it, both stay until it is finished") {
        fs::create_directory(at.journal / ".locking");
        REQUIRE(settle_unsaved(at.kept, at.journal, at.key));
        CHECK(names_in(at.kept, true).size() == 2);
    }
    SUBCASE("after it") {
        at.key = next;
        CHECK(is_nothing(at.find()));
        REQUIRE(settle_unsaved(at.kept, at.journal, at.key));
        CHECK(read_unsaved_file(at.file, next));
        CHECK(names_in(at.kept, true).size() == 1);
    }
}

TEST_CASE("unsaved: where it cannot be prepared for a key it stays as it was, and that is said") {
    Desk at;
    at.keep(sample(), longer());
    const std::string before = bytes_of(at.file);
    SystemCalls full;
    full.fsync = [](int) {
        errno = ENOSPC;
        return -1;
    };
    const auto prepared = prepare_unsaved(at.kept, at.journal, nullptr, make_key(), full);
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().code == ErrorCode::system);
    CHECK(bytes_of(at.file) == before);
    CHECK(at.find().ours.size() == 1);
}

TEST_CASE("unsaved: plain text of nobody knows whom stays plain when the key changes") {
    Desk at;
    at.lock();
    at.keep(sample(), longer());
    const std::string before = bytes_of(at.file);
    REQUIRE(prepare_unsaved(at.kept, at.journal, at.key, make_key()));
    CHECK(bytes_of(at.file) == before);
    CHECK(names_in(at.kept, true).size() == 1);
}

}  // namespace find_unsaved_test
