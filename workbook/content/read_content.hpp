// Reads the content files. All problems are collected, each with its PATH:LINE; what could be read
// is given all the same, so that one mistake in a file does not take the workbook away.
//
// A workbook is one TOML file. `content/README.md` tells an author how to write one; in short:
//
//     format = 1                     # first, always
//     id = "seven-steps"             # [a-z0-9-]+, never changed: answers are kept under it
//     title = "Seven steps"
//     about = "…"                    # a sentence or two
//     for = "both"                   # hurt, broke, both or self
//     source = "…"                   # the guide it follows; may be left out
//     order = 10                     # place among the workbooks
//
//     [[card]]
//     id = "acknowledge-the-pain"    # unique in the workbook
//     title = "…"
//     summary = "…"                  # the one line of the folded card
//     guidance = """
//     Lines are joined to paragraphs;
//     an empty line parts two of them."""
//     for = "both"                   # left out: both
//     for_hurt = "…"                 # a line for the one role; may be left out
//     for_broke = "…"
//
//     [[card.scale]]                 # two to four
//     id = "room"                    # unique in the card
//     title = "Room for feelings"
//     low = "pushed away"            # what 0 means
//     high = "let in"                # what 10 means
//
//     [[card.exercise]]
//     id = "write"                   # unique in the card
//     kind = "list"                  # reflect, check, scale, list, promise, letter,
//                                    # conversation, ritual or plan
//     title = "Our boundaries"
//     prompt = "…"                   # one or two sentences
//     uses = "boundaries"            # one list, ledger or ritual for several cards; or left out
//     items = [                      # check: actions; list: statuses, the first is given to new
//         { id = "to-discuss", title = "to discuss" },       # lines; letter: parts, with `hint`
//     ]
//     section = "agreements"         # list, ritual: where Practices shows it (agreements,
//     triggers,
//                                    # questions, rituals, strengths or lists); or left out
//     rates = ["room"]               # scale: which of the card's scales; left out: all of them
//     rhythm = "weekly"              # ritual, promise: daily or weekly
//     minutes = 5                    # conversation: how long each of the two speaks
//     topics = ["…"]                 # conversation: what it could be about
//     notices = true                 # letter: phrases that excuse are pointed out beside it, but
//                                    # not in an item with quiet = true
//
// feelings.toml holds [[group]] with id, title, folded and [[group.scale]], which may be watched: a
// day on which it is 0 or 1 gets a line that says where to turn. help.toml holds [[section]] with
// id, title, text and first, for those that stand before everything else, and [[contact]] with
// country, name, number and checked, the day on which somebody last made sure of the number; one
// without it is left out. phrases.toml holds [[phrase]] with words (a list of wordings, see
// phrase_pattern), why and unless (wordings that silence it in their sentence), and for all of them
// together unless and turns.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/content/workbook.hpp"

namespace rekindle {

struct ReadContent {
    Content content;
    Problems problems;
};

// Reads feelings.toml, help.toml, phrases.toml and every other *.toml in `shipped` as a workbook;
// then the workbooks in `own` (may not exist). A workbook of one's own with a shipped one's id
// replaces it.
ReadContent read_content(const std::filesystem::path& shipped, const std::filesystem::path& own);

// Reads one workbook from `text`; problems say the file's `name`. A workbook is given only when its
// structure could be read.
Result<Workbook> read_workbook(std::string_view text, const std::string& name, Problems& problems);

}  // namespace rekindle
