#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "app/commands/commands.hpp"
#include "app/words/care_words.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/difference.hpp"

namespace rekindle::app {
namespace {

namespace fs = std::filesystem;

struct MergeOptions {
    std::string file;
    bool dry_run = false;
};

// As `check` names it, or from wherever one stands.
fs::path place_in_journal(const fs::path& file, const fs::path& data) {
    std::error_code failed;
    if (!fs::exists(file, failed)) return file;
    const fs::path whole = fs::weakly_canonical(file, failed);
    const fs::path relative = whole.lexically_relative(fs::weakly_canonical(data, failed));
    return relative.empty() || *relative.begin() == ".." ? file : relative;
}

void say_what_to_look_at(const std::vector<BothChanged>& both, const Content& content,
                         const Profile& profile) {
    for (const BothChanged& place : both)
        fmt::print("Look at it: {}. {}\n", for_terminal(place_words(place, content)),
                   for_terminal(both_words(place, content, profile)));
}

int run_merge(const MergeOptions& options, const Context& context) {
    const auto journal = whole_journal(context);
    if (!journal) return report(journal.error());
    auto store = store_with_backups(context);
    if (!store) return report(store.error());
    const auto copy = read_copy(*store, place_in_journal(options.file, context.data));
    if (!copy) return report(copy.error());
    if (copy->refused) return report(*copy->refused);

    const Journal next = with_copy(*journal, *copy);
    const std::string words = bring_in_words(difference(*journal, next));
    fmt::print("{}\n", words.empty() ? "It holds nothing that is not in the journal." : words);
    say_what_to_look_at(both_have(*journal, *copy), content_of(context).content, *next.profile);
    if (options.dry_run) return 0;
    if (const int code = report(store->save(*journal, next))) return code;
    const auto kept = put_away(*store, *copy);
    if (!kept) return report(kept.error());
    fmt::print("The copy is now {}\n", for_terminal(kept->string()));
    return 0;
}

}  // namespace

void add_merge(CommandLine& app, Context& context) {
    CommandLine command = app.add_command(
        "merge", "Bring in what a copy has that a sync tool left beside the journal's files");
    auto options = std::make_shared<MergeOptions>();
    command.add_option("FILE", options->file, "The copy, as `rekindle check` names it").required();
    command.add_flag("--dry-run", options->dry_run, "Only say what would be added");
    command.when_asked([options, &context] { context.exit_code = run_merge(*options, context); });
}

}  // namespace rekindle::app
