// Where nothing may be written that someone takes out of the journal: the journal itself, and what
// belongs to the program. A place is known whatever it is called: through links, `..`, another
// mount or another name of the same file.
#pragma once

#include <filesystem>
#include <set>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace rekindle {

class KeptOut {
  public:
    KeptOut() = default;
    // `journals` are folders of journals, `others` folders and files of the program. What does not
    // exist yet is kept out by its name. Reads the folders once.
    KeptOut(const std::vector<std::filesystem::path>& journals,
            const std::vector<std::filesystem::path>& others);

    // Whether `file`, which need not exist, lies in one of them or is one of their files; or leads
    // there as a link.
    bool holds(const std::filesystem::path& file) const;

  private:
    using Identity = std::pair<dev_t, ino_t>;

    void add(const std::filesystem::path& place);
    void add_below(const std::filesystem::path& folder);
    bool is_one(const std::filesystem::path& place) const;
    bool lies_within(const std::filesystem::path& place) const;

    std::set<Identity> known_;
    std::set<std::filesystem::path> names_;
};

// The steps a name takes: itself, then what each link leads to; the last is no link, and need not
// exist. At most forty, as many as the system follows.
std::vector<std::filesystem::path> link_steps(const std::filesystem::path& file);

}  // namespace rekindle
