// A disk that does what the test says and remembers what it was asked for, and the desk over it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/headless.hpp"

namespace rekindle::tests {

class RememberingDisk final : public app::SaveTarget {
  public:
    struct Log {
        std::vector<StoreNews> news;  // told at the next look
        // What the disk finds, and what it refuses.
        std::optional<std::vector<BackupSummary>> backups;  // none: it goes on looking
        Opened backup;                                      // what each of them holds
        std::optional<EarlierPart> earlier;
        std::optional<Error> earlier_problem;
        std::optional<Error> refuses_use;
        std::optional<Error> refuses_put_away;
        std::optional<Error> refuses_leave_out;
        std::optional<Error> refuses_accept;
        std::optional<Error> backup_failed;
        std::vector<BothChanged> both;
        std::vector<std::filesystem::path> still_kept;  // by the next save
        bool holds_saves = false;
        // What it was asked for.
        std::vector<Journal> saved;
        std::vector<std::pair<std::string, std::string>> texts;  // path and text; the test answers
        std::vector<Part> looked_for;
        std::vector<EarlierPart> used;
        std::vector<ConflictCopy> put_away;
        std::vector<Part> settled;
        std::vector<Part> left_out;
        std::vector<std::filesystem::path> to_go_after_save;
        std::vector<std::filesystem::path> taken_away;
        std::vector<std::vector<Distrust>> accepted;
    };
    explicit RememberingDisk(Log& log) : log_(log) {}

    void ask(StoreWork work) override;
    std::vector<StoreNews> poll() override { return std::exchange(log_.news, {}); }
    Result<Saved> save_and_wait(SaveJournal save) override { return Saved{save.ours, {}}; }

  private:
    Log& log_;
};

// A desk over such a disk.
struct CareCase {
    RememberingDisk::Log log;
    std::unique_ptr<Headless> desk;

    void begin(HeadlessSetup setup) {
        setup.target = std::make_unique<RememberingDisk>(log);
        desk = std::make_unique<Headless>(std::move(setup));
    }
    Headless& operator*() { return *desk; }
    Headless* operator->() { return desk.get(); }
};

}  // namespace rekindle::tests
