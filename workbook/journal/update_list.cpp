// Commands that change a list.
#include <algorithm>

#include "workbook/journal/as_seen_by.hpp"
#include "workbook/journal/update_parts.hpp"

namespace rekindle {
namespace {

Journal with_list(const Journal& journal, const std::string& id, std::vector<ListItem> items) {
    if (items == list_items(journal, id)) return journal;
    Practices practices = *journal.practices;
    if (items.empty())
        practices.lists.erase(id);
    else
        practices.lists.insert_or_assign(id, std::move(items));
    return with_practices(journal, std::move(practices));
}

auto find_item(std::vector<ListItem>& items, std::string_view id) {
    return std::find_if(items.begin(), items.end(),
                        [&](const ListItem& item) { return item.id == id; });
}

tl::unexpected<Error> no_such_line() {
    return fail(ErrorCode::usage, "This line is not in the list any more.");
}

// What state a line is in either of two people can say; its words are those of who wrote them.
enum class MayEdit { anyone, who_wrote_it };

// Carries `edit` out on one item; a real change is dated today.
template <class Edit>
Result<Journal> edit_item(MayEdit who, const Journal& journal, const std::string& list,
                          std::string_view id, const Stamp& stamp, Edit edit) {
    std::vector<ListItem> items = list_items(journal, list);
    const auto item = find_item(items, id);
    if (item == items.end()) return no_such_line();
    if (who == MayEdit::who_wrote_it && !is_own(*journal.profile, item->person, stamp.person))
        return not_yours();
    const ListItem before = *item;
    edit(*item);
    if (*item == before) return journal;
    item->changed = day_of(journal, stamp);
    return with_list(journal, list, std::move(items));
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
    std::vector<ListItem> items = list_items(journal, command.list);
    if (find_item(items, command.item) != items.end())
        return fail(ErrorCode::usage, "This line is in the list already.");
    const Date today = day_of(journal, stamp);
    items.push_back({command.item, command.text, {}, {}, stamp.person, today, today});
    return with_list(journal, command.list, std::move(items));
}

Result<Journal> update(const Journal& journal, const EditListItem& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    return edit_item(MayEdit::who_wrote_it, journal, command.list, command.item, stamp,
                     [&](ListItem& item) { item.text = command.text; });
}

Result<Journal> update(const Journal& journal, const SetItemStatus& command, const Stamp& stamp) {
    if (!command.status.empty() && !is_id(command.status)) return unusable_id();
    return edit_item(MayEdit::anyone, journal, command.list, command.item, stamp,
                     [&](ListItem& item) { item.status = command.status; });
}

Result<Journal> update(const Journal& journal, const NoteListItem& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.note)) return fail(*problem);
    return edit_item(MayEdit::who_wrote_it, journal, command.list, command.item, stamp,
                     [&](ListItem& item) { item.note = command.note; });
}

Result<Journal> update(const Journal& journal, const RemoveListItem& command, const Stamp& stamp) {
    std::vector<ListItem> items = list_items(journal, command.list);
    const auto item = find_item(items, command.item);
    if (item == items.end()) return no_such_line();
    if (!is_own(*journal.profile, item->person, stamp.person)) return not_yours();
    items.erase(item);
    return with_list(journal, command.list, std::move(items));
}

Result<Journal> update(const Journal& journal, const KeepItemToMyself& command,
                       const Stamp& stamp) {
    std::vector<ListItem> items = list_items(journal, command.list);
    const auto item = find_item(items, command.item);
    if (item == items.end()) return no_such_line();
    if (item->person != stamp.person) return not_yours();
    item->only_for_me = command.only_for_me;
    return with_list(journal, command.list, std::move(items));
}

template Command::Command(AddListItem);
template Command::Command(EditListItem);
template Command::Command(SetItemStatus);
template Command::Command(NoteListItem);
template Command::Command(RemoveListItem);
template Command::Command(KeepItemToMyself);

}  // namespace rekindle
