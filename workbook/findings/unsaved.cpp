#include "workbook/findings/unsaved.hpp"

namespace rekindle {

std::string unsaved_in_words(const Unsaved& unsaved) {
    if (!unsaved.day) return "Something that could not be saved";
    return "What could not be saved on " + to_words_with_year(*unsaved.day);
}

}  // namespace rekindle
