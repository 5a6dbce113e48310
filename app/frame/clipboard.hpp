// What this program and others hand each other: the clipboard, and what is selected, which X11
// pastes at a middle click. Nobody waits for another program: what is there is asked for, and the
// answer, or that there is none, comes with a later frame.
#pragma once

#include <optional>
#include <string>

namespace rekindle::app {

enum class Selection : unsigned char { clipboard, primary };

struct Pasted {
    enum class Outcome {
        text,
        nothing,    // no text is to be had there
        no_answer,  // the program that holds it said nothing in time
        too_long,   // more than any field takes; it was not read to its end
    };
    Outcome outcome = Outcome::nothing;
    std::string text{};  // UTF-8 as far as the other program keeps its word
};

class Clipboard {
  public:
    virtual ~Clipboard() = default;

    // Puts it there, for every program that asks.
    virtual void give(Selection selection, std::string text) = 0;

    // Asks; a question before it is forgotten.
    virtual void ask(Selection selection) = 0;
    virtual std::optional<Pasted> take_answer() = 0;
    // An answer may come in a moment: what is typed meanwhile belongs behind it.
    virtual bool is_asking() const = 0;
    virtual void stop_asking() = 0;  // no answer comes

    // Whether what is selected is something that can be pasted here.
    virtual bool has_primary() const = 0;

    // Takes away what was given, as far as nobody gave something else since.
    virtual void forget() = 0;
};

// Where there is no desktop: what is given stays inside the program, in Dear ImGui's own clipboard.
class InnerClipboard final : public Clipboard {
  public:
    void give(Selection selection, std::string text) override;
    void ask(Selection selection) override;
    std::optional<Pasted> take_answer() override;
    bool is_asking() const override { return false; }
    void stop_asking() override { answer_.reset(); }
    bool has_primary() const override { return true; }
    void forget() override;

  private:
    std::string primary_;
    std::optional<Pasted> answer_;
};

}  // namespace rekindle::app
