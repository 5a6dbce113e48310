#include "workbook/journal/order.hpp"

namespace rekindle {

void put_in_order(std::vector<CheckIn>& checkins, TimeOfDay day_end) {
    std::stable_sort(checkins.begin(), checkins.end(), [&](const CheckIn& a, const CheckIn& b) {
        return comes_before(a, b, day_end);
    });
}

void put_in_order(ExerciseAnswers& answers) {
    for_each_entry_list([&](ExerciseKind, auto list) {
        auto& entries = answers.*list;
        if constexpr (requires { entries.front().id; }) put_in_order(entries);
    });
}

void put_in_order(std::vector<Pause>& pauses) {
    std::stable_sort(pauses.begin(), pauses.end(),
                     [](const Pause& a, const Pause& b) { return a.from < b.from; });
    std::vector<Pause> joined;
    for (const Pause& pause : pauses) {
        if (joined.empty() || (joined.back().until && *joined.back().until < pause.from))
            joined.push_back(pause);
        else if (joined.back().until)
            joined.back().until =
                pause.until ? std::max(joined.back().until, pause.until) : std::nullopt;
    }
    pauses = std::move(joined);
}

Journal with_days_in_order(const Journal& journal, TimeOfDay day_end) {
    Journal next = journal;
    for (auto& [key, month] : next.months) {
        Month sorted = *month;
        put_in_order(sorted.checkins, day_end);
        if (!(sorted == *month)) month = std::move(sorted);
    }
    return next;
}

}  // namespace rekindle
