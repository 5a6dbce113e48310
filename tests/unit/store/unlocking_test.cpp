// Opening the lock of a journal: by lock.toml, by its copy, and what is put right on the way.
#include <doctest/doctest.h>

#include <cerrno>
#include <string>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/store/recovery_code.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace unlocking_test {

namespace fs = std::filesystem;

namespace {

constexpr const char* another = "another long passphrase";
const Date today = day(2026, 11, 28);

// A locked journal with a note in it.
struct Locked {
    TemporaryFolder folder;
    KeyRef key = make_key();
    Locked() {
        Store store(folder.path());
        REQUIRE(store.save({}, journal_of({checkin_on(today, "a", 5, "x")})));
        const LockFile lock = quick_lock(key, passphrase);
        REQUIRE(change_lock(folder.path(), {nullptr, key, lock}, today));
    }
    Result<OpenedLock> open(std::string_view typed) const {
        return open_lock(folder.path(), Opener{Secret(typed)});
    }
    fs::path main() const { return folder / "lock.toml"; }
    fs::path spare() const { return folder / ".history/lock.toml"; }
};

}  // namespace

TEST_CASE("unlocking: a whole lock opens without a word, and a wrong passphrase changes nothing") {
    const Locked journal;
    const std::string before = bytes_of(journal.main());
    const auto opened = journal.open(passphrase);
    REQUIRE(opened);
    CHECK(opened->key->id() == journal.key->id());
    CHECK(opened->notices.empty());
    CHECK_FALSE(opened->by_spare);
    const auto wrong = journal.open("not the words");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::locked);
    CHECK(bytes_of(journal.main()) == before);
    const TemporaryFolder empty;
    const auto none = open_lock(empty.path(), Opener{Secret("x")});
    REQUIRE(none);
    CHECK_FALSE(none->key);
}

TEST_CASE(
    "unlocking: where lock.toml is another’s, lost or damaged its copy opens and is put back") {
    const std::string foreign = to_text(quick_lock(make_key(), another));
    const Locked journal;
    const std::string whole = bytes_of(journal.main());
    const std::string other_box = to_text(quick_lock(journal.key, another));
    for (const std::string& bytes :
         {foreign, to_text(quick_lock(make_key(), passphrase)), other_box, whole.substr(0, 200),
          std::string("no lock"), std::string()}) {
        INFO(bytes);
        if (bytes.empty())
            fs::remove(journal.main());
        else
            put_bytes(journal.main(), bytes);
        const auto opened = journal.open(passphrase);
        REQUIRE(opened);
        CHECK(opened->by_spare);
        CHECK(opened->key->id() == journal.key->id());
        REQUIRE(opened->notices.size() == 1);
        CHECK(opened->notices[0].message.find("its copy in the history") != std::string::npos);
        CHECK(bytes_of(journal.main()) == whole);
        CHECK(journal.open(passphrase)->notices.empty());
    }
}

TEST_CASE("unlocking: neither lock.toml nor its copy opens with a wrong passphrase") {
    const Locked journal;
    put_bytes(journal.main(), to_text(quick_lock(make_key(), another)));
    const std::string before = all_bytes(journal.folder.path());
    const auto wrong = journal.open("not the words");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::locked);
    CHECK(all_bytes(journal.folder.path()) == before);
}

TEST_CASE(
    "unlocking: what cannot be tried in the time there is, is never called a wrong passphrase") {
    const Locked journal;
    const auto lock = make_lock(*journal.key, Secret(passphrase), std::nullopt,
                                cost_of_price(highest_price), today);
    REQUIRE(lock);
    put_bytes(journal.spare(), to_text(*lock));
    // Something else put a lock of the same name and as much work in the place of lock.toml.
    const KeyRef other = make_key();
    auto planted =
        make_lock(*other, Secret(another), std::nullopt, cost_of_price(highest_price), today);
    REQUIRE(planted);
    planted->key = journal.key->id();
    put_bytes(journal.main(), to_text(*planted));
    const auto refused = journal.open(passphrase);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::invalid);
    CHECK(refused.error().message.find("its copy could not be tried") != std::string::npos);
    fs::copy_file(journal.spare(), journal.main(), fs::copy_options::overwrite_existing);
    CHECK(journal.open(passphrase));
}

