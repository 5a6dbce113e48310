// What an archive holds of a journal, read where it is: in memory. Nothing of it lies on a disk
// before it is in the journal, and there as that is kept.
#include <algorithm>

#include "workbook/store/archive.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// As Store reads them: what the profile says is known when the rest is read.
std::vector<Part> parts_of(const ArchivedFiles& files) {
    std::vector<Part> parts;
    for (const auto& [name, bytes] : files)
        if (auto part = Store::part_of(name)) parts.push_back(std::move(*part));
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return a.kind == PartKind::profile && b.kind != PartKind::profile;
    });
    return parts;
}

}  // namespace

Result<std::optional<LockFile>> lock_of(const ArchivedFiles& files, const fs::path& from) {
    const auto found = files.find("lock.toml");
    if (found == files.end()) return std::optional<LockFile>{};
    auto lock = parse_lock(found->second, (from / "lock.toml").string());
    if (!lock) return fail(lock.error());
    return std::optional{*std::move(lock)};
}

bool is_locked(const ArchivedFiles& files) {
    return std::any_of(files.begin(), files.end(), [](const auto& file) {
        return Store::part_of(file.first) && is_envelope(file.second);
    });
}

Result<Journal> read_archived(const ArchivedFiles& files, const fs::path& from, const KeyRef& key) {
    Journal journal;
    for (const Part& part : parts_of(files)) {
        const fs::path name = Store::file_of(part);
        PartFile read =
            read_part_text(files.at(name), (from / name).string(), part, std::move(journal), key);
        if (read.refused) return fail(*read.refused);
        journal = std::move(read.journal);
    }
    return journal;
}

}  // namespace rekindle
