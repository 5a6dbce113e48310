// The one place that acts: it owns the journal's history and what the window remembers, carries out
// what the screens ask for, and sees that everything is saved soon.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/ask/screen.hpp"
#include "app/ask/ui_state.hpp"
#include "app/frame/scene.hpp"
#include "app/session/lock_wish.hpp"
#include "app/session/save_target.hpp"
#include "app/session/saving.hpp"
#include "app/session/text_steps.hpp"
#include "workbook/findings/unsaved.hpp"
#include "workbook/journal/history.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/store.hpp"

namespace rekindle::app {

struct SessionSetup {
    Content content;
    Opened opened;
    Problems problems;                  // of the content
    Problems surroundings{};            // see FileNotices
    std::vector<Unsaved> unsaved{};     // what an earlier window could not save
    std::vector<AskedUnsaved> asked{};  // the same, to be brought in when somebody says so
    std::string folder;
    std::string documents{};       // see Screen
    bool locked = false;           // see Screen
    std::vector<ShownWay> ways{};  // see Screen
    Preferences preferences;
    std::vector<Theme> themes;
    std::unique_ptr<SaveTarget> target;
    std::function<std::string()> new_id;  // a fresh id, [a-z0-9]+
};

// The step that brings in what could not be saved before, as undo calls it.
inline constexpr const char* kept_before = "what could not be saved before";

class Session final : public Scene {
  public:
    explicit Session(SessionSetup setup);

    // Looks at the clock and at what the disk reported. Call before drawing.
    // `now` is the local date and time, `seconds` a clock that only goes forward.
    void turn(LocalTime now, double seconds);

    // Carries out what was asked for while drawing.
    bool draw(Canvas& canvas) override;

    // Carries out one action, as a screen would ask for it.
    void act(const Action& action);

    // When `turn` next has something to do by itself (a save that is due), in `seconds`.
    std::optional<double> next_deadline() const;

    void focus_lost();  // saves at once
    // Saves everything and waits for it; an error keeps the text and holds up closing.
    Result<void> close();

    const Journal& journal() const { return history_.now(); }
    const Preferences& preferences() const { return preferences_; }
    Preferences& preferences() { return preferences_; }
    const Theme& theme() const override;
    double text_scale() const override { return preferences_.text_scale; }
    TextFields& fields() override { return ui.fields; }
    bool is_saved() const;
    Saving::State save_state() const { return saving_.state(); }

    // What the lock needs of whoever owns the session: see LockWish. Told once by taking it.
    template <class Wish>
    bool wants() const {
        return lock_wish_ && std::holds_alternative<Wish>(*lock_wish_);
    }
    std::optional<LockWish> take_lock_wish() { return std::exchange(lock_wish_, std::nullopt); }

    // What is not on disk yet.
    Unsaved unsaved() const { return {{}, base_, journal()}; }
    bool is_locked() const { return locked_; }  // see Screen
    // Another program added a way into the lock, or took one out.
    void show_ways(std::vector<ShownWay> ways) { ways_ = std::move(ways); }
    const std::string& person() const { return person_; }    // who is writing
    const std::string& next_id() const { return next_id_; }  // see Screen
    UiState ui;
    FileNotices& notices() {
        return notices_;
    }  // what is said about files; for tests to say something
    const ShownBackups& backups() const { return backups_; }

  private:
    Screen screen() const;
    void carry_out(const Command& command);
    void apply(Journal next, std::string title, std::string run_key);
    void apply_alone(Journal next, std::string title);
    void use_next_id(const Command& command);
    void journal_changed();
    void look_again();  // works out anew what is shown of the journal
    void go_to(Page page);
    void hide();
    void show_day(Date date);
    void show_card(const CardRef& card);
    void scale_text(double factor);
    void switch_person(const std::string& person);
    void step(void (History::*walk)());
    void show_change(const struct ChangeLocation& at);

