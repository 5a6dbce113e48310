#include "tests/support/remembering_disk.hpp"

namespace rekindle::tests {
namespace {

// What the disk answers where it is not to refuse.
template <class T>
Result<T> unless(const std::optional<Error>& refused, T answer) {
    if (refused) return fail(*refused);
    return answer;
}
Result<void> unless(const std::optional<Error>& refused) {
    if (refused) return fail(*refused);
    return {};
}

struct Doing {
    RememberingDisk::Log& log;

    void tell(StoreNews news) const { log.news.push_back(std::move(news)); }

    void operator()(SaveJournal save) const {
        log.saved.push_back(save.ours);
        log.to_go_after_save.insert(log.to_go_after_save.end(), save.kept.begin(), save.kept.end());
        if (log.holds_saves) return;
        Saved saved{save.ours, {}};
        saved.backup_failed = log.backup_failed;
        saved.both = log.both;
        saved.still_kept = std::exchange(log.still_kept, {});
        tell(SaveEnded{std::move(save.base), std::move(save.ours), std::move(saved)});
    }
    void operator()(WriteText text) const {
        log.texts.emplace_back(std::move(text.path), std::move(text.text));
    }
    void operator()(FindBackups) const {
        if (log.backups) tell(BackupsFound{*log.backups});
    }
    void operator()(OpenBackup open) const {
        tell(BackupOpened{std::move(open.backup), log.backup});
    }
    void operator()(FindEarlier find) const {
        log.looked_for.push_back(find.part);
        tell(EarlierFound{std::move(find.part), unless(log.earlier_problem, log.earlier)});
    }
    void operator()(PutEarlier put) const {
        log.used.push_back(put.earlier);
        tell(EarlierPut{std::move(put.earlier),
                        unless(log.refuses_use, std::filesystem::path{"kept"})});
    }
    void operator()(PutCopyAway put) const {
        log.put_away.push_back(put.copy);
        tell(CopyPutAway{std::move(put.copy),
                         unless(log.refuses_put_away, std::filesystem::path{"kept"})});
    }
    void operator()(SettleMissing settle) const {
        log.settled.push_back(settle.part);
        tell(MissingSettled{std::move(settle.part), {}});
    }
    void operator()(GiveUpMissing give_up) const {
        log.left_out.push_back(give_up.part);
        tell(MissingSettled{std::move(give_up.part), unless(log.refuses_leave_out)});
    }
    void operator()(AcceptDistrust accept) const {
        log.accepted.push_back(accept.told);
        tell(DistrustAccepted{std::move(accept.told), unless(log.refuses_accept)});
    }
    void operator()(TakeKeptAway take) const {
        log.taken_away.push_back(take.kept);
        tell(KeptTakenAway{std::move(take.kept), true});
    }
};

}  // namespace

void RememberingDisk::ask(StoreWork work) { std::visit(Doing{log_}, std::move(work)); }

}  // namespace rekindle::tests
