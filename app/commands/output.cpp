#include "app/commands/output.hpp"

#include "app/standard_streams.hpp"

namespace rekindle::app {

Option add_out(CommandLine& command, OutOption& out, const std::string& about) {
    Option file = command.add_option("--out", out.file, about).type_name("FILE");
    command.add_flag("--force", out.force, "Replace FILE if it is there already");
    return file;
}

Result<OutputFile> output_of(const OutOption& out, const Context& context) {
    const KeptOut kept_out = places_kept_out(context.folders);
    auto file =
        OutputFile::find(out.file, out.force ? Existing::replace : Existing::refuse, kept_out);
    if (file || out.force || file.error().code != ErrorCode::usage) return file;
    Error error = file.error();
    if (OutputFile::find(out.file, Existing::replace, kept_out))
        error.remedy += " With --force it is replaced.";
    return fail(std::move(error));
}

void say_written(const OutputFile& file) {
    if (file.is_stream()) return;
    say("Written to {}, readable only by you. It is not encrypted.\n",
        for_terminal(file.path().string()));
}

}  // namespace rekindle::app
