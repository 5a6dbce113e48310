#include "workbook/exchange/html.hpp"

#include <fmt/format.h>

#include "workbook/exchange/readable.hpp"

namespace rekindle {
namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Journal</title>
<style>
body { max-width: 42em; margin: 2em auto; padding: 0 1em; color: #26242b; background: #f5f2ec;
  font: 16px/1.45 Inter, sans-serif; }
h2 { margin-top: 2em; border-bottom: 1px solid #ddd6ca; }
h3 { margin-top: 1.5em; }
h4 { margin-bottom: 0.3em; color: #6b6672; }
blockquote { margin: 0.5em 0; padding: 0.6em 1em; border-radius: 9px; background: #ffffff;
  white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { body { background: none; } h3 { break-after: avoid; } }
</style>
</head>
<body>
)";

std::string escaped_html(std::string_view text) {
    std::string out;
    for (const char c : readable(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string_view tag_of(Block::Kind kind) {
    switch (kind) {
        case Block::Kind::title:
            return "h1";
        case Block::Kind::chapter:
            return "h2";
        case Block::Kind::section:
            return "h3";
        case Block::Kind::subsection:
            return "h4";
        case Block::Kind::item:
            return "li";
        case Block::Kind::words:
            return "blockquote";
        case Block::Kind::paragraph:
            break;
    }
    return "p";
}

}  // namespace

std::string to_html(const std::vector<Block>& report) {
    std::string page{head};
    bool in_list = false;
    for (const Block& block : report) {
        const bool is_item = block.kind == Block::Kind::item;
        if (is_item != in_list) page += is_item ? "<ul>\n" : "</ul>\n";
        in_list = is_item;
        // Each in its own direction: a line of Hebrew does not turn the page round.
        page += fmt::format("<{0} dir=\"auto\">{1}</{0}>\n", tag_of(block.kind),
                            escaped_html(block.text));
    }
    if (in_list) page += "</ul>\n";
    page += "</body>\n</html>\n";
    return page;
}

}  // namespace rekindle
