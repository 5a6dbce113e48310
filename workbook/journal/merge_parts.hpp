// One part of three journals into one: what `merge` is made of. The rules are in merge_rules.hpp.
#pragma once

#include "workbook/journal/journal.hpp"

namespace rekindle {

Profile merge_profile(const Profile& base, const Profile& ours, const Profile& theirs);
// `day_end` says in which order the check-ins of a day stand.
Month merge_month(const Month& base, const Month& ours, const Month& theirs, TimeOfDay day_end);
Answers merge_answers(const Answers& base, const Answers& ours, const Answers& theirs);
Practices merge_practices(const Practices& base, const Practices& ours, const Practices& theirs);

}  // namespace rekindle
