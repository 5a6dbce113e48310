// The program: a window, or one of the commands.
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstdio>
#include <new>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "app/arguments.hpp"
#include "app/clock.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/options.hpp"
#include "app/commands/values.hpp"
#include "app/frame/probe.hpp"
#include "app/home_path.hpp"
#include "app/passphrase_source.hpp"
#include "app/paths.hpp"
#include "app/standard_streams.hpp"
#include "app/window/loop.hpp"

namespace rekindle::app {
namespace {

struct Options {
    std::optional<std::filesystem::path> data;
    std::optional<std::filesystem::path> probe;
    OpenerSource opener;
};

// What to do after the parsing, which has run the command where there was one.
struct AfterParsing {
    Options options;
    Context context;
    Result<Folders> folders = Folders{};
    bool window = false;
};

// Finds what every command needs to know; gives the exit code where that cannot be found. The
// window says for itself that there is no place for a journal.
std::optional<int> fill(AfterParsing& asked) {
    const auto now = local_now();
    if (!now) return report(now.error());
    asked.folders = find_folders(asked.options.data, running_program(), system_environment);
    if (!asked.folders && asked.window) return std::nullopt;
    if (!asked.folders) return report(asked.folders.error());
    Context& context = asked.context;
    context.data = asked.folders->data;
    context.content = asked.folders->content;
    context.assets = asked.folders->assets;
    context.own_themes = asked.folders->own_themes;
    context.folders = *asked.folders;
    context.now = *now;
    context.opener = asked.options.opener;
    return std::nullopt;
}

void add_commands(CommandLine& program, Context& context) {
    add_checkin(program, context);
    add_show(program, context);
    add_check(program, context);
    add_workbooks(program, context);
    add_lint(program, context);
    add_backup(program, context);
    add_restore(program, context);
    add_lock(program, context);
    add_merge(program, context);
    add_where(program, context);
    add_demo(program, context);
    add_export(program, context);
    add_import(program, context);
    add_shot(program, context);
}

// What is in memory is as private as the journal: nothing of it is left in a core file, and no
// other program of this user may look into it. Debug builds can be looked into.
void keep_memory_private() {
#ifdef NDEBUG
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

// What was asked for and could not be printed is a failure, whatever the command did.
bool all_printed() {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return true;
    report({ErrorCode::system, "Not everything could be written to standard output.", {}, {}});
    return false;
}

void add_options(CommandLine& program, Options& options) {
    program.add_option("--data", options.data, "The journal's folder; else ~/.local/share/rekindle")
        .type_name("DIR");
    program.add_option("--probe", options.probe, "For tests: tell in FILE where the controls are")
        .type_name("FILE");
    program
        .add_option("--passphrase-fd", options.opener.passphrase_fd,
                    "Read the passphrase of a locked journal from this file descriptor")
        .type_name("N")
        .check(descriptor_problem);
    program
        .add_option("--key-file", options.opener.key_file,
                    "Open a locked journal with this key file instead of a passphrase")
        .type_name("FILE");
}

// Gives the exit code where there is nothing to do after it.
std::optional<int> parse(const std::vector<std::string>& typed, AfterParsing& asked) {
    Program program(
        "Rekindle: a private workbook for rebuilding trust. Without a command it opens "
        "its window.",
        "rekindle");
    add_options(program, asked.options);
    program.add_version("--version", REKINDLE_VERSION);
    program.before_commands([&]() -> std::optional<int> {
        if (const auto said = empty_value(program)) return usage(*said);
        asked.window = !program.has_command();
        return fill(asked);
    });
    add_commands(program, asked.context);
    // Every argument that names a file or a folder, of every command, is understood the same way.
    program.understand_paths([](const std::string& path) { return expand_home(path); });
    const auto ended = program.parse(words_given(typed, program));
    if (!ended) return std::nullopt;
    say(for_terminal(ended->refused));
    std::fwrite(ended->help.data(), 1, ended->help.size(), stdout);
    return all_printed() ? ended->code : 3;
}

// Runs the command, and says what went wrong where it was stopped half way.
int run_command(const std::vector<std::string>& typed, AfterParsing& asked) {
    try {
        if (const auto ended = parse(typed, asked)) return *ended;
        if (asked.window) return 0;
        return all_printed() ? asked.context.exit_code : 3;
    } catch (const std::system_error& stopped) {  // {fmt} on a full disk or a closed pipe, or worse
        if (all_printed()) report({ErrorCode::system, stopped.what(), {}, {}});
    } catch (const std::bad_alloc&) {
        report({ErrorCode::system, "There is not enough memory for this.", {}, {}});
    }
    return 3;
}

int run_typed(const std::vector<std::string>& typed) {
    AfterParsing asked;
    const int code = run_command(typed, asked);
    if (!asked.window || code != 0) return code;
    if (asked.options.probe) {
        const KeptOut kept_out = asked.folders ? places_kept_out(*asked.folders) : KeptOut{};
        if (auto can = check_probe(*asked.options.probe, kept_out); !can)
            return report(can.error());
    }
    return run_window(asked.folders, asked.options.probe, asked.options.opener);
}

}  // namespace
}  // namespace rekindle::app

int main(int count, char** arguments) {
    // Before anything that takes time: what was typed may be the most private of all.
    const auto typed = rekindle::app::take_arguments(count, arguments);
    rekindle::app::keep_memory_private();
    rekindle::app::hold_standard_streams();
    return rekindle::app::run_typed(typed);
}