TEST_CASE("unlocking: a lost copy of lock.toml is made again") {
    const Locked journal;
    fs::remove(journal.spare());
    REQUIRE(journal.open(passphrase));
    CHECK(bytes_of(journal.spare()) == bytes_of(journal.main()));
}

TEST_CASE("unlocking: a way that was taken out by something else is told and put back") {
    Locked journal;
    const LockFile with_code = quick_lock(journal.key, passphrase, make_recovery_code());
    REQUIRE(write_lock(journal.folder.path(), with_code));
    LockFile without = with_code;
    without.ways.pop_back();
    put_bytes(journal.main(), to_text(without));
    auto opened = journal.open(passphrase);
    REQUIRE(opened);
    REQUIRE(opened->notices.size() == 2);
    CHECK(opened->notices[0].message.find("not those that were set here") != std::string::npos);
    CHECK(bytes_of(journal.main()) == to_text(with_code));
    // In both places it is told each time, and nothing is made of it.
    put_bytes(journal.main(), to_text(without));
    put_bytes(journal.spare(), to_text(without));
    for (int i = 0; i < 2; ++i) {
        opened = journal.open(passphrase);
        REQUIRE(opened);
        CHECK(opened->notices.size() == 1);
    }
}

TEST_CASE("unlocking: a passphrase that was set while memory was short is guarded as usual later") {
    Locked journal;
    LockFile weak = quick_lock(journal.key, passphrase, make_recovery_code());
    weak.ways[0].box = *box_key(*journal.key, "passphrase", Secret(passphrase), least_cost());
    sign_ways(weak, *journal.key);
    REQUIRE(was_made_short(weak.ways[0]));
    REQUIRE(write_lock(journal.folder.path(), weak));
    const auto opened = journal.open(passphrase);
    REQUIRE(opened);
    CHECK(opened->notices.empty());
    const auto lock = read_lock(journal.folder.path());
    REQUIRE(lock);
    REQUIRE(*lock);
    CHECK((*lock)->ways[0].box.cost == moderate_cost());
    CHECK((*lock)->ways[1] == weak.ways[1]);
    CHECK((*lock)->saves == weak.saves + 1);
    CHECK(journal.open(passphrase));
}

TEST_CASE("unlocking: a lock that cannot be raised or put back opens all the same") {
    Locked journal;
    LockFile weak = quick_lock(journal.key, passphrase);
    weak.ways[0].box = *box_key(*journal.key, "passphrase", Secret(passphrase), least_cost());
    sign_ways(weak, *journal.key);
    REQUIRE(write_lock(journal.folder.path(), weak));
    SystemCalls full;
    full.write = [](int, const void*, std::size_t) -> ssize_t {
        errno = ENOSPC;
        return -1;
    };
    const auto opened = open_lock(journal.folder.path(), Opener{Secret(passphrase)}, full);
    REQUIRE(opened);
    CHECK(bytes_of(journal.main()) == to_text(weak));
    fs::remove(journal.main());
    const auto spare = open_lock(journal.folder.path(), Opener{Secret(passphrase)}, full);
    REQUIRE(spare);
    REQUIRE(spare->notices.size() == 1);
    CHECK(spare->notices[0].remedy.find("Put the copy") != std::string::npos);
}

TEST_CASE("unlocking: ways are kept only while the lock is the one they were worked out from") {
    const Locked journal;
    const auto opened = journal.open(passphrase);
    REQUIRE(opened);
    const auto two = add_passphrase(opened->lock, *journal.key, Secret(another), {}, today);
    REQUIRE(two);
    const Opener opener{Secret(another)};
    REQUIRE(keep_ways(journal.folder.path(), journal.key, opened->lock, *two, opener));
    CHECK(journal.open(another));
    CHECK(bytes_of(journal.main()) == bytes_of(journal.spare()));
    const auto late = keep_ways(journal.folder.path(), journal.key, opened->lock, *two, opener);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::busy);
    // What does not open what it is to open is never written.
    const auto other = keep_ways(journal.folder.path(), journal.key, *two, *two,
                                 Opener{Secret("neither of them")});
    CHECK_FALSE(other);
}

}  // namespace unlocking_test
