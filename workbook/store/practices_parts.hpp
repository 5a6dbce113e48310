// The parts of `practices.toml`, in the order of the file: how each is written and read. A further
// part is two functions and a line here.
#pragma once

#include <array>

#include "workbook/journal/practices.hpp"
#include "workbook/store/file_part.hpp"

namespace rekindle {

// [[item]], one for each line of a list.
void write_items(const Practices& practices, TomlTable& file);
void read_items(const TomlReader& file, const Profile& profile, Practices& out);

// [[promise]], one for each promise, with its marks and rests.
void write_promises(const Practices& practices, TomlTable& file);
void read_promises(const TomlReader& file, const Profile& profile, Practices& out);

// [[ritual]] says what a ritual is in one's own words, [[done]] is a day on which it was done.
void write_rituals(const Practices& practices, TomlTable& file);
void read_rituals(const TomlReader& file, const Profile& profile, Practices& out);

// [[plan]], one for each plan.
void write_plans(const Practices& practices, TomlTable& file);
void read_plans(const TomlReader& file, const Profile& profile, Practices& out);

using PracticesPart = FilePart<Practices>;
inline constexpr std::array practices_parts{
    PracticesPart{write_items, read_items, {{{"item", {"list", "id"}}}}, {"list", "added"}},
    PracticesPart{write_promises,
                  read_promises,
                  {{{"promise", {"ledger", "id"}}, {"marks", {"due"}}, {"pauses", {"from"}}}},
                  {"ledger", "added"}},
    PracticesPart{write_rituals,
                  read_rituals,
                  {{{"ritual", {"id"}}, {"done", {"ritual", "date", "person"}}}}},
    PracticesPart{write_plans, read_plans, {{{"plan", {"list", "id"}}}}, {"list", "date"}}};
static_assert(practices_parts.size() == count_entry_maps() + 1,
              "a map of the practices is not written");

}  // namespace rekindle
