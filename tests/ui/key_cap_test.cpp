#include "app/frame/key_cap.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace rekindle::app::key_cap_test {
namespace {

// What the key means without Shift and with it.
struct Row {
    const char* what;
    KeyCap cap;
    std::optional<MeantKey> alone;
    std::optional<MeantKey> with_shift;
};

constexpr std::nullopt_t nothing = std::nullopt;
MeantKey means(Key key) { return {key, false}; }
MeantKey shift(Key key) { return {key, true}; }
KeyCap cap(char place, char32_t plain, char32_t shifted, char latin = 0) {
    return {place, plain, shifted, latin};
}

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(meant_key(row.cap, false) == row.alone);
        CHECK(meant_key(row.cap, true) == row.with_shift);
    }
}

}  // namespace

TEST_CASE("keys: letters of Latin keyboards go by what is printed, wherever it is") {
    check({
        {"us z", cap('z', 'z', 'Z'), means(Key::z), shift(Key::z)},
        {"German z, at the American y", cap('y', 'z', 'Z'), means(Key::z), shift(Key::z)},
        {"German y, at the American z", cap('z', 'y', 'Y'), means(Key::y), shift(Key::y)},
        {"French a, at the American q", cap('q', 'a', 'A'), means(Key::a), shift(Key::a)},
        {"French w, at the American z", cap('z', 'w', 'W'), nothing, nothing},
        {"Dvorak l, at the American p", cap('p', 'l', 'L'), means(Key::l), shift(Key::l)},
        {"Dvorak ;, at the American z", cap('z', ';', ':'), nothing, nothing},
        {"Turkish F x, at the American ;", cap(';', 'x', 'X'), means(Key::x), shift(Key::x)},
    });
}

TEST_CASE("keys: a Latin letter with an accent is not the one that an American has there") {
    check({
        {"Bépo à", cap('z', U'à', U'À'), nothing, nothing},
        {"Bépo y", cap('x', 'y', 'Y'), means(Key::y), shift(Key::y)},
        {"Neo ü", cap('z', U'ü', U'Ü'), nothing, nothing},
        {"Turkish F ı", cap('a', U'ı', 'I'), nothing, nothing},
        {"Hungarian ö, where others have 0", cap('0', U'ö', U'Ö'), nothing, nothing},
        {"Latvian ergonomic ļ", cap('x', U'ļ', U'Ļ'), nothing, nothing},
        {"Vietnamese ă on 1, nothing known of Shift's", cap('c', U'ă', 0), nothing, nothing},
    });
}

TEST_CASE("keys: letters of other scripts mean the Latin letter of the same key") {
    check({
        {"Russian я", cap('z', U'я', U'Я'), means(Key::z), shift(Key::z)},
        {"Greek ζ", cap('z', U'ζ', U'Ζ'), means(Key::z), shift(Key::z)},
        {"Hebrew ז", cap('z', U'ז', 0), means(Key::z), shift(Key::z)},
        {"Arabic ئ", cap('z', U'ئ', U'~'), means(Key::z), shift(Key::z)},
        {"Thai digit row", cap('1', U'ๅ', '+'), means(Key::digit_1), shift(Key::digit_1)},
        {"Persian 0", cap('0', U'۰', U')'), means(Key::digit_0), shift(Key::digit_0)},
        {"Russian beside German", cap('z', U'я', U'Я', 'y'), means(Key::y), shift(Key::y)},
        {"Greek q place", cap('q', U';', U':'), nothing, nothing},
        {"Russian п", cap('g', U'п', U'П'), nothing, nothing},
    });
}

TEST_CASE("keys: digits and signs go by what is printed, with Shift or above something else") {
    check({
        {"us 0", cap('0', '0', ')'), means(Key::digit_0), shift(Key::digit_0)},
        {"us =", cap('=', '=', '+'), means(Key::plus), means(Key::plus)},
        {"us -", cap('-', '-', '_'), means(Key::minus), shift(Key::minus)},
        {"German +", cap(']', '+', '*'), means(Key::plus), shift(Key::plus)},
        {"German -", cap('/', '-', '_'), means(Key::minus), shift(Key::minus)},
        {"German 0, = above", cap('0', '0', '='), means(Key::digit_0), means(Key::plus)},
        {"Swiss 1, + above", cap('1', '1', '+'), means(Key::digit_1), means(Key::plus)},
        {"French à, 0 above", cap('0', U'à', '0'), means(Key::digit_0), means(Key::digit_0)},
        {"French &, 1 above", cap('1', '&', '1'), means(Key::digit_1), means(Key::digit_1)},
        {"French -, 6 above", cap('6', '-', '6'), means(Key::minus), nothing},
        {"French =, + above", cap('=', '=', '+'), means(Key::plus), means(Key::plus)},
        {"Bépo +, 7 above", cap('7', '+', '7'), means(Key::plus), nothing},
        {"Bépo -, 8 above", cap('8', '-', '8'), means(Key::minus), nothing},
        {"Bépo *, 0 above", cap('0', '*', '0'), means(Key::digit_0), means(Key::digit_0)},
        {"Bépo =, at the American -", cap('-', '=', U'°'), means(Key::plus), shift(Key::plus)},
        {"Czech +, 1 above", cap('1', '+', '1'), means(Key::plus), means(Key::digit_1)},
        {"Czech ě, 2 above", cap('2', U'ě', '2'), means(Key::digit_2), means(Key::digit_2)},
        {"Czech =, at the American -", cap('-', '=', '%'), means(Key::plus), shift(Key::plus)},
        {"Programmer Dvorak &, % above", cap('1', '&', '%'), nothing, nothing},
        {"Programmer Dvorak (, 1 above", cap('5', '(', '1'), means(Key::digit_1),
         means(Key::digit_1)},
        {"Hungarian 0, before 1", cap('`', '0', U'§'), means(Key::digit_0), shift(Key::digit_0)},
    });
}

TEST_CASE("keys: where only the plain signs are known, they alone decide") {
    check({
        {"French à", cap('0', U'à', 0), nothing, nothing},
        {"French -", cap('6', '-', 0), means(Key::minus), shift(Key::minus)},
        {"Czech +", cap('1', '+', 0), means(Key::plus), shift(Key::plus)},
        {"us 1", cap('1', '1', 0), means(Key::digit_1), shift(Key::digit_1)},
    });
}

TEST_CASE("keys: a dead key does nothing but wait for its letter") {
    check({
        {"German acute, at the American =", cap('=', 0, 0xfffd), nothing, nothing},
        {"the same with nothing known of Shift", cap('=', 0, 0), nothing, nothing},
        {"a dead key at a letter's place", cap('z', 0, 0), nothing, nothing},
    });
}

}  // namespace rekindle::app::key_cap_test
