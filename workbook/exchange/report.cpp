#include "workbook/exchange/report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "workbook/exchange/csv_columns.hpp"
#include "workbook/exchange/report_answers.hpp"
#include "workbook/exchange/report_practices.hpp"
#include "workbook/journal/as_seen_by.hpp"

namespace rekindle {
namespace {

using Kind = Block::Kind;

// "Ada", or what stands for someone without a name; nothing where there is but one person. Whoever
// the profile does not know, perhaps because it could not be read, is told by the id.
std::string by_whom(const Profile& profile, const std::string& id) {
    if (!find_person(profile, id)) return id;
    if (profile.people.size() < 2) return {};
    return name_of(profile, id);
}

std::string title_of_scale(const std::vector<Scale>& scales, const std::string& id) {
    const auto found = std::find_if(scales.begin(), scales.end(),
                                    [&](const Scale& scale) { return scale.id == id; });
    return found == scales.end() ? id : found->title;
}

std::string ratings_in_words(const CheckIn& checkin, const std::vector<std::string>& order,
                             const std::vector<Scale>& scales) {
    std::string text;
    for (const std::string& id : order) {
        const auto rated = checkin.ratings.find(id);
        if (rated == checkin.ratings.end()) continue;
        if (!text.empty()) text += " · ";
        text += fmt::format("{} {}", title_of_scale(scales, id), rated->second);
    }
    return text;
}

std::string event_in_words(const Event& event) {
    if (event.kind == EventKind::own) return event.text;
    std::string text{event_title(event.kind)};
    if (!event.text.empty()) text += ": " + event.text;
    return text;
}

struct DayBlocks {
    const Journal& journal;
    std::vector<std::string> order;
    std::vector<Scale> scales;
    std::vector<Block>& blocks;

    void add(const CheckIn& checkin) {
        std::string when = checkin.time ? to_iso(*checkin.time) : "No time noted";
        const std::string who = by_whom(*journal.profile, checkin.person);
        if (!who.empty()) when += ", " + who;
        blocks.push_back({Kind::subsection, when});
        if (const auto rated = ratings_in_words(checkin, order, scales); !rated.empty())
            blocks.push_back({Kind::paragraph, rated});
        for (const Event& event : checkin.events)
            blocks.push_back({Kind::item, event_in_words(event)});
        if (!checkin.note.empty()) blocks.push_back({Kind::words, checkin.note});
    }
};

void add_days(const Journal& journal, const Content& content, Date from, Date to,
              std::vector<Block>& blocks) {
    std::vector<Scale> scales = daily_scales(content);
    const auto& own = journal.profile->own_scales;
    scales.insert(scales.end(), own.begin(), own.end());
    DayBlocks days{journal, csv_scales(journal, content), std::move(scales), blocks};
    std::optional<Date> day;
    for (const auto& [key, month] : journal.months) {
        for (const CheckIn& checkin : month->checkins) {
            if (checkin.date < from || checkin.date > to) continue;
            if (!day) {
                blocks.push_back({Kind::chapter, "Days"});
                blocks.push_back({Kind::paragraph, "Ratings run from 0 to 10."});
            }
            if (day != checkin.date)
                blocks.push_back({Kind::section, fmt::format("{} {}", to_words(checkin.date),
                                                             checkin.date.year())});
            day = checkin.date;
            days.add(checkin);
        }
    }
}

}  // namespace

std::vector<Block> report_of(const Journal& journal, const Content& content, Date from, Date to,
                             const std::vector<std::string>& unread) {
    std::vector<Block> blocks{{Kind::title, "Journal"}};
    if (!unread.empty())
        blocks.push_back({Kind::paragraph,
                          fmt::format("Not everything is in here. Of these files of the journal "
                                      "not all could be read: {}.",
                                      fmt::join(unread, ", "))});
    const std::size_t without_entries = blocks.size();
    const Journal shown = as_seen_by(journal, {});  // a report may be read by anyone
    add_days(shown, content, from, to, blocks);
    add_answers(shown, content, from, to, blocks);
    add_lists(shown, content, from, to, blocks);
    add_practices(shown, content, from, to, blocks);
    if (blocks.size() == without_entries)
        blocks.push_back({Kind::paragraph, "There are no entries in these days."});
    return blocks;
}

}  // namespace rekindle
