// What promises are called in a sentence, for screens and reports alike.
#pragma once

#include <string>
#include <string_view>

#include "workbook/journal/practices.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

// "on 29 November 2026", "every day", "every Monday and Thursday", "every Saturday". Chosen days
// stand in the order of a week that begins on `week_start`.
std::string to_words(const Schedule& schedule, Weekday week_start);

std::string_view kept_title(Kept kept);  // "kept", "late", "not kept"

// The name of whoever made a promise: as `name_of` has it, "Me" where one person writes without a
// name; "The other person" and "Both of us" for those who are no person of the journal.
std::string maker_title(const Profile& profile, std::string_view who);

// The schedule with another recurrence, from `today` on: days before it that are not marked are not
// due any more. A rhythm of the week begins with the weekday the promise had before.
Schedule with_recurrence(const Schedule& schedule, Recurrence recurrence, Date today);
// With a day of the week put in or taken out (`weekdays`; the last one stays), or chosen
// (`weekly`).
Schedule with_weekday(const Schedule& schedule, Weekday day, Date today);

}  // namespace rekindle
