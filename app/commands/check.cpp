#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/commands/commands.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/find_unsaved.hpp"
#include "workbook/store/missing.hpp"
#include "workbook/store/other_files.hpp"
#include "workbook/store/reference_places.hpp"

namespace rekindle::app {
namespace {

// As one word of a command line, whatever is in it.
std::string quoted(const std::string& text) {
    std::string word = "'";
    for (const char each : text) word += each == '\'' ? std::string{"'\\''"} : std::string{each};
    return word + "'";
}

std::string what_to_do(const Store& store, const std::filesystem::path& foreign) {
    if (!part_of_copy(store.folder(), foreign)) return {};
    return "To see what it has: rekindle merge --dry-run " + quoted(foreign.string());
}

// Whoever opens the folder reads in them what the lock is to keep. Those found.
std::set<std::filesystem::path> add_plain_copies(const Store& store, Problems& problems) {
    if (!store.key()) return {};
    const OtherFiles others = find_other_files(store.folder());
    for (const auto& file : others.copies)
        problems.push_back({ErrorCode::invalid,
                            "This is a plain copy of the journal, which is locked.",
                            "To encrypt it as well: rekindle lock take -- " + quoted(file.string()),
                            {file.string(), 1, 0}});
    return {others.copies.begin(), others.copies.end()};
}

// A file that is gone is told once, with what an earlier state has of it.
bool is_told(const Distrust& distrust, const std::vector<MissingPart>& missing) {
    return distrust.kind == DistrustKind::file_gone &&
           std::any_of(missing.begin(), missing.end(),
                       [&](const MissingPart& each) { return each.earlier.part == distrust.part; });
}

bool is_profile(const Part& part) { return part.kind == PartKind::profile; }

// What leads nowhere, but for what something else explains that was said already: a profile that
// is not there or cannot be read, a workbook that cannot.
void add_references(const Store& store, const Opened& opened, const ReadContent& content,
                    const std::vector<MissingPart>& missing, Problems& problems) {
    const bool no_profile =
        opened.read_only.contains(Part{PartKind::profile}) ||
        std::any_of(missing.begin(), missing.end(),
                    [](const MissingPart& each) { return is_profile(each.earlier.part); });
    const auto cannot_be_read = [&](const std::string& workbook) {
        return std::any_of(content.problems.begin(), content.problems.end(),
                           [&](const Error& problem) {
                               return std::filesystem::path(problem.place.file).stem() == workbook;
                           });
    };
    for (const Dangling& each : dangling_references(opened.journal, content.content)) {
        const bool of_profile =
            each.kind == ReferenceKind::person || each.kind == ReferenceKind::daily_scale;
        if ((of_profile && no_profile) || cannot_be_read(each.workbook) ||
            (each.kind == ReferenceKind::workbook && cannot_be_read(each.id)))
            continue;
        problems.push_back(in_words(each, *opened.journal.profile));
        problems.back().place = place_of(each, store);
    }
}

// What could not be saved: that which comes back by itself is worth knowing, plain text beside a
// locked journal is a problem.
void add_unsaved(const Context& context, const Store& store, Problems& notices,
                 Problems& problems) {
    for (const auto& folder : context.folders.unsaved) {
        const FoundUnsaved found = find_unsaved(folder, store);
        for (const Unsaved& each : found.ours)
            notices.push_back({ErrorCode::system,
                               unsaved_in_words(each) + " is kept here.",
                               "It comes back when the window opens this journal.",
                               {each.file.string(), 0, 0}});
        for (const AskedUnsaved& each : found.asked)
            (each.why == WhyAsked::plain ? problems : notices).push_back(in_words(each));
    }
}

int run(const Context& context) {
    const auto store = store_of(context);
    if (!store) return report(store.error());
    auto opened = store->open();
    if (!opened) return report(opened.error());
    Problems problems = opened->problems;
    const std::set<std::filesystem::path> plain = add_plain_copies(*store, problems);
    for (const auto& file : store->foreign_files())
        if (!plain.contains(file))
            problems.push_back({ErrorCode::invalid,
                                "This file is not part of the journal and is not read.",
                                what_to_do(*store, file),
                                {file.string(), 1, 0}});
    const ReadContent content = content_of(context);
    problems.insert(problems.end(), content.problems.begin(), content.problems.end());
    const auto missing = find_missing(*store);
    if (!missing) return report(missing.error());
    for (const MissingPart& each : *missing) problems.push_back(in_words(each, store->folder()));
    for (const Distrust& each : opened->distrust)
        if (!is_told(each, *missing)) problems.push_back(each.words);
    add_references(*store, *opened, content, *missing, problems);
    const Surroundings& around = surroundings_of(context);
    problems.insert(problems.end(), around.problems.begin(), around.problems.end());
    for (const Error& notice : around.notices) fmt::print("{}\n", for_terminal(to_string(notice)));
    add_unsaved(context, *store, opened->notices, problems);
    // Worth knowing, but no problem: a file that was changed by hand and reads well.
    for (const Error& notice : opened->notices) fmt::print("{}\n", for_terminal(to_string(notice)));
    const int code = std::max(report(problems), context.told_of_lock->empty() ? 0 : 1);
    if (code == 0)
        fmt::print("Everything could be read: {} months of check-ins, {} workbooks.\n",
                   opened->journal.months.size(), content.content.workbooks.size());
    return code;
}

}  // namespace

void add_check(CommandLine& app, Context& context) {
    CommandLine command =
        app.add_command("check", "Read every file of the journal and the content");
    command.when_asked([&context] { context.exit_code = run(context); });
}

}  // namespace rekindle::app
