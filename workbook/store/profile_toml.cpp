#include "workbook/store/profile_toml.hpp"

#include <array>
#include <set>

#include "workbook/files/toml_moments.hpp"
#include "workbook/store/entry_ids.hpp"

namespace rekindle {
namespace {

constexpr std::size_t most_people = 2;

std::optional<Role> parse_role(std::string_view word) {
    for (const Role role : {Role::neither, Role::hurt, Role::broke, Role::both})
        if (to_word(role) == word) return role;
    return std::nullopt;
}

std::optional<Relationship> parse_relationship(std::string_view word) {
    for (const Relationship one : {Relationship::partner, Relationship::friendship,
                                   Relationship::family, Relationship::work})
        if (to_word(one) == word) return one;
    return std::nullopt;
}

TomlTable to_toml(const Person& person) {
    return {{"id", person.id}, {"name", person.name}, {"role", std::string{to_word(person.role)}}};
}

TomlTable to_toml(const Scale& scale) {
    return {{"id", scale.id}, {"title", scale.title}, {"low", scale.low}, {"high", scale.high}};
}

TomlTable to_toml(const Supporter& supporter) {
    return {{"id", supporter.id}, {"name", supporter.name}, {"reach", supporter.reach}};
}

Role read_role(const TomlReader& entry) {
    const auto word = entry.text("role");
    if (!word) return Role::neither;
    const auto role = parse_role(*word);
    if (!role)
        entry.problem("role", "`role` is none that Rekindle knows.",
                      "Use neither, hurt, broke or both.");
    return role.value_or(Role::neither);
}

Relationship read_relationship(const TomlReader& file) {
    const auto word = file.text("relationship");
    if (!word || word->empty()) return Relationship::not_said;
    const auto relationship = parse_relationship(*word);
    if (!relationship)
        file.problem("relationship", "`relationship` is none that Rekindle knows.",
                     "Use partner, friend, family or work, or leave the line out.");
    return relationship.value_or(Relationship::not_said);
}

void read_people(const TomlReader& file, std::vector<Person>& people) {
    std::vector<Person> read;
    std::set<std::string> ids;
    for (const TomlReader& entry : file.tables("person")) {
        Person person{entry.require_id("id"), entry.text("name").value_or(std::string{}),
                      read_role(entry)};
        if (!ids.insert(person.id).second) report_second_id(entry);
        if (read.size() == most_people)
            entry.problem("id", "There can be one or two people.", "Take this one out.");
        else if (!person.id.empty())
            read.push_back(std::move(person));
    }
    if (!read.empty()) people = std::move(read);
}

void read_scales(const TomlReader& file, std::string_view key, std::vector<Scale>& scales) {
    std::set<std::string> ids;
    for (const TomlReader& entry : file.tables(key)) {
        Scale scale{entry.require_id("id"), entry.require_text("title"),
                    entry.text("low").value_or(std::string{}),
                    entry.text("high").value_or(std::string{})};
        if (!ids.insert(scale.id).second) report_second_id(entry);
        if (!scale.id.empty()) scales.push_back(std::move(scale));
    }
}

void read_supporters(const TomlReader& file, std::vector<Supporter>& supporters) {
    std::set<std::string> ids;
    for (const TomlReader& entry : file.tables("supporter")) {
        Supporter supporter{entry.require_id("id"), entry.text("name").value_or(std::string{}),
                            entry.text("reach").value_or(std::string{})};
        if (!ids.insert(supporter.id).second) report_second_id(entry);
        if (!supporter.id.empty()) supporters.push_back(std::move(supporter));
    }
}

}  // namespace

TomlTable to_toml(const Profile& profile) {
    TomlTable file{{"day_end", to_moment(profile.day_end)},
                   {"week_start", std::string{to_word(profile.week_start)}}};
    if (!profile.workbook.empty()) file.set("workbook", profile.workbook);
    if (profile.relationship != Relationship::not_said)
        file.set("relationship", std::string{to_word(profile.relationship)});
    TomlArray people;
    for (const Person& person : profile.people) people.emplace_back(to_toml(person));
    if (!people.empty()) file.set("person", std::move(people));
    TomlArray scales;
    for (const Scale& scale : profile.own_scales) scales.emplace_back(to_toml(scale));
    if (!scales.empty()) file.set("scale", std::move(scales));
    TomlArray former;
    for (const Scale& scale : profile.former_scales) former.emplace_back(to_toml(scale));
    if (!former.empty()) file.set("former_scale", std::move(former));
    TomlArray supporters;
    for (const Supporter& each : profile.supporters) supporters.emplace_back(to_toml(each));
    if (!supporters.empty()) file.set("supporter", std::move(supporters));
    return file;
}

void complete_profile(TomlTable& file) { complete_ids(file, "supporter", {"name"}); }

Profile read_profile(const TomlReader& file) {
    Profile profile;
    if (const auto day_end = file.time("day_end")) profile.day_end = *day_end;
    if (const auto word = file.text("week_start")) {
        const auto day = parse_weekday(*word);
        if (!day)
            file.problem("week_start", "`week_start` is no day of the week.",
                         "Write it like \"monday\".");
        profile.week_start = day.value_or(profile.week_start);
    }
    profile.workbook = file.text("workbook").value_or(std::string{});
    profile.relationship = read_relationship(file);
    read_people(file, profile.people);
    read_scales(file, "scale", profile.own_scales);
    read_scales(file, "former_scale", profile.former_scales);
    read_supporters(file, profile.supporters);
    return profile;
}

}  // namespace rekindle
