#include "app/words/care_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "app/words/backup_words.hpp"
#include "workbook/store/difference.hpp"

namespace rekindle::app {
namespace {

std::string counted(int number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

// How much an earlier part holds; the profile has no number.
std::string holding_words(const EarlierPart& earlier) {
    const Difference all = difference(Journal{}, earlier.journal);
    switch (earlier.part.kind) {
        case PartKind::profile:
            return "people and settings";
        case PartKind::month:
            return counted(all.checkins.added, "check-in", "check-ins");
        case PartKind::answers:
            return counted(all.answers.added, "entry on the cards", "entries on the cards");
        case PartKind::practices:
            return counted(all.practices.added, "practice", "practices");
    }
    return {};
}

std::string age_words(const EarlierPart& earlier, Date today) {
    if (earlier.backup) return when_words(*earlier.backup, today);
    if (earlier.changes == 0) return "As this window still has it";
    if (earlier.changes == 1) return "Before its last change";
    return fmt::format("Before its last {} changes", earlier.changes);
}

void add_counted(std::string& words, const Counted& count, std::string_view one,
                 std::string_view many, std::string_view source) {
    if (count.added > 0)
        words += fmt::format("{} {} added\n", counted(count.added, one, many),
                             count.added == 1 ? "is" : "are");
    if (count.changed > 0)
        words += fmt::format("{} {} what {} adds to {}\n", counted(count.changed, one, many),
                             count.changed == 1 ? "gains" : "gain", source,
                             count.changed == 1 ? "it" : "them");
}

std::string workbook_title(const std::string& id, const Content& content) {
    const Workbook* workbook = find_workbook(content, id);
    return workbook ? workbook->title : id;
}

// A scale of the day or of the card, by what people call it.
std::string scale_title(const std::string& id, const BothChanged& both, const Content& content,
                        const Profile& profile) {
    if (const Scale* daily = find_daily_scale(content, id); daily && both.day) return daily->title;
    std::vector<Scale> scales = profile.own_scales;
    const Workbook* workbook = find_workbook(content, both.workbook);
    if (const Card* card = workbook ? find_card(*workbook, both.card) : nullptr)
        scales = card->scales;
    const auto found = std::find_if(scales.begin(), scales.end(),
                                    [&](const Scale& scale) { return scale.id == id; });
    return found == scales.end() ? id : found->title;
}

}  // namespace

std::string part_words(const Part& part, const Content& content) {
    switch (part.kind) {
        case PartKind::profile:
            return "people and settings";
        case PartKind::month:
            return fmt::format("the check-ins of {} {}", month_name(part.month.month),
                               part.month.year);
        case PartKind::answers:
            return "what stands on the cards of " + workbook_title(part.workbook, content);
        case PartKind::practices:
            return "lists, promises, rituals and plans";
    }
    return {};
}

std::string earlier_words(const EarlierPart& earlier, Date today) {
    return fmt::format("{} · {}", age_words(earlier, today), holding_words(earlier));
}

std::string bring_in_words(const Difference& difference, std::string_view source) {
    std::string words;
    add_counted(words, difference.checkins, "check-in", "check-ins", source);
    add_counted(words, difference.answers, "entry on the cards", "entries on the cards", source);
    add_counted(words, difference.practices, "practice", "practices", source);
    if (difference.settings)
        words += fmt::format("People and settings gain what only {} has\n", source);
    if (!words.empty()) words.pop_back();
    return words;
}

std::string capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string name_in_controls(const std::string& file) {
    std::string name;
    for (const char each : file) {
        const bool plain = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') ||
                           (each >= '0' && each <= '9') || each == '.' || each == '-' ||
                           each == '_' || each == '/';
        name +=
            plain ? std::string{each} : fmt::format("%{:02X}", static_cast<unsigned char>(each));
    }
    return name;
}

bool is_for(const BothChanged& both, const Profile& profile, std::string_view person) {
    return both.person.empty() || both.person == person || !find_person(profile, both.person);
}

std::string place_words(const BothChanged& both, const Content& content) {
    if (both.day)
        return fmt::format("{}, {}", weekday_name(both.day->weekday()),
                           to_words_with_year(*both.day));
    if (both.workbook.empty()) return "Practices";
    const Workbook* workbook = find_workbook(content, both.workbook);
    const Card* card = workbook ? find_card(*workbook, both.card) : nullptr;
    return fmt::format("The card {}", card ? card->title : both.card);
}

std::string both_words(const BothChanged& both, const Content& content, const Profile& profile) {
    std::string words;
    if (both.texts > 0)
        words = both.texts == 1
                    ? "A text there now holds what both wrote."
                    : fmt::format("{} texts there now hold what both wrote.", both.texts);
    for (const auto& rating : both.ratings)
        words += fmt::format("{}{}: {} stands, the other said {}.", words.empty() ? "" : " ",
                             scale_title(rating.scale, both, content, profile), rating.kept,
                             rating.other);
    return words;
}

}  // namespace rekindle::app
