#include "app/words/lock_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "workbook/store/lock_ways.hpp"

namespace rekindle::app {
namespace {

std::string_view kind_words(WayKind kind) {
    switch (kind) {
        case WayKind::passphrase:
            return "a passphrase";
        case WayKind::recovery_code:
            return "a recovery code";
        case WayKind::key_file:
            return "a key file";
    }
    return {};
}

// "A passphrase (“Sam”), since 28 November 2026"
std::string shown_words(const Way& way) {
    std::string words(kind_words(way.kind));
    words.front() = 'A';
    if (!way.name.empty()) words += fmt::format(" (“{}”)", way.name);
    if (way.added) words += fmt::format(", since {}", to_words_with_year(*way.added));
    return words;
}

}  // namespace

std::string way_words(const Way& way) {
    std::string words(kind_words(way.kind));
    if (way.added) words += fmt::format(", since {}", to_words_with_year(*way.added));
    return words;
}

std::string guard_words(const Way& way) {
    if (way.kind != WayKind::passphrase) return {};
    if (was_made_short(way))
        return fmt::format(
            "There was not enough free memory to guard this passphrase as usual: a guess costs {} "
            "MiB of memory instead of {}. That is raised by itself when the journal is next opened "
            "with it and there is enough memory.",
            way.box.cost.memory / 1024, moderate_cost().memory / 1024);
    const auto usual = work_of(moderate_cost());
    if (work_of(way.box) >= usual || work_of(way.box) < work_of(least_cost())) return {};
    return fmt::format(
        "Beside the other ways in there was less room for it: a guess at this passphrase costs {} "
        "% of the usual time, so let it be a long one.",
        work_of(way.box) * 100 / usual);
}

std::vector<ShownWay> shown_ways(const LockFile& lock) {
    const auto passphrases = std::count_if(lock.ways.begin(), lock.ways.end(), [](const Way& way) {
        return way.kind == WayKind::passphrase;
    });
    std::vector<ShownWay> shown;
    for (const Way& way : lock.ways)
        shown.push_back({label_of(way), shown_words(way), guard_words(way),
                         way.kind != WayKind::passphrase || passphrases > 1,
                         way.kind == WayKind::recovery_code});
    return shown;
}

}  // namespace rekindle::app
