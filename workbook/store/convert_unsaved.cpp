#include "workbook/store/convert_unsaved.hpp"

#include <cerrno>

#include "workbook/store/find_unsaved.hpp"
#include "workbook/store/lock_placing.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/unsaved.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prepared_end = ".next";

// ".NAME.next" beside NAME.
fs::path prepared_for(const fs::path& file) {
    return file.parent_path() / ('.' + file.filename().string() + std::string(prepared_end));
}

bool is_prepared(const std::string& name) {
    return name.starts_with('.') && name.ends_with(prepared_end);
}

// What it was prepared for.
fs::path file_of(const fs::path& prepared) {
    const std::string name = prepared.filename().string();
    return prepared.parent_path() / name.substr(1, name.size() - 1 - prepared_end.size());
}

// Those that the journal has a right to: its own, and what it would only ask about for a reason of
// their place.
std::vector<Unsaved> all_of_journal(const fs::path& folder, const fs::path& journal,
                                    const KeyRef& key) {
    Store store(journal);
    store.use_key(key);
    FoundUnsaved found = find_unsaved(folder, store);
    std::vector<Unsaved> all = std::move(found.ours);
    for (AskedUnsaved& each : found.asked)
        if (each.why != WhyAsked::plain && each.why != WhyAsked::elsewhere)
            all.push_back(std::move(each.unsaved));
    return all;
}

// Whether it is this journal's under that key: a plain one could be anyone's.
bool is_of(const Unsaved& unsaved, const fs::path& journal, const KeyRef& key) {
    if (unsaved.sealed) return key != nullptr;
    return !key && unsaved.journal == name_of_journal(journal);
}

Result<void> put_in_place(const OwnFolder& folder, const fs::path& prepared,
                          const SystemCalls& calls) {
    const fs::path file = file_of(prepared);
    const int refused =
        folder.move(prepared.filename().string(), folder, file.filename().string(), 0, calls);
    if (refused != 0) return fail(system_error("put this file in place", refused, file));
    return folder.sync(calls);
}

}  // namespace

Result<void> prepare_unsaved(const fs::path& folder, const fs::path& journal, const KeyRef& before,
                             const KeyRef& after, const SystemCalls& calls) {
    for (Unsaved& unsaved : all_of_journal(folder, journal, before)) {
        unsaved.journal = name_of_journal(journal);
        unsaved.identity = identity_of(journal);
        const fs::path prepared = prepared_for(unsaved.file);
        const std::string text = unsaved_text(unsaved, after);
        if (auto written = write_unsaved(prepared, text, calls); !written) return written;
        const auto back = read_unsaved_file(prepared, after);
        if (!back || unsaved_text(*back, nullptr) != unsaved_text(unsaved, nullptr))
            return fail(ErrorCode::system, "A file could not be read back as it was written.",
                        "Nothing was changed. The disk may be failing.",
                        Place{unsaved.file.string(), 0, 0});
    }
    return {};
}

Result<void> settle_unsaved(const fs::path& folder, const fs::path& journal, const KeyRef& key,
                            const SystemCalls& calls) {
    // A change of the lock that was begun and may be finished yet: which key the journal will have
    // is not known, and both kinds are needed.
    if (has_staging(journal)) return {};
    const auto own = OwnFolder::open(folder.parent_path(), folder.filename());
    if (!own || !*own) return {};
    const auto names = (*own)->names();
    if (!names) return {};
    Result<void> settled;
    for (const std::string& name : *names) {
        if (!is_prepared(name)) continue;
        const fs::path prepared = folder / name;
        const auto next = read_unsaved_file(prepared, key);
        const auto now = read_unsaved_file(file_of(prepared), key);
        if (next && is_of(*next, journal, key)) {
            auto placed = put_in_place(**own, prepared, calls);
            if (!placed && settled) settled = std::move(placed);
        } else if (now && is_of(*now, journal, key)) {
            (*own)->remove(name);
        }
    }
    return settled;
}

}  // namespace rekindle
