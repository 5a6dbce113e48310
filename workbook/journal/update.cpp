#include "workbook/journal/update.hpp"

#include <utf8.h>

#include <algorithm>

#include "workbook/journal/carry_out.hpp"
#include "workbook/journal/order.hpp"

namespace rekindle {
namespace {

Part part_of(const CheckInRef& ref) { return {PartKind::month, ref.date.year_month(), {}}; }
Part answers_of(const std::string& workbook) { return {PartKind::answers, {}, workbook}; }

struct Touched {
    const Journal& journal;
    using Parts = std::vector<Part>;

    Parts operator()(const RateFeeling& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const WriteNote& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const AddEvent& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const RemoveEvent& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const SetCheckInTime& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const DeleteCheckIn& c) const { return {part_of(c.checkin)}; }
    Parts operator()(const AddCheckIns& c) const {
        Parts parts;
        for (const CheckIn& checkin : c.checkins)
            parts.push_back({PartKind::month, checkin.date.year_month(), {}});
        std::sort(parts.begin(), parts.end());
        parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
        return parts;
    }

    Parts operator()(const WriteAnswer& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const TickAction& c) const { return {answers_of(c.exercise.workbook)}; }
    Parts operator()(const RateCard& c) const { return {answers_of(c.card.workbook)}; }
    Parts operator()(const MarkCard& c) const { return {answers_of(c.card.workbook)}; }

    Parts operator()(const AddListItem&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const EditListItem&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const SetItemStatus&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const NoteListItem&) const { return {{PartKind::practices, {}, {}}}; }
    Parts operator()(const RemoveListItem&) const { return {{PartKind::practices, {}, {}}}; }

    // All that is left speaks of the profile.
    template <class Other>
    Parts operator()(const Other&) const {
        return {{PartKind::profile, {}, {}}};
    }
    Parts operator()(const SetDayEnd& c) const {
        Parts parts{{PartKind::profile, {}, {}}};
        const Journal resorted = with_days_in_order(journal, c.day_end);
        for (const Part& part : changed_parts(journal, resorted)) parts.push_back(part);
        return parts;
    }
};

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

}  // namespace

Result<Journal> update(const Journal& journal, const Command& command, const Stamp& stamp) {
    return std::visit([&](const auto& each) { return carry_out(journal, each, stamp); }, command);
}

std::vector<Part> touched_parts(const Journal& journal, const Command& command) {
    return std::visit(Touched{journal}, command);
}

Date day_of(const Journal& journal, const Stamp& stamp) {
    return journal_day(stamp.now, journal.profile->day_end);
}

bool is_id(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::optional<Error> problem_with_text(std::string_view text) {
    if (text.size() > most_text)
        return Error{ErrorCode::usage,
                     "This text is longer than one entry can hold.",
                     "Keep it under a million letters, or spread it over several entries.",
                     {}};
    if (!utf8::is_valid(text.begin(), text.end()))
        return Error{ErrorCode::usage,
                     "This text is not UTF-8 and cannot be kept.",
                     "Paste it from a program that copies it as text.",
                     {}};
    return std::nullopt;
}

std::optional<Error> problem_with_line(std::string_view line) {
    if (auto problem = problem_with_text(line)) return problem;
    if (std::any_of(line.begin(), line.end(), is_control))
        return Error{ErrorCode::usage,
                     "Only a single line fits here.",
                     "Leave out line breaks and tabs.",
                     {}};
    return std::nullopt;
}

std::optional<Error> problem_with_rating(int value) {
    if (value >= 0 && value <= 10) return std::nullopt;
    return Error{ErrorCode::usage, "A rating is a whole number from 0 to 10.", {}, {}};
}

std::optional<Error> problem_with_person(const Journal& journal, std::string_view person) {
    if (find_person(*journal.profile, person)) return std::nullopt;
    return Error{ErrorCode::usage,
                 "Nobody in this journal has that id.",
                 "The people stand in profile.toml.",
                 {}};
}

tl::unexpected<Error> unusable_id() {
    return fail(ErrorCode::usage, "This id cannot be used.",
                "Ids are made of small letters, digits and hyphens.");
}

}  // namespace rekindle
