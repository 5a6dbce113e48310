// The program: a window, or one of the commands.
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <CLI/CLI.hpp>

#include <cstdio>
#include <optional>
#include <sstream>
#include <system_error>

#include "app/clock.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/values.hpp"
#include "app/paths.hpp"
#include "app/probe.hpp"
#include "app/window_loop.hpp"

namespace rekindle::app {
namespace {

struct Options {
    std::optional<std::filesystem::path> data;
    std::optional<std::filesystem::path> probe;
    std::optional<int> passphrase_fd;
};

// Finds what every command needs to know; the error ends the parsing with its exit code.
Folders fill(Context& context, const Options& options) {
    const auto now = local_now();
    if (!now) throw CLI::RuntimeError(report(now.error()));
    const auto folders = find_folders(options.data, running_program(), system_environment);
    if (!folders) throw CLI::RuntimeError(report(folders.error()));
    context.data = folders->data;
    context.content = folders->content;
    context.assets = folders->assets;
    context.own_themes = folders->own_themes;
    context.folders = *folders;
    context.now = *now;
    context.passphrase_fd = options.passphrase_fd;
    return *folders;
}

void add_commands(CLI::App& program, Context& context) {
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

int run(int count, char** arguments) {
    keep_memory_private();
    CLI::App program(
        "Rekindle: a private workbook for rebuilding trust. Without a command it opens "
        "its window.",
        "rekindle");
    Options options;
    Context context;
    Folders folders;
    program
        .add_option("--data", options.data, "The journal's folder; else ~/.local/share/rekindle")
        ->type_name("DIR");
    program.add_option("--probe", options.probe, "For tests: tell in FILE where the controls are")
        ->type_name("FILE");
    program
        .add_option("--passphrase-fd", options.passphrase_fd,
                    "Read the passphrase of a locked journal from this file descriptor")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    program.fallthrough();  // these may stand after the command, too
    program.set_version_flag("--version", REKINDLE_VERSION);
    program.require_subcommand(0, 1);
    program.parse_complete_callback([&] {
        if (const auto said = empty_value(program)) throw CLI::RuntimeError(usage(*said));
        folders = fill(context, options);
    });
    add_commands(program, context);
    try {
        program.parse(words_given(count, arguments, program));
    } catch (const CLI::RuntimeError& ended) {
        return ended.get_exit_code();
    } catch (const CLI::ParseError& refused) {
        std::ostringstream out;
        std::ostringstream errors;
        const int code = program.exit(refused, out, errors);
        fmt::print("{}", out.str());
        fmt::print(stderr, "{}", for_terminal(errors.str()));
        return all_printed() ? (code == 0 ? 0 : 2) : 3;
    } catch (const std::system_error&) {  // {fmt} on a full disk or a closed pipe
        all_printed();
        return 3;
    }
    if (!program.get_subcommands().empty()) return all_printed() ? context.exit_code : 3;
    if (options.probe)
        if (auto can = check_probe(*options.probe, places_kept_out(folders)); !can)
            return report(can.error());
    return run_window(folders, options.probe, options.passphrase_fd);
}

}  // namespace
}  // namespace rekindle::app

int main(int count, char** arguments) { return rekindle::app::run(count, arguments); }
