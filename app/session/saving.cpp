#include "app/session/saving.hpp"

namespace rekindle::app {

SaveToStore::SaveToStore(Store store, std::vector<YearMonth> rest, std::function<void()> wake,
                         std::map<Part, std::string> seen,
                         std::vector<std::filesystem::path> kept_out)
    : store_(std::move(store)),
      rest_(std::move(rest)),
      wake_(std::move(wake)),
      seen_(std::move(seen)),
      kept_out_(std::move(kept_out)) {}

Writer& SaveToStore::writer() {
    if (!writer_) writer_.emplace(store_, std::move(rest_), wake_, std::move(seen_));
    return *writer_;
}

void SaveToStore::begin() { writer(); }

void SaveToStore::save(Journal base, Journal ours) {
    writer().save(std::move(base), std::move(ours));
}

void SaveToStore::write_text(std::string path, std::string text) {
    writer().write_text(std::move(path), std::move(text), kept_out_);
}

void SaveToStore::list_backups() { writer().list_backups(); }

void SaveToStore::read_backup(Backup backup) { writer().read_backup(std::move(backup)); }

void SaveToStore::find_earlier(Part part) { writer().find_earlier(std::move(part)); }

void SaveToStore::use_earlier(EarlierPart earlier) { writer().use_earlier(std::move(earlier)); }

void SaveToStore::put_away(ConflictCopy copy) { writer().put_away(std::move(copy)); }

void SaveToStore::settle_missing(Part part) { writer().settle_missing(std::move(part)); }

void SaveToStore::leave_out(Part part) { writer().leave_out(std::move(part)); }

void SaveToStore::accept(std::vector<Distrust> told) { writer().accept(std::move(told)); }

void SaveToStore::take_away_after_save(std::filesystem::path kept) {
    writer().take_away_after_save(std::move(kept));
}

void SaveToStore::take_away(std::filesystem::path kept) { writer().take_away(std::move(kept)); }

StoreNews SaveToStore::poll() { return writer_ ? writer_->poll() : StoreNews{}; }

Result<Saved> SaveToStore::save_and_wait(const Journal& base, const Journal& ours) {
    return writer().save_and_wait(base, ours);
}

}  // namespace rekindle::app
