// The parts of `practices.toml`, in the order of the file: how each is written and read. A further
// part is two functions and a line here.
#pragma once

#include <array>
#include <string_view>

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/practices.hpp"
#include "workbook/journal/profile.hpp"

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

struct PracticesPart {
    void (*write)(const Practices& practices, TomlTable& file);
    void (*read)(const TomlReader& file, const Profile& profile, Practices& out);
    // The array whose entries are given an id where they were written by hand without one, and the
    // keys it is made of; empty: entries have none.
    std::string_view array{};
    std::array<std::string_view, 2> id_keys{};
};
inline constexpr std::array<PracticesPart, 4> practices_parts{{
    {write_items, read_items, "item", {"list", "added"}},
    {write_promises, read_promises, "promise", {"ledger", "added"}},
    {write_rituals, read_rituals},
    {write_plans, read_plans, "plan", {"list", "date"}},
}};

}  // namespace rekindle
