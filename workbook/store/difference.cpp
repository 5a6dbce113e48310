#include "workbook/store/difference.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "workbook/store/part_toml.hpp"

namespace rekindle {
namespace {

std::string id_of(const TomlTable& entry) {
    const TomlValue* id = entry.find("id");
    const auto* text = id ? id->as<std::string>() : nullptr;
    return text ? *text : std::string{};
}

using Entries = std::vector<const TomlTable*>;

Entries entries_of(const TomlTable& file, std::string_view key) {
    Entries entries;
    const TomlValue* found = file.find(key);
    if (const auto* array = found ? found->as<TomlArray>() : nullptr)
        for (const TomlValue& each : *array)
            if (const auto* table = each.as<TomlTable>()) entries.push_back(table);
    return entries;
}

bool has_equal(const Entries& entries, const TomlTable& entry) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const TomlTable* each) { return *each == entry; });
}

void count(const Entries& from, const Entries& to, Counted& counted) {
    std::map<std::string, const TomlTable*> by_id;
    for (const TomlTable* entry : to)
        if (const std::string id = id_of(*entry); !id.empty()) by_id.emplace(id, entry);
    int in_both = 0;
    for (const TomlTable* entry : from) {
        const auto found = by_id.find(id_of(*entry));
        const bool same = found == by_id.end() ? has_equal(to, *entry) : *found->second == *entry;
        if (found != by_id.end() && !same) ++counted.changed;
        if (found == by_id.end() && !same)
            ++counted.removed;
        else
            ++in_both;
    }
    counted.added += static_cast<int>(to.size()) - in_both;
}

void count_part(const TomlTable& from, const TomlTable& to, Counted& counted) {
    for (const auto& entry : from.entries())
        count(entries_of(from, entry.key), entries_of(to, entry.key), counted);
    for (const auto& entry : to.entries())
        if (!from.find(entry.key)) count({}, entries_of(to, entry.key), counted);
}

}  // namespace

Difference difference(const Journal& from, const Journal& to) {
    Difference all;
    for (const Part& part : changed_parts(from, to)) {
        if (same_part(from, to, part)) continue;
        const TomlTable before = to_toml(from, part);
        const TomlTable after = to_toml(to, part);
        switch (part.kind) {
            case PartKind::profile:
                all.settings = true;
                break;
            case PartKind::month:
                count_part(before, after, all.checkins);
                break;
            case PartKind::answers:
                count_part(before, after, all.answers);
                break;
            case PartKind::practices:
                count_part(before, after, all.practices);
                break;
        }
    }
    return all;
}

}  // namespace rekindle
