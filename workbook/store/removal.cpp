#include "workbook/store/removal.hpp"

#include <fmt/format.h>
#include <linux/fs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string>

#include "workbook/base/utf8_text.hpp"
#include "workbook/store/own_folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name_before = 220;  // bytes; there has to be room for what is added

// Of a disk that cannot promise that a name is free.
bool cannot_promise(int refused) {
    return refused == EINVAL || refused == ENOSYS || refused == EOPNOTSUPP;
}

// The errno of why the file did not get a name of ours, which is then in `aside`; 0 when it did.
int put_aside(const OwnFolder& folder, const std::string& name, std::string& aside,
              const SystemCalls& calls) {
    for (int number = 1;; ++number) {
        aside = name_while_removed(name, number).string();
        if (folder.has(aside)) continue;
        int refused = folder.move(name, folder, aside, RENAME_NOREPLACE, calls);
        if (cannot_promise(refused)) refused = folder.move(name, folder, aside, 0, calls);
        if (refused != EEXIST) return refused;
    }
}

// Where nothing has its name meanwhile; where a disk cannot promise that, it stays where it is.
bool give_name_back(const OwnFolder& folder, const std::string& aside, const std::string& name,
                    const SystemCalls& calls) {
    return folder.move(aside, folder, name, RENAME_NOREPLACE, calls) == 0;
}

}  // namespace

fs::path name_while_removed(const fs::path& relative, int number) {
    std::string name = relative.filename().string();
    name.resize(character_start(name, std::min(name.size(), longest_name_before)));
    return relative.parent_path() / fmt::format("{}.being-taken-in.{}", name, number);
}

Result<Removal> remove_kept(const fs::path& base, const fs::path& relative,
                            const std::function<bool(std::string_view bytes)>& is_kept,
                            std::uintmax_t most, const SystemCalls& calls) {
    const auto folder = OwnFolder::open(base, relative.parent_path());
    if (!folder) return fail(folder.error());
    if (!*folder) return Removal{};
    const std::string name = relative.filename().string();
    std::string aside;
    if (const int refused = put_aside(**folder, name, aside, calls); refused != 0) {
        if (refused == ENOENT) return Removal{};
        return fail(system_error("take this file away", refused, base / relative));
    }
    const auto now = (*folder)->read(aside, most);
    const bool kept = now && *now && is_kept(**now);
    // Nothing but this one name: what is no file is none that was kept.
    if (kept && ::unlinkat((*folder)->descriptor(), aside.c_str(), 0) == 0) return Removal{};
    const int refused = kept ? errno : 0;
    const bool is_back = give_name_back(**folder, aside, name, calls);
    if (refused != 0) return fail(system_error("take this file away", refused, base / relative));
    return Removal{false, is_back ? relative : relative.parent_path() / aside};
}

}  // namespace rekindle
