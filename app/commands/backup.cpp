#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "app/commands/commands.hpp"
#include "workbook/store/archive.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/text_copy.hpp"

namespace rekindle::app {
namespace {

namespace fs = std::filesystem;

int run(const std::string& out, const Context& context) {
    if (auto settled = settle_lock_change(context.data); !settled) return report(settled.error());
    const auto files = collect_files(context.data);
    if (!files) return report(files.error());
    if (files->empty())
        return report({ErrorCode::invalid,
                       "There is no journal here to keep.",
                       {},
                       {context.data.string(), 0, 0}});
    const auto tar = to_tar(*files);
    if (!tar) return report(tar.error());
    std::error_code failed;
    const fs::path file = fs::absolute(
        out.empty() ? fmt::format("rekindle-{}.tar", to_iso(context.now.date)) : out, failed);
    if (auto written = write_text_copy(file.string(), *tar); !written)
        return report(written.error());
    const auto back = read_tar(file);
    if (!back) return report(back.error());
    if (*back != *files)
        return report({ErrorCode::system,
                       "The archive does not read back as it was written.",
                       "The disk may be failing: put the archive elsewhere.",
                       {file.string(), 0, 0}});
    fmt::print("{} files in {}\nReadable only by you. {}\n", files->size(),
               for_terminal(file.string()),
               files->contains("lock.toml") ? "It is encrypted: the journal’s passphrase opens it."
                                            : "It is not encrypted.");
    return 0;
}

}  // namespace

void add_backup(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("backup", "Put the journal into one archive");
    auto out = std::make_shared<std::string>();
    command->add_option("--out", *out, "The tar file to write; rekindle-DATE.tar when left out");
    command->callback([out, &context] { context.exit_code = run(*out, context); });
}

}  // namespace rekindle::app
