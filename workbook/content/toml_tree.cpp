#include "workbook/content/toml_tree.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <toml++/toml.h>
#include <unistd.h>
#include <utf8cpp/utf8.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace rekindle {

namespace {

constexpr int deepest = 64;
constexpr std::size_t largest_file = 16U * 1024U * 1024U;

Place place_of(const toml::source_region& source, const std::string& file) {
    return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

TomlTree to_tree(const toml::node& node, std::string key, const std::string& file) {
    TomlTree tree;
    tree.key = std::move(key);
    tree.place = place_of(node.source(), file);
    tree.last_line = static_cast<int>(node.source().end.line);
    if (const toml::table* table = node.as_table()) {
        for (const auto& [name, value] : *table) {
            tree.inner.push_back(to_tree(value, std::string(name.str()), file));
        }
        std::stable_sort(tree.inner.begin(), tree.inner.end(), [](const auto& a, const auto& b) {
            return std::pair(a.place.line, a.place.column) <
                   std::pair(b.place.line, b.place.column);
        });
    } else if (const toml::array* list = node.as_array()) {
        tree.type = TomlTree::Type::list;
        for (const toml::node& value : *list) tree.inner.push_back(to_tree(value, {}, file));
    } else if (const auto* text = node.as_string()) {
        tree.type = TomlTree::Type::text;
        tree.text = text->get();
    } else if (const auto* whole = node.as_integer()) {
        tree.type = TomlTree::Type::whole;
        tree.whole = whole->get();
    } else if (const auto* truth = node.as_boolean()) {
        tree.type = TomlTree::Type::truth;
        tree.truth = truth->get();
    } else {
        tree.type = TomlTree::Type::other;
    }
    return tree;
}

// Walks the text outside of strings and comments and measures how deep it nests: open brackets,
// and dots of one key. Gives the line where it is too deep, or 0.
class DepthGuard {
  public:
    explicit DepthGuard(std::string_view text) : text_(text) {}

    int line_too_deep() {
        while (at_ < text_.size()) {
            step();
            if (open_ > deepest || dots_ > deepest) return line_;
        }
        return 0;
    }

  private:
    void step() {
        const char c = text_[at_];
        if (c == '"' || c == '\'') return skip_string(c);
        if (c == '#') return skip_comment();
        ++at_;
        if (c == '\n') ++line_;
        if (c == '.') ++dots_;
        if (c == '\n' || c == '=' || c == ',') dots_ = 0;
        if (c == '[' || c == '{') ++open_;
        if ((c == ']' || c == '}') && open_ > 0) --open_;
    }

    void skip_comment() {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
    }

    void skip_string(char quote) {
        const std::string three(3, quote);
        const bool many_lines = text_.substr(at_, 3) == three;
        const std::string_view end =
            many_lines ? std::string_view(three) : std::string_view(three).substr(0, 1);
        at_ += end.size();
        while (at_ < text_.size() && text_.substr(at_, end.size()) != end) {
            if (text_[at_] == '\n') {
                if (!many_lines) return;
                ++line_;
            }
            at_ += quote == '"' && text_[at_] == '\\' && !next_is('\n') ? 2 : 1;
        }
        at_ = std::min(text_.size(), at_ + end.size());
    }

    bool next_is(char c) const { return at_ + 1 < text_.size() && text_[at_ + 1] == c; }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    int open_ = 0;
    int dots_ = 0;
};

int line_of(std::string_view text, std::string_view::const_iterator position) {
    return 1 + static_cast<int>(std::count(text.begin(), position, '\n'));
}

Error system_error(const std::string& file, int number) {
    return {ErrorCode::system,
            "The file cannot be read: " + std::generic_category().message(number) + ".",
            "Check that you may read it.",
            {file, 0, 0}};
}

Result<std::string> read_open_file(int opened, const std::string& file) {
    struct stat facts {};
    if (::fstat(opened, &facts) != 0) return fail(system_error(file, errno));
    if (!S_ISREG(facts.st_mode)) {
        return fail(ErrorCode::invalid, "This is not an ordinary file.",
                    "Put a TOML file there, or take it away.", {file, 0, 0});
    }
    std::string text;
    char block[65536];
    while (text.size() <= largest_file) {
        const ssize_t count = ::read(opened, block, sizeof block);
        if (count == 0) return text;
        if (count < 0 && errno != EINTR) return fail(system_error(file, errno));
        if (count > 0) text.append(block, static_cast<std::size_t>(count));
    }
    return fail(ErrorCode::invalid, "The file is larger than 16 MiB.",
                "A workbook is a few hundred lines; look what this file holds.", {file, 0, 0});
}

}  // namespace

const TomlTree* TomlTree::find(std::string_view wanted) const {
    const auto found = std::find_if(inner.begin(), inner.end(),
                                    [wanted](const TomlTree& one) { return one.key == wanted; });
    return found == inner.end() ? nullptr : &*found;
}

Result<TomlTree> parse_toml_tree(std::string_view text, const std::string& file) {
    const auto wrong = utf8::find_invalid(text.begin(), text.end());
    if (wrong != text.end()) {
        return fail(ErrorCode::invalid, "The text from here on is not UTF-8.",
                    "Save the file as UTF-8 in your editor.", {file, line_of(text, wrong), 0});
    }
    if (const int line = DepthGuard(text).line_too_deep()) {
        return fail(ErrorCode::invalid, "The file nests deeper than any workbook.",
                    "Look for a bracket that was not closed.", {file, line, 0});
    }
    try {
        return to_tree(toml::parse(text, file), {}, file);
    } catch (const toml::parse_error& error) {
        return fail(ErrorCode::invalid,
                    "This is not TOML: " + std::string(error.description()) + ".",
                    "Often a quote or a bracket is not closed a line or two above.",
                    place_of(error.source(), file));
    }
}

Result<std::string> read_text(const std::filesystem::path& file) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (opened < 0) return fail(system_error(file.string(), errno));
    Result<std::string> text = read_open_file(opened, file.string());
    ::close(opened);
    return text;
}

}  // namespace rekindle
