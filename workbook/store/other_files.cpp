#include "workbook/store/other_files.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>

#include "workbook/store/copies.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/plain_copy.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// Somebody may keep the journal in a folder with all that they have.
constexpr std::size_t most_entries = 50'000;
constexpr std::uintmax_t most_bytes = 1024ull * 1024 * 1024;
constexpr std::uintmax_t largest_read = 64 * 1024 * 1024;
constexpr int deepest = 12;

constexpr std::array repositories{".git", ".hg", ".svn", ".bzr", ".jj", "_darcs"};

bool is_repository(const std::string& name) {
    return std::find(repositories.begin(), repositories.end(), name) != repositories.end();
}

// Another journal, whose files are as much its own as these are. A hidden folder that looks like
// one is what a sync tool keeps of this one.
bool is_journal(const OwnFolder& folder, const std::string& name) {
    if (name.starts_with('.')) return false;
    return folder.has_file("lock.toml") || folder.has_file(".lock") ||
           folder.has_folder(".history");
}

bool is_own(const fs::path& journal, const fs::path& relative) {
    if (relative == "lock.toml" || relative == ".lock") return true;
    if (Store::part_of(relative) || part_of_copy(journal, relative)) return true;
    const fs::path below = relative.parent_path();
    if (is_leftover(relative) && (below.empty() || below == "answers" || below == "checkins"))
        return true;
    return (below == "workbooks" || below == "themes") && relative.extension() == ".toml";
}

// Films are not read in full to be told from words.
std::string first_bytes(const fs::path& file) {
    std::string bytes(64, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

class Walk {
  public:
    explicit Walk(const fs::path& journal) : journal_(journal) {}

    void into(const fs::path& below, int depth);
    OtherFiles take() { return std::move(found_); }

  private:
    void step(const OwnFolder& folder, const fs::path& relative, int depth);
    void look_at(const OwnFolder& folder, const fs::path& relative);
    void stays(const fs::path& relative) { found_.stays.push_back(relative); }

    const fs::path& journal_;
    OtherFiles found_;
    std::size_t entries_ = 0;
    std::uintmax_t bytes_ = 0;
};

void Walk::into(const fs::path& below, int depth) {
    const auto folder = OwnFolder::open(journal_, below);
    if (!folder || !*folder || depth > deepest) {
        found_.all_seen = found_.all_seen && depth <= deepest && folder.has_value();
        return;
    }
    if (depth > 0 && is_journal(**folder, below.filename().string())) return stays(below);
    const auto names = (*folder)->names();
    if (!names) {
        found_.all_seen = false;
        return;
    }
    for (const std::string& name : *names) {
        if (++entries_ > most_entries) {
            found_.all_seen = false;
            return;
        }
        step(**folder, below / name, depth);
    }
}

void Walk::step(const OwnFolder& folder, const fs::path& relative, int depth) {
    const std::string name = relative.filename().string();
    if (folder.has_folder(name)) {
        if (depth == 0 && (name == ".history" || name == ".locking")) return;
        if (is_repository(name)) return stays(relative);
        return into(relative, depth + 1);
    }
    // What a link leads to lies elsewhere.
    if (folder.has_file(name) && !is_own(journal_, relative)) look_at(folder, relative);
}

void Walk::look_at(const OwnFolder& folder, const fs::path& relative) {
    const std::string name = relative.filename().string();
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(folder.way(name), failed);
    const std::string first = first_bytes(folder.way(name));
    if (is_without_words(first)) return;
    if (is_picture(first)) return found_.pictures.push_back(relative);
    if (failed || size > largest_read) return stays(relative);
    if (bytes_ + size > most_bytes) {
        found_.all_seen = false;
        return;
    }
    bytes_ += size;
    const auto bytes = folder.read(name, largest_read);
    if (!bytes || !*bytes) return stays(relative);
    const Seems seems = judge_bytes(**bytes, folder.way(name));
    if (seems == Seems::envelope)
        found_.envelopes.push_back(relative);
    else if (seems == Seems::copy || (!(*bytes)->empty() && is_named_as_copy(journal_, relative)))
        found_.copies.push_back(relative);
    else if (seems == Seems::text)
        stays(relative);
}

}  // namespace

OtherFiles find_other_files(const fs::path& journal) {
    Walk walk(journal);
    walk.into({}, 0);
    return walk.take();
}

}  // namespace rekindle
