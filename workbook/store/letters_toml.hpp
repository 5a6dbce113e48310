// The letters and conversations of an answers file, as `answers_toml` puts it together.
#pragma once

#include <optional>
#include <string>

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/answers.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

// What every entry of the file says: whose it is, of what day and card.
struct AnswerOrigin {
    std::string card;
    std::string person;
    Date date;
};

// None after a problem. Without `person` it is the first person's.
std::optional<AnswerOrigin> read_origin(const TomlReader& entry, const Profile& profile);

TomlTable to_toml(const std::string& card, const std::string& exercise, const Letter& letter);
TomlTable to_toml(const std::string& card, const std::string& exercise, const Talk& talk);

// Put what stands under [[letter]] and [[talk]] into `out`; a second entry with one id is a
// problem.
void read_letters(const TomlReader& file, const Profile& profile, Answers& out);
void read_talks(const TomlReader& file, const Profile& profile, Answers& out);

}  // namespace rekindle
