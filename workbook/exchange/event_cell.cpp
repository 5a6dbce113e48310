#include "workbook/exchange/event_cell.hpp"

#include "workbook/exchange/table_cells.hpp"

namespace rekindle {
namespace {

std::string escaped_event(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';') out += '\\';
        out += c;
    }
    return out;
}

// Takes one event's words, unescaped, off the front of the cell, with the semicolon behind them.
std::optional<std::string> take_words(std::string_view& cell) {
    std::string words;
    while (!cell.empty() && cell.front() != ';') {
        if (cell.front() == '\\') {
            cell.remove_prefix(1);
            if (cell.empty() || (cell.front() != '\\' && cell.front() != ';')) return std::nullopt;
        }
        words += cell.front();
        cell.remove_prefix(1);
    }
    if (!cell.empty()) cell.remove_prefix(1);
    return words;
}

// The kind as people write it in a spreadsheet, which likes to begin a cell with a capital.
std::optional<EventKind> kind_in(std::string_view word) {
    return parse_event_kind(lower_ascii(trimmed_cell(word)));
}

}  // namespace

std::string to_event_cell(const std::vector<Event>& events) {
    std::string cell;
    for (const Event& event : events) {
        if (!cell.empty()) cell += "; ";
        cell += to_word(event.kind);
        if (!event.text.empty()) cell += ':' + escaped_event(event.text);
    }
    return cell;
}

std::optional<std::vector<Event>> parse_event_cell(std::string_view cell) {
    std::vector<Event> events;
    while (!cell.empty()) {
        const auto words = take_words(cell);
        if (!words) return std::nullopt;
        const std::size_t colon = words->find(':');
        const auto kind = kind_in(std::string_view(*words).substr(0, colon));
        if (!kind) return std::nullopt;
        events.push_back({*kind, colon == std::string::npos ? "" : words->substr(colon + 1)});
        if (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
    }
    return events;
}

}  // namespace rekindle
