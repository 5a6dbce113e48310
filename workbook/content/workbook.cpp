#include "workbook/content/workbook.hpp"

#include <algorithm>

namespace rekindle {

namespace {

template <class Things>
auto find_by_id(const Things& things, std::string_view id) {
    const auto found = std::find_if(things.begin(), things.end(),
                                    [id](const auto& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

bool is_fixed_scale(std::string_view id) {
    return std::find(fixed_scales.begin(), fixed_scales.end(), id) != fixed_scales.end();
}

const Workbook* find_workbook(const Content& content, std::string_view id) {
    return find_by_id(content.workbooks, id);
}

const Card* find_card(const Workbook& workbook, std::string_view id) {
    return find_by_id(workbook.cards, id);
}

const Exercise* find_exercise(const Card& card, std::string_view id) {
    return find_by_id(card.exercises, id);
}

std::vector<Scale> daily_scales(const Content& content) {
    std::vector<Scale> scales;
    for (const FeelingGroup& group : content.feelings) {
        scales.insert(scales.end(), group.scales.begin(), group.scales.end());
    }
    return scales;
}

const Scale* find_daily_scale(const Content& content, std::string_view id) {
    for (const FeelingGroup& group : content.feelings) {
        if (const Scale* scale = find_by_id(group.scales, id)) return scale;
    }
    return nullptr;
}

std::string_view to_word(Audience audience) {
    switch (audience) {
        case Audience::hurt:
            return "hurt";
        case Audience::broke:
            return "broke";
        case Audience::both:
            return "both";
        case Audience::self:
            return "self";
    }
    return "";
}

std::string_view to_word(Rhythm rhythm) {
    switch (rhythm) {
        case Rhythm::none:
            return "";
        case Rhythm::daily:
            return "daily";
        case Rhythm::weekly:
            return "weekly";
    }
    return "";
}

std::string practice_id(const Workbook& workbook, const Card& card, const Exercise& exercise) {
    if (!exercise.uses.empty()) return exercise.uses;
    return workbook.id + '/' + card.id + '/' + exercise.id;
}

}  // namespace rekindle
