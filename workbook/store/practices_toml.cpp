#include "workbook/store/practices_toml.hpp"

#include <set>

#include "workbook/files/toml_moments.hpp"
#include "workbook/store/entry_ids.hpp"
#include "workbook/store/practices_parts.hpp"

namespace rekindle {
namespace {

TomlTable to_toml(const std::string& list, const ListItem& item) {
    TomlTable table{{"list", list}, {"id", item.id}, {"text", item.text}};
    if (!item.status.empty()) table.set("status", item.status);
    if (!item.note.empty()) table.set("note", item.note);
    table.set("person", item.person);
    table.set("added", to_moment(item.added));
    table.set("changed", to_moment(item.changed));
    if (item.only_for_me) table.set("only_for_me", true);
    return table;
}

ListItem read_item(const TomlReader& entry, const Profile& profile) {
    ListItem item;
    item.id = entry.require_text("id");
    item.text = entry.require_text("text");
    item.status = entry.text("status").value_or(std::string{});
    item.note = entry.text("note").value_or(std::string{});
    item.person = entry.text("person").value_or(profile.people.front().id);
    item.added = entry.require_date("added").value_or(Date{});
    item.changed = entry.date("changed").value_or(item.added);
    item.only_for_me = entry.truth_when_in_doubt("only_for_me");
    return item;
}

}  // namespace

void write_items(const Practices& practices, TomlTable& file) {
    TomlArray items;
    for (const auto& [list, entries] : practices.lists)
        for (const ListItem& item : entries) items.emplace_back(to_toml(list, item));
    if (!items.empty()) file.set("item", std::move(items));
}

void read_items(const TomlReader& file, const Profile& profile, Practices& out) {
    std::set<std::pair<std::string, std::string>> ids;
    for (const TomlReader& entry : file.tables("item")) {
        const std::string list = entry.require_text("list");
        ListItem item = read_item(entry, profile);
        if (!ids.emplace(list, item.id).second) report_second_id(entry);
        if (!list.empty()) out.lists[list].push_back(std::move(item));
    }
}

TomlTable to_toml(const Practices& practices) { return write_parts(practices_parts, practices); }

void complete_practices(TomlTable& file) { complete_parts(practices_parts, file); }

Practices read_practices(const TomlReader& file, const Profile& profile) {
    return read_parts(practices_parts, file, profile);
}

}  // namespace rekindle
