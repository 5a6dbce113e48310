#include "workbook/store/find_unsaved.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "workbook/store/difference.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/part_toml.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".toml";

// How what the journal holds goes with what a draft began with.
enum class Fit {
    contradicts,  // it began with entries of which the journal has none
    unknown,      // it began with nothing
    partly,
    wholly,
};

Fit fit_of_part(const Journal& base, const Journal& now, const Part& part) {
    // A month that was begun with it is read as one without entries.
    if (same_part(base, Journal{}, part) || to_toml(base, part).empty()) return Fit::unknown;
    if (same_part(base, now, part)) return Fit::wholly;
    if (part.kind == PartKind::profile) return Fit::unknown;  // changed at any time by anyone
    const Difference left = difference(with_part({}, base, part), with_part({}, now, part));
    const int gone = left.checkins.removed + left.answers.removed + left.practices.removed;
    return count_entries(to_toml(base, part)) > gone ? Fit::partly : Fit::contradicts;
}

Fit fit_of(const Unsaved& unsaved, const Store& store) {
    Fit fit = Fit::unknown;
    bool all = true;
    for (const Part& part : changed_parts(unsaved.base, unsaved.ours)) {
        const auto now = store.read(part);
        const Fit each = now && !now->read_only.contains(part)
                             ? fit_of_part(unsaved.base, now->journal, part)
                             : Fit::partly;
        if (each == Fit::contradicts) return each;
        fit = std::max(fit, each);
        all = all && (each == Fit::wholly || each == Fit::unknown);
    }
    return fit == Fit::wholly && !all ? Fit::partly : fit;
}

bool is_gone(const fs::path& folder) {
    std::error_code failed;
    return fs::symlink_status(folder, failed).type() == fs::file_type::not_found;
}

// The number of the file alone: that of its disk can be another after the next start.
std::string_view within_disk(std::string_view identity) {
    return identity.substr(identity.find(':') + 1);
}

enum class Whose { ours, perhaps, not_ours };

// Sealed with the journal's key. Where the folder it was kept for still has that key, the journal
// is there as well, and one of the two is a copy.
Whose whose_sealed(const Unsaved& unsaved, const Store& store) {
    if (unsaved.journal == name_of_journal(store.folder())) return Whose::ours;
    if (unsaved.identity == identity_of(store.folder())) return Whose::ours;
    std::error_code failed;
    return fs::exists(unsaved.journal / "lock.toml", failed) ? Whose::perhaps : Whose::ours;
}

Whose whose_plain(const Unsaved& unsaved, const Store& store) {
    const std::string identity = identity_of(store.folder());
    const bool known = !unsaved.identity.empty() && !identity.empty();
    if (unsaved.journal == name_of_journal(store.folder())) {
        if (!known || within_disk(unsaved.identity) == within_disk(identity)) return Whose::ours;
        // Another folder in its place: put back from a copy, or another disk.
        return fit_of(unsaved, store) == Fit::contradicts ? Whose::perhaps : Whose::ours;
    }
    const bool same_folder = known && unsaved.identity == identity;
    if (!is_gone(unsaved.journal)) return same_folder ? Whose::ours : Whose::not_ours;
    const Fit fit = fit_of(unsaved, store);
    if (fit == Fit::contradicts) return Whose::not_ours;
    return same_folder || fit == Fit::wholly ? Whose::ours : Whose::perhaps;
}

// Whether every part is still as it was when the change was made, or has the change already.
bool has_not_moved_on(const Unsaved& unsaved, const Store& store) {
    const auto parts = changed_parts(unsaved.base, unsaved.ours);
    return std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
        const auto now = store.read(part);
        return now && !now->read_only.contains(part) &&
               (same_part(unsaved.base, now->journal, part) ||
                same_part(unsaved.ours, now->journal, part));
    });
}

// Whether the journal says all that it says: bringing it in would do nothing.
bool is_in(const Unsaved& unsaved, const Store& store) {
    const auto parts = changed_parts(unsaved.base, unsaved.ours);
    return std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
        const auto now = store.read(part);
        return now && !now->read_only.contains(part) &&
               same_part(merge(unsaved.base, unsaved.ours, now->journal), now->journal, part);
    });
}

