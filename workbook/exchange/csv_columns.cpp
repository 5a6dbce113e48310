#include "workbook/exchange/csv_columns.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "workbook/base/id.hpp"

namespace rekindle {
namespace {

constexpr std::string_view scale_mark = "scale:";
constexpr std::array<std::string_view, 5> no_scales{"date", "time", "person", "events", "note"};

}  // namespace

std::vector<std::string> csv_scales(const Journal& journal, const Content& content) {
    std::vector<std::string> ids{mood_scale, trust_scale};
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

std::string to_scale_column(std::string_view scale) {
    const bool clear =
        is_id(scale) && std::find(no_scales.begin(), no_scales.end(), scale) == no_scales.end();
    return clear ? std::string{scale} : std::string{scale_mark} + std::string{scale};
}

std::string from_scale_column(std::string_view column) {
    if (column.starts_with(scale_mark)) column.remove_prefix(scale_mark.size());
    return std::string{column};
}

}  // namespace rekindle
