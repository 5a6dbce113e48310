// The key of a locked journal, asked for when a command first needs it.
#include "app/commands/commands.hpp"
#include "app/standard_streams.hpp"
#include "workbook/store/lock_change.hpp"

namespace rekindle::app {

Result<KeyRef> key_of_folder(const Context& context, const std::filesystem::path& folder,
                             const std::string& prompt) {
    const auto lock = read_lock(folder);
    if (!lock) return fail(lock.error());
    if (!*lock) return KeyRef{};
    const auto opener = get_opener(context.opener, prompt);
    if (!opener) return fail(opener.error());
    auto opened = unlock(**lock, *opener, lock_file_of(folder));
    if (!opened) return fail(opened.error());
    return opened->key;
}

Result<UnlockedJournal> unlock_journal(const Context& context) {
    if (auto settled = settle_lock_change(context.data); !settled) return fail(settled.error());
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
    *context.unlocked = unlocked->lock.key;
    return unlocked->lock.key;
}

Result<Store> store_of(const Context& context) {
    const auto key = key_of_journal(context);
    if (!key) return fail(key.error());
    Store store(context.data);
    store.use_key(*key);
    return store;
}

Result<Store> store_with_backups(const Context& context, BackupReason reason) {
    auto store = store_of(context);
    if (store) store->keep_backups([today = context.now.date] { return today; }, reason);
    return store;
}

}  // namespace rekindle::app
