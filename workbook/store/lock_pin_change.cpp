#include "workbook/store/lock_pin_change.hpp"

#include <chrono>

#include "workbook/files/folder.hpp"
#include "workbook/store/known_saves.hpp"
#include "workbook/store/lock_placing.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

Result<void> refuse_distrusted(const fs::path& journal, const fs::path& pins, const KeyRef& key) {
    // What is plain may be locked whatever is remembered of it: nothing is gone on with in the
    // clear.
    if (!key) return check_key(journal, nullptr, true);
    Store store(journal);
    store.use_key(key);
    store.keep_pins_in(pins);
    if (auto fits = store.check_key(true); !fits) return fits;
    const auto opened = store.open();
    if (!opened) return fail(opened.error());
    for (const Distrust& each : opened->distrust)
        if (is_read_only(each.kind)) return fail(each.words);
    return {};
}

// Which files there are. Their numbers and hashes are those of the new envelopes, and its counter
// begins anew: no list of the key before opens with it.
SealedList carried_over(const SealedList& before) {
    SealedList list;
    for (const auto& [name, file] : before.files) list.files[name] = {};
    return list;
}

void list_all(const fs::path& journal, const fs::path& pins, const KeyRef& key,
              const SystemCalls& calls) {
    const auto held = FolderLock::take(journal, lock_patience, calls);
    if (!held) return;  // the next save does it
    KnownSavesReader reader;
    SealedList list = reader.read(journal, pins, key)->all;
    complete(list, journal, key);
    list.lock = lock_state_of(journal, key);
    ++list.counter;
    if (write_list(journal, list, *key, calls))
        (void)write_pin(pins, journal, {pin_state(key, list), std::nullopt}, calls);
}

}  // namespace

Result<OtherFiles> change_lock_pinned(const fs::path& journal, const fs::path& pins,
                                      const LockChange& change, Date today,
                                      const SystemCalls& calls) {
    if (auto settled = settle_lock_change(journal, calls); !settled) return fail(settled.error());
    if (auto trusted = refuse_distrusted(journal, pins, change.before); !trusted)
        return fail(trusted.error());
    KnownSavesReader reader;
    const SealedList before = reader.read(journal, pins, change.before)->all;
    const LockPin::State was = pin_state(change.before, before);
    const LockPin::State will_be = pin_state(change.after, carried_over(before));
    const auto remembered = read_pin(pins, journal);
    // Where it cannot be remembered, the lock is what counts.
    (void)write_pin(pins, journal, {was, will_be}, calls);
    auto done = change_lock(journal, change, today, calls);

    // One that is not at its end goes either way when the journal is opened next: both states stay
    // remembered until then.
    const auto lock = read_lock(journal);
    if (!lock || has_staging(journal)) return done;
    const std::string key = *lock ? (*lock)->key : std::string{};
    if (key == will_be.key) {
        if (change.after)
            list_all(journal, pins, change.after, calls);
        else
            (void)remove_pin(pins, journal);
    } else if (key == was.key && change.before) {
        (void)write_pin(pins, journal, {was, std::nullopt}, calls);
    } else if (key.empty() && remembered && !remembered->allows({})) {
        (void)write_pin(pins, journal, *remembered, calls);  // it was not locked after all
    } else if (key.empty()) {
        (void)remove_pin(pins, journal);
    }
    return done;
}

Result<void> keep_ways_pinned(const fs::path& journal, const fs::path& pins,
                              const WaysChange& change, const Opener& opener,
                              const SystemCalls& calls) {
    auto kept = keep_ways(journal, change.key, change.before, change.after, opener, calls);
    if (!kept) return kept;
    Store store(journal, calls);
    store.use_key(change.key);
    store.keep_pins_in(pins);
    store.note_lock();
    return {};
}

}  // namespace rekindle
