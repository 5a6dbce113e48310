#include "app/commands/lock_accept.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/words/in_the_clear_words.hpp"
#include "workbook/store/lock_presence.hpp"

namespace rekindle::app {
namespace {

namespace fs = std::filesystem;

int go_on_in_the_clear(const Context& context) {
    const auto done = accept_in_the_clear(context.data, context.folders.pins);
    if (!done) return report(done.error());
    fmt::print("{}\nThe journal in {} continues without its lock.\n", about_in_the_clear,
               for_terminal(context.data.string()));
    return 0;
}

// As `check` names it, as the journal does, or from wherever one stands.
bool names(const fs::path& file, const Distrust& told, const fs::path& data) {
    if (!told.part) return file == data || file == told.words.place.file;
    const fs::path own = Store::file_of(*told.part);
    if (file == own || file == data / own) return true;
    std::error_code failed;
    const fs::path whole = fs::weakly_canonical(fs::absolute(file, failed), failed);
    return !failed && whole == fs::weakly_canonical(data / own, failed);
}

std::vector<Distrust> chosen(std::vector<Distrust> told, const std::vector<fs::path>& files,
                             const fs::path& data) {
    if (files.empty()) return told;
    std::erase_if(told, [&](const Distrust& each) {
        return std::none_of(files.begin(), files.end(),
                            [&](const fs::path& file) { return names(file, each, data); });
    });
    return told;
}

}  // namespace

void add_accept_options(CommandLine& command, AcceptOptions& options) {
    command.add_flag("--in-the-clear", options.in_the_clear,
                     "With accept: the lock is gone and the journal goes on without one; what is "
                     "written from then on is plain text");
}

int accept_as_it_is(const AcceptOptions& options, const Context& context) {
    if (options.in_the_clear) return go_on_in_the_clear(context);
    auto store = store_of(context);
    if (!store) return report(store.error());
    const auto opened = store->open();
    if (!opened) return report(opened.error());
    const auto told = chosen(opened->distrust, options.files, context.data);
    if (told.empty()) {
        if (!options.files.empty()) return usage("There is nothing to accept about this file.");
        fmt::print("There is nothing to accept: everything is as it was saved last.\n");
        return 0;
    }
    for (const Distrust& each : told)
        fmt::print("{}: {}\n", for_terminal(each.words.place.file), each.words.message);
    if (auto accepted = store->accept(told); !accepted) return report(accepted.error());
    fmt::print("Accepted as it is now.\n");
    return 0;
}

}  // namespace rekindle::app
