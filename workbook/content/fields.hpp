// Reads the fields of one table of a content file: what is absent, of another type or not known is
// told with its place, and reading goes on.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/content/toml_tree.hpp"

namespace rekindle {

// A text for people as it stands in a file: what `lint` judges.
struct PlacedText {
    std::string key;   // "guidance", "prompt", "low" …
    std::string text;  // as written, line breaks included
    Place place;
    int last_line = 0;  // of the text in the file
};

// One file being read: where its problems and its texts are gathered.
struct FileReading {
    std::string file;
    Problems problems;
    std::vector<PlacedText> texts;

    void report(const Place& place, std::string message, std::string remedy);
};

class Fields {
  public:
    // `what` names the table in messages: "The card".
    Fields(const TomlTree& table, std::string what, FileReading& reading);
    ~Fields();  // reports the keys nobody asked for
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    const Place& place() const { return table_.place; }
    Place place_of(std::string_view key) const;  // of the table where it has no such key

    void report(std::string message, std::string remedy) const;
    void report_at(std::string_view key, std::string message, std::string remedy) const;

    // Empty, and reported, when absent or of another type.
    std::string id();
    std::string text(std::string_view key);
    // Empty when absent. Reported when of another type.
    std::string text_if_any(std::string_view key);
    std::string word_if_any(std::string_view key);  // a word for the program, not for people
    int number_or_zero(std::string_view key);       // 0 to 9999
    bool truth_or_false(std::string_view key);
    std::vector<std::string> words(std::string_view key);  // a list of words for the program
    std::vector<std::string> texts(std::string_view key);  // a list of texts for people
    std::vector<const TomlTree*> tables(std::string_view key);
    const TomlTree* table(std::string_view key);  // null when absent

    // The table has it: said without reading it.
    bool has(std::string_view key) const { return table_.find(key) != nullptr; }

  private:
    const TomlTree* ask(std::string_view key);
    const TomlTree* ask(std::string_view key, TomlTree::Type type, std::string_view expected);
    std::vector<const TomlTree*> list(std::string_view key, TomlTree::Type type,
                                      std::string_view expected);
    std::string keep(const TomlTree& text, std::string_view key);

    const TomlTree& table_;
    std::string what_;
    FileReading& reading_;
    std::set<std::string, std::less<>> asked_;
};

// [a-z0-9-]+, begins with a letter or figure, at most 64 characters.
bool is_content_id(std::string_view text);

// Lines joined to paragraphs: one empty line between two of them, single line breaks are spaces.
std::string to_paragraphs(std::string_view text);

}  // namespace rekindle
