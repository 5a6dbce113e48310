// A disk that does what the test says and remembers what it was asked for, and the desk over it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "tests/support/headless.hpp"

namespace rekindle::tests {

class RememberingDisk final : public app::SaveTarget {
  public:
    struct Log {
        StoreNews news;  // told at the next look
        // What the disk finds, and what it refuses.
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

    void save(Journal base, Journal ours) override;
    StoreNews poll() override { return std::exchange(log_.news, {}); }
    void find_earlier(Part part) override;
    void use_earlier(EarlierPart earlier) override;
    void put_away(ConflictCopy copy) override;
    void settle_missing(Part part) override;
    void leave_out(Part part) override;
    void take_away_after_save(std::filesystem::path kept) override;
    void take_away(std::filesystem::path kept) override;
    void accept(std::vector<Distrust> told) override;
    Result<Saved> save_and_wait(const Journal& base, const Journal& ours) override;

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
