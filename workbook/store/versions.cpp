#include "workbook/store/versions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "workbook/files/toml_write.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/own_folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view pinned_suffix = ".kept.toml";
constexpr std::string_view plain_suffix = ".toml";
constexpr std::size_t most_days_lost = 2;
constexpr std::size_t least_text_lost = 100;

struct Version {
    int number = 0;
    bool pinned = false;
    std::string name;
};

// "000012.toml" or "000012.kept.toml"; nothing for any other name.
std::optional<Version> version_of(const std::string& name) {
    Version version{0, name.ends_with(pinned_suffix), name};
    const std::size_t digits =
        name.size() - std::min(name.size(), (version.pinned ? pinned_suffix : plain_suffix).size());
    const char* end = name.data() + digits;
    const auto read = std::from_chars(name.data(), end, version.number);
    if (!name.ends_with(plain_suffix) || read.ptr != end || read.ec != std::errc{})
        return std::nullopt;
    return version;
}

// Relative to the journal.
fs::path place_of(const fs::path& file) {
    return fs::path{".history"} / "versions" / file.parent_path() / file.stem();
}

// Newest first. What is a link or a folder is none of them.
std::vector<Version> list_versions(const OwnFolder& place) {
    std::vector<Version> versions;
    const auto names = place.names();
    if (!names) return versions;
    for (const std::string& name : *names)
        if (auto version = version_of(name); version && place.has_file(name))
            versions.push_back(std::move(*version));
    std::sort(versions.begin(), versions.end(),
              [](const Version& a, const Version& b) { return a.number > b.number; });
    return versions;
}

void thin(const OwnFolder& place, const std::vector<Version>& versions) {
    int pinned = 0;
    int others = 0;
    for (const Version& version : versions) {
        const bool surplus =
            version.pinned ? ++pinned > pinned_versions_kept : ++others > versions_kept;
        if (surplus) place.remove(version.name);
    }
}

const std::string* id_of(const TomlTable& entry) {
    const TomlValue* id = entry.find("id");
    return id ? id->as<std::string>() : nullptr;
}

// The entries of an array, to be found without looking at each: those with an id by it, others by
// what they say.
struct ListedEntries {
    std::unordered_map<std::string, const TomlTable*> with_id;
    std::unordered_set<std::string> others;

    explicit ListedEntries(const TomlArray* array) {
        if (!array) return;
        for (const TomlValue& each : *array) {
            const auto* table = each.as<TomlTable>();
            if (!table) continue;
            if (const auto* id = id_of(*table))
                with_id.emplace(*id, table);
            else
                others.insert(to_text(*table));
        }
    }
    const TomlTable* find(const std::string& id) const {
        const auto found = with_id.find(id);
        return found == with_id.end() ? nullptr : found->second;
    }
};

bool text_loses_much(const std::string& before, std::size_t after) {
    return before.size() >= after + least_text_lost && after * 2 < before.size();
}

bool entry_loses_much(const TomlTable& before, const TomlTable* after);

bool value_loses_much(const TomlValue& before, const TomlValue* after) {
    if (const auto* text = before.as<std::string>()) {
        const auto* now = after ? after->as<std::string>() : nullptr;
        return text_loses_much(*text, now ? now->size() : 0);
    }
    const auto* entries = before.as<TomlArray>();
    if (!entries) return false;
    const ListedEntries now(after ? after->as<TomlArray>() : nullptr);
    return std::any_of(entries->begin(), entries->end(), [&](const TomlValue& each) {
        const auto* table = each.as<TomlTable>();
        if (!table) return false;
        if (const auto* id = id_of(*table)) return entry_loses_much(*table, now.find(*id));
        return !now.others.contains(to_text(*table)) && entry_loses_much(*table, nullptr);
    });
}

bool entry_loses_much(const TomlTable& before, const TomlTable* after) {
    return std::any_of(before.entries().begin(), before.entries().end(), [&](const auto& entry) {
        return value_loses_much(entry.value, after ? after->find(entry.key) : nullptr);
    });
}

std::size_t days_in(const TomlTable& file) {
    const TomlValue* checkins = file.find("checkin");
    const auto* entries = checkins ? checkins->as<TomlArray>() : nullptr;
    return entries ? entries->size() : 0;
}

}  // namespace

bool loses_much(const TomlTable& before, const TomlTable& after) {
    return days_in(before) > days_in(after) + most_days_lost || entry_loses_much(before, &after);
}

Result<fs::path> keep_version(const fs::path& folder, const fs::path& file,
                              const std::string& bytes, bool pinned, const SystemCalls& calls) {
    const fs::path relative = place_of(file);
    const auto place = OwnFolder::make(folder, relative, calls);
    if (!place) return fail(place.error());
    const std::vector<Version> before = list_versions(*place);
    std::error_code failed;
    if (!before.empty() && fs::equivalent(place->way(before.front().name), folder / file, failed))
        return folder / relative / before.front().name;  // kept by a save that failed after that
    const int number = before.empty() ? 1 : before.front().number + 1;
    const std::string name = fmt::format("{:06}{}", number, pinned ? pinned_suffix : plain_suffix);
    // Nothing writes in place, so a second name for the same bytes is as good as a copy.
    if (link_in(folder, file, relative / name) != 0)
        if (auto written = place->write(name, bytes, calls); !written) return fail(written.error());
    if (pinned)
        if (auto synced = place->sync(calls); !synced) return fail(synced.error());
    std::vector<Version> all = before;
    all.insert(all.begin(), Version{number, pinned, name});
    thin(*place, all);
    return folder / relative / name;
}

std::vector<fs::path> list_kept_versions(const fs::path& folder, const fs::path& file) {
    std::vector<fs::path> files;
    const auto place = OwnFolder::open(folder, place_of(file));
    if (!place || !*place) return files;
    for (const Version& version : list_versions(**place))
        files.push_back((*place)->path() / version.name);
    return files;
}

}  // namespace rekindle
