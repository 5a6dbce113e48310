#include "app/exercises/only_for_me.hpp"

#include <fmt/format.h>

#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "app/words/people.hpp"
#include "workbook/journal/as_seen_by.hpp"

namespace rekindle::app {

std::string writer_of(const Screen& screen, std::string_view person) {
    const Profile& profile = *screen.journal.profile;
    return profile.people.size() < 2 ? std::string{} : name_of(profile, person);
}

bool is_mine(const Screen& screen, std::string_view person) {
    return is_own(*screen.journal.profile, person, screen.person);
}

bool offers_only_for_me(const Screen& screen, bool only_for_me) {
    return only_for_me || screen.journal.profile->people.size() > 1;
}

bool draw_only_for_me(const Screen& screen, std::string_view name, bool only_for_me, bool enabled,
                      const Pen& pen) {
    if (!offers_only_for_me(screen, only_for_me)) return false;
    const std::string control = fmt::format("{}.only-for-me", name);
    const bool pressed = tick_box(pen, control, "Only for me", only_for_me, enabled);
    if (!only_for_me) return pressed;
    const Person* other = other_person(*screen.journal.profile, screen.person);
    const std::string from = other ? fmt::format("{}’s view and from exports",
                                                 name_of(*screen.journal.profile, other->id))
                                   : "exports";
    draw_wrapped(pen, Type::label, Colour::muted,
                 fmt::format("Hidden from {}. It is not locked: whoever opens the files can read "
                             "it.",
                             from));
    pen.skip(4);
    return pressed;
}

void draw_only_for_me(const CardContext& context, std::string_view name, const MarkedEntry& entry,
                      const AskingPen& pen) {
    if (draw_only_for_me(context.screen, name, entry.only_for_me, context.writable, pen))
        pen.out.add(KeepToMyself{entry.exercise, entry.id, !entry.only_for_me});
}

}  // namespace rekindle::app
