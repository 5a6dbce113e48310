// A change of the lock, asked for in Settings: worked out on a thread of its own, then carried out
// while no session is open.
#include "app/session/entrance.hpp"
#include "app/words/lock_words.hpp"
#include "app/words/other_files_words.hpp"
#include "workbook/store/convert_unsaved.hpp"
#include "workbook/store/lock_pin_change.hpp"
#include "workbook/store/lock_ways.hpp"
#include "workbook/store/passphrase.hpp"
#include "workbook/store/recovery_code.hpp"

namespace rekindle::app {
namespace {

static_assert(fewest_characters == shortest_passphrase);

// What of the lock's form it is about: the passphrase that is there, the new one, or neither.
LockUi::About about(const Error& error) {
    if (error.code == ErrorCode::locked) return LockUi::About::current;
    return error.code == ErrorCode::usage ? LockUi::About::next : LockUi::About::form;
}

// What Settings says afterwards, and how a new passphrase is guarded where that is to be said.
std::string what_was_done(const LockRequest& request, const std::optional<LockFile>& lock) {
    using Kind = LockRequest::Kind;
    std::string guard;
    if (lock)
        for (const Way& way : lock->ways)
            if (was_made_short(way)) guard = ' ' + guard_words(way);
    switch (request.kind) {
        case Kind::set:
            return "The journal is locked from now on." + guard;
        case Kind::change:
            return "The passphrase is changed." + guard;
        case Kind::take_off:
            return "The lock is taken off.";
        case Kind::add_passphrase:
            return "The journal opens with that passphrase, too." + guard;
        case Kind::new_code:
            return "The recovery code is a new one.";
        case Kind::remove:
            return "It no longer opens the journal. Archives and copies made before still open "
                   "with "
                   "it.";
    }
    return {};
}

}  // namespace

void Entrance::plan_change(LockRequest request) {
    planning_.start(
        [folders = folders_, key = key_, asked = std::move(request), today = now_.date]() mutable {
            return planned(folders, key, std::move(asked), today);
        },
        window_.wake);
}

// Everything that can be refused before anything is touched: the passphrase that is there, and the
// new one.
Entrance::PlannedChange Entrance::planned(const Folders& folders, const KeyRef& key,
                                          LockRequest request, Date today) {
    using Kind = LockRequest::Kind;
    PlannedChange made{std::move(request), {key, nullptr, std::nullopt}};
    const auto refuse = [&](const Error& error) {
        made.problem = error;
        return std::move(made);
    };
    OpenedWay opened;
    if (made.request.kind != Kind::set) {
        const auto lock = read_lock(folders.data);
        if (!lock) return refuse(lock.error());
        if (!*lock) return refuse({ErrorCode::locked, "This journal is no longer locked.", {}, {}});
        const auto way = rekindle::unlock(**lock, Opener{Secret(made.request.current.view())},
                                          lock_file_of(folders.data));
        if (!way) return refuse(way.error());
        opened = *way;
        made.before = **lock;
    }
    if (made.request.kind == Kind::take_off) return made;
    const bool new_key = made.request.kind == Kind::set ||
                         (made.request.kind == Kind::change && made.request.new_key);
    made.change.after = new_key ? make_key() : key;
    if (made.request.recovery || made.request.kind == Kind::new_code)
        made.code = make_recovery_code();
    auto lock = changed_lock(opened, made, today);
    if (!lock) return refuse(lock.error());
    made.change.lock = *std::move(lock);
    return made;
}

// The passphrase that was typed is the one that changes; with a recovery code, the first.
Result<LockFile> Entrance::changed_lock(const OpenedWay& opened, PlannedChange& made, Date today) {
    using Kind = LockRequest::Kind;
    const LockRequest& request = made.request;
    const JournalKey& key = *made.change.after;
    if (request.kind == Kind::set)
        return make_lock(key, request.next, made.code, moderate_cost(), today);
    const LockFile& before = *made.before;
    const bool typed = before.ways[opened.way].kind == WayKind::passphrase;
    const std::size_t way = typed ? opened.way : 0;
    if (request.kind == Kind::change && request.new_key)
        return make_lock(key, request.next, made.code,
                         cost_of_price(price_of(before.ways[way].box)), today, before.saves);
    if (request.kind == Kind::add_passphrase)
        return add_passphrase(before, key, request.next, request.way, today);
    if (request.kind == Kind::remove) {
        const auto gone = find_way(before, request.way);
        if (!gone) return fail(ErrorCode::invalid, "That way in is no longer there.");
        if (*gone == opened.way)
            return fail(ErrorCode::locked, "This is the one that is to go.",
                        "Type another one that opens the journal.");
        return remove_way(before, key, *gone);
    }
    auto lock = made.code ? set_recovery_code(before, key, *made.code, today) : before;
    if (!lock || request.kind == Kind::new_code) return lock;
    const auto place = find_way(*lock, label_of(before.ways[way]));
    return change_passphrase_of(*std::move(lock), key, place.value_or(0), request.next,
                                std::nullopt, today);
}

void Entrance::make_change(PlannedChange planned) {
    LockUi& ui = session_->ui.settings.lock;
    ui.busy = false;
    if (planned.problem) return ui.refuse(to_sentence(*planned.problem), about(*planned.problem));
    cover("Encrypting …");
    if (const auto closed = session_->close(); !closed) {
        ui.refuse(to_sentence(closed.error()), LockUi::About::form);
        screen_.reset();
        return;
    }
    drop_session();
    opening_.start(
        [folders = folders_, asked = std::move(planned), today = now_.date]() mutable {
            return made_change(folders, std::move(asked), today);
        },
        window_.wake);
}

// Read back with what is new, or, where something goes, with what was typed.
Result<void> Entrance::keep(const Folders& folders, const PlannedChange& planned) {
    const LockRequest& request = planned.request;
    const Secret& opens = request.kind == LockRequest::Kind::remove     ? request.current
                          : request.kind == LockRequest::Kind::new_code ? *planned.code
                                                                        : request.next;
    return keep_ways_pinned(folders.data, folders.pins,
                            {planned.change.before, *planned.before, *planned.change.lock},
                            Opener{Secret(opens.view())});
}

Entrance::Reopened Entrance::made_change(const Folders& folders, PlannedChange planned,
                                         Date today) {
    const LockChange& change = planned.change;
    const bool same_key = change.before == change.after;
    Result<OtherFiles> done = OtherFiles{};
    for (const auto& folder : folders.unsaved)
        if (done && !same_key)
            if (auto ready = prepare_unsaved(folder, folders.data, change.before, change.after);
                !ready)
                done = fail(ready.error());
    if (done && !same_key) done = change_lock_pinned(folders.data, folders.pins, change, today);
    if (done && same_key)
        if (auto kept = keep(folders, planned); !kept) done = fail(kept.error());
    Reopened reopened{fail(ErrorCode::locked, ""), change.after};
    reopened.asked = true;
    if (done) {
        reopened.code = std::move(planned.code);
        reopened.said = what_was_done(planned.request, change.lock);
        if (change.after) reopened.said += in_one_sentence_each(*done);
        if (change.after && !same_key) reopened.others = offered(folders, *done);
    } else {
        reopened.problem = to_sentence(done.error());
    }
    // What was begun and could not be finished may be finished now, or not have begun at all.
    if (!settle_lock_change(folders.data) || !check_key(folders.data, change.after, true))
        reopened.key = change.before;
    for (const auto& folder : folders.unsaved)
        if (const auto settled = settle_unsaved(folder, folders.data, reopened.key);
            !settled && reopened.problem.empty())
            reopened.problem = to_sentence(settled.error());
    reopened.setup = read_setup(folders, months_before_first_picture, reopened.key);
    return reopened;
}

}  // namespace rekindle::app
