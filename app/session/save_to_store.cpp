#include "app/session/save_to_store.hpp"

#include <utility>

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
    if (!writer_) writer_.emplace(store_, rest_, wake_, std::move(seen_));
    return *writer_;
}

void SaveToStore::begin() { writer(); }

void SaveToStore::ask(StoreWork work) {
    if (auto* text = std::get_if<WriteText>(&work)) text->others = kept_out_;
    writer().ask(std::move(work));
}

std::vector<StoreNews> SaveToStore::poll() {
    return writer_ ? writer_->poll() : std::vector<StoreNews>{};
}

Result<Saved> SaveToStore::save_and_wait(SaveJournal save) {
    return writer().save_and_wait(std::move(save));
}

}  // namespace rekindle::app
