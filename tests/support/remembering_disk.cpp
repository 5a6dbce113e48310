#include "tests/support/remembering_disk.hpp"

namespace rekindle::tests {

void RememberingDisk::save(Journal base, Journal ours) {
    log_.saved.push_back(ours);
    if (log_.holds_saves) return;
    Saved saved{ours, {}};
    saved.backup_failed = log_.backup_failed;
    saved.both = log_.both;
    saved.still_kept = std::exchange(log_.still_kept, {});
    log_.news.saves.push_back({std::move(base), std::move(ours), std::move(saved)});
}

void RememberingDisk::find_earlier(Part part) {
    log_.looked_for.push_back(part);
    Result<std::optional<EarlierPart>> found = log_.earlier;
    if (log_.earlier_problem) found = fail(*log_.earlier_problem);
    log_.news.earlier_found.push_back({std::move(part), std::move(found)});
}

void RememberingDisk::use_earlier(EarlierPart earlier) {
    log_.used.push_back(earlier);
    Result<std::filesystem::path> ended = std::filesystem::path{"kept"};
    if (log_.refuses_use) ended = fail(*log_.refuses_use);
    log_.news.earlier_used.push_back({std::move(earlier), std::move(ended)});
}

void RememberingDisk::put_away(ConflictCopy copy) {
    log_.put_away.push_back(copy);
    Result<std::filesystem::path> ended = std::filesystem::path{"kept"};
    if (log_.refuses_put_away) ended = fail(*log_.refuses_put_away);
    log_.news.put_away.push_back({std::move(copy), std::move(ended)});
}

void RememberingDisk::settle_missing(Part part) {
    log_.settled.push_back(part);
    log_.news.settled.push_back({std::move(part), {}});
}

void RememberingDisk::leave_out(Part part) {
    log_.left_out.push_back(part);
    Result<void> ended;
    if (log_.refuses_leave_out) ended = fail(*log_.refuses_leave_out);
    log_.news.settled.push_back({std::move(part), std::move(ended)});
}

void RememberingDisk::take_away_after_save(std::filesystem::path kept) {
    log_.to_go_after_save.push_back(std::move(kept));
}

void RememberingDisk::take_away(std::filesystem::path kept) {
    log_.taken_away.push_back(kept);
    log_.news.taken_away.push_back({std::move(kept), true});
}

void RememberingDisk::accept(std::vector<Distrust> told) {
    log_.accepted.push_back(told);
    Result<void> ended;
    if (log_.refuses_accept) ended = fail(*log_.refuses_accept);
    log_.news.accepted.push_back({std::move(told), std::move(ended)});
}

Result<Saved> RememberingDisk::save_and_wait(const Journal&, const Journal& ours) {
    return Saved{ours, {}};
}

}  // namespace rekindle::tests
