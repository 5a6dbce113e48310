// Where on the cards a list, ledger, ritual or plan is shown: the same one may stand on several.
#pragma once

#include <string_view>
#include <vector>

#include "workbook/content/workbook.hpp"

namespace rekindle {

struct PracticeSource {
    const Workbook* workbook;
    const Card* card;
    const Exercise* exercise;
};

// The cards that show the practice `id` of this kind, in the order of the content; empty where the
// content does not know it (any more). The pointers are valid while the content lives.
std::vector<PracticeSource> practice_sources(const Content& content, ExerciseKind kind,
                                             std::string_view id);

// The one to go to from elsewhere: on a card of `workbook` where there is one, else the first.
// Nothing where there is none.
const PracticeSource* nearest_source(const std::vector<PracticeSource>& sources,
                                     std::string_view workbook);

}  // namespace rekindle
