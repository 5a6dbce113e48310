// What the window shows: the journal, the lock before it, or why there is none. Opens the journal,
// locks it, changes its lock; what takes long is done by a thread of its own. Knows no window.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/closed_screen.hpp"
#include "app/screens/lock_screen.hpp"
#include "app/session/opening.hpp"
#include "app/session/save_to_store.hpp"
#include "app/session/session.hpp"
#include "app/session/task.hpp"
#include "workbook/store/lock_pin_change.hpp"
#include "workbook/store/other_files.hpp"

namespace rekindle::app {

class Entrance {
  public:
    // What the entrance needs of the window it stands in.
    struct WindowCalls {
        std::function<void()> wake = [] {};      // from any thread: `turn` has something to do
        std::function<void()> show_now = [] {};  // the scene is on the screen when it returns
        // Nothing of what was shown or typed stays, nor on the clipboard if it is `copied`.
        std::function<void(const std::string& copied)> forget = [](const std::string&) {};
    };

    Entrance(Folders folders, Preferences preferences, WindowCalls window);

    // Opens what was read, with the key it was read with, or asks for the passphrase. A session
    // reads the rest of the journal only after `begin_background`.
    void open(SessionSetup setup, KeyRef key);
    void ask(std::string problem = {});  // `problem` is said with it
    // Says why no journal can be opened; looks again when asked to, unless there is no place at
    // all.
    void cannot_open(Error why, bool can_retry = true);
    void begin_background();
    // What of this computer every session has to say at its beginning (see SessionSetup).
    Problems surroundings;

    Scene& scene();
    Session* session() {
        return screen_ || closed_ ? nullptr : session_.get();
    }  // null while locked
    bool can_lock() const { return session_ && key_; }
    bool is_opening() const { return opening_.is_running(); }
    // A save, or what takes long and is done by a thread of its own, is under way.
    bool is_at_work() const;
    const Preferences& preferences() const { return session_ ? session_->preferences() : prefs_; }
    Preferences& preferences() { return session_ ? session_->preferences() : prefs_; }

    // Somebody used the keyboard or the mouse: locking for want of use begins to count anew.
    void note_input(double seconds) { last_input_ = seconds; }

    // Looks at what has happened; call before drawing. See Session::turn.
    void turn(LocalTime now, double seconds);
    std::optional<double> next_deadline() const;

    // Saves, then drops the journal and its key. What cannot be saved is kept encrypted and comes
    // back with the passphrase. Does nothing to a journal without a lock.
    void lock();

    // See Session::close. While it is locked: an error when something written could not be kept.
    Result<void> close();

  private:
    // What came of reading the journal once more.
    struct Reopened {
        Result<SessionSetup> setup;
        KeyRef key;
        bool typed = false;  // a passphrase was given for it
        std::string said{};
        std::string problem{};
        std::optional<Secret> code{};
        Problems notices{};                              // of the lock
        std::optional<std::vector<OtherFile>> others{};  // what is plain, where that was looked for
        bool asked = false;  // after a change of the lock that somebody asked this window for
    };
    // A change of the lock, worked out and not begun.
    struct PlannedChange {
        LockRequest request;
        LockChange change;
        std::optional<LockFile> before{};  // the lock that it was worked out from
        std::optional<Secret> code{};
        std::optional<Error> problem{};
    };
    // What came of taking in a file.
    struct TakenIn {
        std::string file;
        Result<void> result;
    };

    void grant(LockWish wish);
    Theme theme_before() const;  // while there is no session
    std::optional<double> lock_moment() const;
    void cover(std::string words);
    void drop_session();
    bool keep_drafts();  // false when no place takes them all
    void unlock(LockScreen::Entered entered);
    void read_again();
    void read_anew();
    void go_on_in_the_clear();
    bool keep_interrupted();
    void take_in(Reopened reopened);
    void plan_change(LockRequest request);
    void make_change(PlannedChange planned);

    // entrance_others.cpp: what else of a locked journal changes while it is open.
    const OtherFile* next_to_take() const;
    void take_in_others();
    void tell_taken(const TakenIn& taken);
    void keep_others();
    void look_at_ways(double seconds);

    // On a thread of their own.
    static Reopened opened_with(const Folders& folders, const LockScreen::Entered& entered);
    static PlannedChange planned(const Folders& folders, const KeyRef& key, LockRequest request,
                                 Date today);
    static Result<LockFile> changed_lock(const OpenedWay& opened, PlannedChange& made, Date today);
    static Result<void> keep(const Folders& folders, const PlannedChange& planned);
    static Reopened made_change(const Folders& folders, PlannedChange planned, Date today);
    static std::vector<OtherFile> offered(const Folders& folders, const OtherFiles& found);

    Folders folders_;
    Preferences prefs_;  // while there is no session
    WindowCalls window_;
    KeyRef key_;
    std::unique_ptr<Session> session_;
    SaveToStore* saving_ = nullptr;  // the session's
    std::unique_ptr<LockScreen> screen_;
    std::unique_ptr<ClosedScreen> closed_;  // before anything was opened
    Page page_ = Page::today;               // where one was before it was locked
    std::vector<std::string> drafts_;       // not saved, encrypted with the key
    std::vector<Unsaved> interrupted_;      // not saved when another program changed the lock
    // Whether the journal was locked when it was last seen: then it is never gone on with in the
    // clear by itself.
    bool was_locked_ = false;
    KeyRef left_key_;  // of the session before, while something of it is interrupted
    Task<Reopened> opening_;
    Task<PlannedChange> planning_;
    Task<TakenIn> taking_;
    std::vector<OtherFile> others_;  // what Settings offered when it was locked
    Task<std::optional<std::vector<ShownWay>>> reading_ways_;
    std::optional<double> ways_read_at_;  // in this visit of Settings
    LocalTime now_;
    double last_input_ = 0;
};

}  // namespace rekindle::app
