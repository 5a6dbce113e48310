#include "workbook/files/toml_guard.hpp"

#include <algorithm>
#include <vector>

#include "workbook/base/utf8_text.hpp"
#include "workbook/files/file.hpp"

namespace rekindle {
namespace {

// Walks over a document as far as needed to tell structure from texts and comments. Where the
// document is not TOML at all it may take one for the other, but only behind the place where the
// parser stops anyway.
class DepthGuard {
  public:
    explicit DepthGuard(std::string_view text) : text_(text) {}

    // The offset at which the document becomes too deep.
    std::optional<std::size_t> too_deep_at() {
        while (at_ < text_.size()) {
            step();
            if (depth_ > deepest_text) return at_;
        }
        return std::nullopt;
    }

  private:
    void step() {
        switch (text_[at_]) {
            case '"':
            case '\'':
                skip_text(text_[at_]);
                return;
            case '#':
                at_ = std::min(text_.find('\n', at_), text_.size());
                return;
            case '[':
            case '{':
                ++depth_;
                dots_.push_back(0);
                break;
            case ']':
            case '}':
                close();
                break;
            case '.':
                ++depth_;
                ++dots_.back();
                break;
            case ',':
            case '\n':
                end_key();
                break;
            default:
                break;
        }
        ++at_;
    }

    void close() {
        end_key();
        if (dots_.size() == 1) return;
        dots_.pop_back();
        --depth_;
    }

    // The dots of a key count for all that its value nests, so they end with the value.
    void end_key() {
        depth_ -= dots_.back();
        dots_.back() = 0;
    }

    void skip_text(char quote) {
        const std::string three(3, quote);
        const bool multi_line = text_.substr(at_, 3) == three;
        at_ += multi_line ? 3 : 1;
        while (at_ < text_.size()) {
            if (quote == '"' && text_[at_] == '\\') {
                at_ = std::min(at_ + 2, text_.size());
            } else if (multi_line && text_.substr(at_, 3) == three) {
                at_ += 3;
                return;
            } else if (!multi_line && (text_[at_] == quote || text_[at_] == '\n')) {
                at_ += text_[at_] == quote ? 1 : 0;
                return;
            } else {
                ++at_;
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::vector<int> dots_{0};  // of the key being read, for each open bracket
};

Place place_at(std::string_view text, std::size_t offset, const std::string& file) {
    const std::string_view before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t start = before.rfind('\n');
    const std::size_t column = start == std::string_view::npos ? offset + 1 : offset - start;
    return {file, static_cast<int>(line), static_cast<int>(column)};
}

}  // namespace

std::optional<Error> refuse_dangerous_toml(std::string_view text, const std::string& file,
                                           std::uintmax_t most) {
    if (text.size() > most)
        return Error{ErrorCode::invalid, "This file is larger than 16 MiB.", {}, {file, 1, 1}};
    const std::size_t broken = find_not_utf8(text);
    if (broken != std::string_view::npos)
        return Error{ErrorCode::invalid, "This is not a text in UTF-8.",
                     "The file may be damaged, or an editor saved it in another encoding.",
                     place_at(text, broken, file)};
    if (const auto offset = DepthGuard{text}.too_deep_at())
        return too_deep(place_at(text, *offset, file));
    return std::nullopt;
}

Error too_deep(Place place) {
    return {ErrorCode::invalid, "This is nested more than 64 levels deep.",
            "No file of a journal is; it may be damaged.", std::move(place)};
}

}  // namespace rekindle
