#include "app/commands/lock_take.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/commands/output.hpp"
#include "app/words/other_files_words.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/taken_files.hpp"

namespace rekindle::app {
namespace {

namespace fs = std::filesystem;

// As it was typed: a name in the journal's folder, as `lock on` and `check` print it, or from here.
fs::path relative_to(const fs::path& journal, const fs::path& typed) {
    if (typed.is_relative() && is_there(journal / typed)) return typed.lexically_normal();
    std::error_code failed;
    const fs::path there = fs::absolute(typed, failed);
    // The last step is looked at by itself: it may be a link.
    const fs::path folder = fs::weakly_canonical(there.parent_path(), failed);
    return (folder / there.filename()).lexically_relative(fs::weakly_canonical(journal, failed));
}

Error not_meant(std::string message, std::string remedy, const std::string& typed) {
    return {ErrorCode::usage, std::move(message), std::move(remedy), Place{typed, 0, 0}};
}

// A folder stands for every file in it that is none of the journal's own.
Result<std::vector<fs::path>> files_in(const fs::path& journal, const std::string& typed) {
    const fs::path relative = relative_to(journal, typed);
    std::error_code failed;
    const auto found = fs::symlink_status(journal / relative, failed);
    if (!fs::exists(found))
        return fail(not_meant("There is no such file, neither in the journal’s folder nor here.",
                              "“rekindle check” names the plain copies that are there.", typed));
    if (!fs::is_directory(found)) return std::vector{relative};
    if (!relative.empty() && *relative.begin() == "..")
        return fail(not_meant("This folder is not in the journal’s folder.",
                              "Only what is there can be taken in.", typed));
    if (relative.empty() || relative == "." || relative == "./")
        return fail(not_meant("This is the journal’s folder itself.",
                              "Name the files in it that are to be taken in, or a folder with "
                              "such files.",
                              typed));
    std::vector<fs::path> files;
    fs::recursive_directory_iterator entries{journal / relative, failed};
    for (; !failed && entries != fs::recursive_directory_iterator{}; entries.increment(failed)) {
        const fs::path file = entries->path().lexically_relative(journal);
        if (fs::is_regular_file(entries->symlink_status(failed)) && can_be_taken(file))
            files.push_back(file);
    }
    std::sort(files.begin(), files.end());
    if (!files.empty()) return files;
    return fail(not_meant("There is nothing in this folder that can be taken in.",
                          "The journal’s own files are encrypted with it.", typed));
}

int take_in(const std::vector<std::string>& names, const Context& context) {
    const auto store = store_of(context);
    if (!store) return report(store.error());
    int code = 0;
    for (const std::string& name : names) {
        const auto files = files_in(context.data, name);
        if (!files) code = std::max(code, report(files.error()));
        for (const fs::path& file : files ? *files : std::vector<fs::path>{}) {
            const auto place = take_in(*store, file);
            if (!place)
                code = std::max(code, report(place.error()));
            else
                fmt::print("Taken in, encrypted: {}\n", for_terminal(file.generic_string()));
        }
    }
    return code;
}

int say_taken(const Context& context) {
    for (const fs::path& name : list_taken(context.data))
        fmt::print("{}\n", for_terminal(name.generic_string()));
    return 0;
}

int give_back(const std::string& name, const OutOption& out, const Context& context) {
    const auto file = output_of(out, context);
    if (!file) return report(file.error());
    const auto store = store_of(context);
    if (!store) return report(store.error());
    const auto bytes = read_taken(*store, name);
    if (!bytes) return report(bytes.error());
    if (auto written = file->write(*bytes); !written) return report(written.error());
    say_written(*file);
    return 0;
}

}  // namespace

void add_lock_take(CommandLine& lock, Context& context) {
    lock.take_one_command_at_most();  // a file may be called as one of these is
    CommandLine take_command =
        lock.add_command("take",
                         "Encrypt plain files in the journal's folder as well, and "
                         "remove the plain ones");
    auto files = std::make_shared<std::vector<std::string>>();
    take_command.add_option("FILE", *files, "Files, or folders with all that is in them")
        .required();
    take_command.when_asked([files, &context] { context.exit_code = take_in(*files, context); });

    CommandLine taken = lock.add_command("taken", "List what was taken in");
    taken.when_asked([&context] { context.exit_code = say_taken(context); });

    CommandLine back = lock.add_command("give-back", "Write what was taken in to a plain file");
    auto name = std::make_shared<std::string>();
    auto out = std::make_shared<OutOption>();
    back.add_option("NAME", *name, "As `lock taken` lists it").required();
    add_out(back, *out, "Where to write it").required();
    back.when_asked([name, out, &context] { context.exit_code = give_back(*name, *out, context); });
}

void say_other_files(const OtherFiles& others) { fmt::print("{}", for_terminal(in_lines(others))); }

}  // namespace rekindle::app
