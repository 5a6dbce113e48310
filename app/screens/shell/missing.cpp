// What the journal once had and has no more, said at the top of the page with a way to mend it; and
// days dated later than today, of which a clock or a journey may be the reason.
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/shell/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/words/care_words.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t most_missing = 4;  // more are counted only

// "What is kept: before today’s changes · 20 check-ins"
std::string offer_words(const MissingPart& missing, Date today) {
    if (!missing.readable)
        return "Something of it is kept in .history inside the journal’s folder, but it cannot be "
               "read here.";
    if (missing.begun_anew)
        return fmt::format("What was in the file before is kept: {}.",
                           entries_in_words(missing.added));
    return earlier_words(missing.earlier, today);
}

void draw_offer(const Screen& screen, const ShownMissing& entry, const AskingPen& pen) {
    const MissingPart& missing = entry.missing;
    const Part& part = missing.earlier.part;
    const std::string name = app::name_of(part);
    draw_wrapped(pen, Type::strong, Colour::ink, capital(part_words(part, screen.content)));
    draw_wrapped(pen, Type::secondary, Colour::ink, offer_words(missing, screen.now.date));
    const std::string back = "missing." + name + ".back";
    const std::string leave = "missing." + name + ".leave";
    std::vector<ButtonSpec> choices;
    if (missing.readable)
        choices.push_back({.name = back,
                           .label = entry.bringing ? "Bringing back …" : "Bring back",
                           .enabled = screen.complete && !entry.bringing});
    choices.push_back({.name = leave,
                       .label = "Leave it out",
                       .style = ButtonStyle::link,
                       .enabled = !entry.bringing});
    if (const auto chosen = draw_choices(pen, choices)) {
        if (choices[*chosen].name == back)
            pen.out.add(BringBack{part});
        else
            pen.out.add(LeaveOut{part});
    }
    if (entry.problem.empty()) return;
    pen.skip(4);
    draw_wrapped(pen, Type::secondary, Colour::notice, entry.problem);
}

void draw_left_out(std::size_t all, const Pen& pen) {
    if (all <= most_missing) return;
    pen.skip(between_items);
    draw_wrapped(pen, Type::secondary, Colour::muted,
                 fmt::format("And {} more; “rekindle check” names them all.", all - most_missing));
}

// Whoever is writing may say that they are theirs, or the other's.
void draw_adoption(const Screen& screen, const Dangling& dangling, const AskingPen& pen) {
    const Profile& profile = *screen.journal.profile;
    std::vector<std::string> names;
    std::vector<std::string> labels;
    for (const Person& person : profile.people) {
        names.push_back(fmt::format("adopt.{}.{}", dangling.id, person.id));
        labels.push_back(profile.people.size() == 1
                             ? "These are mine"
                             : fmt::format("These are {}’s", name_of(profile, person.id)));
    }
    std::vector<ButtonSpec> choices;
    for (std::size_t i = 0; i < names.size(); ++i)
        choices.push_back({.name = names[i], .label = labels[i], .enabled = screen.complete});
    if (const auto chosen = draw_choices(pen, choices))
        pen.out.add(AdoptEntries{dangling.id, profile.people[*chosen].id});
}

// Of a person it is asked right here what the remedy in words would be.
void draw_one_dangling(const Screen& screen, const Dangling& dangling, const AskingPen& pen) {
    const bool person = dangling.kind == ReferenceKind::person;
    const Error words = in_words(dangling, *screen.journal.profile);
    draw_wrapped(pen, Type::secondary, Colour::ink,
                 person ? words.message + " Whose are they?" : to_sentence(words));
    if (person) draw_adoption(screen, dangling, pen);
}

}  // namespace

void draw_missing(const Screen& screen, const AskingPen& pen) {
    if (screen.notices.missing.empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_notice_heading(inside, "Something that was in this journal is gone");
        draw_wrapped(
            inside, Type::secondary, Colour::muted,
            "A file is not there any more that Rekindle did not take away. What an earlier "
            "state has of it can come back; nothing you have written since is changed by "
            "that.");
        inside.skip(8);
        for (std::size_t i = 0; i < std::min(screen.notices.missing.size(), most_missing); ++i) {
            if (i > 0) inside.skip(between_items);
            draw_offer(screen, screen.notices.missing[i], inside);
        }
        draw_left_out(screen.notices.missing.size(), inside);
    }
    pen.skip(20);
}

void draw_written_again(const Screen& screen, const AskingPen& pen) {
    if (screen.notices.written_again.empty()) return;
    NoticeCard notice{.title = "A file went away while this window had it open",
                      .colour = Colour::ink,
                      .name = "written-again.fine",
                      .label = "Looks right"};
    for (const Part& part : screen.notices.written_again)
        notice.words.push_back(fmt::format("It is written again from what you see here: {}.",
                                           part_words(part, screen.content)));
    if (draw_notice_card(notice, pen)) pen.out.add(FineWritten{});
}

void draw_dangling(const Screen& screen, const AskingPen& pen) {
    if (screen.notices.dangling.empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_notice_heading(inside, "Some entries lead to something that is not here");
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     "They are kept as they are. “rekindle check” names the lines.");
        inside.skip(8);
        for (std::size_t i = 0; i < std::min(screen.notices.dangling.size(), most_missing); ++i) {
            if (i > 0) inside.skip(between_items);
            draw_one_dangling(screen, screen.notices.dangling[i], inside);
        }
        draw_left_out(screen.notices.dangling.size(), inside);
    }
    pen.skip(20);
}

void draw_later_days(const Screen& screen, const AskingPen& pen) {
    const Date last = screen.latest();
    if (last <= screen.today) return;
    if (draw_notice_card(
            {.title = "Some entries are dated later than today",
             .words = {fmt::format(
                 "According to this computer, today is {}; the latest entry is dated {}. It "
                 "stays as it is and can be changed. If that surprises you, look "
                 "at the computer’s date, or think of where you have travelled.",
                 to_words_with_year(screen.today), to_words_with_year(last))},
             .name = "later.show",
             .label = "Show that day",
             .leads_on = true},
            pen))
        pen.out.add(ShowDay{last});
}

}  // namespace rekindle::app
