#include "workbook/base/result.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rekindle {

std::string to_string(const Error& error) {
    std::string text;
    if (!error.place.file.empty())
        text = fmt::format("{}:{}: ", error.place.file, std::max(error.place.line, 1));
    return text + to_sentence(error);
}

std::string to_sentence(const Error& error) {
    return error.remedy.empty() ? error.message : error.message + ' ' + error.remedy;
}

}  // namespace rekindle
