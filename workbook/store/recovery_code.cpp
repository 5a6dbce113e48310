#include "workbook/store/recovery_code.hpp"

#include <sodium.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "workbook/base/utf8_text.hpp"

namespace rekindle {
namespace {

constexpr std::string_view signs = "abcdefghijkmnpqrstuvwxyz23456789";
constexpr std::size_t length = 30;
constexpr std::size_t group = 5;
constexpr std::size_t random_signs = length - check_signs_of_code;

// The generator of the code is (z + a)(z + a²) = z² + 6z + 8, where a = 2, a² = 4 and a³ = 8.
constexpr unsigned generator_middle = 6;
constexpr unsigned generator_last = 8;

// In GF(32): shift and add, reduced by x^5 + x^2 + 1.
constexpr unsigned times(unsigned left, unsigned right) {
    unsigned product = 0;
    for (; right != 0; right >>= 1) {
        if (right & 1) product ^= left;
        left <<= 1;
        if (left & 32) left ^= 0b100101;
    }
    return product;
}
static_assert(times(2, 4) == generator_last && (0x2 ^ 0x4) == generator_middle);
static_assert(times(16, 2) == 0b101);

unsigned value_of(char sign) { return static_cast<unsigned>(signs.find(sign)); }

// What is left when the signs, times z², are divided by the generator: its two check signs.
std::array<char, check_signs_of_code> check_signs_for(std::string_view first) {
    unsigned high = 0, low = 0;
    for (const char sign : first) {
        const unsigned next = value_of(sign) ^ high;
        high = low ^ times(next, generator_middle);
        low = times(next, generator_last);
    }
    return {signs[high], signs[low]};
}

bool check_fits(std::string_view code) {
    const auto check = check_signs_for(code.substr(0, random_signs));
    return std::equal(check.begin(), check.end(), code.begin() + random_signs);
}

// Small, and of the usual width: a keyboard for Chinese or Japanese types letters as wide as its
// other signs. 0 for what is no ASCII.
char plain_sign(char32_t character) {
    constexpr char32_t first_wide = 0xFF01, last_wide = 0xFF5E, from_wide = 0xFF01 - U'!';
    if (character >= first_wide && character <= last_wide) character -= from_wide;
    if (character >= 0x80) return '\0';
    const char sign = static_cast<char>(character);
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
}

bool is_figure(char sign) { return sign >= '0' && sign <= '9'; }
bool is_letter_or_figure(char sign) { return is_figure(sign) || (sign >= 'a' && sign <= 'z'); }

// Dashes of any kind, the minus, the soft hyphen; blanks of any kind, line ends, and what has no
// width; and the dots, strokes and quotation marks that come along from a note or a list.
bool separates(char32_t character) {
    switch (character) {
        case '\t':
        case '\n':
        case '\v':
        case '\f':
        case '\r':
        case 0x85:    // next line
        case 0xAD:    // soft hyphen
        case 0x2043:  // hyphen bullet
        case 0x2212:  // minus
        case 0x02D7:  // modifier minus
        case 0x200B:  // spaces of no width, and the byte order mark
        case 0x2060:
        case 0xFEFF:
            return true;
        default:
            break;
    }
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
        case UTF8PROC_CATEGORY_PC:
        case UTF8PROC_CATEGORY_PD:
        case UTF8PROC_CATEGORY_PS:
        case UTF8PROC_CATEGORY_PE:
        case UTF8PROC_CATEGORY_PI:
        case UTF8PROC_CATEGORY_PF:
        case UTF8PROC_CATEGORY_PO:
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return true;
        default:
            return false;
    }
}

// Letters and figures alone, and how they were grouped.
struct Stripped {
    Secret text;
    bool is_plain = true;    // there was nothing but letters, figures and what separates them
    std::size_t groups = 0;  // as they were separated
    std::size_t groups_of_five = 0;
};

Stripped strip(std::string_view typed) {
    Stripped stripped;
    std::size_t begin = 0;
    const auto end_group = [&] {
        if (stripped.text.size() == begin) return;
        ++stripped.groups;
        if (stripped.text.size() - begin == group) ++stripped.groups_of_five;
        begin = stripped.text.size();
    };
    for (std::size_t at = 0; at < typed.size();) {
        const auto character = next_character(typed, at);
        if (!character) {
            stripped.is_plain = false;
            break;
        }
        const char sign = plain_sign(*character);
        if (is_letter_or_figure(sign))
            stripped.text.append({&sign, 1});
        else if (separates(*character))
            end_group();
        else
            stripped.is_plain = false;
    }
    end_group();
    return stripped;
}

// What comes after the words before it, in a note or where it was printed: "Recovery code: …".
std::string_view without_heading(std::string_view typed) {
    constexpr std::string_view heading = "recoverycode";
    std::size_t met = 0;
    for (std::size_t at = 0; at < typed.size() && met < heading.size();) {
        const auto character = next_character(typed, at);
        if (!character) return typed;
        if (plain_sign(*character) == heading[met])
            ++met;
        else if (!separates(*character))
            return typed;
        if (met == heading.size()) return typed.substr(at);
    }
    return typed;
}

// Of five signs of a code three in four groups have letters and figures both; of words hardly any.
std::size_t mixed_fives(std::string_view text) {
    std::size_t mixed = 0;
    for (std::size_t at = 0; at < text.size(); at += group) {
        const std::string_view five = text.substr(at, group);
        const auto figures = static_cast<std::size_t>(
            std::count_if(five.begin(), five.end(), [](char sign) { return is_figure(sign); }));
        if (figures > 0 && figures < five.size()) ++mixed;
    }
    return mixed;
}

bool reads_like_a_code(const Stripped& stripped, std::size_t others) {
    constexpr std::size_t slips = 4;  // too many or too few
    constexpr std::size_t most_others = 3;
    const std::size_t size = stripped.text.size();
    const bool in_fives = stripped.groups_of_five * 2 >= stripped.groups;
    // In groups it can lack a whole one, have one twice, or be pasted twice.
    const bool is_grouped = in_fives && stripped.groups > 2;
    const std::size_t least = is_grouped ? length - group : length - slips;
    const std::size_t most = is_grouped ? 2 * length : length + slips;
    if (!stripped.is_plain || size < least || size > most) return false;
    return (in_fives || stripped.groups <= 2) && others <= most_others &&
           mixed_fives(stripped.text.view()) >= 2;
}

}  // namespace

Secret make_recovery_code() {
    Secret whole;
    for (std::size_t i = 0; i < random_signs; ++i)
        whole.append(signs.substr(randombytes_uniform(signs.size()), 1));
    auto check = check_signs_for(whole.view());
    whole.append({check.data(), check.size()});
    Secret code;
    for (std::size_t at = 0; at < length; at += group) {
        if (at > 0) code.append("-");
        code.append(whole.view().substr(at, group));
    }
    return code;
}

TypedCode read_recovery_code(std::string_view typed) {
    Stripped stripped = strip(without_heading(typed));
    const std::string_view text = stripped.text.view();
    const auto others =
        static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char sign) {
            return signs.find(sign) == std::string_view::npos;
        }));
    TypedCode read;
    read.signs = text.size();
    read.has_other = others > 0;
    read.is_like_a_code = reads_like_a_code(stripped, others);
    if (!stripped.is_plain || others > 0 || text.size() != length) return read;
    read.check_fits = check_fits(text);
    read.is_like_a_code = read.is_like_a_code || read.check_fits;
    read.code = std::move(stripped.text);
    return read;
}

}  // namespace rekindle
