#include "app/frame/input.hpp"

#include <algorithm>

namespace rekindle::app {
namespace {

constexpr double one_number = 1.0;  // seconds from a digit to the next of the same number

std::optional<int> digit_of(const InputEvent& event) {
    const auto* typed = std::get_if<Typed>(&event);
    if (!typed || typed->character < U'0' || typed->character > U'9') return std::nullopt;
    return static_cast<int>(typed->character - U'0');
}

}  // namespace

bool Input::take(const std::function<bool(const KeyPress&)>& wanted) {
    const auto found = std::find_if(events.begin(), events.end(), [&](const InputEvent& event) {
        const auto* press = std::get_if<KeyPress>(&event);
        return press && wanted(*press);
    });
    if (found == events.end()) return false;
    const bool is_space = std::get<KeyPress>(*found).key == Key::space;
    const auto after = events.erase(found);
    if (!is_space) return true;
    const auto made = std::find(after, events.end(), InputEvent{Typed{U' '}});
    space_to_come_ = made == events.end();
    if (!space_to_come_) events.erase(made);
    return true;
}

void Input::drop_late_space() {
    if (events.empty()) return;
    if (space_to_come_ && events.front() == InputEvent{Typed{U' '}}) events.erase(events.begin());
    space_to_come_ = false;
}

bool Input::take_typed(char32_t character) {
    const auto found = std::find(events.begin(), events.end(), InputEvent{Typed{character}});
    if (found == events.end()) return false;
    events.erase(found);
    return true;
}

std::optional<int> Input::take_number(std::string_view name, std::optional<int> value, int highest,
                                      double now) {
    std::optional<int> number;
    for (auto event = events.begin(); event != events.end();) {
        const std::optional<int> digit = digit_of(*event);
        if (!digit) {
            ++event;
            continue;
        }
        event = events.erase(event);
        // What moved the slider in between, mouse or arrow, ended the number.
        const bool goes_on = number_ && number_->name == name && now - number_->at <= one_number &&
                             value == number_->value && number_->value * 10 + *digit <= highest;
        const int typed = goes_on ? number_->value * 10 + *digit : *digit;
        if (typed > highest) continue;
        number_ = Number{std::string(name), typed, now};
        value = number = typed;
    }
    return number;
}

bool Input::has(Key key) const {
    return std::any_of(events.begin(), events.end(), [key](const InputEvent& event) {
        const auto* press = std::get_if<KeyPress>(&event);
        return press && press->key == key;
    });
}

}  // namespace rekindle::app
