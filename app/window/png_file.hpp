// Pictures as PNG.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::app {

// Rows from top to bottom, four bytes a pixel: red, green, blue and one that is not used.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

// The picture as the bytes of a PNG file, without transparency.
std::string to_png(const Picture& picture);

}  // namespace rekindle::app
