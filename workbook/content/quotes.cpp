#include "workbook/content/quotes.hpp"

namespace rekindle {
namespace {

bool ends_with_one_of_these(std::string_view text) {
    for (const std::string_view mark :
         {" ", "\n", "\t", "(", "[", "\u2013", "\u2014", "\u201C", "\u2018"})
        if (text.ends_with(mark)) return true;
    return text.empty();
}

}  // namespace

std::string with_curly_quotes(std::string_view text) {
    std::string curly;
    curly.reserve(text.size() + 16);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool opens = ends_with_one_of_these(curly);
        const bool before_figure =
            at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
        if (c == '"')
            curly += opens ? "\u201C" : "\u201D";
        else if (c == '\'')
            curly += opens && !before_figure ? "\u2018" : "\u2019";
        else
            curly += c;
    }
    return curly;
}

}  // namespace rekindle
