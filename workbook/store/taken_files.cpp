#include "workbook/store/taken_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "workbook/base/utf8_text.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/removal.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 240;  // bytes; there has to be room for the number

Error not_meant(std::string message, std::string remedy, const fs::path& file) {
    return {ErrorCode::usage, std::move(message), std::move(remedy), Place{file.string(), 0, 0}};
}

// Reached from the journal's folder by plain steps down.
bool is_below(const fs::path& relative) {
    return !relative.empty() && !relative.is_absolute() && *relative.begin() != "..";
}

// Why it is none that can be taken in, by its name alone.
std::optional<Error> why_not(const fs::path& relative, const fs::path& file) {
    if (!is_below(relative))
        return not_meant("This is not in the journal’s folder.",
                         "Only what is there can be taken in.", file);
    if (!can_be_taken(relative))
        return not_meant("This is one of the journal’s own files.",
                         "They are encrypted with it; name another file in its folder.", file);
    return std::nullopt;
}

void list_below(const fs::path& journal, const fs::path& below, std::vector<fs::path>& files) {
    const auto folder = OwnFolder::open(journal, taken_below / below);
    if (!folder || !*folder) return;
    const auto names = (*folder)->names();
    for (const std::string& name : names ? *names : std::vector<std::string>{}) {
        if ((*folder)->has_folder(name)) list_below(journal, below / name, files);
        if ((*folder)->has_file(name)) files.push_back(below / name);
    }
}

// What was sealed is on disk and opens to the same bytes.
Result<void> check_sealed(const Store& store, const fs::path& place, const std::string& bytes) {
    const std::string file = (store.folder() / place).string();
    const auto back = read_own_file(store.folder(), place, largest_draft);
    if (!back) return fail(back.error());
    const auto opened = open_file_text(*back ? **back : std::string{}, store.key(),
                                       place.generic_string(), file, largest_draft);
    if (opened && *opened && (*opened)->text == bytes) return {};
    return fail(ErrorCode::system, "What was encrypted does not open again.",
                "The plain file was left where it is.", Place{file, 0, 0});
}

// Takes the plain one away, whose bytes are sealed by now, for good.
Result<void> remove_plain(const fs::path& journal, const fs::path& relative,
                          const std::string& sealed, const SystemCalls& calls) {
    const fs::path file = journal / relative;
    const Place place{file.string(), 0, 0};
    const auto is_sealed = [&](std::string_view bytes) { return bytes == sealed; };
    const auto removed = remove_kept(journal, relative, is_sealed, largest_taken, calls);
    if (!removed)
        return fail(ErrorCode::system,
                    "This file was taken in, and the plain one cannot be removed.",
                    "Remove it yourself.", place);
    if (removed->stays_as == relative)
        return fail(ErrorCode::invalid, "This file has changed meanwhile.",
                    "It was left where it is; take it in once nobody writes it.", place);
    if (!removed->is_gone)
        return fail(ErrorCode::invalid, "This file has changed twice meanwhile.",
                    fmt::format("Both versions are there, the one before as {}; take them in once "
                                "nobody writes them.",
                                removed->stays_as.filename().string()),
                    place);
    if (auto synced = sync_folder(file.parent_path(), calls); !synced) return synced;
    if (!is_there(file)) return {};
    return fail(ErrorCode::invalid, "This file was taken in, and another stands in its place now.",
                "It was left where it is; take it in, too, once nobody writes it.", place);
}

}  // namespace

bool can_be_taken(const fs::path& relative) {
    if (!is_below(relative) || relative.filename().empty()) return false;
    const std::string first = relative.begin()->string();
    return first != "." && first != ".history" && first != ".locking" && relative != "lock.toml" &&
           relative != ".lock" && !Store::part_of(relative);
}

fs::path place_in_taken(const fs::path& journal, const fs::path& relative,
                        const std::set<fs::path>& others) {
    const fs::path folder = taken_below / relative.parent_path();
    std::string name = relative.filename().string();
    name.resize(character_start(name, std::min(name.size(), longest_name)));
    fs::path place;
    for (int number = 1; place.empty() || others.contains(place) || is_there(journal / place);
         ++number)
        place = folder / fmt::format("{}.{}", name, number);
    return place;
}

std::vector<fs::path> list_taken(const fs::path& journal) {
    std::vector<fs::path> files;
    list_below(journal, {}, files);
    std::sort(files.begin(), files.end());
    return files;
}

Result<fs::path> take_in(const Store& store, const fs::path& relative, const SystemCalls& calls) {
    const fs::path& journal = store.folder();
    const fs::path file = journal / relative;
    if (!store.key())
        return fail(not_meant("This journal is not locked: there is nothing to take in.",
                              "“rekindle lock on” locks it.", file));
    if (auto why = why_not(relative, file)) return fail(*std::move(why));
    const auto held = FolderLock::take(journal, lock_patience, calls);
    if (!held) return fail(held.error());
    if (auto settled = settle_while_held(journal, calls); !settled) return fail(settled.error());
    if (auto fits = check_key(journal, store.key(), true); !fits) return fail(fits.error());
    const auto bytes = read_own_file(journal, relative, largest_taken);
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return fail(not_meant("There is no such file.", {}, file));
    if (is_envelope(**bytes))
        return fail(not_meant("This file is encrypted already.", "It can stay as it is.", file));
    const fs::path place = place_in_taken(journal, relative);
    const std::string sealed = seal(**bytes, *store.key(), place.generic_string(), 1);
    if (auto written = write_own_file(journal, place, sealed, calls); !written)
        return fail(written.error());
    if (auto good = check_sealed(store, place, **bytes); !good) return fail(good.error());
    if (auto gone = remove_plain(journal, relative, **bytes, calls); !gone)
        return fail(gone.error());
    return place;
}

Result<std::string> read_taken(const Store& store, const fs::path& name) {
    const fs::path place = taken_below / name;
    const std::string file = (store.folder() / place).string();
    if (name.empty() || name.is_absolute() || name.lexically_normal() != name ||
        *name.begin() == "..")
        return fail(not_meant("This names nothing that was taken in.", {}, file));
    auto bytes = read_own_file(store.folder(), place, largest_draft);
    if (!bytes) return fail(bytes.error());
    if (!*bytes)
        return fail(not_meant("There is nothing of that name that was taken in.",
                              "“rekindle lock taken” names what there is.", file));
    auto opened = open_file_text(**bytes, store.key(), {}, file, largest_draft);
    if (!opened) return fail(opened.error());
    return std::move(*opened ? (*opened)->text : **bytes);
}

}  // namespace rekindle
