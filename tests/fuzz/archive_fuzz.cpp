// Any bytes as an archive: refused, or files of a journal and nothing else.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "workbook/store/archive.hpp"

using namespace rekindle;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::filesystem::path file =
        std::filesystem::temp_directory_path() /
        ("rekindle-fuzz-" + std::to_string(getpid()) + ".tar");
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    if (const auto read = read_tar(file))
        for (const auto& [name, bytes] : *read)
            if (name.is_absolute() || name.native().find("..") == 0) std::abort();
    std::filesystem::remove(file);
    return 0;
}
