// What one content file holds, with the place of everything: shared by `read_content`, which keeps
// the content, and `lint`, which judges it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/content/fields.hpp"
#include "workbook/content/workbook.hpp"

namespace rekindle {

struct PlacedCard {
    Place place;
    std::vector<Place> exercises;  // as many as the card's, in the same order
};

struct ContentFile {
    FileReading reading;
    std::optional<Workbook> workbook;  // nothing when even the frame could not be read
    Place place;                       // of the workbook's id
    std::vector<PlacedCard> cards;     // as many as the workbook's, in the same order
    std::vector<FeelingGroup> feelings;
    std::vector<HelpSection> help;
    std::vector<HelpContact> contacts;
    std::vector<Phrase> phrases;
    std::vector<Place> phrase_places;  // as many as the phrases, in the same order
    Phrase every_phrase;               // what the file says for all: `unless` and `turns`
    Place every_phrase_place;
};

enum class ContentKind { workbook, feelings, help, phrases };

// By the file's name: feelings.toml, help.toml, phrases.toml; everything else is a workbook.
ContentKind content_kind(std::string_view file);

// Problems are in the order of lines.
ContentFile read_content_text(std::string_view text, const std::string& name, ContentKind kind);
ContentFile read_content_file(const std::string& name, ContentKind kind);

// The text of an ordinary file of at most 16 MiB. One that is not there is an error.
Result<std::string> read_text(const std::filesystem::path& file);

}  // namespace rekindle
