#include "workbook/insight/statistics.hpp"

#include <algorithm>

namespace rekindle {

std::optional<Mean> mean(std::span<const std::optional<double>> values) {
    double sum = 0;
    int days = 0;
    for (const auto& value : values) {
        if (!value) continue;
        sum += *value;
        ++days;
    }
    if (days == 0) return std::nullopt;
    return Mean{sum / days, days};
}

// Every window is summed afresh, seven numbers from old to new: a sum that slides along would carry
// rounding from years ago into today.
DayValues trailing_average(std::span<const std::optional<double>> values, int days, int needs) {
    DayValues averages(values.size());
    const auto window = static_cast<std::size_t>(std::max(1, days));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t from = i + 1 > window ? i + 1 - window : 0;
        const auto average = mean(values.subspan(from, i + 1 - from));
        if (average && average->days >= needs) averages[i] = average->value;
    }
    return averages;
}

int needed_of(int days) {
    return std::max(1, (days * average_needs + average_days - 1) / average_days);
}

}  // namespace rekindle