bool can_be_taken_away(const fs::path& file) {
    return ::access(file.parent_path().c_str(), W_OK) == 0;
}

void sort_in(Unsaved unsaved, const Store& store, FoundUnsaved& found) {
    const Whose whose = unsaved.sealed ? whose_sealed(unsaved, store) : whose_plain(unsaved, store);
    if (whose == Whose::not_ours) return;
    const bool plain_beside_lock = store.key() && !unsaved.sealed;
    if (is_claimed(unsaved.file) && whose == Whose::ours && !plain_beside_lock &&
        is_in(unsaved, store)) {
        found.done.push_back(std::move(unsaved.file));
        return;
    }
    const auto ask = [&](WhyAsked why) { found.asked.push_back({std::move(unsaved), why}); };
    if (plain_beside_lock)
        ask(WhyAsked::plain);
    else if (whose == Whose::perhaps)
        ask(WhyAsked::elsewhere);
    else if (is_claimed(unsaved.file))
        ask(WhyAsked::claimed);
    else if (unsaved.sealed && !has_not_moved_on(unsaved, store))
        ask(WhyAsked::moved_on);
    else if (!can_be_taken_away(unsaved.file))
        ask(WhyAsked::stays);
    else
        found.ours.push_back(std::move(unsaved));
}

std::string remedy_of(const AskedUnsaved& asked) {
    const std::string place = asked.unsaved.journal.string();
    switch (asked.why) {
        case WhyAsked::plain:
            return "It was written before the lock was set, or put there by something else. It "
                   "comes into the journal only when you say so in the window.";
        case WhyAsked::elsewhere:
            return fmt::format(
                "It was written in {}. If that was this journal, it can be brought in from the "
                "window.",
                place);
        case WhyAsked::claimed:
            return "The program was cut off while it was being saved. It can be brought in from "
                   "the window.";
        case WhyAsked::moved_on:
            return "Something was written since, or this is an old one that was put back. It can "
                   "be brought in from the window.";
        case WhyAsked::stays:
            return "The folder that it is kept in cannot be written, so that it would come back "
                   "each time. It can be brought in from the window.";
    }
    return {};
}

std::string message_of(const AskedUnsaved& asked) {
    const std::string what = unsaved_in_words(asked.unsaved);
    switch (asked.why) {
        case WhyAsked::plain:
            return what + " is kept as plain text, beside this locked journal.";
        case WhyAsked::elsewhere:
            return what + " may belong to this journal.";
        case WhyAsked::claimed:
            return what + " may be in this journal already.";
        case WhyAsked::moved_on:
            return what + " began from another state of this journal.";
        case WhyAsked::stays:
            return what + " cannot be taken away from where it is kept.";
    }
    return {};
}

}  // namespace

FoundUnsaved find_unsaved(const fs::path& folder, const Store& store) {
    FoundUnsaved found;
    const auto own = OwnFolder::open(folder.parent_path(), folder.filename());
    if (!own || !*own) return found;
    const auto names = (*own)->names();
    if (!names) return found;
    for (const std::string& name : *names) {
        const fs::path file = folder / name;
        const fs::path kept = is_claimed(file) ? file.stem() : fs::path(name);
        if (name.starts_with('.') || kept.extension() != suffix) continue;
        if (auto unsaved = read_unsaved_file(file, store.key()))
            sort_in(*std::move(unsaved), store, found);
    }
    return found;
}

std::vector<Unsaved> read_unsaved(const fs::path& folder, const fs::path& journal,
                                  const KeyRef& key) {
    Store store(journal);
    store.use_key(key);
    return find_unsaved(folder, store).ours;
}

Error in_words(const AskedUnsaved& asked) {
    return {ErrorCode::invalid,
            message_of(asked),
            remedy_of(asked),
            {asked.unsaved.file.string(), 0, 0}};
}

std::string unsaved_in_words(const Unsaved& unsaved) {
    if (!unsaved.day) return "Something that could not be saved";
    return "What could not be saved on " + to_words_with_year(*unsaved.day);
}

}  // namespace rekindle
