// What a session wants of whoever owns it, since it is about the lock that is around it.
#pragma once

#include <variant>

#include "app/ask/action.hpp"

namespace rekindle::app {

// Another program did something to the lock: what is here can neither be read nor saved any more.
struct ReadAgain {};

// One at a time: a later one of these takes the place of one before it.
using LockWish = std::variant<ChangeLock, LockNow, ReadAgain>;

}  // namespace rekindle::app
