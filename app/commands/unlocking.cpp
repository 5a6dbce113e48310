// The key of a locked journal, asked for when a command first needs it.
#include "app/commands/commands.hpp"
#include "app/standard_streams.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/lock_change.hpp"

namespace rekindle::app {

const Surroundings& surroundings_of(const Context& context) {
    std::optional<Surroundings>& found = *context.surroundings;
    if (found) return *found;
    found = mend_surroundings(context.data, context.data == context.folders.usual_data);
    for (const Error& mended : found->mended) say("{}\n", for_terminal(to_string(mended)));
    return *found;
}

Result<KeyRef> key_of_lock(const Context& context, const LockFile& lock,
                           const std::filesystem::path& file, const std::string& prompt) {
    const auto opener = get_opener(context.opener, prompt);
    if (!opener) return fail(opener.error());
    auto opened = unlock(lock, *opener, file);
    if (!opened) return fail(opened.error());
    return opened->key;
}

Result<UnlockedJournal> unlock_journal(const Context& context) {
    surroundings_of(context);
    if (auto settled = settle_lock_change(context.data); !settled) return fail(settled.error());
    if (was_dropped(context.data)) report(said_of_dropped(context.data));
    const auto lock = read_lock(context.data);
    if (!lock) return fail(lock.error());
    if (!*lock) return UnlockedJournal{};
    auto opener = get_opener(context.opener, "Passphrase of the journal: ");
    if (!opener) return fail(opener.error());
    auto opened = open_lock(context.data, *opener);
    if (!opened) return fail(opened.error());
    for (const Error& notice : opened->notices) say("{}\n", for_terminal(to_string(notice)));
    return UnlockedJournal{*std::move(opened), *std::move(opener)};
}

Result<KeyRef> key_of_journal(const Context& context) {
    if (context.unlocked->has_value()) return **context.unlocked;
    auto unlocked = unlock_journal(context);
    if (!unlocked) return fail(unlocked.error());
    const KeyRef key = unlocked->lock.key;
    keep_all_leftovers(context.data, key);
    *context.unlocked = key;
    return key;
}

Result<Store> store_of(const Context& context) {
    const auto key = key_of_journal(context);
    if (!key) return fail(key.error());
    Store store(context.data);
    store.use_key(*key);
    store.keep_pins_in(context.folders.pins);
    return store;
}

Result<Store> store_with_backups(const Context& context, BackupReason reason) {
    auto store = store_of(context);
    if (store) store->keep_backups([today = context.now.date] { return today; }, reason);
    return store;
}

}  // namespace rekindle::app
