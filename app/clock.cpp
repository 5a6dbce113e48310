#include "app/clock.hpp"

#include <chrono>
#include <cstdlib>
#include <ctime>

namespace rekindle::app {

Result<LocalTime> local_now() {
    if (const char* given = std::getenv("REKINDLE_NOW"); given != nullptr && *given != '\0') {
        if (const auto now = parse_local_time(given)) return *now;
        return fail(ErrorCode::usage, "REKINDLE_NOW is not a date and time.",
                    "Write it like 2026-11-21T20:15.");
    }
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    const auto date = make_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
    const auto time = make_time(local.tm_hour, local.tm_min);
    if (date && time) return LocalTime{*date, *time};
    return fail(ErrorCode::system, "The computer’s clock is outside 1900 to 9999.",
                "Set the date, then start again.");
}

bool is_clock_held() {
    const char* given = std::getenv("REKINDLE_NOW");
    return given != nullptr && *given != '\0';
}

double steady_seconds() {
    using Seconds = std::chrono::duration<double>;
    return Seconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace rekindle::app
