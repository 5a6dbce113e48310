#include "app/ask/action.hpp"

namespace rekindle::app {

void Actions::add(Action what) { list_.push_back(std::move(what)); }

}  // namespace rekindle::app
