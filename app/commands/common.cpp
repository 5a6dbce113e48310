#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <random>

#include "app/commands/commands.hpp"
#include "app/standard_streams.hpp"

namespace rekindle::app {
namespace {

int exit_code_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
            return 2;
        case ErrorCode::system:
        case ErrorCode::busy:
            return 3;
        case ErrorCode::invalid:
        case ErrorCode::later_format:
        case ErrorCode::locked:
        case ErrorCode::lock_gone:
        case ErrorCode::distrusted:
            return 1;
    }
    return 1;
}

std::string scale_title(const Content& content, const Profile& profile, const std::string& id) {
    if (const Scale* scale = find_daily_scale(content, id)) return scale->title;
    for (const auto* scales : {&profile.own_scales, &profile.former_scales})
        for (const Scale& scale : *scales)
            if (scale.id == id) return scale.title;
    return id;
}

// In the order of the content, then the person's own, then what neither knows any more.
std::string ratings_in_words(const CheckIn& checkin, const Content& content,
                             const Profile& profile) {
    std::vector<std::string> order;
    for (const Scale& scale : daily_scales(content)) order.push_back(scale.id);
    for (const auto& [id, value] : checkin.ratings)
        if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
    std::string words;
    for (const std::string& id : order) {
        const auto found = checkin.ratings.find(id);
        if (found == checkin.ratings.end()) continue;
        if (!words.empty()) words += " · ";
        words += fmt::format("{} {}", scale_title(content, profile, id), found->second);
    }
    return words;
}

std::string indented(std::string_view text) {
    std::string lines = "    ";
    for (const char c : text) {
        lines += c;
        if (c == '\n') lines += "    ";
    }
    return lines + '\n';
}

}  // namespace

int report(const Error& error) {
    say("{}\n", for_terminal(to_string(error)));
    return exit_code_of(error.code);
}

int report(const Problems& problems) {
    for (const Error& problem : problems) report(problem);
    return problems.empty() ? 0 : 1;
}

int usage(const std::string& sentence) {
    say("{}\n", for_terminal(sentence));
    return 2;
}

int report(const Result<Saved>& saved) {
    if (!saved) return report(saved.error());
    if (!saved->refused.empty()) return report(saved->refused.begin()->second);
    for (const Part& part : saved->gone)
        say("{} was not there any more and has been begun anew. What an earlier state has "
            "of it is kept; “rekindle check” says how to bring it back.\n",
            Store::file_of(part).string());
    if (saved->backup_failed)
        say("The state before was not kept as a backup. {}\n",
            for_terminal(to_string(*saved->backup_failed)));
    return 0;
}

ReadContent content_of(const Context& context) {
    return read_content(context.content, context.data / "workbooks");
}

Result<Journal> whole_journal(const Context& context) {
    const auto store = store_of(context);
    if (!store) return fail(store.error());
    auto opened = store->open();
    if (!opened) return fail(opened.error());
    if (!opened->read_only.empty()) return fail(opened->read_only.begin()->second);
    return opened->journal;
}

std::string for_terminal(std::string_view text) {
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool c1 =
            byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (c1) ++i;
        if (c1 || (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F)
            safe += "\xEF\xBF\xBD";
        else
            safe += text[i];
    }
    return safe;
}

std::string day_in_words(const Journal& journal, const Content& content, Date date,
                         std::string_view person) {
    const Profile& profile = *journal.profile;
    std::string words =
        fmt::format("{}, {}\n", weekday_name(date.weekday()), to_words_with_year(date));
    const auto checkins = checkins_on(journal, date, person);
    if (checkins.empty()) return words + "  no entry\n";
    for (const CheckIn* checkin : checkins) {
        const std::string ratings = ratings_in_words(*checkin, content, profile);
        words += fmt::format("  {}  {}\n", checkin->time ? to_iso(*checkin->time) : "--:--",
                             ratings.empty() ? "no rating" : ratings);
        for (const Event& event : checkin->events)
            words += fmt::format("    {}{}{}\n", event_title(event.kind),
                                 event.text.empty() ? "" : ": ", event.text);
        if (!checkin->note.empty()) words += indented(checkin->note);
    }
    return for_terminal(words);
}

std::string new_id() {
    static constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz23456789";
    std::random_device source;
    std::string id;
    for (int i = 0; i < 12; ++i) id += letters[source() % letters.size()];
    return id;
}

}  // namespace rekindle::app
