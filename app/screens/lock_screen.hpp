// What stands in the window while the journal is locked. It holds nothing of the journal, and does
// not say whose or what kind of notes these are.
#pragma once

#include <optional>
#include <string>

#include "app/frame/scene.hpp"
#include "app/widgets/passphrase_field.hpp"

namespace rekindle::app {

class LockScreen final : public Scene {
  public:
    LockScreen(Theme theme, double text_scale) : theme_(std::move(theme)), scale_(text_scale) {}

    bool draw(Canvas& canvas) override;
    const Theme& theme() const override { return theme_; }
    double text_scale() const override { return scale_; }
    TextFields& fields() override { return fields_; }

    struct Entered {
        Secret typed;
        std::optional<std::string> key_file{};  // its path, instead of what is typed
    };
    // What was entered, once; until `refuse` the screen waits and takes nothing more.
    std::optional<Entered> take_entered();
    // What was typed stays, selected: it can be mended, and typing replaces it. The sentence goes
    // at the next key.
    void refuse(std::string problem);
    // Says only this and takes nothing: while everything is encrypted, for one.
    void wait_for(std::string words) { waiting_ = std::move(words); }

  private:
    void draw_asking(const Pen& pen);
    bool draw_passphrase(const Pen& pen);  // true when Enter was pressed
    bool draw_key_file(const Pen& pen);
    bool has_something() const { return by_file_ ? !file_.empty() : !typed_.text.empty(); }

    Theme theme_;
    double scale_ = 1;
    TextFields fields_;
    PassphraseUi typed_;
    bool shown_ = false;
    bool by_file_ = false;  // the field is for the path of a key file
    std::string file_;
    bool wants_focus_ = true;  // the field is to get the keys
    bool to_problem_ = false;  // what is said of it is to be seen
    bool entered_ = false;
    bool opening_ = false;
    std::string problem_;
    std::string waiting_;
};

}  // namespace rekindle::app
