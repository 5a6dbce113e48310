#include "workbook/content/practice_sources.hpp"

#include <algorithm>

namespace rekindle {

std::vector<PracticeSource> practice_sources(const Content& content, ExerciseKind kind,
                                             std::string_view id) {
    std::vector<PracticeSource> sources;
    for (const Workbook& workbook : content.workbooks)
        for (const Card& card : workbook.cards)
            for (const Exercise& exercise : card.exercises)
                if (exercise.kind == kind && practice_id(workbook, card, exercise) == id)
                    sources.push_back({&workbook, &card, &exercise});
    return sources;
}

const PracticeSource* nearest_source(const std::vector<PracticeSource>& sources,
                                     std::string_view workbook) {
    if (sources.empty()) return nullptr;
    const auto near = std::find_if(sources.begin(), sources.end(), [&](const PracticeSource& each) {
        return each.workbook->id == workbook;
    });
    return near == sources.end() ? &sources.front() : &*near;
}

}  // namespace rekindle
