// The key of a locked journal, asked for when a command first needs it.
#include <fmt/format.h>

#include "app/commands/commands.hpp"
#include "app/passphrase_source.hpp"
#include "workbook/store/lock_change.hpp"

namespace rekindle::app {

Result<KeyRef> key_of_folder(const Context& context, const std::filesystem::path& folder,
                             const std::string& prompt) {
    const auto lock = read_lock(folder);
    if (!lock) return fail(lock.error());
    if (!*lock) return KeyRef{};
    const auto typed = get_passphrase(context.passphrase_fd, prompt);
    if (!typed) return fail(typed.error());
    return unlock(**lock, *typed, lock_file_of(folder));
}

Result<KeyRef> key_of_journal(const Context& context) {
    if (context.unlocked->has_value()) return **context.unlocked;
    if (auto settled = settle_lock_change(context.data); !settled) return fail(settled.error());
    if (was_dropped(context.data)) report(said_of_dropped(context.data));
    auto key = key_of_folder(context, context.data, "Passphrase of the journal: ");
    if (key) *context.unlocked = *key;
    return key;
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
