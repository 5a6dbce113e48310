#include "workbook/exchange/markdown.hpp"

#include <algorithm>
#include <string_view>

#include "workbook/exchange/readable.hpp"

namespace rekindle {
namespace {

// A backslash before punctuation is always allowed and never shown. Inside a line only what can
// mean something there is escaped, so that the source stays readable.
std::string escaped_markdown(std::string_view line) {
    constexpr std::string_view anywhere = "\\`*_[]<>&|~";
    constexpr std::string_view at_a_start = "#+-=.)";
    std::string out;
    bool at_start = true;  // still among digits and signs that could begin a list or a heading
    for (const char c : line) {
        const bool digit = c >= '0' && c <= '9';
        if (anywhere.find(c) != std::string_view::npos ||
            (at_start && at_a_start.find(c) != std::string_view::npos))
            out += '\\';
        out += c;
        if (!digit) at_start = false;
    }
    return out;
}

// Spaces and tabs at the start of a line would make it code.
std::string_view without_indent(std::string_view line) {
    const std::size_t start = line.find_first_not_of(" \t");
    return start == std::string_view::npos ? std::string_view{} : line.substr(start);
}

std::string quotation(std::string_view text) {
    const std::string words = readable(text);
    std::string out;
    std::size_t start = 0;
    while (start <= words.size()) {
        const std::size_t end = std::min(words.find('\n', start), words.size());
        const std::string_view line = std::string_view(words).substr(start, end - start);
        const std::string_view said = without_indent(line);
        out += said.empty() ? ">" : "> " + escaped_markdown(said);
        if (end < words.size() && !said.empty()) out += "  ";  // keeps the line break
        out += '\n';
        start = end + 1;
    }
    return out;
}

std::string on_one_line(std::string_view text) {
    std::string line = readable(text);
    for (char& c : line)
        if (c == '\n' || c == '\t') c = ' ';
    return escaped_markdown(without_indent(line));
}

std::string to_markdown(const Block& block) {
    using Kind = Block::Kind;
    switch (block.kind) {
        case Kind::title:
            return "# " + on_one_line(block.text) + "\n";
        case Kind::chapter:
            return "## " + on_one_line(block.text) + "\n";
        case Kind::section:
            return "### " + on_one_line(block.text) + "\n";
        case Kind::subsection:
            return "#### " + on_one_line(block.text) + "\n";
        case Kind::item:
            return "- " + on_one_line(block.text) + "\n";
        case Kind::words:
            return quotation(block.text);
        case Kind::paragraph:
            break;
    }
    return on_one_line(block.text) + "\n";
}

}  // namespace

std::string to_markdown(const std::vector<Block>& report) {
    std::string text;
    const Block* before = nullptr;
    for (const Block& block : report) {
        const bool same_list =
            before && before->kind == Block::Kind::item && block.kind == Block::Kind::item;
        if (before && !same_list) text += '\n';
        // Two quotations in a row would become one.
        if (before && before->kind == Block::Kind::words && block.kind == Block::Kind::words)
            text += "<!-- -->\n\n";
        text += to_markdown(block);
        before = &block;
    }
    return text;
}

}  // namespace rekindle
