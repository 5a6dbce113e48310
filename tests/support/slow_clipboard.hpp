// A clipboard whose answers come when the test says so.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "app/frame/clipboard.hpp"

namespace rekindle::tests {

class SlowClipboard final : public app::Clipboard {
  public:
    void give(app::Selection selection, std::string text) override {
        given[static_cast<std::size_t>(selection)] = std::move(text);
    }
    void ask(app::Selection selection) override { asked = selection; }
    std::optional<app::Pasted> take_answer() override {
        if (answer) asked.reset();
        return std::exchange(answer, std::nullopt);
    }
    bool is_asking() const override { return asked.has_value() && !answer; }
    void stop_asking() override { asked.reset(); }
    bool has_primary() const override { return true; }
    void forget() override { given = {}; }

    void say(std::string text) { answer = {app::Pasted::Outcome::text, std::move(text)}; }

    std::optional<app::Selection> asked;
    std::optional<app::Pasted> answer;
    std::array<std::string, 2> given;
};

}  // namespace rekindle::tests
