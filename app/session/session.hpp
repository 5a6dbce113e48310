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
#include <vector>

#include "app/ask/lock_request.hpp"
#include "app/ask/screen.hpp"
#include "app/ask/ui_state.hpp"
#include "app/frame/scene.hpp"
#include "app/session/text_steps.hpp"
#include "workbook/journal/history.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/find_unsaved.hpp"
#include "workbook/store/writer.hpp"

namespace rekindle::app {

// Where saves go to. A journal without one (tests, `shot`) is never written.
class SaveTarget {
  public:
    virtual ~SaveTarget() = default;
    virtual void save(Journal base, Journal ours) = 0;
    virtual StoreNews poll() = 0;
    // Puts a text into a new file; `poll` tells what came of it.
    virtual void write_text(std::string /*path*/, std::string /*text*/) {}
    // Looks for backups, or reads one; `poll` tells what was found.
    virtual void list_backups() {}
    virtual void read_backup(Backup /*backup*/) {}
    // What could take the place of a damaged file, putting it there, and putting a copy away.
    virtual void find_earlier(Part /*part*/) {}
    virtual void use_earlier(EarlierPart /*earlier*/) {}
    virtual void put_away(ConflictCopy /*copy*/) {}
    // What was missing has been brought in, or is not wanted.
    virtual void settle_missing(Part /*part*/) {}
    virtual void leave_out(Part /*part*/) {}
    // What was told of a locked journal's files is right as it is now.
    virtual void accept(std::vector<Distrust> /*told*/) {}
    // The journal of the next save has everything of what was kept in that file.
    virtual void take_away_after_save(std::filesystem::path /*kept*/) {}
    // What is saved has it already.
    virtual void take_away(std::filesystem::path /*kept*/) {}
    virtual Result<Saved> save_and_wait(const Journal& base, const Journal& ours) = 0;
};

struct SessionSetup {
    Content content;
    Opened opened;
    Problems problems;                  // of the content
    Problems surroundings{};            // see CareUi
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

    // What the lock needs of whoever owns the session: a wish to lock, told once; what is to be
    // done to the lock, told once; whether another program did something to it, so that this
    // session can neither read nor save any more; and what is not on disk yet.
    bool wants_lock() const { return lock_wanted_; }
    bool take_lock_wish() { return std::exchange(lock_wanted_, false); }
    std::optional<LockRequest> take_lock_request();
    bool has_lock_request() const { return lock_request_.has_value(); }
    bool lock_was_changed() const { return lock_changed_; }
    // It is not there any more: nothing of the journal was written in plain text.
    bool lock_is_gone() const { return lock_gone_; }
    Unsaved unsaved() const { return {{}, base_, journal()}; }
    bool is_locked() const { return locked_; }  // see Screen
    // Another program added a way into the lock, or took one out.
    void show_ways(std::vector<ShownWay> ways) { ways_ = std::move(ways); }
    UiState ui;

  private:
    Screen screen() const;
    void carry_out(const Command& command);
    void apply(Journal next, std::string title, std::string merge_key);
    void apply_alone(Journal next, std::string title);
    void use_fresh_ids(const Command& command);
    void journal_changed();
    void look_again();  // works out anew what is shown of the journal
    void go_to(Page page);
    void hide();
    void show_day(Date date);
    void show_card(const CardRef& card);
    void scale_text(double factor);
    void switch_person(const std::string& person);

    // session_saving.cpp: what goes to the disk and what comes from it.
    void bring_back(const std::vector<Unsaved>& unsaved);
    void note_unsaved();
    void begin_save();
    void take_in(const StoreNews& news);
    void save_text(const SaveText& wanted);
    void take_in_text(const StoreNews::TextWritten& written);
    void take_in_save(const StoreNews::SaveEnded& ended);
    void take_in_saved_part(const Part& part, const Journal& ours, const Journal& on_disk);
    void take_in_part(const Part& part, const Result<Opened>& read);
    void refuse(const std::string& problem);
    void note_lock(const Error& error);

    // session_trust.cpp: what of a locked journal is not as it was left.
    void take_in_distrust(const Part& part, const Opened& read);
    void accept(const std::vector<Distrust>& told);
    void take_in_accepted(const StoreNews::Accepted& accepted);

    void change_lock();  // session_lock.cpp
    void take_in_other(const std::string& file);

    // session_backups.cpp: earlier states, looked at and brought back.
    void list_backups();
    void read_backup(int number);
    void restore_backup();
    void take_in_backups(const Result<std::vector<BackupSummary>>& listed);
    void take_in_backup(const StoreNews::BackupRead& read);

    // session_care.cpp: damaged files, copies of files, and what two sides changed.
    void look_for_earlier(const Part& part);
    void part_is_damaged(const Part& part, const Error& why);
    void use_earlier(const Part& part);
    void take_in_earlier(const StoreNews::EarlierFound& found);
    void take_in_used(const StoreNews::EarlierUsed& used);
    void part_is_whole(const Part& part);
    void take_in_copies(std::vector<ConflictCopy> copies);
    void look_at_copies();
    void bring_in_copy(const std::string& file);
    void leave_copy(const std::string& file);
    void put_away_copies();
    void take_in_put_away(const StoreNews::CopyPutAway& ended);
    void ask_about(const std::vector<BothChanged>& both);
    void fine_so();
    void note_backup(const StoreNews::SaveEnded& ended);

    // session_missing.cpp: files that are gone, and entries that lead to nothing that is there.
    void take_in_missing(std::vector<MissingPart> missing);
    void bring_back_missing(const Part& part);
    void leave_out_missing(const Part& part);
    void settle_what_is_back();
    void take_in_settled(const StoreNews::MissingSettled& settled);
    void look_at_references();
    void adopt_entries(const std::string& from, const std::string& to);

    // session_kept.cpp: what could not be saved before and does not come back by itself.
    void look_at_kept();
    void bring_in_kept(const std::string& file);
    void leave_kept(const std::string& file);
    void keep_what_is_undone();
    void tell_what_is_brought_in();
    void settle_kept(const Saved& saved);
    void take_in_kept(const StoreNews::TakenAway& ended);

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
    std::vector<Scale> scales_;
    std::optional<Journal> seen_;  // by who is writing; none: there is nobody to hide from
    Days days_;
    std::map<std::string, ExerciseUi> begun_by_;  // what the other left begun, by person
    std::optional<Days> other_days_;              // where two people write
    SaveState save_;
    LocalTime now_;
    double seconds_ = 0;
    std::optional<double> save_due_;
    std::optional<double> first_unsaved_;
    bool saving_ = false;
    // Whoever and whatever could be referred to when references were looked at.
    std::optional<std::vector<std::string>> references_of_;
    bool references_due_ = true;
    std::vector<YearMonth> months_to_read_;
    bool locked_ = false;
    std::vector<ShownWay> ways_;
    bool lock_wanted_ = false;
    bool lock_changed_ = false;
    bool lock_gone_ = false;
    std::optional<LockRequest> lock_request_;
};

}  // namespace rekindle::app
