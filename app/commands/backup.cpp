#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"
#include "app/standard_streams.hpp"
#include "workbook/store/archive.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/part_files.hpp"

namespace rekindle::app {
namespace {

// What was written is read again: an archive is made for the day on which nothing else is left.
Result<void> write_archive(const OutputFile& file, const ArchivedFiles& files) {
    const auto tar = to_tar(files);
    if (!tar) return fail(tar.error());
    if (auto written = file.write(*tar); !written || file.is_stream()) return written;
    const auto back = read_tar(file.path());
    if (!back) return fail(back.error());
    if (*back == files) return {};
    return fail(ErrorCode::system, "The archive does not read back as it was written.",
                "The disk may be failing: put the archive elsewhere.",
                {file.path().string(), 0, 0});
}

// Beside an archive on standard output nothing else may stand there.
void say_done(const OutputFile& file, const ArchivedFiles& files) {
    const char* lock = files.contains("lock.toml")
                           ? "It is encrypted: the journal’s passphrase opens it."
                           : "It is not encrypted.";
    if (file.is_stream())
        say("{} files written. {}\n", files.size(), lock);
    else
        fmt::print(
            "{} files in {}\nReadable only by you. {}\nFORMAT.md in it says how to read them "
            "without Rekindle.\n",
            files.size(), for_terminal(file.path().string()), lock);
}

int run(OutOption out, const Context& context) {
    if (out.file.empty()) out.file = fmt::format("rekindle-{}.tar", to_iso(context.now.date));
    const auto file = output_of(out, context);
    if (!file) return report(file.error());
    surroundings_of(context);
    if (auto settled = settle_lock_change(context.data); !settled) return report(settled.error());
    if (was_dropped(context.data)) report(said_of_dropped(context.data));
    // An archive without what could not be looked into would say that there was nothing.
    if (const auto months = list_months(context.data); !months) return report(months.error());
    if (const auto answers = list_answers(context.data); !answers) return report(answers.error());
    const auto files = collect_files(context.data);
    if (!files) return report(files.error());
    if (files->empty())
        return report({ErrorCode::invalid,
                       "There is no journal here to keep.",
                       {},
                       {context.data.string(), 0, 0}});
    if (auto written = write_archive(*file, *files); !written) return report(written.error());
    say_done(*file, *files);
    return 0;
}

}  // namespace

void add_backup(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("backup", "Put the journal into one archive");
    auto out = std::make_shared<OutOption>();
    add_out(command, *out, "The tar file to write; rekindle-DATE.tar when left out");
    command.when_asked([out, &context] { context.exit_code = run(*out, context); });
}

}  // namespace rekindle::app
