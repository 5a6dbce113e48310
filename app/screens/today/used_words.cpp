#include "app/screens/today/used_words.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "workbook/base/folded_text.hpp"

namespace rekindle::app {
namespace {

constexpr int of_late = 60;               // days
constexpr std::size_t most_offered = 24;  // words

struct Used {
    std::string word;
    Date last;
    int lately = 0;
};

std::vector<std::string> in_order_of_use(const Days& days, Date day, Date today) {
    const auto first = days.first();
    const auto last = days.last();
    if (!first || !last) return {};
    std::map<std::string, Used> by_word;
    for (const DayEvent& each : days.events(*first, *last)) {
        if (each.event.kind != EventKind::own || each.date == day) continue;
        Used& used = by_word[fold_text(each.event.text)];
        used.word = each.event.text;  // by date: the last one stays
        used.last = each.date;
        if (today - each.date < of_late) ++used.lately;
    }
    std::vector<Used> order;
    for (auto& [key, used] : by_word) order.push_back(std::move(used));
    std::stable_sort(order.begin(), order.end(), [](const Used& a, const Used& b) {
        return std::tie(b.lately, b.last) < std::tie(a.lately, a.last);
    });
    std::vector<std::string> words;
    for (Used& used : order)
        if (words.size() < most_offered) words.push_back(std::move(used.word));
    return words;
}

}  // namespace

const std::vector<std::string>& used_words(const Screen& screen, Date day, TodayUi& ui) {
    if (!ui.used || ui.used->version != screen.days.version() || ui.used->person != screen.person ||
        ui.used->day != day)
        ui.used =
            std::make_shared<UsedWords>(UsedWords{screen.days.version(), screen.person, day,
                                                  in_order_of_use(screen.days, day, screen.today)});
    return ui.used->words;
}

bool is_same_word(const std::string& one, const std::string& other) {
    return fold_text(one) == fold_text(other);
}

}  // namespace rekindle::app
