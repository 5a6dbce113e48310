// How long a function may be and how much it may be handed. Every function of the program is held
// against it.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/source_folder.hpp"

namespace function_size_test {

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

constexpr int most_lines = 60;  // from the line of its name to that of its last brace
constexpr int most_parameters = 6;

struct Token {
    std::string_view text;  // a word, a number, or one sign; `""` for what stands in quotes
    int line = 0;
};
using Tokens = std::vector<Token>;

bool is_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Steps over one token, a blank or a comment; counts lines.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    Tokens read() {
        while (at_ < text_.size()) step();
        return std::move(tokens_);
    }

  private:
    bool is_at(std::string_view what) const { return text_.substr(at_).starts_with(what); }

    void go_to(std::size_t end) {
        end = std::min(end, text_.size());
        line_ +=
            static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                        text_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
        at_ = end;
    }

    void go_behind(std::string_view what, std::size_t from) {
        const std::size_t found = text_.find(what, from);
        go_to(found == std::string_view::npos ? found : found + what.size());
    }

    void take(std::size_t end) {
        tokens_.push_back({text_.substr(at_, end - at_), line_});
        go_to(end);
    }

    void take_quoted(char quote) {
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != quote) end += text_[end] == '\\' ? 2 : 1;
        tokens_.push_back({"\"\"", line_});
        go_to(end + 1);
    }

    // A directive, with the lines that it goes on in.
    void skip_directive() {
        std::size_t end = text_.find('\n', at_);
        while (end != std::string_view::npos && text_[end - 1] == '\\')
            end = text_.find('\n', end + 1);
        go_to(end);
    }

    void step() {
        const char c = text_[at_];
        if (std::isspace(static_cast<unsigned char>(c)) != 0) return go_to(at_ + 1);
        if (is_at("//")) return go_to(text_.find('\n', at_));
        if (is_at("/*")) return go_behind("*/", at_ + 2);
        if (c == '#') return skip_directive();
        if (is_at("R\"")) {
            const std::size_t open = text_.find('(', at_);
            const std::string end = ')' + std::string(text_.substr(at_ + 2, open - at_ - 2)) + '"';
            tokens_.push_back({"\"\"", line_});
            return go_behind(end, open);
        }
        if (c == '"' || c == '\'') return take_quoted(c);
        if (!is_of_word(c)) return take(at_ + 1);
        const bool number = std::isdigit(static_cast<unsigned char>(c)) != 0;
        std::size_t end = at_ + 1;
        while (end < text_.size() && (is_of_word(text_[end]) || (number && text_[end] == '\'')))
            ++end;
        take(end);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    Tokens tokens_;
};

class Sizes {
  public:
    Sizes(std::string path, std::string_view text)
        : path_(std::move(path)), tokens_(Reader(text).read()) {}

    // The functions that are too long or are handed too much, each as `path:line: reason`.
    Names too_large() const {
        Names found;
        for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
            if (text(i + 1) != "(" || !can_be_name(i)) continue;
            const std::size_t close = end_of(i + 1);
            const auto body = body_after(close);
            if (!body) continue;
            const int parameters = parameters_in(i + 1, close);
            const int lines = line(end_of(*body)) - line(i) + 1;
            const std::string place = path_ + ':' + std::to_string(line(i)) + ": ";
            const std::string name{text(i)};
            if (parameters > most_parameters)
                found.push_back(place + name + " has " + std::to_string(parameters) +
                                " parameters");
            if (lines > most_lines)
                found.push_back(place + name + " is " + std::to_string(lines) + " lines long");
        }
        return found;
    }

  private:
    std::string_view text(std::size_t i) const {
        return i < tokens_.size() ? tokens_[i].text : std::string_view{};
    }
    int line(std::size_t i) const { return tokens_[std::min(i, tokens_.size() - 1)].line; }
    bool is_word(std::size_t i) const { return !text(i).empty() && is_of_word(text(i).front()); }

    // What is written for a library to call back is a lambda, and has the shape it asks for.
    bool can_be_name(std::size_t i) const {
        constexpr std::array<std::string_view, 15> others{
            "if",      "for",           "while",    "switch",    "catch",
            "return",  "sizeof",        "decltype", "alignof",   "alignas",
            "defined", "static_assert", "noexcept", "constexpr", "requires"};
        return is_word(i) && std::find(others.begin(), others.end(), text(i)) == others.end();
    }

    // For each bracket that opens, where it closes.
    std::vector<std::size_t> find_ends() const {
        std::vector<std::size_t> ends(tokens_.size(), tokens_.size());
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const char sign = text(i).front();
            if (sign == '(' || sign == '[' || sign == '{') open.push_back(i);
            if ((sign != ')' && sign != ']' && sign != '}') || open.empty()) continue;
            ends[open.back()] = i;
            open.pop_back();
        }
        return ends;
    }
    std::size_t end_of(std::size_t open) const { return ends_[open]; }

    int parameters_in(std::size_t open, std::size_t close) const {
        if (close == open + 1) return 0;
        int depth = 0;
        int count = 1;
        for (std::size_t i = open + 1; i < close; ++i) {
            const std::string_view sign = text(i);
            if (sign == "(" || sign == "[" || sign == "{" || sign == "<") ++depth;
            const bool arrow = sign == ">" && text(i - 1) == "-";
            if (sign == ")" || sign == "]" || sign == "}" || (sign == ">" && !arrow)) --depth;
            if (sign == "," && depth == 0) ++count;
        }
        return count;
    }

    // The brace that opens the body, behind the parameters that close at `close`; none where this
    // is a call or a declaration.
    std::optional<std::size_t> body_after(std::size_t close) const {
        std::size_t i = close + 1;
        while (text(i) == "const" || text(i) == "noexcept" || text(i) == "override" ||
               text(i) == "final" || text(i) == "&")
            ++i;
        if (text(i) == "-" && text(i + 1) == ">")
            while (i < tokens_.size() && text(i) != "{" && text(i) != ";") ++i;
        if (text(i) == ":") return body_behind_members(i + 1);
        return text(i) == "{" ? std::optional(i) : std::nullopt;
    }

    // The same behind what a constructor gives its members.
    std::optional<std::size_t> body_behind_members(std::size_t i) const {
        while (i < tokens_.size()) {
            const std::string_view sign = text(i);
            if (sign == ";" || sign == ")" || sign == "}") return std::nullopt;
            const bool of_member = is_word(i - 1) || text(i - 1) == ">";
            if (sign == "{" && !of_member) return i;
            const bool opens = sign == "(" || sign == "[" || sign == "{";
            i = (opens ? end_of(i) : i) + 1;
        }
        return std::nullopt;
    }

    std::string path_;
    Tokens tokens_;
    std::vector<std::size_t> ends_ = find_ends();
};

