#include "workbook/journal/order.hpp"

#include <algorithm>
#include <tuple>

namespace rekindle {
namespace {

template <class Entry>
void sort_by_date(std::vector<Entry>& entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.date < b.date; });
}

}  // namespace

void put_in_order(std::vector<CheckIn>& checkins, TimeOfDay day_end) {
    std::stable_sort(checkins.begin(), checkins.end(), [&](const CheckIn& a, const CheckIn& b) {
        return comes_before(a, b, day_end);
    });
}

void put_in_order(std::vector<Written>& written) { sort_by_date(written); }
void put_in_order(std::vector<Letter>& letters) { sort_by_date(letters); }
void put_in_order(std::vector<Talk>& talks) { sort_by_date(talks); }
void put_in_order(std::vector<Rated>& rated) { sort_by_date(rated); }

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
