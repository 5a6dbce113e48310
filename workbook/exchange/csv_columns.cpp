#include "workbook/exchange/csv_columns.hpp"

#include <algorithm>
#include <set>

namespace rekindle {

std::vector<std::string> csv_scales(const Journal& journal, const Content& content) {
    std::vector<std::string> ids{"mood", "trust"};
    const auto add = [&](const std::string& id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (const Scale& scale : daily_scales(content)) add(scale.id);
    for (const Scale& scale : journal.profile->own_scales) add(scale.id);
    std::set<std::string> rated;
    for (const auto& [key, month] : journal.months)
        for (const CheckIn& checkin : month->checkins)
            for (const auto& [scale, value] : checkin.ratings) rated.insert(scale);
    for (const std::string& id : rated) add(id);
    return ids;
}

}  // namespace rekindle
