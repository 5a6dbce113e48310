// Reads the fields of one table of a content file: what is absent, of another type or not known is
// told with its place, and reading goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/files/toml_read.hpp"

namespace rekindle {

// A text for people as it stands in a file: what `lint` judges.
struct PlacedText {
    std::string key;   // "guidance", "prompt", "low" …
    std::string text;  // as written, line breaks included
    Place place;
    int first_line = 0;  // where its first character stands, which may be below `place`
};

// One file being read: where its problems and its texts are gathered.
struct FileReading {
    std::string file;
    std::vector<std::string_view> lines{};  // of the file, while it is being read
    Problems problems{};
    std::vector<PlacedText> texts{};
};

class Fields {
  public:
    // `what` names the table in messages: "The card".
    Fields(const TomlReader& table, std::string what, FileReading& reading);
    ~Fields();  // reports the keys nobody asked for
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    // Where the key stands, or the table.
    Place place(std::string_view key = {}) const { return table_.place(key); }
    void report(std::string_view key, std::string message, std::string remedy) const;
    bool has(std::string_view key) const { return table_.has(key); }

    // Empty, and reported, when absent or of another type. Texts for people come as paragraphs with
    // curly quotes.
    std::string id();
    std::string text(std::string_view key);

    // A day, as a date of TOML or as a text like it, in ISO form. Empty, and reported, when absent
    // or when it is none.
    std::string day(std::string_view key);

    // Empty, 0 or false when absent. Reported when of another type.
    std::string text_if_any(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    std::string word_if_any(std::string_view key);  // a word for the program, not for people
    std::vector<std::string> words(std::string_view key);
    int number_or_zero(std::string_view key);  // 0 to 9999
    bool truth_or_false(std::string_view key);
    std::vector<TomlReader> tables(std::string_view key);
    std::optional<TomlReader> table(std::string_view key);

  private:
    std::string keep(std::string_view key, std::string text, const Place& place);

    TomlReader table_;
    std::string what_;
    FileReading& reading_;
    std::vector<std::string_view> asked_;
};

// Lines joined to paragraphs: one empty line between two of them, single line breaks are spaces.
std::string to_paragraphs(std::string_view text);

}  // namespace rekindle
