// Commands that change a list.
#include "workbook/journal/as_seen_by.hpp"
#include "workbook/journal/practice_entries.hpp"

namespace rekindle {
namespace {

constexpr EntryKind<ListItem> line_kind{&Practices::lists, "This line is not in the list any more.",
                                        "This line is in the list already."};

// Why a line is not to be changed by whoever is writing; nothing where it is not there at all.
std::optional<Error> problem_with_writer(const Journal& journal, const std::string& list,
                                         std::string_view id, const Stamp& stamp) {
    const auto& items = list_items(journal, list);
    const auto item = find_entry(items, id);
    if (item == items.end() || is_own(*journal.profile, item->person, stamp.person))
        return std::nullopt;
    return not_yours().value();
}

}  // namespace

bool is_practice_id(std::string_view id) {
    std::size_t start = 0;
    while (true) {
        const std::size_t slash = id.find('/', start);
        if (!is_id(id.substr(start, slash - start))) return false;
        if (slash == std::string_view::npos) return true;
        start = slash + 1;
    }
}

Journal with_practices(const Journal& journal, Practices practices) {
    if (practices == *journal.practices) return journal;
    Journal next = journal;
    next.practices = std::move(practices);
    return next;
}

Result<Journal> update(const Journal& journal, const AddListItem& command, const Stamp& stamp) {
    if (!is_practice_id(command.list) || !is_id(command.item)) return unusable_id();
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    if (auto problem = problem_with_person(journal, stamp.person)) return fail(*problem);
    const Date today = day_of(journal, stamp);
    return add_entry(journal, line_kind, command.list,
                     ListItem{command.item, command.text, {}, {}, stamp.person, today, today});
}

Result<Journal> update(const Journal& journal, const EditListItem& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    if (auto problem = problem_with_writer(journal, command.list, command.item, stamp))
        return fail(*problem);
    return reword_entry(journal, line_kind, command.list, command.item, day_of(journal, stamp),
                        [&](ListItem& item) { item.text = command.text; });
}

// What state a line is in either of two people can say; its words are those of who wrote them.
Result<Journal> update(const Journal& journal, const SetItemStatus& command, const Stamp& stamp) {
    if (!command.status.empty() && !is_id(command.status)) return unusable_id();
    return reword_entry(journal, line_kind, command.list, command.item, day_of(journal, stamp),
                        [&](ListItem& item) { item.status = command.status; });
}

Result<Journal> update(const Journal& journal, const NoteListItem& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.note)) return fail(*problem);
    if (auto problem = problem_with_writer(journal, command.list, command.item, stamp))
        return fail(*problem);
    return reword_entry(journal, line_kind, command.list, command.item, day_of(journal, stamp),
                        [&](ListItem& item) { item.note = command.note; });
}

Result<Journal> update(const Journal& journal, const RemoveListItem& command, const Stamp& stamp) {
    if (auto problem = problem_with_writer(journal, command.list, command.item, stamp))
        return fail(*problem);
    return remove_entry(journal, line_kind, command.list, command.item);
}

Result<Journal> update(const Journal& journal, const KeepItemToMyself& command,
                       const Stamp& stamp) {
    const auto& items = list_items(journal, command.list);
    const auto item = find_entry(items, command.item);
    if (item != items.end() && item->person != stamp.person) return not_yours();
    return edit_entry(journal, line_kind, command.list, command.item,
                      [&](ListItem& line) { line.only_for_me = command.only_for_me; });
}

template Command::Command(AddListItem);
template Command::Command(EditListItem);
template Command::Command(SetItemStatus);
template Command::Command(NoteListItem);
template Command::Command(RemoveListItem);
template Command::Command(KeepItemToMyself);

}  // namespace rekindle
