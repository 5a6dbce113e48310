#include "app/commands/readable.hpp"

#include <string_view>

namespace rekindle::app {
namespace {

bool is_wanted(const Part& part, Date from, Date to, Wanted wanted) {
    if (part.kind == PartKind::profile) return true;
    if (part.kind == PartKind::month)
        return from.year_month() <= part.month && part.month <= to.year_month();
    return wanted == Wanted::everything;
}

// Every problem of the part's file; at least the one for which it is not written.
void add_problems(const Opened& opened, const Error& first, const std::string& file,
                  Problems& problems) {
    const std::size_t before = problems.size();
    for (const Error& problem : opened.problems)
        if (problem.place.file == file) problems.push_back(problem);
    if (problems.size() == before) problems.push_back(first);
}

// Folders of which not even the names of the files are known.
void add_folders(const Opened& opened, const std::filesystem::path& folder, Wanted wanted,
                 ReadableJournal& readable) {
    for (const char* below : {"checkins", "answers"}) {
        if (wanted == Wanted::days && std::string_view(below) == "answers") continue;
        for (const Error& problem : opened.problems) {
            if (problem.place.file != (folder / below).string()) continue;
            readable.problems.push_back(problem);
            readable.unread.push_back(below);
        }
    }
}

}  // namespace

Result<ReadableJournal> readable_journal(const Store& store, Date from, Date to, Wanted wanted) {
    auto opened = store.open(0, Opening::to_read);
    if (!opened) return fail(opened.error());
    for (const YearMonth month : opened->rest) {
        const Part part{PartKind::month, month, {}};
        if (!is_wanted(part, from, to, wanted)) continue;
        auto read = store.read(part);
        if (!read) return fail(read.error());
        opened->journal = with_part(opened->journal, read->journal, part);
        opened->read_only.merge(read->read_only);
        opened->problems.insert(opened->problems.end(), read->problems.begin(),
                                read->problems.end());
    }
    ReadableJournal readable{opened->journal, {}, {}};
    for (const Error& problem : opened->problems)
        if (problem.code == ErrorCode::lock_gone) readable.problems.push_back(problem);
    add_folders(*opened, store.folder(), wanted, readable);
    for (const auto& [part, error] : opened->read_only) {
        if (!is_wanted(part, from, to, wanted)) continue;
        const auto file = Store::file_of(part);
        // One that is not trusted was read in full; that it is not the newest is said.
        if (error.code != ErrorCode::distrusted) readable.unread.push_back(file.generic_string());
        add_problems(*opened, error, (store.folder() / file).string(), readable.problems);
    }
    return readable;
}

}  // namespace rekindle::app
