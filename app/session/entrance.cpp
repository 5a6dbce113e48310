#include "app/session/entrance.hpp"

#include <algorithm>
#include <filesystem>

#include "app/clock.hpp"
#include "app/home_path.hpp"
#include "workbook/files/file.hpp"
#include "workbook/store/convert_unsaved.hpp"
#include "workbook/store/key_file.hpp"
#include "workbook/store/unsaved.hpp"

namespace rekindle::app {
namespace {

// The journal's store, which keeps what its disk refuses in a file of this window's own.
Store store_of(const Folders& folders, const SessionSetup& setup, const KeyRef& key) {
    std::vector<std::filesystem::path> places;
    const std::string name = setup.new_id() + ".toml";
    for (const auto& folder : folders.unsaved) places.push_back(folder / name);
    std::vector<std::filesystem::path> brought_back;
    for (const Unsaved& unsaved : setup.unsaved) brought_back.push_back(unsaved.file);
    Store store(folders.data);
    store.use_key(key);
    store.keep_pins_in(folders.pins);
    store.keep_what_is_refused(std::move(places), std::move(brought_back));
    store.keep_backups([] { return local_now().value_or(LocalTime{}).date; });
    return store;
}

Result<Opener> opener_of(const LockScreen::Entered& entered) {
    if (!entered.key_file) return Opener{Secret(entered.typed.view())};
    const auto file = expand_home(*entered.key_file);
    if (!file) return fail(file.error());
    return opener_of_key_file(*file);
}

// What was locked and is plain now was changed elsewhere, by whoever it was.
Error no_longer_locked(const Folders& folders) {
    return {ErrorCode::lock_gone, "This journal is no longer locked.",
            "Its lock was taken off by another program, or its files were put in the place of the "
            "locked ones.",
            Place{folders.data.string(), 0, 0}};
}

Error sealed_with_another_key(bool kept) {
    return {ErrorCode::locked,
            "What was written last is locked with the key that this journal had before.",
            kept ? "It is kept as it is. An earlier copy of the journal, with its lock.toml, opens "
                   "it."
                 : "It could not be kept: leave this window open and make some room.",
            {}};
}

}  // namespace

Entrance::Entrance(Folders folders, Preferences preferences, WindowCalls window)
    : folders_(std::move(folders)), prefs_(std::move(preferences)), window_(std::move(window)) {}

void Entrance::open(SessionSetup setup, KeyRef key) {
    key_ = std::move(key);
    was_locked_ = key_ != nullptr;
    left_key_.reset();
    // What another key sealed is not lost: it is kept as it is.
    std::erase_if(drafts_, [&](const std::string& draft) {
        auto unsaved = parse_unsaved(draft, key_, {});
        if (!unsaved) return false;
        setup.unsaved.push_back(*std::move(unsaved));
        return true;
    });
    if (!drafts_.empty()) setup.surroundings.push_back(sealed_with_another_key(keep_drafts()));
    setup.unsaved.insert(setup.unsaved.end(), interrupted_.begin(), interrupted_.end());
    auto target =
        std::make_unique<SaveToStore>(store_of(folders_, setup, key_), setup.opened.rest,
                                      window_.wake, setup.opened.seen, places_of_program(folders_));
    setup.surroundings.insert(setup.surroundings.end(), surroundings.begin(), surroundings.end());
    saving_ = target.get();
    setup.target = std::move(target);
    setup.preferences = prefs_;
    session_ = std::make_unique<Session>(std::move(setup));
    session_->ui.page = page_;
    if (key_) session_->ui.settings.lock.others = std::move(others_);
    others_.clear();
    interrupted_.clear();
    screen_.reset();
    closed_.reset();
}

void Entrance::begin_background() {
    if (saving_) saving_->begin();
}

Theme Entrance::theme_before() const {
    Problems unsaid;                             // said once the journal is open
    std::vector<std::filesystem::path> folders;  // none where not even these were found
    if (!folders_.assets.empty()) folders = {folders_.assets / "themes", folders_.own_themes};
    const auto themes = read_themes(folders, unsaid);
    return find_theme(themes, preferences().theme);
}

void Entrance::ask(std::string problem) {
    was_locked_ = true;
    closed_.reset();
    screen_ = std::make_unique<LockScreen>(theme_before(), preferences().text_scale);
    if (!problem.empty()) screen_->refuse(std::move(problem));
}

void Entrance::cannot_open(Error why, bool can_retry) {
    screen_.reset();
    // Where files are encrypted nothing helps but the lock.
    const bool gone = why.code == ErrorCode::lock_gone;
    const bool in_the_clear = gone && check_key(folders_.data, nullptr, true);
    closed_ = std::make_unique<ClosedScreen>(std::move(why), theme_before(),
                                             preferences().text_scale, can_retry, in_the_clear);
}

Scene& Entrance::scene() {
    if (closed_) return *closed_;
    if (screen_) return *screen_;
    return *session_;
}

void Entrance::turn(LocalTime now, double seconds) {
    now_ = now;
    if (screen_)
        if (auto entered = screen_->take_entered()) unlock(*std::move(entered));
    if (closed_ && closed_->take_retry()) read_anew();
    if (closed_ && closed_->take_in_the_clear()) go_on_in_the_clear();
    if (auto reopened = opening_.take()) {
        last_input_ = seconds;
        take_in(*std::move(reopened));
    }
    if (!session()) return;
    if (const auto due = lock_moment(); due && seconds >= *due) return lock();
    session_->turn(now, seconds);
    if (auto wish = session_->take_lock_wish()) grant(*std::move(wish));
    if (!session()) return;
    take_in_others();
    look_at_ways(seconds);
    if (auto planned = planning_.take()) make_change(*std::move(planned));
}

void Entrance::grant(LockWish wish) {
    if (std::holds_alternative<ReadAgain>(wish)) return read_again();
    if (std::holds_alternative<LockNow>(wish)) return lock();
    plan_change(std::move(*std::get<ChangeLock>(wish).request));
}

std::optional<double> Entrance::next_deadline() const {
    if (!session_ || screen_ || closed_) return std::nullopt;
    // At the next turn, though nothing else comes.
    if (session_->wants<ChangeLock>()) return last_input_;
    if (next_to_take() && !taking_.is_running()) return last_input_;
    std::optional<double> next = session_->next_deadline();
    if (const auto due = lock_moment()) next = std::min(next.value_or(*due), *due);
    return next;
}

bool Entrance::is_at_work() const {
    return opening_.is_running() || planning_.is_running() || taking_.is_running() ||
           reading_ways_.is_running() ||
           (session_ && session_->save_state() == Saving::State::saving);
}

// When the journal locks because nobody uses it.
std::optional<double> Entrance::lock_moment() const {
    const int minutes = preferences().lock_after;
    if (!can_lock() || minutes == 0) return std::nullopt;
    return last_input_ + 60.0 * minutes;
}

Result<void> Entrance::close() {
    if (session_) return session_->close();
    if (closed_ && keep_interrupted() && keep_drafts()) return {};
    if (closed_) {
        const Error why{ErrorCode::system, "What was written last cannot be saved.",
                        "Put lock.toml back or make some room, then look again.",
                        Place{folders_.data.string(), 0, 0}};
        closed_->refuse(why);
        return fail(why);
    }
    const auto hold_up = [this](const char* sentence) {
        screen_->refuse(sentence);
        return fail(ErrorCode::system, sentence);
    };
    // Somebody else set the lock: without the passphrase it could only be kept in plain text.
    if (!interrupted_.empty())
        return hold_up("What was written last is not saved yet. Unlock first, then close.");
    if (!keep_drafts())
        return hold_up("What was written last cannot be saved. Make some room, or unlock first.");
    return {};
}

// With the key of the session that it was written in: it comes back once its lock is there again.
bool Entrance::keep_interrupted() {
    if (interrupted_.empty()) return true;
    if (!left_key_) return false;
    for (const Unsaved& unsaved : interrupted_)
        drafts_.push_back(unsaved_text(folders_.data, unsaved.base, unsaved.ours, left_key_));
    interrupted_.clear();
    return true;
}

// In the first place that takes them; encrypted as they are.
bool Entrance::keep_drafts() {
    for (const auto& folder : folders_.unsaved) {
        if (drafts_.empty()) break;
        while (!drafts_.empty()) {
            // Each was sealed with a nonce of its own: no two have the same name.
            const std::string name = short_hash(drafts_.back()) + ".toml";
            if (!write_unsaved(folder / name, drafts_.back())) break;
            drafts_.pop_back();
        }
    }
    return drafts_.empty();
}

void Entrance::cover(std::string words) {
    screen_ = std::make_unique<LockScreen>(session_->theme(), session_->text_scale());
    screen_->wait_for(std::move(words));
    window_.show_now();
}

void Entrance::drop_session() {
    keep_others();
    page_ = session_->ui.page;
    prefs_ = session_->preferences();
    const std::string copied = session_->ui.fields.copied;
    saving_ = nullptr;
    session_.reset();
    if (!interrupted_.empty()) left_key_ = key_;
    key_.reset();
    window_.forget(copied);
}

void Entrance::lock() {
    if (!can_lock() || screen_) return;
    cover("Saving …");
    if (!session_->close()) {
        Unsaved unsaved = session_->unsaved();
        if (session_->wants<ReadAgain>())  // the key that is here will open nothing
            interrupted_.push_back(std::move(unsaved));
        else
            drafts_.push_back(
                unsaved_text(folders_.data, unsaved.base, unsaved.ours, key_, now_.date));
    }
    drop_session();
    screen_->wait_for({});
    window_.wake();
}

// Another program set, changed or took off the lock: what is not saved waits until it is clear how
// the journal opens now.
void Entrance::read_again() {
    cover("Reading …");
    if (!session_->is_saved()) interrupted_.push_back(session_->unsaved());
    drop_session();
    read_anew();
}

void Entrance::read_anew() {
    opening_.start(
        [folders = folders_] {
            return Reopened{read_setup(folders, months_before_first_picture), nullptr};
        },
        window_.wake);
}

void Entrance::go_on_in_the_clear() {
    const auto done = accept_in_the_clear(folders_.data, folders_.pins);
    // Where nothing is remembered of a lock there is nothing to be taken away.
    if (!done && done.error().code != ErrorCode::usage) return closed_->refuse(done.error());
    was_locked_ = false;
    read_anew();
}

void Entrance::unlock(LockScreen::Entered entered) {
    opening_.start(
        [folders = folders_, given = std::move(entered)] { return opened_with(folders, given); },
        window_.wake);
}

Entrance::Reopened Entrance::opened_with(const Folders& folders,
                                         const LockScreen::Entered& entered) {
    const auto refuse = [](const Error& error) { return Reopened{fail(error), nullptr, true}; };
    if (auto settled = settle_lock_change(folders.data); !settled) return refuse(settled.error());
    const auto opener = opener_of(entered);
    if (!opener) return refuse(opener.error());
    auto opened = open_lock(folders.data, *opener);  // without a key: it was taken off meanwhile
    if (!opened) return refuse(opened.error());
    Reopened reopened{read_setup(folders, months_before_first_picture, opened->key), opened->key,
                      true};
    reopened.notices = std::move(opened->notices);
    return reopened;
}

void Entrance::take_in(Reopened reopened) {
    if (reopened.setup && !reopened.key && was_locked_ && !reopened.asked)
        reopened.setup = fail(no_longer_locked(folders_));
    if (!reopened.setup) {
        const Error& error = reopened.setup.error();
        if (error.code == ErrorCode::lock_gone) return cannot_open(error);
        if (closed_ && error.code != ErrorCode::locked) return closed_->refuse(error);
        // After a change by others the passphrase has to be asked for first.
        const bool first = error.code == ErrorCode::locked && !reopened.typed;
        if (!screen_ || first) ask();
        screen_->wait_for({});
        if (!first) screen_->refuse(to_sentence(error));
        return;
    }
    window_.forget({});
    reopened.setup->surroundings.insert(reopened.setup->surroundings.end(),
                                        reopened.notices.begin(), reopened.notices.end());
    open(*std::move(reopened.setup), std::move(reopened.key));
    LockUi& lock = session_->ui.settings.lock;
    lock.said = std::move(reopened.said);
    lock.problem = std::move(reopened.problem);
    lock.code = std::move(reopened.code);
    if (reopened.others) lock.others = *std::move(reopened.others);
    lock.ended = !lock.said.empty() || !lock.problem.empty();
    begin_background();
    window_.wake();
}

}  // namespace rekindle::app
