#include "workbook/journal/update.hpp"

#include "workbook/journal/command_held.hpp"
#include "workbook/journal/update_parts.hpp"

namespace rekindle {

Result<Journal> update(const Journal& journal, const Command& command, const Stamp& stamp) {
    return command.held_->carried_out_on(journal, stamp);
}

Date day_of(const Journal& journal, const Stamp& stamp) {
    return journal_day(stamp.now, journal.profile->day_end);
}

tl::unexpected<Error> unusable_id() {
    return fail(ErrorCode::usage, "This id cannot be used.",
                "Ids are made of small letters, digits and hyphens.");
}

tl::unexpected<Error> not_yours() {
    return fail(ErrorCode::usage, "Only the person who wrote this can change it.");
}

}  // namespace rekindle
