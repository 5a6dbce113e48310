#include "app/ask/action.hpp"

#include <array>

namespace rekindle::app {
namespace {

template <class Variant, std::size_t place>
Variant taken_from(void* value) {
    using Value = std::variant_alternative_t<place, Variant>;
    return Variant{std::in_place_index<place>, std::move(*static_cast<Value*>(value))};
}

// The alternative at `place`, moved out of what `value` points to.
template <class Variant, std::size_t... places>
Variant take(std::size_t place, void* value, std::index_sequence<places...>) {
    static constexpr std::array makers{&taken_from<Variant, places>...};
    return makers[place](value);
}

template <class Variant>
Variant take(std::size_t place, void* value) {
    return take<Variant>(place, value, std::make_index_sequence<std::variant_size_v<Variant>>{});
}

}  // namespace

void Actions::add_command(std::size_t place, void* value) {
    list_.emplace_back(take<Command>(place, value));
}

void Actions::add_action(std::size_t place, void* value) {
    list_.push_back(take<Action>(place, value));
}

}  // namespace rekindle::app