    // session_saving.cpp: what goes to the disk and what comes from it.
    void bring_back(const std::vector<Unsaved>& unsaved);
    void note_unsaved();
    void begin_save();
    SaveJournal all_unsaved();
    void take_in_news();
    void save_text(const SaveText& wanted);
    void take_in(const TextWritten& written);
    void take_in(const SaveEnded& ended);
    void take_in_saved_part(const Part& part, const Journal& ours, const Journal& on_disk);
    void take_in(const PartRead& news);
    void note_lock(const Error& error);

    // trust.cpp: what of a locked journal is not as it was left.
    void take_in_distrust(const Part& part, const Opened& read);
    void accept(const std::vector<Distrust>& told);
    void take_in(const DistrustAccepted& accepted);

    // lock.cpp: what is to be done to the lock.
    void wish(LockWish what);
    void change_lock(const ChangeLock& change);
    void take_in_other(const std::string& file);

    // backups.cpp: earlier states, looked at and brought back.
    void list_backups();
    void read_backup(int number);
    void restore_backup();
    void take_in(const BackupsFound& found);
    void take_in(const BackupOpened& read);

    // care.cpp: damaged files, copies of files, and what two sides changed.
    void look_for_earlier(const Part& part);
    void part_is_damaged(const Part& part, const Error& why);
    void use_earlier(const Part& part);
    void take_in(const EarlierFound& found);
    void take_in(const EarlierPut& put);
    void part_is_whole(const Part& part);
    void take_in(const CopiesFound& found);
    void look_at_copies();
    void bring_in_copy(const std::string& file);
    void leave_copy(const std::string& file);
    void put_away_copies();
    void take_in(const CopyPutAway& ended);
    void ask_about(const std::vector<BothChanged>& both);
    void fine_so();
    void note_backup(const SaveEnded& ended);

    // missing.cpp: files that are gone, and entries that lead to nothing that is there.
    void take_in(const MissingFound& found);
    void bring_back_missing(const Part& part);
    void leave_out_missing(const Part& part);
    void settle_what_is_back();
    void take_in(const MissingSettled& settled);
    void look_at_references();
    void adopt_entries(const std::string& from, const std::string& to);

    // kept.cpp: what could not be saved before and does not come back by itself.
    void look_at_kept();
    void bring_in_kept(const std::string& file);
    void leave_kept(const std::string& file);
    void keep_what_is_undone();
    std::vector<std::filesystem::path> take_what_is_brought_in();
    void settle_kept(const Saved& saved);
    void take_in(const KeptTakenAway& ended);

    Content content_;
    History history_;
    TextSteps text_steps_;
    int text_step_ = 0;  // the one that the fields were in when they last changed something
    Journal base_;       // what the files hold, as far as this window knows
    ReadOnlyParts read_only_;
    std::vector<Distrust> distrust_;
    Problems problems_;
    std::string folder_;
    std::string documents_;
    Preferences preferences_;
    std::vector<Theme> themes_;
    std::unique_ptr<SaveTarget> target_;
    std::function<std::string()> new_id_;
    std::string next_id_;
    std::string person_;
    std::map<std::string, LastWork> last_work_;  // by person
    std::vector<Scale> scales_;
    std::optional<Journal> seen_;  // by who is writing; none: there is nobody to hide from
    Days days_;
    std::map<std::string, ExerciseUi> begun_by_;  // what the other left begun, by person
    std::optional<Days> other_days_;              // where two people write
    FileNotices notices_;
    ShownBackups backups_;
    Saving saving_;
    LocalTime now_;
    double seconds_ = 0;
    // Whoever and whatever could be referred to when references were looked at.
    std::optional<std::vector<std::string>> references_of_;
    bool references_due_ = true;
    std::vector<YearMonth> months_to_read_;
    bool locked_ = false;
    std::vector<ShownWay> ways_;
    std::optional<LockWish> lock_wish_;
};

}  // namespace rekindle::app
