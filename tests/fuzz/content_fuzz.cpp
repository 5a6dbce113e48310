// Any bytes as a workbook or a theme someone wrote: problems with their places, and nothing worse.
#include <cstdint>
#include <string_view>

#include "workbook/content/read_content.hpp"
#include "workbook/content/theme_file.hpp"

using namespace rekindle;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    Problems problems;
    (void)read_workbook(text, "file", problems);
    (void)read_theme(text, "file", {{"background", "ink"}, {"accent"}}, problems);
    return 0;
}
