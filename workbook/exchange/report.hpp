// What a journal says in a span of days, as a plain sequence of headings and paragraphs; Markdown
// and HTML are two ways to write it down.
#pragma once

#include <string>
#include <vector>

#include "workbook/content/workbook.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

struct Block {
    enum class Kind {
        title,       // of the whole
        chapter,     // the days; a workbook
        section,     // a day; a card
        subsection,  // a check-in; an exercise
        paragraph,   // in the program's words
        item,        // of a list
        words,       // what a person wrote, with its line breaks
    };
    Kind kind = Kind::paragraph;
    std::string text;
    bool operator==(const Block&) const = default;
};

// The days from `from` to `to`, both included, with every rating, event and note; then what was
// answered in that span, by workbook and card; then lists, promises, rituals and plans. Also what
// the content no longer names, by its id. `unread` are the journal's files of which not everything
// could be read: said at the top.
std::vector<Block> report_of(const Journal& journal, const Content& content, Date from, Date to,
                             const std::vector<std::string>& unread = {});

}  // namespace rekindle
