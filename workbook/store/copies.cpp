#include "workbook/store/copies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "workbook/files/file.hpp"
#include "workbook/store/damaged.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/part_files.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".toml";
constexpr std::size_t month_length = 7;  // 2026-11

bool is_figure(char each) { return each >= '0' && each <= '9'; }
bool is_of_name(char each) { return (each >= 'a' && each <= 'z') || is_figure(each); }

// A name that begins with the stem of a file of the journal and goes on as none of those does:
// "2026-11 (1).toml", but not "2026-111.toml" or "2026-11-21.toml".
bool is_copy_of(std::string_view name, std::string_view stem) {
    if (stem.empty() || name.size() <= stem.size() || !name.starts_with(stem)) return false;
    const std::string_view rest = name.substr(stem.size());
    if (is_of_name(rest[0])) return false;
    if (rest[0] == '-' && rest.size() > 1 && is_figure(rest[1])) return false;
    return name.find(suffix) != std::string_view::npos;
}

// A copy may be all there is of its file: then its workbook is told by the name alone.
std::string_view stem_before_mark(std::string_view name) {
    std::size_t end = 0;
    while (end < name.size() && (is_of_name(name[end]) || name[end] == '-')) ++end;
    while (end > 0 && name[end - 1] == '-') --end;
    return name.substr(0, end);
}

std::optional<Part> answers_of(const fs::path& folder, std::string_view name) {
    std::string stem{stem_before_mark(name)};
    const auto known = list_answers(folder);
    std::size_t longest = 0;
    for (const std::string& workbook : known ? *known : std::vector<std::string>{})
        if (is_copy_of(name, workbook) && workbook.size() > longest) {
            longest = workbook.size();
            stem = workbook;
        }
    if (!is_copy_of(name, stem)) return std::nullopt;
    return Store::part_of(fs::path{"answers"} / (stem + std::string{suffix}));
}

Journal only(const Journal& journal, const Part& part) {
    return with_part(Journal{}, journal, part);
}

// The three sides of bringing a copy in: what neither has, the journal's, the copy's.
struct BothSides {
    Journal neither;
    Journal theirs;
};
BothSides sides_of(const Journal& journal, const ConflictCopy& copy) {
    return {with_part(journal, Journal{}, copy.part), with_part(journal, copy.journal, copy.part)};
}

// A tool that copies an encrypted file copies the name inside it; a copy that was plain when the
// lock was set has its own.
Result<std::string> text_of_copy(const Store& store, const ConflictCopy& copy, std::string bytes) {
    const std::string file = (store.folder() / copy.file).string();
    auto opened = open_file_text(bytes, store.key(), {}, file);
    if (!opened) return fail(opened.error());
    if (!*opened) return bytes;
    const std::string& name = (*opened)->name;
    if (name == copy.file.generic_string() || name == Store::file_of(copy.part).generic_string())
        return std::move((*opened)->text);
    return fail(ErrorCode::invalid, fmt::format("This file belongs in the place of {}.", name),
                "Put the right one back, from a copy or an earlier state.", Place{file, 0, 0});
}

}  // namespace

std::optional<Part> part_of_copy(const fs::path& folder, const fs::path& relative) {
    const std::string name = relative.filename().string();
    const fs::path below = relative.parent_path();
    if (name.starts_with('.') || Store::part_of(relative)) return std::nullopt;
    if (below == "answers") return answers_of(folder, name);
    if (below == "checkins") {
        const std::string month = name.substr(0, month_length);
        return is_copy_of(name, month) ? Store::part_of(below / (month + std::string{suffix}))
                                       : std::nullopt;
    }
    if (!below.empty()) return std::nullopt;
    if (is_copy_of(name, "profile")) return Part{PartKind::profile};
    if (is_copy_of(name, "practices")) return Part{PartKind::practices};
    return std::nullopt;
}

Result<ConflictCopy> read_copy(const Store& store, const fs::path& relative) {
    const fs::path file = store.folder() / relative;
    const auto part = part_of_copy(store.folder(), relative);
    if (!part)
        return fail(ErrorCode::invalid, "This is no copy of a file of the journal.",
                    "“rekindle check” names those there are.", Place{file.string(), 0, 0});
    ConflictCopy copy;
    copy.file = relative;
    copy.part = *part;
    auto bytes = read_file_of(store.folder(), relative);
    if (bytes && !*bytes)
        return fail(ErrorCode::invalid, "There is no such file.", {}, Place{file.string(), 0, 0});
    if (!bytes) {
        copy.refused = bytes.error();
        return copy;
    }
    copy.hash = short_hash(**bytes);
    const auto now = store.read(Part{PartKind::profile});
    // Of a journal that is locked now a plain copy can come from a device that did not know yet.
    auto text = text_of_copy(store, copy, std::move(**bytes));
    if (!text) {
        copy.refused = text.error();
        return copy;
    }
    const PartFile read =
        read_part_text(*std::move(text), file.string(), *part, now ? now->journal : Journal{});
    copy.refused = read.refused;
    copy.journal = only(read.journal, *part);
    return copy;
}

std::vector<ConflictCopy> read_copies(const Store& store, std::size_t most) {
    std::vector<ConflictCopy> copies;
    for (const fs::path& file : store.foreign_files()) {
        if (copies.size() == most) break;
        if (!part_of_copy(store.folder(), file)) continue;
        if (auto copy = read_copy(store, file)) copies.push_back(std::move(*copy));
    }
    return copies;
}

Journal with_copy(const Journal& journal, const ConflictCopy& copy) {
    const BothSides sides = sides_of(journal, copy);
    return merge(sides.neither, journal, sides.theirs);
}

std::vector<BothChanged> both_have(const Journal& journal, const ConflictCopy& copy) {
    const BothSides sides = sides_of(journal, copy);
    return both_changed(sides.neither, journal, sides.theirs);
}

Result<fs::path> put_away(const Store& store, const ConflictCopy& copy, const SystemCalls& calls) {
    const fs::path& folder = store.folder();
    const auto bytes = read_file_of(folder, copy.file);
    if (!bytes) return fail(bytes.error());
    if (!*bytes || short_hash(**bytes) != copy.hash)
        return fail(ErrorCode::invalid, "This copy has changed meanwhile.",
                    "It was left where it is; look at what it says now.",
                    Place{(folder / copy.file).string(), 0, 0});
    auto kept = move_into_history(folder, copy.file, "merged", store.key(), calls);
    // Whoever made the copy gave it its mode: in the history it is the person's alone.
    if (kept) make_own_file_private(folder, kept->lexically_relative(folder));
    return kept;
}

}  // namespace rekindle
