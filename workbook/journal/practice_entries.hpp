// What the commands on lists, promises and plans have in common: entries told apart by their id, in
// ledgers by practice, of which an empty one is not kept.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "workbook/journal/update_parts.hpp"

namespace rekindle {

// Where entries of a kind are kept, and what is said of one that is not there, or is already.
template <class Entry>
struct EntryKind {
    std::map<std::string, std::vector<Entry>, std::less<>> Practices::*ledgers;
    const char* missing;  // "This plan is not in the journal any more."
    const char* there;    // "This plan is there already."
};

template <class Entries>
auto find_entry(Entries& entries, std::string_view id) {
    return std::find_if(entries.begin(), entries.end(),
                        [&](const auto& entry) { return entry.id == id; });
}

// Carries `edit(entries, entry)` out on one entry.
template <class Entry, class Edit>
Result<Journal> edit_entries(const Journal& journal, const EntryKind<Entry>& kind,
                             const std::string& ledger, std::string_view id, Edit edit) {
    Practices practices = *journal.practices;
    auto& ledgers = practices.*kind.ledgers;
    const auto entries = ledgers.find(ledger);
    if (entries == ledgers.end()) return fail(ErrorCode::usage, kind.missing);
    const auto entry = find_entry(entries->second, id);
    if (entry == entries->second.end()) return fail(ErrorCode::usage, kind.missing);
    edit(entries->second, entry);
    if (entries->second.empty()) ledgers.erase(entries);
    return with_practices(journal, std::move(practices));
}

template <class Entry>
Result<Journal> add_entry(const Journal& journal, const EntryKind<Entry>& kind,
                          const std::string& ledger, Entry entry) {
    Practices practices = *journal.practices;
    auto& entries = (practices.*kind.ledgers)[ledger];
    if (find_entry(entries, entry.id) != entries.end()) return fail(ErrorCode::usage, kind.there);
    entries.push_back(std::move(entry));
    return with_practices(journal, std::move(practices));
}

template <class Entry>
Result<Journal> remove_entry(const Journal& journal, const EntryKind<Entry>& kind,
                             const std::string& ledger, std::string_view id) {
    return edit_entries(journal, kind, ledger, id, [](auto& all, auto entry) { all.erase(entry); });
}

// Carries `edit(entry)` out.
template <class Entry, class Edit>
Result<Journal> edit_entry(const Journal& journal, const EntryKind<Entry>& kind,
                           const std::string& ledger, std::string_view id, Edit edit) {
    return edit_entries(journal, kind, ledger, id, [&](auto&, auto entry) { edit(*entry); });
}

// The same, for what is dated as a change of the entry itself.
template <class Entry, class Edit>
Result<Journal> reword_entry(const Journal& journal, const EntryKind<Entry>& kind,
                             const std::string& ledger, std::string_view id, Date today,
                             Edit edit) {
    return edit_entry(journal, kind, ledger, id, [&](Entry& entry) {
        const Entry before = entry;
        edit(entry);
        if (!(entry == before)) entry.changed = today;
    });
}

// Says that something happened `today`, or that it did not after all; what was said first counts.
inline void mark_day(std::optional<Date>& when, bool happened, Date today) {
    if (!happened)
        when.reset();
    else if (!when)
        when = today;
}

}  // namespace rekindle
