#include "app/words/other_files_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace rekindle::app {
namespace {

using Paths = std::vector<std::filesystem::path>;

constexpr std::size_t most_in_a_sentence = 5;

constexpr std::string_view about_what_was_not_seen =
    "There is more in this folder than could be looked into.";

std::string how_many_more(const Paths& files, std::size_t most) {
    return files.size() > most ? fmt::format("and {} more", files.size() - most) : std::string{};
}

std::string lines_of(const Paths& files) {
    std::string lines;
    for (const auto& file : std::span(files).first(std::min(files.size(), most_named)))
        lines += "    " + file.generic_string() + '\n';
    if (const std::string more = how_many_more(files, most_named); !more.empty())
        lines += "    " + more + '\n';
    return lines;
}

std::string listed(const Paths& files) {
    std::string names;
    for (const auto& file : std::span(files).first(std::min(files.size(), most_in_a_sentence)))
        names += (names.empty() ? "" : ", ") + file.generic_string();
    if (const std::string more = how_many_more(files, most_in_a_sentence); !more.empty())
        names += ", " + more;
    return names;
}

}  // namespace

std::string in_lines(const OtherFiles& others) {
    std::string text;
    if (!others.copies.empty())
        text +=
            "There were plain copies of the journal in its folder. They are encrypted with it now "
            "and "
            "no longer there:\n" +
            lines_of(others.copies) +
            "“rekindle lock taken” lists them, “rekindle lock give-back NAME --out FILE” gives "
            "one back.\n";
    if (!others.stays.empty())
        text += "This is in the journal’s folder, too, and stays as it is, in plain text:\n" +
                lines_of(others.stays);
    if (!others.pictures.empty())
        text += "These are not encrypted; a picture, a sound or a film may show what you wrote:\n" +
                lines_of(others.pictures);
    if (!others.stays.empty() || !others.pictures.empty())
        text += "If it holds anything of the journal: “rekindle lock take NAME” takes it in.\n";
    if (!others.all_seen) text += std::string(about_what_was_not_seen) + '\n';
    return text;
}

std::string in_one_sentence_each(const OtherFiles& others) {
    std::string text;
    if (!others.copies.empty())
        text += " Plain copies of it were taken in, encrypted, from where they lay: " +
                listed(others.copies) + ".";
    if (!others.all_seen) text += " " + std::string(about_what_was_not_seen);
    return text;
}

}  // namespace rekindle::app
