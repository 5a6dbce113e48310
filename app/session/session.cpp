#include "app/session/session.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/screens/screens.hpp"
#include "app/session/change_location.hpp"
#include "app/words/people.hpp"
#include "workbook/journal/as_seen_by.hpp"

namespace rekindle::app {
namespace {

// Lists, promises and the like stand on cards and on Today, too.
bool has_practices(Page page) {
    return page == Page::practices || page == Page::workbook || page == Page::today;
}

// Calls `acting` with what the action is.
template <class... Kinds, class Acting>
void tell_apart(const Action& action, OneOf<Kinds...>, Acting acting) {
    const auto act = [&](const auto* what) {
        if (what) acting(*what);
        return what != nullptr;
    };
    (act(action.as<Kinds>()) || ...);
}

std::vector<Scale> all_scales(const Content& content, const Profile& profile) {
    std::vector<Scale> scales = daily_scales(content);
    scales.insert(scales.end(), profile.own_scales.begin(), profile.own_scales.end());
    return scales;
}

}  // namespace

Session::Session(SessionSetup setup)
    : content_(std::move(setup.content)),
      history_(setup.opened.journal),
      base_(std::move(setup.opened.journal)),
      read_only_(std::move(setup.opened.read_only)),
      distrust_(std::move(setup.opened.distrust)),
      problems_(std::move(setup.problems)),
      folder_(std::move(setup.folder)),
      documents_(std::move(setup.documents)),
      preferences_(std::move(setup.preferences)),
      themes_(std::move(setup.themes)),
      target_(std::move(setup.target)),
      new_id_(std::move(setup.new_id)),
      months_to_read_(std::move(setup.opened.rest)),
      locked_(setup.locked),
      ways_(std::move(setup.ways)) {
    problems_.insert(problems_.end(), setup.opened.problems.begin(), setup.opened.problems.end());
    next_id_ = new_id_();
    person_ = journal().profile->people.front().id;
    notices_.surroundings = std::move(setup.surroundings);
    bring_back(setup.unsaved);
    for (AskedUnsaved& asked : setup.asked) notices_.kept.push_back({std::move(asked)});
    journal_changed();
    for (const auto& [part, error] : read_only_) look_for_earlier(part);
}

void Session::turn(LocalTime now, double seconds) {
    now_ = now;
    seconds_ = seconds;
    if (!target_) return look_at_references();
    take_in_news();
    if (const auto due = saving_.deadline(); due && seconds_ >= *due) begin_save();
    look_at_references();
}

bool Session::draw(Canvas& canvas) {
    Actions out;
    draw_shell(screen(), ui, canvas, out);
    for (const Action& action : out.list()) act(action);
    return !out.empty();
}

void Session::act(const Action& action) {
    struct Acting {
        Session& session;
        void operator()(const Command& command) { session.carry_out(command); }
        void operator()(const GoTo& to) { session.go_to(to.page); }
        void operator()(const ShowDay& day) { session.show_day(day.date); }
        void operator()(const ShowCard& show) { session.show_card(show.card); }
        void operator()(const AnotherCheckIn&) { session.ui.today.another = true; }
        // Nobody takes back what the other person did: it may be theirs alone to see.
        void operator()(const Undo&) {
            if (session.history_.undo_title(session.person_).empty()) return;
            session.keep_what_is_undone();
            session.step(&History::undo);
        }
        void operator()(const Redo&) {
            if (!session.history_.redo_title(session.person_).empty()) session.step(&History::redo);
        }
        void operator()(const RetrySave&) { session.begin_save(); }
        void operator()(const SwitchPerson& to) { session.switch_person(to.person); }
        void operator()(const UseTheme& use) { session.preferences_.theme = use.theme; }
        void operator()(const ScaleText& to) { session.scale_text(to.factor); }
        void operator()(const SaveText& save) { session.save_text(save); }
        void operator()(const ListBackups&) { session.list_backups(); }
        void operator()(const ReadBackup& read) { session.read_backup(read.number); }
        void operator()(const RestoreBackup&) { session.restore_backup(); }
        void operator()(const ChangeLock& change) { session.change_lock(change); }
        void operator()(const TakeIn& take) { session.take_in_other(take.file); }
        void operator()(const LockNow&) {
            if (session.locked_)
                session.wish(LockNow{});
            else
                session.go_to(Page::settings);  // where a lock can be set
        }
        void operator()(const LockAfter& after) { session.preferences_.lock_after = after.minutes; }
        void operator()(const UseEarlier& use) { session.use_earlier(use.part); }
        void operator()(const BringInCopy& copy) { session.bring_in_copy(copy.file); }
        void operator()(const LeaveCopy& copy) { session.leave_copy(copy.file); }
        void operator()(const BringBack& back) { session.bring_back_missing(back.part); }
        void operator()(const LeaveOut& out) { session.leave_out_missing(out.part); }
        void operator()(const AcceptAsItIs& right) { session.accept(right.told); }
        void operator()(const BringInKept& kept) { session.bring_in_kept(kept.file); }
        void operator()(const LeaveKept& kept) { session.leave_kept(kept.file); }
        void operator()(const FineWritten&) { session.notices_.written_again.clear(); }
        void operator()(const AdoptEntries& adopt) { session.adopt_entries(adopt.from, adopt.to); }
        void operator()(const FineSo&) { session.fine_so(); }
        void operator()(const LeaveControl&) {}  // the shell took the focus away while drawing
        void operator()(const Hide&) { session.hide(); }
        void operator()(const ShowAgain&) { session.ui.hidden_since.reset(); }
    };
    tell_apart(action, ActionKinds{}, Acting{*this});
}

// One step back or on, and to where it changed something.
void Session::step(void (History::*walk)()) {
    const Journal before = journal();
    (history_.*walk)();
    references_due_ = true;
    const auto at = find_change(before, journal());
    text_steps_.forget();
    journal_changed();
    if (at) show_change(*at);
}

// Whoever has the change on the screen already stays where they are.
void Session::show_change(const ChangeLocation& at) {
    if (at.day) {
        const Date today = journal_day(now_, journal().profile->day_end);
        const bool shown = ui.page == Page::today && ui.today.date.value_or(today) == *at.day;
        if (!shown) show_day(*at.day);
    } else if (at.card) {
        const bool open = ui.workbook.open.contains(at.card->workbook + '/' + at.card->card);
        if (ui.page != Page::workbook || !open) show_card(*at.card);
    } else if (at.page != Page::practices || !has_practices(ui.page)) {
        ui.page = at.page;
    }
}

void Session::carry_out(const Command& command) {
    auto next = update(journal(), command, {now_, person_});
    const std::string* writing = command.writing();
    // What is refused stands in no journal: whoever wrote it is told why.
    if (!next && writing)
        ui.fields.remark = FieldRemark{ui.fields.changed_in, to_sentence(next.error()), seconds_};
    if (!next || *next == journal()) return;
    for (const Part& part : changed_parts(journal(), *next))
        if (read_only_.contains(part)) return;  // shown as such: no control offers the change
    use_next_id(command);
    const bool anew = std::exchange(text_step_, ui.fields.step) != ui.fields.step;
    if (writing && text_steps_.begins(command.run_key(), *writing, seconds_, anew))
        history_.close_step();
    if (command.as<ChooseWorkbook>())
        history_.adopt(std::move(*next));  // where one looks is remembered, but is no step to undo
    else
        apply(std::move(*next), std::string(command.title()), command.run_key());
    journal_changed();
}

void Session::apply(Journal next, std::string title, std::string run_key) {
    const auto at = find_change(journal(), next);
    if (at && at->card)
        last_work_[person_] = {*at->card, journal_day(now_, journal().profile->day_end)};
    history_.apply(std::move(next), std::move(title), std::move(run_key), seconds_,
                   at ? at->person : std::string{});
}

// A step of its own, whatever was being typed: for what comes from elsewhere than this window.
void Session::apply_alone(Journal next, std::string title) {
    history_.close_step();
    history_.apply(std::move(next), std::move(title), {}, seconds_);
    history_.close_step();
    text_steps_.forget();
    references_due_ = true;
}

// What this command added, or may have, has the id now. Nobody need say which of them add
// something.
void Session::use_next_id(const Command& command) {
    const CheckInRef* checkin = command.checkin();
    if (checkin && checkin->id == next_id_) {
        ui.today.checkin = checkin->id;
        ui.today.another = false;
    }
    next_id_ = new_id_();
}

void Session::journal_changed() {
    backups_.shown = 0;  // what it would change was counted from the journal before
    backups_.state.reset();
    look_again();
    note_unsaved();
}

void Session::look_again() {
    scales_ = all_scales(content_, *journal().profile);
    if (!find_person(*journal().profile, person_)) person_ = journal().profile->people.front().id;
    days_ = Days::of(journal(), person_, days_);
    const Person* other = other_person(*journal().profile, person_);
    seen_ = other ? std::optional(as_seen_by(journal(), person_)) : std::nullopt;
    if (other)
        other_days_ = Days::of(journal(), other->id, other_days_.value_or(Days{}));
    else
        other_days_.reset();
    look_at_copies();
    look_at_kept();
}

void Session::go_to(Page page) {
    // Whoever asks for help begins at its top, wherever they were there the last time.
    if (page == Page::help && ui.page != page) ui.scroll[page] = 0;
    ui.page = page;
}

// Whoever hides may have to leave at once: what was written is saved before anything else.
void Session::hide() {
    if (!ui.hidden_since) ui.hidden_since = seconds_;
    history_.close_step();
    begin_save();
}

void Session::show_day(Date date) {
    ui.page = Page::today;
    const Date today = journal_day(now_, journal().profile->day_end);
    ui.today.date = date == today ? std::nullopt : std::optional(date);
    ui.today.begin_anew();
}

void Session::show_card(const CardRef& card) {
    if (journal().profile->workbook != card.workbook) carry_out(ChooseWorkbook{card.workbook});
    ui.page = Page::workbook;
    ui.workbook.show_all();  // or what is looked for could hide the card
    ui.workbook.open.insert(card.workbook + '/' + card.card);
    ui.workbook.scroll_to = card.card;
}

void Session::scale_text(double factor) {
    if (factor == 0) {
        preferences_.text_scale = 1.0;
        return;
    }
    // Steps of 5 %, so that going up and down again ends where it began.
    const double wanted = std::round(preferences_.text_scale * factor * 20) / 20;
    preferences_.text_scale = std::clamp(wanted, 0.75, 2.5);
}

void Session::switch_person(const std::string& person) {
    if (!find_person(*journal().profile, person) || person == person_) return;
    history_.close_step();
    begun_by_[person_] = ui.exercises;
    ExerciseUi& theirs = begun_by_[person];
    theirs.talk = ui.exercises.talk;  // a conversation is held by both
    ui.exercises = theirs;
    person_ = person;
    ui.today.begin_anew();
    look_again();  // from the days before, so that their versions go on growing
}

const Theme& Session::theme() const { return find_theme(themes_, preferences_.theme); }

Screen Session::screen() const {
    const auto worked_on = last_work_.find(person_);
    return {.content = content_,
            .journal = seen_ ? *seen_ : journal(),
            .scales = scales_,
            .days = days_,
            .other_days = other_days_ ? &*other_days_ : nullptr,
            .now = now_,
            .today = journal_day(now_, journal().profile->day_end),
            .person = person_,
            .next_id = next_id_,
            .last_work =
                worked_on != last_work_.end() ? std::optional(worked_on->second) : std::nullopt,
            .save = saving_.shown(),
            .read_only = read_only_,
            .distrust = distrust_,
            .notices = notices_,
            .backups = backups_,
            .problems = problems_,
            .preferences = preferences_,
            .themes = themes_,
            .folder = folder_,
            .documents = documents_,
            .undo_title = history_.undo_title(person_),
            .redo_title = history_.redo_title(person_),
            .complete = months_to_read_.empty(),
            .locked = locked_,
            .ways = ways_};
}

}  // namespace rekindle::app
