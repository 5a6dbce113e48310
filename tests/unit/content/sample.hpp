// A small workbook without a flaw, and the means to put exactly one into it.
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tests/support/temporary_folder.hpp"

namespace rekindle::sample {

// As many words as asked for.
inline std::string words(int count) {
    std::string text = "Calm";
    for (int i = 1; i < count; ++i) text += i % 2 == 1 ? " and" : " calm";
    return text;
}

inline std::string workbook() {
    return R"(format = 1
id = "small"
title = "Small"
about = "A workbook for a test, with a single card in it."
for = "both"

[[card]]
id = "first"
title = "First"
summary = "One line."
guidance = """
)" + words(60) +
           ".\n\n" + words(60) + R"( in a second paragraph."""
for = "hurt"

[[card.scale]]
id = "calm"
title = "Calm"
low = "none"
high = "plenty"

[[card.scale]]
id = "hope"
title = "Hope"
low = "none of it"
high = "a lot"

[[card.exercise]]
id = "write"
kind = "reflect"
title = "Write"
prompt = "What is on your mind?"

[[card.exercise]]
id = "lines"
kind = "list"
title = "Lines"
prompt = "One line each."
uses = "boundaries"
items = [
    { id = "open", title = "to discuss" },
    { id = "agreed", title = "agreed by both" },
]

[[card.exercise]]
id = "letter"
kind = "letter"
title = "A letter"
prompt = "Part by part."
items = [
    { id = "one", title = "One", hint = "The first." },
    { id = "two", title = "Two", hint = "The second." },
]

[[card.exercise]]
id = "talk"
kind = "conversation"
title = "A talk"
prompt = "In turns."
minutes = 5
topics = ["Yesterday"]

[[card.exercise]]
id = "pause"
kind = "ritual"
title = "A pause"
prompt = "Sit down."
rhythm = "daily"

[[card.exercise]]
id = "rate"
kind = "scale"
title = "Rate"
prompt = "As it is now."
rates = ["calm"]
)";
}

// The sample with `from`, which has to be in it, replaced by `to`.
inline std::string workbook_with(std::string_view from, std::string_view to) {
    std::string text = workbook();
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("not in the sample: " + std::string(from));
    return text.replace(at, from.size(), to);
}

// The line, from 1, on which `words` first stand.
inline int line_of(const std::string& text, std::string_view words) {
    const std::size_t at = text.find(words);
    if (at == std::string::npos) throw std::logic_error("not in the text: " + std::string(words));
    int line = 1;
    for (const char c : std::string_view(text).substr(0, at)) line += c == '\n' ? 1 : 0;
    return line;
}

// A folder that goes when the test ends, to be filled with files.
class Folder {
    tests::TemporaryFolder folder_;

  public:
    std::filesystem::path write(const std::string& name, std::string_view text) const {
        std::filesystem::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << text;
        return path / name;
    }

    const std::filesystem::path& path = folder_.path();
};

}  // namespace rekindle::sample
