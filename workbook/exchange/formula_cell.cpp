#include "workbook/exchange/formula_cell.hpp"

namespace rekindle {
namespace {

bool begins_like_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos &&
           std::string_view{"=+-@\t\r"}.find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string to_text_cell(std::string_view text) {
    return begins_like_formula(text) ? '\'' + std::string{text} : std::string{text};
}

std::string from_text_cell(std::string_view cell) {
    const bool guarded = cell.starts_with('\'') && begins_like_formula(cell);
    return std::string{cell.substr(guarded ? 1 : 0)};
}

}  // namespace rekindle
