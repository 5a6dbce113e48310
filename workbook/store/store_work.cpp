#include "workbook/store/store_work.hpp"

#include <cstdint>
#include <utility>

#include "workbook/store/backup.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/earlier.hpp"
#include "workbook/store/kept_out.hpp"
#include "workbook/store/missing.hpp"
#include "workbook/store/text_copy.hpp"
#include "workbook/store/unsaved.hpp"

namespace rekindle {
namespace {

Result<std::vector<BackupSummary>> summaries_of_backups(const Store& store) {
    auto listed = list_backups(store.folder());
    if (!listed) return fail(listed.error());
    std::vector<BackupSummary> summaries;
    CountedFiles counted;
    for (Backup& backup : *listed) {
        const std::int64_t checkins = count_checkins(backup.folder, store.key(), counted);
        summaries.push_back({std::move(backup), checkins});
    }
    return summaries;
}

Result<Opened> open_backup(const Store& store, const Backup& backup) {
    Store earlier(backup.folder);
    earlier.use_key(store.key());
    return earlier.open();
}

struct Doing {
    Store& store;

    StoreNews operator()(SaveJournal save) const {
        for (std::filesystem::path& kept : save.kept) store.take_away_after_save(std::move(kept));
        auto result = store.save(save.base, save.ours);
        return SaveEnded{std::move(save.base), std::move(save.ours), std::move(result)};
    }
    StoreNews operator()(WriteText text) const {
        const KeptOut kept_out({store.folder()}, text.others);
        auto result = write_text_copy(text.path, text.text, kept_out);
        return TextWritten{std::move(text.path), std::move(result)};
    }
    StoreNews operator()(FindBackups) const { return BackupsFound{summaries_of_backups(store)}; }
    StoreNews operator()(OpenBackup open) const {
        auto result = open_backup(store, open.backup);
        return BackupOpened{std::move(open.backup), std::move(result)};
    }
    StoreNews operator()(FindEarlier find) const {
        auto result = find_earlier(store, find.part);
        return EarlierFound{std::move(find.part), std::move(result)};
    }
    StoreNews operator()(PutEarlier put) const {
        auto result = use_earlier(store, put.earlier);
        return EarlierPut{std::move(put.earlier), std::move(result)};
    }
    StoreNews operator()(PutCopyAway put) const {
        auto result = put_away(store, put.copy);
        return CopyPutAway{std::move(put.copy), std::move(result)};
    }
    StoreNews operator()(SettleMissing settle) const {
        auto result = settle_missing(store, settle.part);
        return MissingSettled{std::move(settle.part), std::move(result)};
    }
    StoreNews operator()(GiveUpMissing give_up) const {
        auto result = leave_out(store, give_up.part);
        return MissingSettled{std::move(give_up.part), std::move(result)};
    }
    StoreNews operator()(AcceptDistrust accept) const {
        auto result = store.accept(accept.told);
        return DistrustAccepted{std::move(accept.told), std::move(result)};
    }
    StoreNews operator()(TakeKeptAway take) const {
        const bool gone = remove_unsaved(take.kept);
        return KeptTakenAway{std::move(take.kept), gone};
    }
};

}  // namespace

StoreNews do_work(Store& store, StoreWork work) {
    return std::visit(Doing{store}, std::move(work));
}

}  // namespace rekindle
