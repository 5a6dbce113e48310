#include "workbook/store/journal_place.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "workbook/files/folder.hpp"
#include "workbook/store/own_folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

bool is_own_folder(const fs::path& step) { return step == ".history" || step == ".locking"; }

// A place cut where no link may come after.
struct Cut {
    fs::path base;
    fs::path below;
};

// An earlier state is a journal itself, below the history of another: no link may be on the way to
// it either.
Cut cut(const fs::path& journal, const fs::path& below) {
    std::vector<fs::path> steps(journal.begin(), journal.end());
    const auto own = std::find_if(steps.rbegin(), steps.rend(), is_own_folder);
    if (own == steps.rend()) return {journal, below};
    Cut cut;
    const auto first = own.base() - 1;
    for (auto step = steps.begin(); step != first; ++step) cut.base /= *step;
    for (auto step = first; step != steps.end(); ++step) cut.below /= *step;
    cut.below /= below;
    return cut;
}

Result<std::vector<std::string>> names_by_links(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    fs::directory_iterator entries{folder, failed};
    while (!failed && entries != fs::directory_iterator{}) {
        names.push_back(entries->path().filename().string());
        entries.increment(failed);
    }
    if (failed && failed != std::errc::no_such_file_or_directory)
        return fail(system_error("look into this folder", failed.value(), folder));
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::optional<OwnFolder>> folder_of(const fs::path& journal, const fs::path& relative) {
    const Cut place = cut(journal, relative.parent_path());
    return OwnFolder::open(place.base, place.below);
}

}  // namespace

Links links_in(const fs::path& journal, const fs::path& relative) {
    const bool own = relative == "lock.toml" ||
                     std::any_of(relative.begin(), relative.end(), is_own_folder) ||
                     std::any_of(journal.begin(), journal.end(), is_own_folder);
    return own || is_of_someone_else(journal) ? Links::refuse : Links::follow;
}

Result<std::optional<std::string>> read_file_of(const fs::path& journal, const fs::path& relative,
                                                std::uintmax_t most) {
    if (links_in(journal, relative) == Links::follow) return read_file(journal / relative, most);
    const auto folder = folder_of(journal, relative);
    if (!folder) return fail(folder.error());
    if (!*folder) return std::optional<std::string>{};
    return (*folder)->read(relative.filename().string(), most);
}

Result<Replaced> replace_file_of(const fs::path& journal, const fs::path& relative,
                                 std::string_view text, const std::optional<std::string>& expected,
                                 const SystemCalls& calls) {
    const fs::path file = journal / relative;
    if (links_in(journal, relative) == Links::follow) {
        if (auto made = make_folder(file.parent_path(), calls); !made) return fail(made.error());
        return replace_file(file, text, expected, calls);
    }
    const Cut place = cut(journal, relative.parent_path());
    const auto folder = OwnFolder::make(place.base, place.below, calls);
    if (!folder) return fail(folder.error());
    auto replaced =
        replace_file(folder->way(relative.filename()), text, expected, calls, Links::refuse);
    if (!replaced) replaced.error().place.file = file.string();
    return replaced;
}

Result<std::vector<std::string>> names_of(const fs::path& journal, const fs::path& below) {
    if (links_in(journal, below) == Links::follow) return names_by_links(journal / below);
    const Cut place = cut(journal, below);
    const auto folder = OwnFolder::open(place.base, place.below);
    if (!folder) return fail(folder.error());
    return *folder ? (*folder)->names() : std::vector<std::string>{};
}

bool is_file_in(const fs::path& journal, const fs::path& relative) {
    std::error_code failed;
    if (links_in(journal, relative) == Links::follow)
        return fs::is_regular_file(journal / relative, failed);
    const auto folder = folder_of(journal, relative);
    return folder && *folder && (*folder)->has_file(relative.filename().string());
}

int link_in(const fs::path& journal, const fs::path& from, const fs::path& to) {
    const auto place = folder_of(journal, to);
    if (!place || !*place) return ENOENT;
    const std::string name = (*place)->way(to.filename()).string();
    if (links_in(journal, from) == Links::follow)
        return ::linkat(AT_FDCWD, (journal / from).c_str(), AT_FDCWD, name.c_str(),
                        AT_SYMLINK_FOLLOW) == 0
                   ? 0
                   : errno;
    const auto source = folder_of(journal, from);
    if (!source || !*source || !(*source)->has_file(from.filename().string())) return ENOENT;
    const std::string file = (*source)->way(from.filename()).string();
    return ::linkat(AT_FDCWD, file.c_str(), AT_FDCWD, name.c_str(), 0) == 0 ? 0 : errno;
}

void remove_file_of(const fs::path& journal, const fs::path& relative) {
    if (links_in(journal, relative) == Links::follow) {
        ::unlink((journal / relative).c_str());
        return;
    }
    const auto folder = folder_of(journal, relative);
    if (folder && *folder) ::unlinkat((*folder)->descriptor(), relative.filename().c_str(), 0);
}

}  // namespace rekindle
