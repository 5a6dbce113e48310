#include "app/words/backup_words.hpp"

#include <fmt/format.h>

#include <string_view>

namespace rekindle::app {
namespace {

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

void add_counted(std::string& words, const Counted& count, std::string_view one,
                 std::string_view many) {
    const auto line = [&](int number, std::string_view what) {
        if (number > 0) words += fmt::format("{} {}\n", counted(number, one, many), what);
    };
    line(count.added, count.added == 1 ? "comes back" : "come back");
    line(count.removed, count.removed == 1 ? "goes" : "go");
    line(count.changed, count.changed == 1 ? "becomes as it was" : "become as they were");
}

}  // namespace

std::string when_words(const Backup& backup, Date today) {
    const int age = today - backup.date;
    const std::string day =
        fmt::format("{}, {}", weekday_name(backup.date.weekday()), to_words_with_year(backup.date));
    if (backup.reason == BackupReason::import) return "Before an import on " + day;
    if (backup.reason == BackupReason::lock) return "Before the lock was changed on " + day;
    if (backup.reason == BackupReason::restore)
        return "Before an earlier state came back on " + day;
    if (age == 0) return "Before today’s changes";
    if (age == 1) return "Before yesterday’s changes";
    return "Before the changes of " + day;
}

std::string backup_words(const BackupSummary& summary, Date today) {
    return fmt::format("{} · {}", when_words(summary.backup, today),
                       counted(summary.checkins, "check-in", "check-ins"));
}

std::string difference_words(const Difference& difference) {
    std::string words;
    add_counted(words, difference.checkins, "check-in", "check-ins");
    add_counted(words, difference.answers, "entry on the cards", "entries on the cards");
    add_counted(words, difference.practices, "practice", "practices");
    if (difference.settings) words += "People and settings become as they were\n";
    if (!words.empty()) words.pop_back();
    return words;
}

}  // namespace rekindle::app
