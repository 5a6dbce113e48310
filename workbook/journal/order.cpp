#include "workbook/journal/order.hpp"

#include <algorithm>
#include <tuple>

namespace rekindle {

void put_in_order(std::vector<CheckIn>& checkins, TimeOfDay day_end) {
    std::stable_sort(checkins.begin(), checkins.end(), [&](const CheckIn& a, const CheckIn& b) {
        return comes_before(a, b, day_end);
    });
}

void put_in_order(std::vector<Written>& written) {
    std::stable_sort(written.begin(), written.end(),
                     [](const Written& a, const Written& b) { return a.date < b.date; });
}

void put_in_order(std::vector<Rated>& rated) {
    std::stable_sort(rated.begin(), rated.end(),
                     [](const Rated& a, const Rated& b) { return a.date < b.date; });
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
