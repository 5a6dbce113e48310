#include "workbook/store/passphrase.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <utf8proc.h>

#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "workbook/base/utf8_text.hpp"

namespace rekindle {
namespace {

// The CR of a CR LF behind a line, which nobody types.
std::string_view without_cr(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// The mark that some editors put before a text.
std::string_view without_mark(std::string_view line) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    return line.starts_with(byte_order_mark) ? line.substr(byte_order_mark.size()) : line;
}

struct Composed {
    Secret text;           // its first 1,024 bytes
    bool is_whole = true;  // there are no more
};

// In normal form C, which can be longer than what was typed.
Result<Composed> composed(const Secret& typed) {
    utf8proc_uint8_t* mapped = nullptr;
    const utf8proc_ssize_t size =
        utf8proc_map(typed.data(), static_cast<utf8proc_ssize_t>(typed.size()), &mapped,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (size < 0)
        return fail(ErrorCode::usage, "This passphrase is not UTF-8 text.",
                    "Type it on the keyboard.");
    const auto bytes = static_cast<std::size_t>(size);
    Composed prepared{Secret(std::string_view(reinterpret_cast<const char*>(mapped), bytes)),
                      bytes <= longest_passphrase};
    sodium_memzero(mapped, bytes);
    std::free(mapped);
    return prepared;
}

utf8proc_category_t category_of(char32_t character) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(character));
}

// Signs that no keyboard types and no eye sees: a passphrase with one opens from the file it came
// from and from nowhere else.
bool cannot_be_typed(char32_t character) {
    constexpr char32_t byte_order_mark = 0xFEFF;
    const utf8proc_category_t category = category_of(character);
    return character == byte_order_mark || category == UTF8PROC_CATEGORY_CC ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

// What leaves no mark on paper: blanks of any width, or of none.
bool is_blank(char32_t character) {
    const utf8proc_category_t category = category_of(character);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_CF;
}

std::optional<Error> problem_with_new(const Secret& passphrase) {
    std::size_t characters = 0;
    bool all_blank = true;
    for (std::size_t at = 0; at < passphrase.size(); ++characters) {
        const auto character = next_character(passphrase.view(), at);
        if (!character || cannot_be_typed(*character))
            return Error{ErrorCode::usage,
                         "One character in this passphrase cannot be typed.",
                         "Leave out control characters, such as a tab, and the mark that some "
                         "editors put before a text.",
                         {}};
        all_blank = all_blank && is_blank(*character);
    }
    if (characters >= shortest_passphrase && all_blank)
        return Error{ErrorCode::usage,
                     "A passphrase cannot be made of blanks alone.",
                     "Four or five words that nobody would guess are easy to keep in mind.",
                     {}};
    if (characters >= shortest_passphrase) return std::nullopt;
    return Error{ErrorCode::usage,
                 fmt::format("A passphrase needs {} characters or more.", shortest_passphrase),
                 "Four or five words that nobody would guess are easy to keep in mind.",
                 {}};
}

}  // namespace

Result<Secret> prepare_new_passphrase(const Secret& typed) {
    auto prepared = composed(Secret(without_cr(typed.view())));
    if (!prepared) return fail(prepared.error());
    // Cut, it would open here and nowhere else.
    if (!prepared->is_whole)
        return fail(ErrorCode::usage, "This passphrase is longer than 1,024 bytes.",
                    "Take a shorter one; a dozen words are more than enough.");
    if (auto problem = problem_with_new(prepared->text)) return fail(*std::move(problem));
    return std::move(prepared->text);
}

Result<std::vector<PassphraseForm>> forms_of_passphrase(const Secret& typed) {
    const std::string_view line = without_mark(without_cr(typed.view()));
    auto prepared = composed(Secret(line));
    if (!prepared) return fail(prepared.error());
    std::vector<PassphraseForm> forms;
    forms.push_back({std::move(prepared->text), !prepared->is_whole});
    if (line == typed.view()) return forms;
    auto whole = composed(typed);
    if (!whole) return fail(whole.error());
    forms.push_back({std::move(whole->text), true});
    return forms;
}

}  // namespace rekindle
