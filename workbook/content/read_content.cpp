#include "workbook/content/read_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <system_error>
#include <tuple>

#include "workbook/content/content_file.hpp"
#include "workbook/content/phrases.hpp"

namespace rekindle {

namespace {

namespace fs = std::filesystem;

// Left behind by tools that carry folders between computers: a second version of a workbook.
bool is_conflict_copy(const std::string& name) {
    return name.find(".sync-conflict-") != std::string::npos ||
           name.find("(conflicted copy") != std::string::npos;
}

enum class Absent { is_a_problem, is_fine };

// The content files of a folder, by name.
std::vector<std::string> content_files(const fs::path& folder, Absent absent, Problems& problems) {
    std::vector<std::string> files;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        const fs::path& path = at->path();
        const std::string name = path.filename().string();
        if (path.extension() != ".toml" || name.front() == '.') continue;
        if (is_conflict_copy(name)) {
            problems.push_back({ErrorCode::invalid,
                                "This is a second version of a workbook and was not read.",
                                "Compare the two and keep one.",
                                {path.string(), 0, 0}});
            continue;
        }
        files.push_back(path.string());
    }
    const bool is_absent = failed == std::errc::no_such_file_or_directory;
    if (failed && !(is_absent && absent == Absent::is_fine)) {
        problems.push_back({ErrorCode::system,
                            "The folder cannot be read: " + failed.message() + ".",
                            "Check that you may read it.",
                            {folder.string(), 0, 0}});
    }
    std::sort(files.begin(), files.end());
    return files;
}

template <class T>
void append(std::vector<T>& all, std::vector<T> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

// Takes in a workbook. Where one of that id is there already, `replace` decides which stays.
void add_workbook(ReadContent& into, ContentFile file, bool replace) {
    if (!file.workbook) return;
    auto& all = into.content.workbooks;
    const auto same = std::find_if(all.begin(), all.end(), [&file](const Workbook& one) {
        return one.id == file.workbook->id;
    });
    if (same == all.end()) {
        all.push_back(*std::move(file.workbook));
    } else if (replace) {
        *same = *std::move(file.workbook);
    } else {
        into.problems.push_back({ErrorCode::invalid,
                                 "Another workbook has this id; this one is not shown.",
                                 "Give it an id of its own.", file.place});
    }
}

void add_shipped(ReadContent& into, ContentFile file) {
    append(into.problems, std::move(file.reading.problems));
    append(into.content.feelings, std::move(file.feelings));
    append(into.content.help, std::move(file.help));
    append(into.content.contacts, std::move(file.contacts));
    for (Phrase& phrase : file.phrases)
        into.content.phrases.push_back(with_common(std::move(phrase), file.every_phrase));
    add_workbook(into, std::move(file), false);
}

// A workbook of one's own stands in for the shipped one of its id, but not for another of one's
// own.
void add_own(ReadContent& into, ContentFile file, std::set<std::string>& own_ids) {
    append(into.problems, std::move(file.reading.problems));
    if (!file.workbook) return;
    const bool is_first = own_ids.insert(file.workbook->id).second;
    add_workbook(into, std::move(file), is_first);
}

}  // namespace

ReadContent read_content(const fs::path& shipped, const fs::path& own) {
    ReadContent read;
    for (const std::string& name : content_files(shipped, Absent::is_a_problem, read.problems)) {
        add_shipped(read, read_content_file(name, content_kind(name)));
    }
    std::set<std::string> own_ids;
    for (const std::string& name : content_files(own, Absent::is_fine, read.problems)) {
        add_own(read, read_content_file(name, ContentKind::workbook), own_ids);
    }
    auto& workbooks = read.content.workbooks;
    std::sort(workbooks.begin(), workbooks.end(), [](const Workbook& a, const Workbook& b) {
        return std::tie(a.order, a.id) < std::tie(b.order, b.id);
    });
    return read;
}

Result<Workbook> read_workbook(std::string_view text, const std::string& name, Problems& problems) {
    ContentFile file = read_content_text(text, name, ContentKind::workbook);
    append(problems, file.reading.problems);
    if (file.workbook) return *std::move(file.workbook);
    if (!file.reading.problems.empty()) return fail(file.reading.problems.front());
    return fail(ErrorCode::invalid, "This is not a workbook.", "It has no id.", {name, 0, 0});
}

}  // namespace rekindle
