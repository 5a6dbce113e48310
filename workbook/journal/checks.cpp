#include "workbook/journal/checks.hpp"

#include <algorithm>

#include "workbook/base/utf8_text.hpp"

namespace rekindle {
namespace {

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

}  // namespace

std::optional<Error> problem_with_text(std::string_view text) {
    if (text.size() > most_text)
        return Error{ErrorCode::usage,
                     "This text is longer than one entry can hold.",
                     "Keep it under a million letters, or spread it over several entries.",
                     {}};
    if (!is_utf8(text))
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

std::optional<Error> problem_with_event(const Event& event) {
    if (event.kind == EventKind::own && event.text.empty())
        return Error{ErrorCode::usage, "An event of your own needs a word.", {}, {}};
    return problem_with_line(event.text);
}

std::optional<Error> problem_with_rating(int value) {
    if (value >= 0 && value <= 10) return std::nullopt;
    return Error{ErrorCode::usage, "A rating is a whole number from 0 to 10.", {}, {}};
}

bool may_be_new(Date date, Date today) { return date <= today + 1; }

std::optional<Error> problem_with_date(Date date) {
    if (make_date(date.year(), date.month(), date.day())) return std::nullopt;
    return Error{
        ErrorCode::usage, "There is no such day.", "Days run from 1900-01-01 to 9999-12-31.", {}};
}

std::optional<Error> problem_with_person(const Journal& journal, std::string_view person) {
    if (find_person(*journal.profile, person)) return std::nullopt;
    return Error{ErrorCode::usage,
                 "Nobody in this journal has that id.",
                 "The people stand in profile.toml.",
                 {}};
}

}  // namespace rekindle
