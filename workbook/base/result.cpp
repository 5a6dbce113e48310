#include "workbook/base/result.hpp"

#include <fmt/format.h>

namespace rekindle {

std::string to_string(const Error& error) {
    std::string text;
    if (!error.place.file.empty())
        text = fmt::format("{}:{}: ", error.place.file, error.place.line);
    text += error.message;
    if (!error.remedy.empty()) text += ' ' + error.remedy;
    return text;
}

}  // namespace rekindle