Names too_large(const std::string& text) { return Sizes("x.cpp", text).too_large(); }

std::string of_lines(int lines) {
    std::string text = "int sum(int a) {\n";
    for (int i = 2; i < lines; ++i) text += "    ++a;\n";
    return text + "}\n";
}

std::string read(const fs::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("function size: none is longer than 60 lines or has more than six parameters") {
    const fs::path root = rekindle::tests::source_folder();
    std::size_t files = 0;
    for (const char* folder : {"app", "workbook"})
        for (const auto& entry : fs::recursive_directory_iterator{root / folder}) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
            ++files;
            const std::string path = fs::relative(entry.path(), root).string();
            for (const auto& found : Sizes(path, read(entry.path())).too_large()) FAIL_CHECK(found);
        }
    CHECK(files > 20);
}

TEST_CASE("function size: one that is handed too much is named with its line") {
    for (const char* text :
         {"\nvoid draw(int a, int b, int c, int d, int e, int f, int g) {}",
          "\nint draw(A<int, int> a, B b, C c,\n D d, E e, F f, G g) const noexcept { return 1; }",
          "\nauto draw(int a, int b = f(1, 2), int c, int d, int e, int f, int g) -> A<B> {}",
          "\ndraw::draw(int a, int b, int c, int d, int e, int f, int g) : a_(a), b_{b} {}"}) {
        CAPTURE(text);
        CHECK(too_large(text) == Names{"x.cpp:2: draw has 7 parameters"});
    }
}

TEST_CASE("function size: one that is too long is named with its length") {
    CHECK(too_large(of_lines(60)).empty());
    CHECK(too_large(of_lines(61)) == Names{"x.cpp:1: sum is 61 lines long"});
    CHECK(too_large("struct A {\n" + of_lines(61) + "};\n") ==
          Names{"x.cpp:2: sum is 61 lines long"});
}

TEST_CASE("function size: what is no function, or small, is let through") {
    for (const char* text :
         {"void draw(int a, int b, int c, int d, int e, int f) {}",
          "void draw(A<int, int, int> a, std::function<void(int, int)> b, int c, int d, int e) {}",
          "int a = f(1, 2, 3, 4, 5, 6, 7);", "void f() { if (g(1, 2, 3, 4, 5, 6, 7)) { h(); } }",
          "void f() { auto a = b ? g(1, 2, 3, 4, 5, 6, 7) : A{1}; }",
          "auto listener = [](int a, int b, int c, int d, int e, int f, int g) { h(); };",
          "// void draw(int a, int b, int c, int d, int e, int f, int g) {}",
          "#define DRAW(a, b, c, d, e, f, g) \\\n {}",
          "const char* text = \"draw(a, b, c, d, e, f, g) {\";",
          "const char* text = R\"(draw(a, b, c, d, e, f, g) {)\";"}) {
        CAPTURE(text);
        CHECK(too_large(text).empty());
    }
}

}  // namespace function_size_test
