#include "workbook/exchange/readable.hpp"

namespace rekindle {

std::string readable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\r') {
            if (i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
        } else if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f) {
            out += "\xEF\xBF\xBD";
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace rekindle
